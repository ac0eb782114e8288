// The society whose running loans are worked on at a day's end: each of 36 monthly instalments, lent one to 35 months ago on
// any day of a month, by the rules of the first personal loan. One in thirty has an instalment due on the day, which is taken
// from savings; one in twenty is late by one to four instalments. The program itself has ended the day before. It is made once
// and kept until the tables change.

import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import {
  addDays,
  addMonths,
  type CalendarDate,
  COUNTRY_PRESETS,
  calendarDate,
  invariant,
  type LoanEvent,
  loanTermsOf,
  type Money,
  money,
  type PresetLoanProduct,
  replayLoan,
  sum,
} from '@kafal/core';
import { migrations } from '../apps/server/migrations/index.ts';
import { type EntryDraft, postJournalEntries } from '../apps/server/src/features/accounting/index.ts';
import { openTestBooks, type TestBooks } from '../apps/server/src/features/accounting/test-books.ts';
import { runDayEnd } from '../apps/server/src/features/day-end/index.ts';
import { insertLoanProduct } from '../apps/server/src/features/loans/index.ts';
import { simulatedClock } from '../apps/server/src/platform/clock.ts';
import { migrateDatabase } from '../apps/server/src/platform/database/migrate.ts';
import { stepsOf } from '../apps/server/src/platform/database/migration.ts';
import { openDatabase } from '../apps/server/src/platform/database/open-database.ts';
import { sqliteSchema } from '../apps/server/src/platform/database/schema-dialect.ts';
import { systemActor } from '../apps/server/src/platform/http/actor.ts';
import { copiedRow, DAY, keepSettings, MORNING } from './day-end-society.ts';

/** Changed with what this file makes. */
const KIND = 1;
const CACHE = fileURLToPath(new URL('../.cache/bench-day-end', import.meta.url));
const DAY_MS = 86_400_000;
const BEFORE = addDays(DAY, -1);
const AT_ONCE = 512;
const INSTALMENTS = 36;
const DUE_DAYS = 30;
const AGES = INSTALMENTS - 1;
const MOST_LATE = 4;

/** The file; the bench works on copies of it. */
export async function loanSociety(loans: number, say: (sentence: string) => void): Promise<string> {
  const steps = migrations.flatMap((migration) => [migration.name, ...stepsOf(migration, sqliteSchema)]);
  const version = createHash('sha256')
    .update(JSON.stringify([KIND, loans, steps]))
    .digest('hex')
    .slice(0, 16);
  const file = join(CACHE, `loans-${loans}-${version}.db`);
  if (existsSync(file)) return file;

  const startedAt = Date.now();
  mkdirSync(CACHE, { recursive: true, mode: 0o700 });
  const making = join(CACHE, `making-loans-${process.pid}.db`);
  for (const end of ['', '-wal', '-shm']) rmSync(`${making}${end}`, { force: true });
  const options = { kind: 'sqlite', path: making, unsafeForTests: true } as const;
  await migrateDatabase(options, { migrations });
  const database = await openDatabase(options);
  const books = await openTestBooks({ database, clock: simulatedClock(MORNING - DAY_MS) }, [], BEFORE);
  try {
    await keepSettings(books);
    await books.setSetting('thrift.monthlyDue', null);
    await books.addMember('M0000001');
    const product = await addProduct(books);
    const kinds = loanKinds(product);
    addLoans(making, kinds, loans);
    await post(books, kinds, loans);
    analyse(making);
    await runDayEnd(books.platform, systemActor('Kafal'), { until: BEFORE });
  } finally {
    await books.close();
    await database.close();
  }
  const made = new DatabaseSync(making);
  // What happened on the days before was told on them.
  made.exec('UPDATE outbox SET deliverySeq = id; PRAGMA wal_checkpoint(TRUNCATE); ANALYZE;');
  made.close();
  renameSync(making, file);
  say(`A society of ${loans} running loans is made, in ${Math.round((Date.now() - startedAt) / 1000)} s.`);
  return file;
}

/** As the program does when it opens a file: without knowing its tables the planner of queries sorts all loans for every few. */
function analyse(file: string): void {
  const made = new DatabaseSync(file);
  made.exec('ANALYZE');
  made.close();
}

async function addProduct({ platform }: TestBooks): Promise<PresetLoanProduct> {
  const product = COUNTRY_PRESETS['IN-STATE'].loanProducts.find(({ code }) => code === 'PL');
  invariant(product, 'the preset lends personal loans');
  const { name, legalBasis, ...rules } = product;
  await platform.transact((trx) =>
    insertLoanProduct(
      trx,
      { ...rules, nameEn: name.en, nameHi: name.hi, isOffered: true },
      { effectiveFrom: calendarDate('2023-04-01'), legalBasis, recordedAt: platform.clock.now() },
    ),
  );
  return product;
}

/** Loans that are alike to the last instalment. */
interface LoanKind {
  readonly amount: Money;
  readonly disbursedOn: CalendarDate;
  readonly events: readonly LoanEvent[];
  readonly instalments: ReturnType<typeof replayLoan>['instalments'];
  readonly isDueOnDay: boolean;
}

const kindNumber = (dueDay: number, age: number, late: number) =>
  ((dueDay - 1) * AGES + age - 1) * (MOST_LATE + 1) + late;

/** Which kind the loan of a number is: spread evenly, by a number that knows no pattern. */
function kindOf(loan: number): number {
  const spread = Math.imul(loan, 2_654_435_761) >>> 0;
  const [dueDay, age] = [1 + (spread % DUE_DAYS), 1 + (Math.floor(spread / DUE_DAYS) % AGES)];
  const rest = Math.floor(spread / (DUE_DAYS * AGES));
  return kindNumber(dueDay, age, rest % 20 === 0 ? 1 + (Math.floor(rest / 20) % MOST_LATE) : 0);
}

function loanKinds(product: PresetLoanProduct): readonly LoanKind[] {
  const kinds: LoanKind[] = [];
  for (let dueDay = 1; dueDay <= DUE_DAYS; dueDay += 1) {
    for (let age = 1; age <= AGES; age += 1) {
      for (let late = 0; late <= MOST_LATE; late += 1) {
        kinds[kindNumber(dueDay, age, late)] = loanKind(product, dueDay, age, late);
      }
    }
  }
  return kinds;
}

function loanKind(product: PresetLoanProduct, dueDay: number, age: number, late: number): LoanKind {
  const amount = money(5_000_000 + 100_000 * dueDay + 50_000 * age);
  const terms = loanTermsOf(product, amount, INSTALMENTS, product.annualRate);
  const disbursedOn = addMonths(calendarDate(`2026-11-${String(dueDay).padStart(2, '0')}`), -age);
  const plan = replayLoan(terms, disbursedOn, [], DAY).instalments;
  const past = plan.filter(({ due }) => due < DAY);
  const events: LoanEvent[] = [
    { type: 'payout', on: disbursedOn, amount },
    ...past.slice(0, Math.max(0, past.length - late)).map(({ due, totalDue }): LoanEvent => {
      return { type: 'repayment', on: due, amount: totalDue };
    }),
  ];
  const { instalments } = replayLoan(terms, disbursedOn, events, BEFORE);
  return { amount, disbursedOn, events, instalments, isDueOnDay: late === 0 && plan.some(({ due }) => due === DAY) };
}

function addLoans(file: string, kinds: readonly LoanKind[], loans: number): void {
  const database = new DatabaseSync(file);
  database.exec(`
    PRAGMA synchronous = OFF;
    PRAGMA temp_store = MEMORY;
    CREATE TEMP TABLE own (id INTEGER PRIMARY KEY, kind INTEGER NOT NULL, isDue INTEGER NOT NULL);
    CREATE TEMP TABLE kind_event (kind, place, type, occurredOn, amount);
    CREATE TEMP TABLE kind_instalment (kind, number, dueOn, principal, interest, paidPrincipal, paidInterest, paidOn);
    BEGIN;
    PRAGMA defer_foreign_keys = ON;
  `);
  const event = database.prepare('INSERT INTO kind_event VALUES (?, ?, ?, ?, ?)');
  const instalment = database.prepare('INSERT INTO kind_instalment VALUES (?, ?, ?, ?, ?, ?, ?, ?)');
  for (const [kind, { events, instalments }] of kinds.entries()) {
    for (const [place, one] of events.entries()) {
      if (one.type === 'payout' || one.type === 'repayment') event.run(kind, place, one.type, one.on, one.amount);
    }
    for (const { number, due, principal, interest, paidOf, paidOn } of instalments) {
      instalment.run(kind, number, due, principal, interest, paidOf.principal, paidOf.interest, paidOn);
    }
  }
  const own = database.prepare('INSERT INTO own VALUES (?, ?, ?)');
  const loan = database.prepare(`
    INSERT INTO loan (id, number, memberId, productCode, loanProductId, status, askedAmount, askedInstalments, purpose,
        appliedOn, appliedByUserId, sanctionedAmount, instalments, annualRate, resolutionNumber, sanctionedOn, disbursedOn,
        nextDueOn, version)
      SELECT ?1, printf('LN%07d', ?1), ?1, 'PL', p.id, 'active', ?2, ${INSTALMENTS}, 'A shop', ?3, 1, ?2, ${INSTALMENTS},
             p.annualRate, 'LC/1', ?3, ?3, ?4, 3 FROM loan_product p WHERE p.code = 'PL'`);
  for (let id = 1; id <= loans; id += 1) {
    const kind = kindOf(id);
    const { amount, disbursedOn, instalments, isDueOnDay } = kinds[kind] as LoanKind;
    own.run(id, kind, isDueOnDay ? 1 : 0);
    loan.run(id, amount, disbursedOn, instalments.find(({ outstanding }) => outstanding > 0)?.due ?? null);
  }
  database.exec(
    'CREATE INDEX temp.of_event ON kind_event (kind); CREATE INDEX temp.of_instalment ON kind_instalment (kind);',
  );
  const copied = (table: string, columns: Readonly<Record<string, string>>) => copiedRow(database, table, columns);
  // The first member and their savings account were made by the program; the others are like them.
  database.exec(`
    INSERT INTO deposit_product
      (code, kind, nameEn, nameHi, accountCode, minimumBalance, annualRate, effectiveFrom, interestMonths)
      VALUES ('SB', 'savings', 'Savings', 'बचत', '2101', 0, '4', '2026-04-01', '3,9');
    ${copied('member', { id: 'own.id', number: "printf('M%07d', own.id)" })} FROM own JOIN member t ON t.id = 1 WHERE own.id > 1;
    ${copied('deposit', { id: 'own.id', number: "printf('SB%07d', own.id)", memberId: 'own.id' })}
      FROM own JOIN deposit t ON t.id = 1 WHERE own.id > 1 AND own.isDue = 1;
    ${copied('balance', { subLedgerId: 'own.id' })}
      FROM own JOIN balance t ON t.subLedger = 'deposit' AND t.subLedgerId = 1 WHERE own.id > 1 AND own.isDue = 1;
    ${copied('balance', { subLedger: "'share_pending'", subLedgerId: 'own.id' })}
      FROM own JOIN balance t ON t.subLedger = 'share_pending' AND t.subLedgerId = 1 WHERE own.id > 1;
    ${copied('balance', { subLedger: "'loan'", subLedgerId: 'own.id', accountCode: "'1301'" })}
      FROM own JOIN balance t ON t.subLedger = 'share_pending' AND t.subLedgerId = 1;
    INSERT INTO loan_debit_order (loanId, fromDepositId, agreedByUserId, agreedAt)
      SELECT id, id, 1, 0 FROM own WHERE isDue = 1;
    INSERT INTO loan_event (loanId, place, type, occurredOn, amount, userId, recordedAt)
      SELECT own.id, e.place, e.type, e.occurredOn, e.amount, 1, 0
        FROM own JOIN kind_event e ON e.kind = own.kind ORDER BY own.id, e.place;
    INSERT INTO loan_instalment (loanId, number, dueOn, principal, interest, fee, penalty, paidPrincipal, paidInterest,
        paidFee, paidPenalty, paidOn)
      SELECT own.id, i.number, i.dueOn, i.principal, i.interest, 0, 0, i.paidPrincipal, i.paidInterest, 0, 0, i.paidOn
        FROM own JOIN kind_instalment i ON i.kind = own.kind ORDER BY own.id, i.number;
    COMMIT;
  `);
  database.close();
}

/** What went out and what has come back so far, an entry of each loan for each, and the savings the next instalment is taken from. */
async function post({ platform, manager }: TestBooks, kinds: readonly LoanKind[], loans: number): Promise<void> {
  for (const draftOf of [lent, broughtBack, saved]) {
    for (let first = 1; first <= loans; first += AT_ONCE) {
      const ids = Array.from({ length: Math.min(AT_ONCE, loans - first + 1) }, (_, place) => first + place);
      const drafts = ids.flatMap((id) => draftOf(id, kinds[kindOf(id)] as LoanKind));
      await platform.transact((trx) => postJournalEntries(trx, platform, manager.actor, drafts));
    }
  }
}

const MOVED = {
  seriesCode: 'JV',
  kind: 'voucher',
  audit: { action: 'voucher.posted' },
  event: { name: 'voucher.posted' },
} as const;

function lent(id: number, { amount }: LoanKind): EntryDraft[] {
  return [
    {
      ...MOVED,
      narration: 'Lent',
      memberId: id,
      postings: [
        { accountCode: '1301', side: 'debit', amount, subLedger: 'loan', subLedgerId: id },
        { accountCode: '1201', side: 'credit', amount },
      ],
    },
  ];
}

function broughtBack(id: number, { instalments }: LoanKind): EntryDraft[] {
  const [principal, interest] = (['principal', 'interest'] as const).map((part) =>
    sum(instalments.map(({ paidOf }) => paidOf[part])),
  ) as [Money, Money];
  if (principal === 0) return [];
  return [
    {
      ...MOVED,
      narration: 'Came back so far',
      memberId: id,
      postings: [
        { accountCode: '1201', side: 'debit', amount: money(principal + interest) },
        { accountCode: '1301', side: 'credit', amount: principal, subLedger: 'loan', subLedgerId: id },
        { accountCode: '4101', side: 'credit', amount: interest, memo: `LN${String(id).padStart(7, '0')}` },
      ],
    },
  ];
}

function saved(id: number, { instalments, isDueOnDay }: LoanKind): EntryDraft[] {
  if (!isDueOnDay) return [];
  const amount = money(2 * (instalments[0]?.totalDue ?? 0));
  return [
    {
      ...MOVED,
      narration: 'Paid in',
      memberId: id,
      postings: [
        { accountCode: '1201', side: 'debit', amount },
        { accountCode: '2101', side: 'credit', amount, subLedger: 'deposit', subLedgerId: id },
      ],
    },
  ];
}
