// Deposits of a term of the society of the day-end tests: which are opened when, and how the program is given them.

import { addMonths, type CalendarDate, calendarDate, type MaturityAct, money } from '@kafal/core';
import { postJournalEntry } from '../../apps/server/src/features/accounting/index.ts';
import type { TestBooks } from '../../apps/server/src/features/accounting/test-books.ts';
import {
  agreeOnOpening,
  confirmOpening,
  insertTermProduct,
  openTermDeposit,
  payInstalment,
} from '../../apps/server/src/features/deposits/index.ts';
import { readSettingsWithin } from '../../apps/server/src/features/society/index.ts';
import type { Trx } from '../../apps/server/src/platform/platform.ts';
import { type Seeded, text } from '../society/seeded.ts';
import { afterTax } from './day-end-books.ts';
import {
  instalmentsTaken,
  type PaperMaturity,
  type PaperPayout,
  type PaperTerm,
  type PaperTermKind,
  termsOnPaper,
} from './term-books.ts';

const RATES = [
  { from: '2023-03-02', hundredths: 800 },
  { from: '2023-04-06', hundredths: 725 },
  { from: '2023-11-17', hundredths: 785 },
];
const KINDS: readonly PaperTermKind[] = [
  { code: 'FD', grows: 'quarterly', rates: RATES },
  { code: 'MI', grows: { paysEveryMonths: 1 }, rates: RATES },
  { code: 'QI', grows: { paysEveryMonths: 3 }, rates: RATES },
  { code: 'HI', grows: { paysEveryMonths: 6 }, rates: RATES },
  { code: 'RD', grows: 'instalments', rates: RATES },
];
const PAYOUT = { 1: 'monthly', 3: 'quarterly', 6: 'half-yearly' } as const;
const ACTS: readonly MaturityAct[] = ['renew-principal', 'renew-with-interest', 'to-savings', 'pay-out', 'wait'];

/** The savings that it is taken from have nine times as much from the first day on. */
const MOST_INSTRUCTED = 10_000;
export const ENOUGH_FOR_INSTRUCTIONS = 9 * MOST_INSTRUCTED;

export interface PlannedTerm extends PaperTerm {
  readonly openedOn: CalendarDate;
}

export const mayHaveTerm = (memberId: number) => memberId % 3 !== 0;

/** Two of three members have one, most from the day on which they have savings. */
export function planTerms(
  savings: readonly { readonly depositId: number; readonly openedOn: string }[],
  days: readonly CalendarDate[],
  random: Seeded,
): PlannedTerm[] {
  // Each member has one savings account, with their own number.
  return savings.flatMap(({ depositId: memberId, openedOn }): PlannedTerm[] => {
    const able = days.filter((day) => day >= openedOn);
    const [first] = able;
    if (!mayHaveTerm(memberId) || first === undefined) return [];
    const kind = random.oneOf(KINDS);
    const months = random.oneOf([1, 1, 2, 3, 6, 9]);
    const isInDays = kind.grows !== 'instalments' && random.chance(0.5);
    const isInstructed = kind.grows === 'instalments' && random.chance(0.5);
    return [
      {
        kind,
        memberId,
        openedOn: random.chance(0.7) ? first : random.oneOf(able),
        amount: isInstructed ? random.whole(1_000, MOST_INSTRUCTED) : random.whole(100_000, 50_000_000),
        length: isInDays ? { days: random.whole(15, 250) } : { months },
        atMaturity: random.oneOf(ACTS),
        isInstructed,
      },
    ];
  });
}

export function addTermProducts({ platform }: TestBooks): Promise<void> {
  return platform.transact(async (trx) => {
    for (const { code, grows, rates } of KINDS) {
      for (const { from, hundredths } of rates) {
        await insertTermProduct(
          trx,
          {
            code,
            kind: grows === 'instalments' ? 'recurring' : 'fixed',
            nameEn: `Deposit ${code}`,
            nameHi: `जमा ${code}`,
            isOffered: true,
            minimumAmount: money(100),
            maximumAmount: null,
            multipleOf: null,
            maximumMonths: 120,
            compounding: grows === 'quarterly' ? 'quarterly' : 'simple',
            dayCount: 'actual/365',
            payout: typeof grows === 'string' ? 'maturity' : payoutEvery(grows.paysEveryMonths),
            isPayoutDiscounted: false,
            rounding: 'paisa',
            lockInDays: 0,
            prematurePenalty: '1',
            atMaturity: 'wait',
            lateFinePerHundred: null,
            graceDays: 0,
            irregularAfterMissed: null,
            appliesTo: 'new',
            rates: [
              {
                category: 'general',
                amountFrom: money(0),
                termFrom: 1,
                termUnit: 'days',
                annualRate: text(hundredths),
              },
            ],
          },
          { effectiveFrom: calendarDate(from), legalBasis: null, recordedAt: 0 },
        );
      }
    }
  });
}

function payoutEvery(months: number) {
  return months === 1 ? PAYOUT[1] : months === 3 ? PAYOUT[3] : PAYOUT[6];
}

/** What comes in on a working day: new deposits, and instalments that fell due since the last one. */
export async function moveTerms(
  trx: Trx,
  { platform, manager }: TestBooks,
  terms: readonly PlannedTerm[],
  { on, before }: { readonly on: CalendarDate; readonly before: CalendarDate | undefined },
): Promise<void> {
  const opened = terms.filter(({ openedOn }) => openedOn === on);
  const settings = opened.length === 0 ? undefined : await readSettingsWithin(trx, on);
  const post = (depositId: number, accountCode: string, amount: number) =>
    postJournalEntry(trx, platform, manager.actor, {
      seriesCode: 'JV',
      kind: 'voucher',
      narration: 'Paid in',
      postings: [
        { accountCode: '1201', side: 'debit', amount: money(amount) },
        {
          accountCode,
          side: 'credit',
          amount: money(amount),
          subLedger: 'deposit',
          subLedgerId: depositId,
        },
      ],
      audit: { action: 'test.posted' },
      event: { name: 'voucher.posted' },
    });
  for (const { memberId, kind, amount, length, atMaturity, isInstructed } of settings === undefined ? [] : opened) {
    const opening = {
      memberId,
      productCode: kind.code,
      amount: money(amount),
      months: 'months' in length ? length.months : null,
      days: 'days' in length ? length.days : null,
      openedOn: on,
      atMaturity,
    };
    if (settings === undefined) continue;
    const agreed = await agreeOnOpening(trx, platform, settings, opening);
    const { id, accountCode } = await openTermDeposit(trx, platform, manager.actor, settings, opening, agreed);
    const entry = await post(id, accountCode, amount);
    await confirmOpening(trx, id, { entryId: entry.id, paidOn: on });
    if (!isInstructed) continue;
    await trx
      .insertInto('standing_instruction')
      .values({
        memberId,
        fromDepositId: memberId,
        toDepositId: id,
        activeToId: id,
        startsOn: on,
        setByUserId: manager.actor.userId,
        recordedAt: 0,
      })
      .execute();
  }
  for (const { memberId, kind, amount, length, openedOn, isInstructed } of terms) {
    if (kind.grows !== 'instalments' || isInstructed || !('months' in length)) continue;
    for (let place = 1; place < length.months; place += 1) {
      const dueOn = addMonths(openedOn, place);
      if (dueOn > on || (before !== undefined && dueOn <= before)) continue;
      const { id } = await trx
        .selectFrom('deposit')
        .select('id')
        .where('memberId', '=', memberId)
        .where('kind', '=', 'recurring')
        .executeTakeFirstOrThrow();
      const entry = await post(id, '2121', amount);
      await payInstalment(trx, platform, { depositId: id, number: place + 1, entryId: entry.id, on });
    }
  }
}

const payoutLine = ({ memberId, on, amount }: PaperPayout) => `member ${memberId}, ${on}: ${amount} paid out`;
const takenLine = ({ memberId, on, amount }: PaperPayout) => `member ${memberId}, ${on}: ${amount} by instruction`;
const maturityLine = ({ memberId, on, renewed, toSavings, unclaimed }: PaperMaturity) =>
  `member ${memberId}, ${on}: ${renewed} renewed, ${toSavings} to savings, ${unclaimed} waits`;

/** What the terms bring to savings on paper, with a line for each act. */
export function termsOfPlan(terms: readonly PlannedTerm[], last: CalendarDate) {
  const { payouts, maturities } = termsOnPaper(terms, last);
  const taken = instalmentsTaken(terms, last);
  return {
    lines: [...payouts.map(payoutLine), ...maturities.map(maturityLine), ...taken.map(takenLine)],
    payouts,
    toSavings: [
      ...payouts.map(({ memberId, on, amount }) => ({ memberId, on, amount })),
      ...maturities.map(({ memberId, on, toSavings }) => ({ memberId, on, amount: toSavings })),
      ...taken.map(({ memberId, on, amount }) => ({ memberId, on, amount: -amount })),
    ],
    unclaimed: maturities.filter(({ unclaimed }) => unclaimed > 0),
  };
}

/** The same acts as the rows of the program tell them, beside what their entries moved. */
export async function termsInTheBooks({ platform: { database } }: TestBooks) {
  const paidOut = await database
    .selectFrom('term_payout as t')
    .innerJoin('deposit as d', 'd.id', 't.depositId')
    .select(['d.memberId', 't.dueOn as on', 't.amount'])
    .execute();
  const payouts = paidOut.map((payout) => ({ ...payout, amount: money(afterTax(payout.amount)) }));
  const taken = await database
    .selectFrom('instruction_due as t')
    .innerJoin('standing_instruction as s', 's.id', 't.instructionId')
    .select(['s.memberId', 't.dueOn as on', 't.amount'])
    .where('t.status', '=', 'taken')
    .execute();
  const maturities = await database
    .selectFrom('term_maturity as t')
    .innerJoin('deposit as d', 'd.id', 't.depositId')
    .innerJoin('journal_entry as e', 'e.id', 't.entryId')
    .select(['d.memberId', 't.maturedOn as on', 't.renewed', 't.toSavings', 't.unclaimed', 't.unclaimedDepositId'])
    .leftJoin('interest_tax as tax', 'tax.entryId', 't.entryId')
    .select(['e.total', 'e.valueOn', 'tax.tax'])
    .execute();
  const unposted = maturities.filter(
    ({ on, renewed, toSavings, unclaimed, tax, total, valueOn }) =>
      total !== renewed + toSavings + unclaimed + (tax ?? 0) || valueOn !== on,
  );
  return {
    lines: [
      ...payouts.map(payoutLine),
      ...maturities.map(maturityLine),
      ...taken.map(takenLine),
      ...unposted.map(({ memberId, on }) => `member ${memberId}, ${on}: the entry is another`),
    ],
    unclaimedIds: new Map(
      maturities.flatMap(({ memberId, on, unclaimedDepositId }): [string, number][] =>
        unclaimedDepositId === null ? [] : [[`${memberId} ${on}`, unclaimedDepositId]],
      ),
    ),
  };
}
