// What the society owes the tax office, month by month: what was withheld from interest, what came otherwise, what was paid
// over, and what is left, as the ledger of the account has it.

import type { TaxPayableMonths } from '@kafal/contract';
import {
  add,
  addDays,
  type CalendarDate,
  formatMoney,
  type Money,
  minDate,
  money,
  subtract,
  sum,
  ZERO,
} from '@kafal/core';
import type { z } from 'zod';
import { BYTE_ORDER_MARK, csvLines } from '../../platform/csv/csv-lines.ts';
import type { Actor } from '../../platform/http/actor.ts';
import type { Platform } from '../../platform/platform.ts';
import { bookRules, currentBusinessDay } from '../accounting/index.ts';
import { recordAudit } from '../audit/index.ts';
import { TAX_PAYABLE } from './tax-on-interest.ts';
import { taxPeriod } from './tax-period.ts';

interface Moved {
  readonly on: CalendarDate;
  readonly onInterest: Money;
  readonly other: Money;
  readonly paidOver: Money;
}

export async function taxPayableMonths(
  platform: Platform,
  year: string | undefined,
): Promise<z.input<typeof TaxPayableMonths>> {
  const { financialYear, months, years } = await taxPeriod(platform, { year });
  const { startsOn, label } = financialYear;
  const to = minDate(financialYear.endsOn, await currentBusinessDay(platform));
  const moved = await movedBetween(platform, startsOn, to);
  let balance = await owedBefore(platform, startsOn);
  // Those that have begun.
  const begun = months.filter(({ from }) => from <= to);
  const figures = begun.map(({ from, to: endsOn }) => {
    const inMonth = moved.filter(({ on }) => on >= from && on <= endsOn);
    const [onInterest, other, paidOver] = [
      sum(inMonth.map((each) => each.onInterest)),
      sum(inMonth.map((each) => each.other)),
      sum(inMonth.map((each) => each.paidOver)),
    ];
    const opening = balance;
    balance = subtract(add(add(opening, onInterest), other), paidOver);
    return { from, to: endsOn, opening, onInterest, other, paidOver, closing: balance };
  });
  const total = (of: 'onInterest' | 'other' | 'paidOver') => formatMoney(sum(moved.map((each) => each[of])));
  return {
    year: label,
    years: [...years],
    from: startsOn,
    to,
    currency: (await bookRules(platform)).currency,
    accountCode: TAX_PAYABLE,
    months: figures.map(({ from, to: endsOn, ...amounts }) => ({
      from,
      to: endsOn,
      opening: formatMoney(amounts.opening),
      onInterest: formatMoney(amounts.onInterest),
      other: formatMoney(amounts.other),
      paidOver: formatMoney(amounts.paidOver),
      closing: formatMoney(amounts.closing),
    })),
    totals: { onInterest: total('onInterest'), other: total('other'), paidOver: total('paidOver') },
    closing: formatMoney(balance),
  };
}

/** By day. An entry that the rule of the tax looked at is of interest, and so is the one that takes it back. */
async function movedBetween(
  { database, dialect }: Platform,
  from: CalendarDate,
  to: CalendarDate,
): Promise<readonly Moved[]> {
  const rows = await database
    .selectFrom('posting as p')
    .innerJoin('journal_entry as e', 'e.id', 'p.entryId')
    .leftJoin('interest_tax as t', (join) =>
      join.on(({ eb, fn, ref }) => eb(ref('t.entryId'), '=', fn.coalesce('e.reversesEntryId', 'e.id'))),
    )
    .leftJoin('journal_entry as back', 'back.id', 'e.reversesEntryId')
    .select(({ eb }) => [
      'p.postedOn',
      'p.side',
      eb.case().when('t.entryId', 'is', null).then(0).else(1).end().as('isOnInterest'),
      eb.case().when('back.id', 'is', null).then(0).else(1).end().as('isTakenBack'),
      dialect.sum('p.amount').as('amount'),
    ])
    .where('p.accountCode', '=', TAX_PAYABLE)
    .where('p.postedOn', '>=', from)
    .where('p.postedOn', '<=', to)
    .groupBy(['p.postedOn', 'p.side', 'isOnInterest', 'isTakenBack'])
    .orderBy('p.postedOn')
    .execute();
  return rows.map(({ postedOn, side, isOnInterest, isTakenBack, amount: of }) => {
    const amount = money(of);
    const owed = side === 'credit' ? amount : subtract(ZERO, amount);
    const nothing = { on: postedOn, onInterest: ZERO, other: ZERO, paidOver: ZERO };
    if (isOnInterest === 1) return { ...nothing, onInterest: owed };
    // A payment that is taken back was none.
    const isPayment = (side === 'debit') !== (isTakenBack === 1);
    return isPayment ? { ...nothing, paidOver: subtract(ZERO, owed) } : { ...nothing, other: owed };
  });
}

async function owedBefore({ database, dialect }: Platform, day: CalendarDate): Promise<Money> {
  const rows = await database
    .selectFrom('posting')
    .select(['side', dialect.sum('amount').as('amount')])
    .where('accountCode', '=', TAX_PAYABLE)
    .where('postedOn', '<=', addDays(day, -1))
    .groupBy('side')
    .execute();
  const of = (wanted: string) => money(rows.find(({ side }) => side === wanted)?.amount ?? 0);
  return subtract(of('credit'), of('debit'));
}

const HEADS = {
  en: ['From', 'To', 'Owed at the beginning', 'Withheld from interest', 'Otherwise', 'Paid over', 'Owed at the end'],
  hi: ['से', 'तक', 'आरंभ में देय', 'ब्याज से काटा गया', 'अन्य', 'जमा कराया गया', 'अंत में देय'],
};
const WHOLE = { en: 'Whole year', hi: 'पूरा वर्ष' };

/** The export is in the trail before its first byte leaves. */
export async function taxPayableCsv(platform: Platform, actor: Actor, year: string | undefined): Promise<string> {
  const told = await taxPayableMonths(platform, year);
  await platform.transact((trx) =>
    recordAudit(trx, platform, actor, {
      action: 'tax-payable.exported',
      subjectKind: 'account',
      subjectId: TAX_PAYABLE,
      newValues: { year: told.year },
    }),
  );
  const lines = told.months.map((month) => [
    month.from,
    month.to,
    month.opening,
    month.onInterest,
    month.other,
    month.paidOver,
    month.closing,
  ]);
  const { onInterest, other, paidOver } = told.totals;
  const whole = [WHOLE[actor.language], '', told.months[0]?.opening ?? '', onInterest, other, paidOver, told.closing];
  return BYTE_ORDER_MARK + csvLines([HEADS[actor.language], ...lines, whole]);
}
