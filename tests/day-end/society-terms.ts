// Deposits of a term of the society of the day-end tests: which are opened when, and how the program is given them.

import { addDays, addMonths, type CalendarDate, calendarDate, type MaturityAct, money } from '@kafal/core';
import { postJournalEntry } from '../../apps/server/src/features/accounting/index.ts';
import type { TestBooks } from '../../apps/server/src/features/accounting/test-books.ts';
import {
  agreeOnOpening,
  confirmOpening,
  insertTermProduct,
  LATE_FINES,
  nextInstalment,
  openTermDeposit,
  payInstalment,
} from '../../apps/server/src/features/deposits/index.ts';
import { readSettingsWithin } from '../../apps/server/src/features/society/index.ts';
import type { Trx } from '../../apps/server/src/platform/platform.ts';
import { type Seeded, text } from '../society/seeded.ts';
import { afterTax } from './day-end-books.ts';
import {
  FINE_PER_HUNDRED,
  GRACE_DAYS,
  IRREGULAR_AFTER,
  instalmentsPaid,
  missedOnPaper,
  type PaperInstalment,
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
/** Most have instalments, of which more can go wrong. */
const OPENED = [
  ...KINDS,
  ...KINDS.filter(({ grows }) => grows === 'instalments').flatMap((kind) => [kind, kind, kind]),
];
const PAYOUT = { 1: 'monthly', 3: 'quarterly', 6: 'half-yearly' } as const;
const ACTS: readonly MaturityAct[] = ['renew-principal', 'renew-with-interest', 'to-savings', 'pay-out', 'wait'];

/** The savings that it is taken from have nine times as much, most of them from the first day on. */
const MOST_INSTRUCTED = 10_000;
export const ENOUGH_FOR_INSTRUCTIONS = 20 * MOST_INSTRUCTED;
/** Less than any instalment, until the savings have enough. */
export const TOO_LITTLE = 900;

export interface PlannedTerm extends PaperTerm {
  readonly openedOn: CalendarDate;
  readonly paidOn: readonly CalendarDate[];
  /** The day on which the savings have enough for an instruction, where they have not from the first day on. */
  readonly fundedOn: CalendarDate | undefined;
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
    const kind = random.oneOf(OPENED);
    const months = random.oneOf([1, 1, 2, 3, 6, 9]);
    const isInDays = kind.grows !== 'instalments' && random.chance(0.5);
    const isInstructed = kind.grows === 'instalments' && random.chance(0.5);
    const term = {
      kind,
      memberId,
      openedOn: random.chance(0.7) ? first : random.oneOf(able),
      amount: isInstructed ? random.whole(1_000, MOST_INSTRUCTED) : random.whole(100_000, 50_000_000),
      length: isInDays ? { days: random.whole(15, 250) } : { months },
      atMaturity: random.oneOf(ACTS),
      isInstructed,
    };
    if (kind.grows !== 'instalments') return [{ ...term, paidOn: [], fundedOn: undefined }];
    const fundedOn = isInstructed && random.chance(0.4) ? fundingDay(able, term.openedOn, random) : undefined;
    return [{ ...term, fundedOn, paidOn: paymentDays({ ...term, months, fundedOn }, days, random) }];
  });
}

/** After a day that was worked: of a day off, the end comes when the money is there already. */
function fundingDay(able: readonly CalendarDate[], after: CalendarDate, random: Seeded): CalendarDate | undefined {
  const later = able.filter((day, place) => day > after && able[place - 1] === addDays(day, -1)).slice(0, 70);
  return later.length === 0 ? undefined : random.oneOf(later);
}

interface PayingTerm {
  readonly openedOn: CalendarDate;
  readonly months: number;
  readonly isInstructed: boolean;
  readonly fundedOn: CalendarDate | undefined;
}

/** At the counter some pay late, and some no more after a while; what is late to the end is not paid at all. */
function paymentDays(
  { openedOn, months, isInstructed, fundedOn = openedOn }: PayingTerm,
  days: readonly CalendarDate[],
  random: Seeded,
): CalendarDate[] {
  const dues = Array.from({ length: months - 1 }, (_, place) => addMonths(openedOn, place + 1));
  const maturesOn = addMonths(openedOn, months);
  if (isInstructed) {
    return dues.map((dueOn) => (dueOn < fundedOn ? fundedOn : dueOn)).filter((paidOn) => paidOn < maturesOn);
  }
  const paid = random.chance(0.2) ? random.whole(0, months - 1) : months;
  const isLate = random.chance(0.4);
  let before: CalendarDate = openedOn;
  return dues.slice(0, paid).flatMap((dueOn) => {
    const asked = addDays(dueOn, isLate ? random.whole(0, 45) : 0);
    const earliest = asked < before ? before : asked;
    const on = days.find((day) => day >= earliest);
    if (on === undefined || on >= maturesOn) return [];
    before = on;
    return [on];
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
            lateFinePerHundred: grows === 'instalments' ? money(FINE_PER_HUNDRED) : null,
            graceDays: grows === 'instalments' ? GRACE_DAYS : 0,
            irregularAfterMissed: grows === 'instalments' ? IRREGULAR_AFTER : null,
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
  on: CalendarDate,
): Promise<void> {
  const opened = terms.filter(({ openedOn }) => openedOn === on);
  const settings = opened.length === 0 ? undefined : await readSettingsWithin(trx, on);
  const post = (depositId: number, accountCode: string, amount: number, fine = 0) =>
    postJournalEntry(trx, platform, manager.actor, {
      seriesCode: 'JV',
      kind: 'voucher',
      narration: 'Paid in',
      postings: [
        { accountCode: '1201', side: 'debit', amount: money(amount + fine) },
        {
          accountCode,
          side: 'credit',
          amount: money(amount),
          subLedger: 'deposit',
          subLedgerId: depositId,
        },
        ...(fine > 0 ? [{ accountCode: LATE_FINES, side: 'credit' as const, amount: money(fine) }] : []),
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
  for (const { memberId, paidOn, isInstructed } of terms) {
    const payments = isInstructed ? 0 : paidOn.filter((paid) => paid === on).length;
    if (payments === 0) continue;
    const { id } = await trx
      .selectFrom('deposit')
      .select('id')
      .where('memberId', '=', memberId)
      .where('kind', '=', 'recurring')
      .executeTakeFirstOrThrow();
    for (let payment = 0; payment < payments; payment += 1) {
      // What the counter would ask for.
      const next = await nextInstalment(trx, id, on);
      if (next === undefined) throw new Error(`member ${memberId} has nothing to pay on ${on}`);
      const entry = await post(id, '2121', next.amount, next.fine);
      await payInstalment(trx, platform, { depositId: id, number: next.number, entryId: entry.id, on });
    }
  }
}

const payoutLine = ({ memberId, on, amount }: Pick<PaperPayout, 'memberId' | 'on' | 'amount'>) =>
  `member ${memberId}, ${on}: ${amount} paid out`;
const instalmentLine = ({ memberId, dueOn, on, amount, fine }: PaperInstalment) =>
  `member ${memberId}, instalment of ${dueOn} on ${on}: ${amount} and a fine of ${fine}`;
const takenLine = (instalment: PaperInstalment) => `by instruction, ${instalmentLine(instalment)}`;
const missedLine = ({ memberId, dueOn, on }: Pick<PaperInstalment, 'memberId' | 'dueOn' | 'on'>) =>
  `member ${memberId}, instalment of ${dueOn}: missed on ${on}`;
const maturityLine = ({ memberId, on, renewed, toSavings, unclaimed }: Omit<PaperMaturity, 'interest' | 'net'>) =>
  `member ${memberId}, ${on}: ${renewed} renewed, ${toSavings} to savings, ${unclaimed} waits`;

/** What the terms bring to savings on paper, with a line for each act. */
export function termsOfPlan(terms: readonly PlannedTerm[], last: CalendarDate) {
  const { payouts, maturities, lived } = termsOnPaper(terms, last);
  const paid = instalmentsPaid(terms, last);
  const taken = paid.filter(({ isTaken }) => isTaken);
  const { missed, irregular } = missedOnPaper(terms, last);
  return {
    lines: [
      ...payouts.map(payoutLine),
      ...maturities.map(maturityLine),
      ...paid.map(instalmentLine),
      ...taken.map(takenLine),
      ...missed.map(missedLine),
      ...irregular.map((memberId) => `member ${memberId} is told of an irregular deposit`),
    ],
    payouts,
    maturities,
    lived,
    fines: paid.reduce((sum, { fine }) => sum + fine, 0),
    toSavings: [
      ...payouts.map(({ memberId, on, amount }) => ({ memberId, on, amount })),
      ...maturities.map(({ memberId, on, toSavings }) => ({ memberId, on, amount: toSavings })),
      ...taken.map(({ memberId, on, amount, fine }) => ({ memberId, on, amount: -amount - fine })),
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
  const instalments = await database
    .selectFrom('term_instalment as i')
    .innerJoin('deposit as d', 'd.id', 'i.depositId')
    .leftJoin('posting as p', (join) => join.onRef('p.entryId', '=', 'i.entryId').on('p.accountCode', '=', LATE_FINES))
    .select(['d.memberId', 'i.dueOn', 'i.paidOn', 'i.amount', 'p.amount as fine', 'i.missedOn'])
    .where('i.number', '>', 1)
    .execute();
  const paid = instalments.flatMap(({ paidOn, fine, ...instalment }) =>
    paidOn === null ? [] : [{ ...instalment, on: paidOn, fine: fine ?? 0 }],
  );
  const missed = instalments.flatMap(({ missedOn, ...instalment }) =>
    missedOn === null ? [] : [{ ...instalment, on: missedOn }],
  );
  const irregular = await database
    .selectFrom('outbox')
    .select('memberId')
    .where('name', '=', 'deposit.irregular')
    .execute();
  const taken = await database
    .selectFrom('instruction_due as t')
    .innerJoin('standing_instruction as s', 's.id', 't.instructionId')
    .innerJoin('deposit as to', 'to.id', 's.toDepositId')
    .select(['s.memberId', 't.dueOn', 't.triedOn as on', 't.amount', 't.fine'])
    .where('t.status', '=', 'taken')
    .where('to.kind', '=', 'recurring')
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
      ...paid.map(instalmentLine),
      ...taken.map(takenLine),
      ...missed.map(missedLine),
      ...irregular.map(({ memberId }) => `member ${memberId} is told of an irregular deposit`),
      ...unposted.map(({ memberId, on }) => `member ${memberId}, ${on}: the entry is another`),
    ],
    unclaimedIds: new Map(
      maturities.flatMap(({ memberId, on, unclaimedDepositId }): [string, number][] =>
        unclaimedDepositId === null ? [] : [[`${memberId} ${on}`, unclaimedDepositId]],
      ),
    ),
  };
}
