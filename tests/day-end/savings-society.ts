// A society with accounts of every kind in a data folder of its own, in days that are long past, so that the real command
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
import type { PaperAccount, PaperKind, PaperMovement } from './day-end-books.ts';
import type { PaperLoan } from './loan-books.ts';
import { type Agents, moveDailies, openAgents, type PlannedAgents, planDailies } from './society-daily.ts';
import { addLoanProduct, moveLoans, planLoans } from './society-loans.ts';
import { DORMANT_MONTHS, holdBack, type PlannedHold, planHold } from './society-quiet.ts';
import {
  addTermProducts,
  ENOUGH_FOR_INSTRUCTIONS,
  mayHaveTerm,
  moveTerms,
  type PlannedTerm,
  planTerms,
  TOO_LITTLE,
} from './society-terms.ts';
import { ENOUGH_FOR_THRIFT, moveThrift, type PlannedThrift, planThrift } from './society-thrift.ts';
import { DUE_DAY, GRACE_DAY, MONTHLY_DUE, THRIFT } from './thrift-books.ts';

/** A year from here ends with a 29 February, and the society's own year begins in the first of its months. */
export const FIRST_DAY = calendarDate('2023-03-02');
const FIRST_MORNING = Date.UTC(2023, 2, 2, 4, 30);
const DAY_MS = 86_400_000;
const MOST_DAYS_BACK = 40;
const isHeld = (depositId: number) => depositId % 6 === 0;
const EVERY_MONTH = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

const ACTUAL = { basis: 'dailyProduct', dayCount: 'actual/365', multiple: 1 } as const;

export const SAVINGS_KINDS: readonly PaperKind[] = [
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
  /** Each has savings, or another account without a term, and thrift; many have a deposit of a term or a daily one. */
  readonly members: number;
  readonly days: number;
}

export interface Movement extends PaperMovement {
  readonly on: CalendarDate;
  readonly valueOn: CalendarDate;
  /** Something that the member did, and no voucher of the society's. */
  readonly isAct: boolean;
}

export interface Plan {
  readonly days: readonly CalendarDate[];
  readonly accounts: readonly PaperAccount[];
  readonly movements: ReadonlyMap<CalendarDate, readonly Movement[]>;
  readonly terms: readonly PlannedTerm[];
  readonly thrifts: readonly PlannedThrift[];
  readonly holds: readonly PlannedHold[];
  readonly agents: PlannedAgents;
  readonly loans: readonly PaperLoan[];
}

/** One day of each week nobody comes; the first 31 March is such a day. Of one week nobody ends any day but the last. */
const isWeeklyOff = (day: number) => day % 7 === 1 || (day > 37 && day < 45);

/**
 * Each account is opened with money and moves about twice a month; some of it is dated back, a few days or over the months
 * that were credited.
 */
export function planSociety({ members: count, days: length }: Size, seed: number): Plan {
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
  // What a daily deposit or a commission brings would be enough for an instruction before its time.
  const savers = accounts.filter(({ depositId }) => mayHaveTerm(depositId) && fundedOn.get(depositId) === undefined);
  const agents = planDailies(savers, days, seeded(seed + 3));
  const holds: PlannedHold[] = [];
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
        const movement = { on, valueOn: on, depositId, amount, isAct: false };
        if (isHeld(depositId)) holds.push(...planHold(depositId, movement, days, random));
        return movement;
      });
    const funded = opened
      .filter(({ depositId }) => fundedOn.get(depositId) === on)
      .map(({ depositId }): Movement => {
        held.set(depositId, ENOUGH_FOR_INSTRUCTIONS);
        return { on, valueOn: on, depositId, amount: ENOUGH_FOR_INSTRUCTIONS, isAct: false };
      });
    const able = opened.filter(({ depositId }) => (fundedOn.get(depositId) ?? FIRST_DAY) <= on);
    const later = Array.from({ length: Math.ceil(count / 8) }, (): Movement => {
      const { depositId, openedOn } = random.oneOf(able);
      const before = held.get(depositId) ?? 0;
      const isPaidOut = before > 0 && !instructed.has(depositId) && !isHeld(depositId) && random.chance(0.4);
      const amount = isPaidOut ? -random.whole(1, before) : random.whole(1, 9_000_000);
      const back = random.chance(0.3) ? random.whole(1, random.oneOf([4, MOST_DAYS_BACK])) : 0;
      held.set(depositId, before + amount);
      const isAct = !mayHaveTerm(depositId) && random.chance(0.4);
      return { on, depositId, amount, isAct, valueOn: maxDate(addDays(on, -back), calendarDate(openedOn)) };
    });
    movements.set(on, [...first, ...funded, ...later]);
  }
  const loans = planLoans(count, days, seeded(seed + 4));
  return { days, accounts, movements, terms, thrifts, holds, agents, loans };
}

export interface SavingsSociety {
  readonly books: TestBooks;
  readonly dataFolder: string;
  readonly agents: Agents;
  close(): Promise<void>;
}

export async function openSavingsSociety({ accounts, agents }: Plan): Promise<SavingsSociety> {
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
  // What is due stays on its own day here.
  await books.setSetting('deposits.holidayRule', 'same');
  await books.setSetting('tax.onInterest', 'every-credit');
  for (const rate of ['tax.interestRate', 'tax.interestRateWithoutPan']) await books.setSetting(rate, '6');
  await books.setSetting('thrift.monthlyDue', text(MONTHLY_DUE));
  await books.setSetting('thrift.dueDay', DUE_DAY);
  await books.setSetting('thrift.graceDay', GRACE_DAY);
  await addProducts(books);
  await addTermProducts(books);
  // Loans of some weeks change their class by it.
  await books.setSetting('loans.classRule', 'PEARLS');
  await addLoanProduct(books, FIRST_DAY);
  for (const { depositId } of accounts) await books.addMember(`M${String(depositId).padStart(5, '0')}`);
  await books.platform.transact(async (trx) => {
    for (const { depositId, kind, openedOn } of accounts) {
      await trx
        .updateTable('deposit')
        .set({
          productCode: kind.code,
          kind: kind.kind,
          openedOn: calendarDate(openedOn),
          activeOn: calendarDate(openedOn),
        })
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
    agents: await openAgents(books, agents),
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
            dormantMonths: DORMANT_MONTHS[code] ?? null,
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
    await holdBack(society.books, plan.holds, on);
    await moveDailies(society.books, society.agents, plan.agents, plan.days, on);
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
    for (const { depositId, amount, valueOn, isAct } of plan.movements.get(on) ?? []) {
      const isPaidIn = amount > 0;
      const whole = money(Math.abs(amount));
      await postJournalEntry(trx, platform, manager.actor, {
        seriesCode: 'JV',
        kind: isAct ? 'transfer' : 'voucher',
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
    await moveLoans(trx, books, plan.loans, on);
  });
}
