// The verifier is a program of its own; these tests spoil one row at a time in a copy of good books and let it look.

import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { parseMoney } from '@kafal/core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrateDatabase } from '../../platform/database/migrate.ts';
import { type OpenDatabase, openDatabase } from '../../platform/database/open-database.ts';
import { openTestBooks } from './test-books.ts';

const SCRIPT = fileURLToPath(new URL('../../../../../scripts/verify-books.ts', import.meta.url));
const run = promisify(execFile);

let folder: string;
let good: string;
let database: OpenDatabase;

interface Report {
  readonly ok: boolean;
  readonly firstBad: string | null;
  readonly checks: readonly { name: string; ok: boolean; looked?: number; bad?: string }[];
}

/** Exit code and report of the verifier. */
async function verify(path: string): Promise<{ code: number; report: Report }> {
  const outcome = await run(process.execPath, [SCRIPT, '--database', path, '--json']).then(
    ({ stdout }) => ({ code: 0, stdout }),
    (error: { code: number; stdout: string }) => ({ code: error.code, stdout: error.stdout }),
  );
  return { code: outcome.code, report: JSON.parse(outcome.stdout) };
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kafal-verify-'));
  const path = join(folder, 'books.db');
  const options = { kind: 'sqlite', path, unsafeForTests: true } as const;
  await migrateDatabase(options);
  database = await openDatabase(options);
  const books = await openTestBooks({ database });
  const asha = await books.addMember('M-1');
  const tillId = await books.addTill('T1', books.cashier);
  for (let index = 1; index <= 5; index += 1) {
    const posted = await books.deposit({ ...asha, tillId }, parseMoney(`${index}00.00`));
    await addReceipt(database, posted.id, posted.printedNumber, asha.memberId, posted.total);
  }
  const shares = await books.deposit({ ...asha, tillId }, parseMoney('50.00'));
  await books.manager.inject({
    method: 'POST',
    url: `/api/journal-entries/${shares.id}/reversal`,
    headers: books.key(),
    payload: { reason: 'The amount was typed twice' },
  });
  await books.closeSession(tillId);
  await books.accountant.inject({ method: 'POST', url: '/api/business-days/2026-11-30/closing' });
  await allot(books, database, asha.memberId);
  await books.close();
  await database.close();

  good = join(folder, 'good.db');
  const source = new DatabaseSync(path);
  // One file without a log beside it, so that a copy of it is whole.
  source.exec(`VACUUM INTO '${good}'`);
  source.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function addReceipt(to: OpenDatabase, entryId: number, number: string, memberId: number, total: number) {
  await to.transact(async (trx) => {
    await to.dialect.run(
      trx,
      'INSERT INTO receipt (number, entryId, direction, memberId, mode, total, issuedByUserId, issuedAt, issuedOn) ' +
        "VALUES (?, ?, 'in', ?, 'cash', ?, 1, 0, '2026-11-30')",
      [number, entryId, memberId, total],
    );
    await to.dialect.run(
      trx,
      'INSERT INTO receipt_line (receiptId, line, kind, labelEn, labelHi, amount) ' +
        "SELECT id, 1, 'savings', 'Savings', 'बचत', total FROM receipt WHERE entryId = ?",
      [entryId],
    );
  });
}

/** Two shares of 100, paid for from share money that came by bank. */
async function allot(books: Awaited<ReturnType<typeof openTestBooks>>, to: OpenDatabase, memberId: number) {
  const amount = parseMoney('200.00');
  await to.transact(async (trx) => {
    await to.dialect.run(
      trx,
      "INSERT INTO share_holding (memberId, folio, shares, openedOn) VALUES (?, 'F-0001', 2, '2026-12-01')",
      [memberId],
    );
    await to.dialect.run(
      trx,
      'INSERT INTO balance (subLedger, subLedgerId, accountCode) ' +
        "SELECT 'share', id, '3101' FROM share_holding WHERE folio = 'F-0001'",
    );
  });
  const pending = { subLedger: 'share_pending', subLedgerId: memberId } as const;
  await books.post({
    postings: [
      { accountCode: '1201', side: 'debit', amount },
      { accountCode: '2204', side: 'credit', amount, ...pending },
    ],
  });
  const entry = await books.post({
    kind: 'allotment',
    postings: [
      { accountCode: '2204', side: 'debit', amount, ...pending },
      { accountCode: '3101', side: 'credit', amount, subLedger: 'share', subLedgerId: 1 },
    ],
  });
  await to.transact((trx) =>
    to.dialect.run(
      trx,
      'INSERT INTO share_allotment (holdingId, memberId, shares, faceValue, amount, distinctiveFrom, distinctiveTo, ' +
        "certificateNumber, allottedOn, entryId) VALUES (1, ?, 2, 10000, 20000, 1, 2, 'SC-1', '2026-12-01', ?)",
      [memberId, entry.id],
    ),
  );
}

test('good books are good: every check passes and the exit code is 0', async () => {
  const { code, report } = await verify(good);
  expect(report.checks.filter(({ ok }) => !ok)).toEqual([]);
  expect(code).toBe(0);
  const looked = Object.fromEntries(report.checks.map((check) => [check.name, check.looked]));
  expect(looked).toMatchObject({
    'every entry balances': 9,
    'every posting belongs to an entry and an account': 18,
    'every chain is whole': 9,
    'every reversal mirrors its entry': 1,
    'every receipt is what its entry and its lines say': 5,
    'the sums of closed days are those of their postings': 1,
  });
});

test('it says what it looked at in words that a person reads', async () => {
  const { stdout } = await run(process.execPath, [SCRIPT, '--database', good]);
  expect(stdout).toContain('ok   every entry balances (9)\n');
  expect(stdout).toMatch(/The books agree; \d+ checks in \d+\.\d s\.\n$/);
});

test('books that are not there are neither good nor bad', async () => {
  const missing = run(process.execPath, [SCRIPT, '--database', join(folder, 'missing.db')]);
  await expect(missing).rejects.toMatchObject({ code: 2, stderr: expect.stringContaining('could not be read') });
});

const spoiled: readonly (readonly [what: string, sql: string, check: string, names: string])[] = [
  [
    'an amount of a posting',
    'UPDATE posting SET amount = amount + 1 WHERE id = 3',
    'every entry balances',
    'T1/2026-27/00002',
  ],
  [
    'both amounts of an entry and its total',
    'UPDATE posting SET amount = 99 WHERE entryId = 2; UPDATE journal_entry SET total = 99 WHERE id = 2',
    'every chain is whole',
    'T1/2026-27/00002',
  ],
  [
    'the total of an entry',
    'UPDATE journal_entry SET total = total + 1 WHERE id = 4',
    'every entry balances',
    'T1/2026-27/00004',
  ],
  [
    'the narration of an entry',
    "UPDATE journal_entry SET narration = 'x' WHERE id = 3",
    'every chain is whole',
    'T1/2026-27/00003',
  ],
  [
    'the kind of an entry',
    "UPDATE journal_entry SET kind = 'transfer' WHERE id = 3",
    'every chain is whole',
    'T1/2026-27/00003',
  ],
  [
    'the value date of an entry',
    "UPDATE journal_entry SET valueOn = '2026-11-29' WHERE id = 1",
    'every chain is whole',
    'T1/2026-27/00001',
  ],
  [
    'the day of an entry and its postings',
    "INSERT INTO business_day VALUES ('2026-11-29', 'open', 0, NULL, NULL, 1); UPDATE journal_entry SET postedOn = '2026-11-29' WHERE id = 1; UPDATE posting SET postedOn = '2026-11-29' WHERE entryId = 1",
    'every chain is whole',
    'T1/2026-27/00001',
  ],
  [
    'the day of a posting',
    "UPDATE posting SET postedOn = '2026-12-01' WHERE id = 1",
    'every entry balances',
    'T1/2026-27/00001',
  ],
  ['a hash', "UPDATE journal_entry SET hash = 'x' WHERE id = 5", 'every chain is whole', 'T1/2026-27/00005'],
  [
    'a previous hash',
    "UPDATE journal_entry SET previousHash = 'x' WHERE id = 5",
    'every chain is whole',
    'T1/2026-27/00005',
  ],
  [
    'the head of a chain',
    "UPDATE voucher_series SET chainHead = 'x' WHERE code = 'T1'",
    'every chain is whole',
    'T1/2026-27',
  ],
  [
    'the next number of a series',
    "UPDATE voucher_series SET nextNumber = 99 WHERE code = 'T1'",
    'no series has a gap',
    'T1',
  ],
  ['a series that is gone', "DELETE FROM voucher_series WHERE code = 'T1'", 'every chain is whole', 'T1'],
  ['the number of an entry', 'UPDATE journal_entry SET number = 70 WHERE id = 5', 'no series has a gap', 'T1'],
  [
    'two entries that changed places',
    'UPDATE journal_entry SET number = 1000 WHERE id = 2; UPDATE journal_entry SET number = 2 WHERE id = 3; UPDATE journal_entry SET number = 3 WHERE id = 2',
    'every chain is whole',
    'T1/2026-27/00002',
  ],
  [
    'an entry that is gone',
    'DELETE FROM receipt_line WHERE receiptId = 3; DELETE FROM receipt WHERE entryId = 3; DELETE FROM posting WHERE entryId = 3; DELETE FROM journal_entry WHERE id = 3',
    'no series has a gap',
    'T1',
  ],
  ['a posting that is gone', 'DELETE FROM posting WHERE id = 3', 'every entry balances', 'T1/2026-27/00002'],
  [
    'a posting of no entry',
    "INSERT INTO posting (entryId, line, accountCode, side, amount, postedOn) VALUES (999, 1, '1201', 'debit', 1, '2026-11-30')",
    'every posting belongs to an entry and an account',
    '999',
  ],
  [
    'an entry that was put in',
    'INSERT INTO journal_entry (seriesCode, financialYear, number, kind, postedOn, valueOn, narration, total, makerUserId, recordedAt, previousHash, hash) SELECT seriesCode, financialYear, 50, kind, postedOn, valueOn, narration, total, 1, 0, hash, hash FROM journal_entry WHERE id = 5',
    'every entry balances',
    'T1/2026-27/00050',
  ],
  [
    'the account of a posting',
    "UPDATE posting SET accountCode = '1201' WHERE id = 1",
    'every posting on an account with a sub-ledger names it',
    '1201',
  ],
  [
    'the sides of an entry',
    "UPDATE posting SET side = CASE side WHEN 'debit' THEN 'credit' ELSE 'debit' END WHERE entryId = 2",
    'every chain is whole',
    'T1/2026-27/00002',
  ],
  [
    'the sub-ledger of a posting',
    'UPDATE posting SET subLedgerId = 77 WHERE id = 2',
    'every sub-ledger has a balance',
    'deposit 77',
  ],
  [
    'a balance after',
    'UPDATE posting SET balanceAfter = balanceAfter + 1 WHERE id = 4',
    'the balance after every posting is right',
    'posting 4',
  ],
  [
    'a balance',
    "UPDATE balance SET amount = amount + 1 WHERE subLedger = 'deposit'",
    'every balance is the sum of its postings',
    'deposit 1',
  ],
  [
    'a balance that is gone',
    "DELETE FROM balance WHERE subLedger = 'till'",
    'every sub-ledger has a balance',
    'till 1',
  ],
  [
    'a balance of another account',
    "UPDATE balance SET accountCode = '2102' WHERE subLedger = 'deposit'",
    'every sub-ledger has a balance',
    'deposit 1',
  ],
  [
    'the number of a deposit',
    "UPDATE deposit SET number = 'SB-9' WHERE id = 1",
    'every chain is whole',
    'T1/2026-27/00001',
  ],
  [
    'a reversal that lost its entry',
    'UPDATE journal_entry SET reversesEntryId = NULL WHERE reversesEntryId IS NOT NULL',
    'every reversal mirrors its entry',
    'T1/2026-27/00007',
  ],
  [
    'a reversal of another entry',
    'UPDATE journal_entry SET reversesEntryId = 1 WHERE reversesEntryId IS NOT NULL',
    'every reversal mirrors its entry',
    'T1/2026-27/00007',
  ],
  [
    'the total of a receipt',
    'UPDATE receipt SET total = total + 1 WHERE id = 2',
    'every receipt is what its entry and its lines say',
    'T1/2026-27/00002',
  ],
  [
    'a line of a receipt',
    'UPDATE receipt_line SET amount = amount + 1 WHERE receiptId = 2',
    'every receipt is what its entry and its lines say',
    'T1/2026-27/00002',
  ],
  [
    'the direction of a receipt',
    "UPDATE receipt SET direction = 'out', mode = 'upi' WHERE id = 2",
    'every receipt is what its entry and its lines say',
    'T1/2026-27/00002',
  ],
  [
    'the number of a receipt',
    "UPDATE receipt SET number = 'T1/2026-27/00099' WHERE id = 2",
    'every receipt carries the number of its entry',
    '00099',
  ],
  [
    'the shares of a holding',
    'UPDATE share_holding SET shares = 3',
    'every share holding is the sum of its allotments at face value',
    'F-0001',
  ],
  [
    'the face value of an allotment',
    'UPDATE share_allotment SET faceValue = 9999',
    'every share holding is the sum of its allotments at face value',
    'F-0001',
  ],
  [
    'a sum of a closed day',
    "UPDATE daily_total SET debit = debit + 1 WHERE accountCode = '1102'",
    'the sums of closed days are those of their postings',
    '1102 on 2026-11-30',
  ],
  [
    'a sum of a closed day that is gone',
    "DELETE FROM daily_total WHERE accountCode = '2101'",
    'the sums of closed days are those of their postings',
    '2101 on 2026-11-30',
  ],
  [
    'a day that was opened again',
    "UPDATE business_day SET status = 'open' WHERE businessDate = '2026-11-30'",
    'the sums of closed days are those of their postings',
    '2026-11-30',
  ],
  [
    'the type of an account',
    "UPDATE account SET type = 'asset' WHERE code = '2101'",
    'every balance is the sum of its postings',
    '2101',
  ],
];

test.each(spoiled)('%s is found', async (_what, sql, check, names) => {
  const path = join(folder, 'spoiled.db');
  cpSync(good, path);
  const spoiling = new DatabaseSync(path);
  const triggers = spoiling.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'").all();
  spoiling.exec(triggers.map(({ name }) => `DROP TRIGGER "${name}"`).join('; '));
  spoiling.exec(`PRAGMA foreign_keys = OFF; ${sql}`);
  spoiling.close();

  const { code, report } = await verify(path);
  expect(code).toBe(1);
  const bad = report.checks.find(({ name }) => name === check);
  expect(bad, JSON.stringify(report.checks.filter(({ ok }) => !ok))).toMatchObject({
    ok: false,
    bad: expect.stringContaining(names),
  });
  expect(report.firstBad).toBe(report.checks.find(({ ok }) => !ok)?.bad);
});
