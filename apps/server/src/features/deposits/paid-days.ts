// The days of a month on which money was paid into an account, as the member looks at a daily deposit. Interest was not
// paid by anybody, and what was taken back was not paid at all.

import type { PaidDays } from '@kafal/contract';
import { addDays, type CalendarDate, calendarMonthOf, formatMoney, type Money, minDate, sum } from '@kafal/core';
import type { z } from 'zod';
import type { Platform } from '../../platform/platform.ts';
import { currentBusinessDay } from '../accounting/index.ts';
import { readSettings } from '../society/index.ts';
import type { DepositWithBalance } from './deposit-queries.ts';

export async function paidDays(
  platform: Platform,
  deposit: DepositWithBalance,
  asked?: CalendarDate,
): Promise<z.input<typeof PaidDays>> {
  const settings = await readSettings(platform);
  const businessDate = await currentBusinessDay(platform);
  const newest = deposit.status === 'closed' ? await lastPaidOn(platform, deposit.id) : undefined;
  const { label, from, to } = calendarMonthOf(asked ?? newest ?? businessDate, settings['calendar.kind']);
  const payments = await paidBetween(platform, deposit.id, from, to);
  const days = Map.groupBy(payments, ({ day }) => day);
  return {
    accountNumber: deposit.number,
    month: label,
    from,
    to,
    businessDate,
    before: from > deposit.openedOn ? addDays(from, -1) : null,
    after: to < businessDate ? minDate(addDays(to, 1), businessDate) : null,
    total: formatMoney(sum(payments.map(({ amount }) => amount))),
    days: [...days].map(([day, ofDay]) => ({
      day,
      amount: formatMoney(sum(ofDay.map(({ amount }) => amount))),
      receipts: ofDay.flatMap(({ receiptId, receiptNumber }) =>
        receiptId === null || receiptNumber === null ? [] : [{ id: String(receiptId), number: receiptNumber }],
      ),
    })),
    currency: settings['money.currency'],
  };
}

interface Payment {
  readonly day: CalendarDate;
  readonly amount: Money;
  readonly receiptId: number | null;
  readonly receiptNumber: string | null;
}

function payments({ database }: Platform, depositId: number) {
  return database
    .selectFrom('posting as p')
    .innerJoin('journal_entry as e', 'e.id', 'p.entryId')
    .leftJoin('journal_entry as x', 'x.reversesEntryId', 'e.id')
    .where('p.subLedger', '=', 'deposit')
    .where('p.subLedgerId', '=', depositId)
    .where('p.side', '=', 'credit')
    .where('e.kind', '!=', 'interest')
    .where('e.reversesEntryId', 'is', null)
    .where('x.id', 'is', null);
}

function paidBetween(platform: Platform, depositId: number, from: CalendarDate, to: CalendarDate): Promise<Payment[]> {
  return payments(platform, depositId)
    .leftJoin('receipt as r', 'r.entryId', 'e.id')
    .select(['e.valueOn as day', 'p.amount', 'r.id as receiptId', 'r.number as receiptNumber'])
    .where('e.valueOn', '>=', from)
    .where('e.valueOn', '<=', to)
    .orderBy('e.valueOn')
    .orderBy('p.id')
    .execute();
}

async function lastPaidOn(platform: Platform, depositId: number): Promise<CalendarDate | undefined> {
  const last = await payments(platform, depositId)
    .select('e.valueOn as day')
    .orderBy('e.valueOn', 'desc')
    .limit(1)
    .executeTakeFirst();
  return last?.day;
}
