// The comparator of a durable deposit: the very rows one deposit writes, put into the same tables with prepared
// statements and nothing around them, one FULL commit each. It works on a copy of its own.

import { randomBytes } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';

export interface RawTask {
  readonly seconds: number;
}

export interface RawResult {
  readonly commits: number;
  readonly perSecond: number;
}

interface EntryRow {
  readonly seriesCode: string;
  readonly financialYear: string;
  readonly postedOn: string;
  readonly tillId: number;
  readonly makerUserId: number;
}

const [file = '', answer = ''] = process.argv.slice(2);
const database = new DatabaseSync(file);
database.exec(`
  PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA recursive_triggers = ON;
  PRAGMA temp_store = MEMORY; PRAGMA cache_size = -16000; PRAGMA journal_size_limit = 67108864;
`);

const marks = (count: number) => Array(count).fill('?').join(', ');
const begin = database.prepare('BEGIN IMMEDIATE');
const commit = database.prepare('COMMIT');
const addKey = database.prepare(
  `INSERT INTO idempotency (userId, idempotencyKey, requestHash, status, answer, recordedAt) VALUES (${marks(6)})`,
);
const moveBalance = database.prepare(
  'UPDATE balance SET amount = amount + ?, version = version + 1 WHERE subLedger = ? AND subLedgerId = ?',
);
const addEntry = database.prepare(
  'INSERT INTO journal_entry (seriesCode, financialYear, number, kind, postedOn, valueOn, narration, total, memberId, ' +
    'tillId, mode, reversesEntryId, makerUserId, checkerUserId, idempotencyKey, recordedAt, previousHash, hash) ' +
    `VALUES (${marks(18)})`,
);
const addPostings = database.prepare(
  'INSERT INTO posting (entryId, line, accountCode, side, amount, subLedger, subLedgerId, balanceAfter, memo, postedOn) ' +
    `VALUES (${marks(10)}), (${marks(10)})`,
);
const advanceSeries = database.prepare(
  'UPDATE voucher_series SET nextNumber = nextNumber + 1, chainHead = ? WHERE code = ? AND financialYear = ?',
);
const addAudit = database.prepare(
  'INSERT INTO audit (recordedAt, userId, userKind, userName, action, subjectKind, subjectId, oldValues, newValues, ' +
    `address, agent, requestId) VALUES (${marks(12)})`,
);
const addReceipt = database.prepare(
  'INSERT INTO receipt (number, entryId, direction, memberId, tillSessionId, mode, reference, referenceOn, drawnOn, ' +
    `total, cashGiven, issuedByUserId, issuedAt, issuedOn) VALUES (${marks(14)})`,
);
const addLine = database.prepare(
  'INSERT INTO receipt_line (receiptId, line, kind, dueId, depositId, labelEn, labelHi, amount) ' +
    `VALUES (${marks(8)})`,
);
const addEvent = database.prepare(
  `INSERT INTO outbox (name, audience, memberId, userId, payload, recordedAt) VALUES (${marks(6)})`,
);

// Written by the program itself into these columns.
const like = database
  .prepare(
    'SELECT seriesCode, financialYear, postedOn, tillId, makerUserId FROM journal_entry ORDER BY id DESC LIMIT 1',
  )
  .get() as unknown as EntryRow;
const savers = database.prepare('SELECT id AS depositId, memberId FROM deposit ORDER BY id').all();
const last = database
  .prepare('SELECT MAX(number) AS number FROM journal_entry WHERE seriesCode = ? AND financialYear = ?')
  .get(like.seriesCode, like.financialYear);
const session = database.prepare('SELECT MAX(id) AS id FROM till_session').get();
const number = { next: Number(last?.number ?? 0) + 1, saver: 0 };
const AMOUNT = 10_000;

function oneDeposit(): void {
  const saver = savers[number.saver % savers.length] ?? {};
  const [memberId, depositId] = [Number(saver.memberId), Number(saver.depositId)];
  const nth = number.next;
  number.next += 1;
  number.saver += 7;
  const now = Date.now();
  const key = `raw-${String(nth).padStart(16, '0')}`;
  const printed = `${like.seriesCode}/${like.financialYear}/${String(nth).padStart(5, '0')}`;
  const hash = randomBytes(32).toString('hex');
  const { seriesCode, financialYear, postedOn, tillId, makerUserId } = like;

  begin.run();
  addKey.run(makerUserId, key, hash.slice(0, 43), 201, answer, now);
  moveBalance.run(AMOUNT, 'deposit', depositId);
  moveBalance.run(AMOUNT, 'till', tillId);
  const { lastInsertRowid: entryId } = addEntry.run(
    ...[seriesCode, financialYear, nth, 'receipt', postedOn, postedOn],
    ...[`Received in cash from MEM-${memberId}: Savings SB-${depositId}`, AMOUNT, memberId, tillId, 'cash', null],
    ...[makerUserId, null, key, now, hash, hash],
  );
  addPostings.run(
    ...[entryId, 1, '1102', 'debit', AMOUNT, 'till', tillId, AMOUNT, null, postedOn],
    ...[entryId, 2, '2101', 'credit', AMOUNT, 'deposit', depositId, AMOUNT, null, postedOn],
  );
  advanceSeries.run(hash, seriesCode, financialYear);
  const values = JSON.stringify({ entryId: Number(entryId), number: printed, total: AMOUNT, memberId, mode: 'cash' });
  addAudit.run(
    ...[now, makerUserId, 'staff', 'Somebody', 'receipt.taken', 'journal_entry', String(entryId), null, values],
    ...['127.0.0.1', '', 'request-1'],
  );
  const { lastInsertRowid: receiptId } = addReceipt.run(
    ...[
      printed,
      entryId,
      'in',
      memberId,
      Number(session?.id),
      'cash',
      null,
      null,
      null,
      AMOUNT,
      null,
      makerUserId,
      now,
      postedOn,
    ],
  );
  addLine.run(receiptId, 1, 'savings', null, depositId, `Savings SB-${depositId}`, `बचत SB-${depositId}`, AMOUNT);
  const payload = JSON.stringify({ receiptId: Number(receiptId), entryId: Number(entryId), memberId });
  addEvent.run('receipt.issued', 'both', memberId, null, payload, now);
  commit.run();
}

function run({ seconds }: RawTask): RawResult {
  const startedAt = performance.now();
  const until = startedAt + seconds * 1_000;
  let commits = 0;
  while (performance.now() < until) {
    oneDeposit();
    commits += 1;
  }
  return { commits, perSecond: commits / ((performance.now() - startedAt) / 1_000) };
}

process.on('message', (task: RawTask) => {
  process.send?.({ result: run(task) });
});
process.on('disconnect', () => {
  database.close();
  process.exit(0);
});
