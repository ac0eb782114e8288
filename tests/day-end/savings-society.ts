// A society of savings of several kinds, and of deposits of a term, in a data folder of its own, in days that are long past, so that the real command
// can end them. What happens in it follows from a seed alone.

import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addDays, type CalendarDate, COUNTRY_PRESETS, calendarDate, daysBetween, maxDate, money } from '@kafal/core';
import { migrations } from '../../apps/server/migrations/index.ts';
import { exportJournal, postJournalEntry } from '../../apps/server/src/features/accounting/index.ts';
import { openTestBooks, type TestBooks } from '../../apps/server/src/features/accounting/test-books.ts';
import { findDefinition, firstSettings } from '../../apps/server/src/features/society/index.ts';
import { simulatedClock } from '../../apps/server/src/platform/clock.ts';
import { migrateDatabase } from '../../apps/server/src/platform/database/migrate.ts';
import { openDatabase } from '../../apps/server/src/platform/database/open-database.ts';
import { seeded, text } from '../society/seeded.ts';
import {
  creditsOnPaper,
  type PaperAccount,
  type PaperCredit,
  type PaperKind,
  type PaperMovement,
} from './day-end-books.ts';
import {
  addTermProducts,
  ENOUGH_FOR_INSTRUCTIONS,
  mayHaveTerm,
  moveTerms,
  type PlannedTerm,
  planTerms,
  TOO_LITTLE,
  termsInTheBooks,
  termsOfPlan,
} from './society-terms.ts';
import {
  ENOUGH_FOR_THRIFT,
  moveThrift,
  type PlannedThrift,
  planThrift,
  thriftInTheBooks,
  thriftOfPlan,
} from './society-thrift.ts';
import { DUE_DAY, GRACE_DAY, MONTHLY_DUE, THRIFT } from './thrift-books.ts';

/** A year from here ends with a 29 February, and the society's own year begins in the first of its months. */
export const FIRST_DAY = calendarDate('2023-03-02');
const FIRST_MORNING = Date.UTC(2023, 2, 2, 4, 30);
const DAY_MS = 86_400_000;
const MOST_DAYS_BACK = 40;
const EVERY_MONTH = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

const ACTUAL = { basis: 'dailyProduct', dayCount: 'actual/365', multiple: 1 } as const;

const SAVINGS_KINDS: readonly PaperKind[] = [
  {
    kind: 'savings',
    code: 'SB',
    basis: 'dailyProduct',
    dayCount: 'actual/365',
    months: EVERY_MONTH,
    multiple: 1,
    rates: [
      { from: FIRST_DAY, hundredths: 400 },
      { from: '2023-04-18', hundredths: 375 },
      { from: '2024-01-09', hundredths: 415 },
    ],
  },
  {
    kind: 'savings',
    code: 'SQ',
    basis: 'dailyProduct',
    dayCount: 'actual/actual',
    months: [3, 6, 9, 12],
    multiple: 100,
    rates: [
      { from: FIRST_DAY, hundredths: 350 },
      { from: '2023-08-01', hundredths: 325 },
    ],
  },
  {
    kind: 'savings',
    code: 'SM',
    basis: 'minimumFromTenth',
    dayCount: 'actual/365',
    months: EVERY_MONTH,
    multiple: 1,
    rates: [
      { from: FIRST_DAY, hundredths: 425 },
      { from: '2023-04-11', hundredths: 450 },
    ],
  },
  {
    kind: 'savings',
    code: 'SH',
    basis: 'minimumFromTenth',
    dayCount: 'actual/365',
    months: [3, 9],
    multiple: 5,
    rates: [{ from: FIRST_DAY, hundredths: 600 }],
  },
  {
    kind: 'savings',
    code: 'ST',
    basis: 'dailyProduct',
    dayCount: '30/360',
    months: [2, 4, 7, 10],
    multiple: 1,
    rates: [{ from: FIRST_DAY, hundredths: 387 }],
  },
];
/** Whoever has only these has no deposit of a term, whose interest would have no savings to go to. */
const OTHER_KINDS: readonly PaperKind[] = [
  { ...ACTUAL, kind: 'current', code: 'CA', months: [], rates: [{ from: FIRST_DAY, hundredths: 0 }] },
  { ...ACTUAL, kind: 'goal', code: 'GS', months: [3, 6, 9, 12], rates: [{ from: FIRST_DAY, hundredths: 500 }] },
  { ...ACTUAL, kind: 'optional', code: 'OS', months: EVERY_MONTH, rates: [{ from: FIRST_DAY, hundredths: 450 }] },
  { ...ACTUAL, kind: 'emergency', code: 'ES', months: [4, 10], rates: [{ from: FIRST_DAY, hundredths: 412 }] },
];
const KINDS = [...SAVINGS_KINDS, ...OTHER_KINDS, THRIFT];

export interface Size {
  readonly accounts: number;
  readonly days: number;
}

export interface Movement extends PaperMovement {
  readonly on: CalendarDate;
  readonly valueOn: CalendarDate;
}

export interface Plan {
  readonly days: readonly CalendarDate[];
  readonly accounts: readonly PaperAccount[];
  readonly movements: ReadonlyMap<CalendarDate, readonly Movement[]>;
  readonly terms: readonly PlannedTerm[];
  readonly thrifts: readonly PlannedThrift[];
}

/** One day of each week nobody comes; the first 31 March is such a day. Of one week nobody ends any day but the last. */
const isWeeklyOff = (day: number) => day % 7 === 1 || (day > 37 && day < 45);

/**
 * Each account is opened with money and moves about twice a month; some of it is dated back, a few days or over the months
 * that were credited.
 */
export function planSociety({ accounts: count, days: length }: Size, seed: number): Plan {
  const random = seeded(seed);
  const accounts = Array.from({ length: count }, (_, index) => {
    const openedOn = random.chance(0.8) ? FIRST_DAY : addDays(FIRST_DAY, random.whole(1, length - 1));
    const depositId = index + 1;
    return { depositId, kind: random.oneOf(mayHaveTerm(depositId) ? SAVINGS_KINDS : OTHER_KINDS), openedOn };
  });
  const held = new Map<number, number>();
  const all = Array.from({ length }, (_, day) => addDays(FIRST_DAY, day));
  const days = all.filter((_, day) => !isWeeklyOff(day));
  const terms = planTerms(accounts, days, seeded(seed + 1));
  const instructed = new Set(terms.flatMap(({ isInstructed, memberId }) => (isInstructed ? [memberId] : [])));
  const fundedOn = new Map(terms.map(({ memberId, fundedOn }) => [memberId, fundedOn]));
  const isSaver = (memberId: number) => instructed.has(memberId) && fundedOn.get(memberId) === undefined;
  const thrifts = planThrift(accounts, isSaver, days, seeded(seed + 2));
  const movements = new Map<CalendarDate, Movement[]>();
  for (const on of days) {
    const opened = accounts.filter(({ openedOn }) => openedOn <= on);
    const first = opened
      .filter(({ depositId }) => !held.has(depositId))
      .map(({ depositId }): Movement => {
        const enough =
          random.whole(1, 5_000_000) + (instructed.has(depositId) ? ENOUGH_FOR_INSTRUCTIONS + ENOUGH_FOR_THRIFT : 0);
        const amount = fundedOn.get(depositId) === undefined ? enough : random.whole(1, TOO_LITTLE);
        held.set(depositId, amount);
        return { on, valueOn: on, depositId, amount };
      });
    const funded = opened
      .filter(({ depositId }) => fundedOn.get(depositId) === on)
      .map(({ depositId }): Movement => {
        held.set(depositId, ENOUGH_FOR_INSTRUCTIONS);
        return { on, valueOn: on, depositId, amount: ENOUGH_FOR_INSTRUCTIONS };
      });
    const able = opened.filter(({ depositId }) => (fundedOn.get(depositId) ?? FIRST_DAY) <= on);
    const later = Array.from({ length: Math.ceil(count / 15) }, (): Movement => {
      const { depositId, openedOn } = random.oneOf(able);
      const before = held.get(depositId) ?? 0;
      const isPaidOut = before > 0 && !instructed.has(depositId) && random.chance(0.4);
      const amount = isPaidOut ? -random.whole(1, before) : random.whole(1, 9_000_000);
      const back = random.chance(0.3) ? random.whole(1, random.oneOf([4, MOST_DAYS_BACK])) : 0;
      held.set(depositId, before + amount);
      return { on, depositId, amount, valueOn: maxDate(addDays(on, -back), calendarDate(openedOn)) };
    });
    movements.set(on, [...first, ...funded, ...later]);
  }
  return { days, accounts, movements, terms, thrifts };
}

export interface SavingsSociety {
  readonly books: TestBooks;
  readonly dataFolder: string;
  close(): Promise<void>;
}

export async function openSavingsSociety({ accounts }: Plan): Promise<SavingsSociety> {
  const folder = mkdtempSync(join(tmpdir(), 'kafal-day-end-'));
  const dataFolder = join(folder, 'data');
  mkdirSync(dataFolder, { mode: 0o700 });
  const file = { kind: 'sqlite', path: join(dataFolder, 'kafal.db'), unsafeForTests: true } as const;
  await migrateDatabase(file, { migrations });
  const database = await openDatabase(file);
  const books = await openTestBooks({ database, clock: simulatedClock(FIRST_MORNING) }, [], FIRST_DAY);
  for (const [name, { value }] of Object.entries(firstSettings(COUNTRY_PRESETS['IN-STATE']))) {
    // Set-up asks for the name and the address; every other first value is one of its own definition.
    const written = value === '' ? 'Himgiri' : findDefinition(name)?.write(value as never);
    await books.setSetting(name, written);
  }
  await books.setSetting('deposits.interestFrom', FIRST_DAY);
  await books.setSetting('limit.valueDateDays', MOST_DAYS_BACK);
  await books.setSetting('tax.onInterest', 'every-credit');
  for (const rate of ['tax.interestRate', 'tax.interestRateWithoutPan']) await books.setSetting(rate, '6');
  await books.setSetting('thrift.monthlyDue', text(MONTHLY_DUE));
  await books.setSetting('thrift.dueDay', DUE_DAY);
  await books.setSetting('thrift.graceDay', GRACE_DAY);
  await addProducts(books);
  await addTermProducts(books);
  for (const { depositId } of accounts) await books.addMember(`M${String(depositId).padStart(5, '0')}`);
  await books.platform.transact(async (trx) => {
    for (const { depositId, kind, openedOn } of accounts) {
      await trx
        .updateTable('deposit')
        .set({ productCode: kind.code, kind: kind.kind, openedOn: calendarDate(openedOn) })
        .where('id', '=', depositId)
        .execute();
      // Each member has one of these, with their own number.
      await trx
        .updateTable('member')
        .set({ joinedOn: calendarDate(openedOn) })
        .where('id', '=', depositId)
        .execute();
    }
  });
  return {
    books,
    dataFolder,
    close: async () => {
      await books.close();
      await database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function addProducts({ platform }: TestBooks): Promise<void> {
  return platform.transact(async (trx) => {
    for (const { code, kind, basis, dayCount, months, multiple, rates } of KINDS) {
      for (const { from, hundredths } of rates) {
        await trx
          .insertInto('deposit_product')
          .values({
            code,
            kind,
            interestRule: kind === 'thrift' ? 'thrift' : months.length === 0 ? 'none' : 'savings',
            nameEn: `Savings ${code}`,
            nameHi: `बचत ${code}`,
            accountCode: kind === 'thrift' ? '2102' : '2101',
            minimumBalance: money(0),
            annualRate: text(hundredths),
            effectiveFrom: calendarDate(from),
            legalBasis: null,
            recordedAt: null,
            // Thrift has its own, by its rule.
            ...(basis === 'monthEnd' ? {} : { interestBasis: basis }),
            interestDayCount: dayCount,
            interestMonths: months.join(','),
            interestMultiple: multiple,
          })
          .execute();
      }
    }
  });
}

/** Ends the days up to this one; whoever does it is what a test or a proof is about. */
export type EndDays = (society: SavingsSociety, until: CalendarDate) => Promise<void>;

/** Lives through the plan and answers the journal as it is exported. */
export async function live(society: SavingsSociety, plan: Plan, endDays: EndDays): Promise<string> {
  const { platform, clock } = society.books;
  const openedAt = clock.now();
  for (const on of plan.days) {
    clock.set(openedAt + daysBetween(FIRST_DAY, on) * DAY_MS);
    await move(society.books, plan, on);
    await endDays(society, on);
  }
  let journal = '';
  for await (const line of exportJournal(platform.database)) journal += line;
  return journal;
}

/** A day's movements in one transaction, each an entry of its own through the one door. */
function move(books: TestBooks, plan: Plan, on: CalendarDate): Promise<void> {
  const { platform, manager } = books;
  return platform.transact(async (trx) => {
    for (const { depositId, amount, valueOn } of plan.movements.get(on) ?? []) {
      const isPaidIn = amount > 0;
      const whole = money(Math.abs(amount));
      await postJournalEntry(trx, platform, manager.actor, {
        seriesCode: 'JV',
        kind: 'voucher',
        narration: isPaidIn ? 'Paid in' : 'Paid out',
        postings: [
          { accountCode: '1201', side: isPaidIn ? 'debit' : 'credit', amount: whole },
          {
            accountCode: '2101',
            side: isPaidIn ? 'credit' : 'debit',
            amount: whole,
            subLedger: 'deposit',
            subLedgerId: depositId,
          },
        ],
        valueOn,
        audit: { action: 'test.posted' },
        event: { name: 'voucher.posted' },
      });
    }
    await moveTerms(trx, books, plan.terms, on);
    await moveThrift(trx, books, plan.thrifts, on);
  });
}

/** What the program credited: its rows, and beside them the entries that it posted, each by account and day. */
async function creditsInTheBooks({ books }: SavingsSociety): Promise<{
  readonly rows: readonly Omit<PaperCredit, 'net'>[];
  readonly entries: readonly Omit<PaperCredit, 'from' | 'interest'>[];
  /** Credits that were counted anew, since an entry was dated back into their days. */
  readonly recounts: number;
}> {
  const { database } = books.platform;
  const rows = await database
    .selectFrom('interest_credit')
    .select(['depositId', 'periodFrom as from', 'periodTo as to', 'interest'])
    .orderBy('depositId')
    .orderBy('periodTo')
    .execute();
  const posted = await database
    .selectFrom('journal_entry')
    .innerJoin('posting', 'posting.entryId', 'journal_entry.id')
    .leftJoin('journal_entry as back', 'back.reversesEntryId', 'journal_entry.id')
    .select(['subLedgerId', 'journal_entry.valueOn as to', 'amount as net'])
    .where('back.id', 'is', null)
    .where('journal_entry.kind', '=', 'interest')
    .where('posting.subLedger', '=', 'deposit')
    .where('posting.side', '=', 'credit')
    .orderBy('subLedgerId')
    .orderBy('journal_entry.valueOn')
    .execute();
  const entries = posted.map(({ subLedgerId, to, net }) => ({ depositId: subLedgerId ?? 0, to, net }));
  const recounted = await database.selectFrom('interest_recount').select('periodTo').execute();
  return { rows, entries, recounts: recounted.length };
}

/** What differs from the second calculation, a sentence each; also when an entry is missing or there is one too many. */
export async function differences(
  society: SavingsSociety,
  plan: Plan,
): Promise<{ credits: number; recounts: number; terms: number; wrong: string[] }> {
  const last = plan.days.at(-1) ?? FIRST_DAY;
  const terms = termsOfPlan(plan.terms, last);
  const termRows = await termsInTheBooks(society.books);
  const thriftRows = await thriftInTheBooks(society.books);
  const thrift = thriftOfPlan(plan.thrifts, thriftRows.ids);
  // Each member has one savings account, with their own number.
  const toSavings = [...terms.toSavings, ...thrift.toSavings].map(({ memberId, on, amount }) => ({
    depositId: memberId,
    valueOn: on,
    amount,
  }));
  const waiting = terms.unclaimed.map(({ memberId, on, unclaimed }) => ({
    depositId: termRows.unclaimedIds.get(`${memberId} ${on}`) ?? 0,
    valueOn: on,
    amount: unclaimed,
  }));
  const [savings] = SAVINGS_KINDS;
  if (savings === undefined) throw new Error('what waits earns what the first savings earn');
  const paper = creditsOnPaper(
    [
      ...plan.accounts,
      ...thrift.accounts,
      ...waiting.map(({ depositId, valueOn }) => ({ depositId, kind: savings, openedOn: valueOn })),
    ],
    [...[...plan.movements.values()].flat(), ...thrift.movements, ...toSavings, ...waiting],
    last,
  );
  const { rows, entries, recounts } = await creditsInTheBooks(society);
  const line = ({ depositId, from, to, interest }: Omit<PaperCredit, 'net'>) =>
    `account ${depositId}, ${from} to ${to}: ${interest}`;
  const posted = ({ depositId, to, net }: Omit<PaperCredit, 'from' | 'interest'>) =>
    `entry for account ${depositId} on ${to}: ${net}`;
  const wrong = [
    ...unlike(terms.lines, termRows.lines),
    ...unlike(thrift.lines, thriftRows.lines),
    ...unlike(paper.map(line), rows.map(line)),
    ...unlike(
      [
        ...paper.filter(({ net }) => net > 0).map(posted),
        ...terms.payouts.map(({ memberId, on, amount }) => posted({ depositId: memberId, to: on, net: amount })),
      ],
      entries.map(posted),
    ),
  ];
  return { credits: entries.length, recounts, terms: termRows.lines.length, wrong };
}

function unlike(paper: readonly string[], program: readonly string[]): string[] {
  const [onPaper, inProgram] = [new Set(paper), new Set(program)];
  const differing = [
    ...paper.filter((each) => !inProgram.has(each)).map((each) => `only on paper: ${each}`),
    ...program.filter((each) => !onPaper.has(each)).map((each) => `only in the books: ${each}`),
  ];
  if (differing.length === 0 && paper.length !== program.length) {
    return [`${paper.length} on paper and ${program.length} in the books`];
  }
  return differing;
}
