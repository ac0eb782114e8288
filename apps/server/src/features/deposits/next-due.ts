// What a deposit is due next, whichever kind it is, and how it is noted that it was paid.

import { type CalendarDate, type Money, subtract, ZERO } from '@kafal/core';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import type { DepositWithBalance } from './deposit-queries.ts';
import { nextInstalment, payInstalment } from './instalments.ts';
import { thriftStandings } from './thrift-dues.ts';

export interface NextDue {
  readonly dueOn: CalendarDate;
  readonly amount: Money;
  readonly fine: Money;
  pay(trx: Trx, platform: Pick<Platform, 'dialect'>, entryId: number, on: CalendarDate): Promise<void>;
}

/** Whether something falls due on the account month after month. */
export function hasDues({ kind }: Pick<DepositWithBalance, 'kind'>): boolean {
  return kind === 'recurring' || kind === 'thrift';
}

/** The first that is not paid and has come; its fine is that of the day on which it is paid. */
export async function nextDue(
  platform: Pick<Platform, 'dialect'>,
  reader: Reader,
  { id, kind }: Pick<DepositWithBalance, 'id' | 'kind'>,
  on: CalendarDate,
): Promise<NextDue | undefined> {
  if (kind === 'thrift') return nextThriftDue(platform, reader, id);
  const next = await nextInstalment(reader, id, on);
  if (next === undefined || next.payableOn > on) return undefined;
  const { number, dueOn, amount, fine } = next;
  return {
    dueOn,
    amount,
    fine,
    pay: (trx, platform, entryId, paidOn) =>
      payInstalment(trx, platform, { depositId: id, number, entryId, on: paidOn }),
  };
}

/** What is paid in pays the oldest by itself. */
async function nextThriftDue(
  platform: Pick<Platform, 'dialect'>,
  reader: Reader,
  id: number,
): Promise<NextDue | undefined> {
  const standing = (await thriftStandings(platform, reader, [id])).get(id);
  const due = standing?.dues.find(({ amount, paid }) => paid < amount);
  if (due === undefined) return undefined;
  return { dueOn: due.dueOn, amount: subtract(due.amount, due.paid), fine: ZERO, pay: async () => {} };
}
