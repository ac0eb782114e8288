// The society whose day is ended: so many savings accounts, each with money paid in and some of it paid out by entries of
// the one door, on the day before its first interest. It is made once and kept until the tables change.

import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { COUNTRY_PRESETS, calendarDate, money } from '@kafal/core';
import { migrations } from '../apps/server/migrations/index.ts';
import { type EntryDraft, postJournalEntries } from '../apps/server/src/features/accounting/index.ts';
import { openTestBooks, type TestBooks } from '../apps/server/src/features/accounting/test-books.ts';
import { findDefinition, firstSettings } from '../apps/server/src/features/society/index.ts';
import { simulatedClock } from '../apps/server/src/platform/clock.ts';
import { migrateDatabase } from '../apps/server/src/platform/database/migrate.ts';
import { stepsOf } from '../apps/server/src/platform/database/migration.ts';
import { openDatabase } from '../apps/server/src/platform/database/open-database.ts';
import { sqliteSchema } from '../apps/server/src/platform/database/schema-dialect.ts';

/** Changed with what this file makes, so that a society of an older kind is made again. */
const KIND = 3;
const CACHE = fileURLToPath(new URL('../.cache/bench-day-end', import.meta.url));
/** The business day that is ended, in the morning; the accounts were opened on the first of its month. */
export const DAY = calendarDate('2026-11-30');
export const MORNING = Date.UTC(2026, 10, 30, 4, 30);
const OPENED = calendarDate('2026-11-01');
const PAID_OUT = calendarDate('2026-11-16');
const AT_ONCE = 512;

/** The file; the bench works on copies of it. */
export async function dayEndSociety(accounts: number, say: (sentence: string) => void): Promise<string> {
  const steps = migrations.flatMap((migration) => [migration.name, ...stepsOf(migration, sqliteSchema)]);
  const version = createHash('sha256')
    .update(JSON.stringify([KIND, accounts, steps]))
    .digest('hex')
    .slice(0, 16);
  const file = join(CACHE, `${accounts}-${version}.db`);
  if (existsSync(file)) return file;

  const startedAt = Date.now();
  mkdirSync(CACHE, { recursive: true, mode: 0o700 });
  const making = join(CACHE, `making-${process.pid}.db`);
  for (const end of ['', '-wal', '-shm']) rmSync(`${making}${end}`, { force: true });
  const options = { kind: 'sqlite', path: making, unsafeForTests: true } as const;
  await migrateDatabase(options, { migrations });
  const database = await openDatabase(options);
  const books = await openTestBooks({ database, clock: simulatedClock(MORNING) }, [], DAY);
  try {
    await keepSettings(books);
    await books.setSetting('limit.valueDateDays', 31);
    await books.setSetting('deposits.interestFrom', OPENED);
    await books.addMember('M0000001');
    addAccounts(making, accounts);
    await move(books, accounts);
  } finally {
    await books.close();
    await database.close();
  }
  const made = new DatabaseSync(making);
  // What happened on the days before was told on them.
  made.exec('UPDATE outbox SET deliverySeq = id; PRAGMA wal_checkpoint(TRUNCATE); ANALYZE;');
  made.close();
  renameSync(making, file);
  say(`A society of ${accounts} accounts is made, in ${Math.round((Date.now() - startedAt) / 1000)} s.`);
  return file;
}

/** What set-up asks for. */
const OWN_WORDS: Readonly<Record<string, unknown>> = {
  'society.name': 'Long Valley Thrift Society',
  'society.registrationNumber': 'BENCH/2',
  'society.address': 'Main Road, Long Valley',
  'share.faceValue': '100.00',
  'share.minimumShares': 2,
};

/** Whatever the books do not begin with is as a new society has it. */
export async function keepSettings({ platform, setSetting }: TestBooks): Promise<void> {
  const rows = await platform.database.selectFrom('setting').select('name').execute();
  const there = new Set(rows.map(({ name }) => name));
  for (const [name, { value }] of Object.entries(firstSettings(COUNTRY_PRESETS['IN-STATE']))) {
    const definition = findDefinition(name);
    const written = definition?.kind === 'money' && typeof value === 'number' ? definition.write(value) : value;
    if (!there.has(name)) await setSetting(name, OWN_WORDS[name] ?? written);
  }
}

/** The others are like the first, which the program made. */
function addAccounts(file: string, accounts: number): void {
  const database = new DatabaseSync(file);
  const copied = (table: string, own: Readonly<Record<string, string>>) =>
    `${copiedRow(database, table, own)} FROM numbers`;
  const numbers = `WITH RECURSIVE numbers (n) AS (SELECT 2 UNION ALL SELECT n + 1 FROM numbers WHERE n < ${accounts})`;
  database.exec(`
    PRAGMA synchronous = OFF;
    BEGIN;
    INSERT INTO deposit_product
      (code, kind, nameEn, nameHi, accountCode, minimumBalance, annualRate, effectiveFrom, interestMonths)
      VALUES ('SB', 'savings', 'Savings', 'बचत', '2101', 0, '4', '${OPENED}', '1,2,3,4,5,6,7,8,9,10,11,12');
    ${numbers} ${copied('member', { id: 'n', number: "printf('M%07d', n)" })} JOIN member t ON t.id = 1;
    ${numbers} ${copied('deposit', { id: 'n', number: "printf('SB%07d', n)", memberId: 'n' })} JOIN deposit t ON t.id = 1;
    UPDATE deposit SET openedOn = '${OPENED}';
    ${numbers} ${copied('balance', { subLedgerId: 'n' })} JOIN balance t ON t.subLedger = 'deposit' AND t.subLedgerId = 1;
    ${numbers} ${copied('balance', { subLedger: "'share_pending'", subLedgerId: 'n' })}
      JOIN balance t ON t.subLedger = 'share_pending' AND t.subLedgerId = 1;
    COMMIT;
  `);
  database.close();
}

/** The head of a statement that adds rows like those of `t`, but for these columns. */
export function copiedRow(database: DatabaseSync, table: string, own: Readonly<Record<string, string>>): string {
  const columns = database
    .prepare(`SELECT name FROM pragma_table_info('${table}')`)
    .all()
    .map(({ name }) => String(name));
  const values = columns.map((name) => own[name] ?? `t.${name}`);
  return `INSERT INTO ${table} (${columns.join(', ')}) SELECT ${values.join(', ')}`;
}

async function move({ platform, manager }: TestBooks, accounts: number): Promise<void> {
  for (const sign of [1, -1]) {
    for (let first = 1; first <= accounts; first += AT_ONCE) {
      const count = Math.min(AT_ONCE, accounts - first + 1);
      const drafts = Array.from({ length: count }, (_, place) => movement(first + place, sign));
      await platform.transact((trx) => postJournalEntries(trx, platform, manager.actor, drafts));
    }
  }
}

/** Between 100 and 5,100 rupees paid in, and up to a half of it paid out. */
function movement(depositId: number, sign: number): EntryDraft {
  const paidIn = 10_000 + ((depositId * 7_919) % 500_000);
  const amount = money(sign > 0 ? paidIn : Math.floor((paidIn * ((depositId % 50) + 1)) / 100));
  return {
    seriesCode: 'JV',
    kind: 'voucher',
    narration: sign > 0 ? 'Paid in' : 'Paid out',
    postings: [
      { accountCode: '1201', side: sign > 0 ? 'debit' : 'credit', amount },
      {
        accountCode: '2101',
        side: sign > 0 ? 'credit' : 'debit',
        amount,
        subLedger: 'deposit',
        subLedgerId: depositId,
      },
    ],
    memberId: depositId,
    valueOn: sign > 0 ? OPENED : PAID_OUT,
    audit: { action: 'voucher.posted' },
    event: { name: 'voucher.posted' },
  };
}
