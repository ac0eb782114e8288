import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { calendarDate, type Money, parseMoney } from '@kafal/core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { verifyTestBooks } from '../../../../../tests/society/verify-test-books.ts';
import type { Trx } from '../../platform/platform.ts';
import { balanceOf, changeHold, openBalance } from './balances.ts';
import type { EntryDraft, PostedEntry, PostingDraft } from './entry-draft.ts';
import { postJournalEntries, postJournalEntry } from './post-journal-entry.ts';
import { FIRST_DAY, openTestBooks, type TestBooks } from './test-books.ts';

let books: TestBooks;
beforeEach(async () => {
  books = await openTestBooks();
});
afterEach(() => books.close());

const toVault = (amount: Money): PostingDraft[] => [
  { accountCode: '1101', side: 'debit', amount, subLedger: 'vault', subLedgerId: 1 },
  { accountCode: '3201', side: 'credit', amount },
];
const rupees = (amount: number) => parseMoney(`${amount}.00`);
const refusalOf = (act: Promise<unknown>) =>
  act.then(
    () => expect.unreachable('it was not refused'),
    (error: { code?: string; params?: unknown }) => ({ code: error.code, params: error.params }),
  );

test('a savings deposit raises the till and the account, and every row of it stands in one transaction', async () => {
  const { memberId, depositId } = await books.addMember('M-1');
  const tillId = await books.addTill('T1', books.cashier);

  const entry = await books.deposit({ tillId, memberId, depositId }, rupees(1_000));

  expect(entry).toMatchObject({ printedNumber: 'T1/2026-27/00001', postedOn: '2026-11-30', valueOn: '2026-11-30' });
  expect(entry.balances).toEqual([
    { subLedger: 'deposit', subLedgerId: depositId, number: 'SB-M-1', before: 0, after: 100_000 },
    { subLedger: 'till', subLedgerId: tillId, number: 'T1', before: 0, after: 100_000 },
  ]);
  const { database } = books.platform;
  const postings = await database.selectFrom('posting').selectAll().orderBy('line').execute();
  expect(postings).toMatchObject([
    { entryId: entry.id, line: 1, accountCode: '1102', side: 'debit', amount: 100_000, balanceAfter: 100_000 },
    { entryId: entry.id, line: 2, accountCode: '2101', side: 'credit', amount: 100_000, balanceAfter: 100_000 },
  ]);
  const trail = await database.selectFrom('audit').selectAll().where('action', '=', 'test.posted').execute();
  expect(trail).toMatchObject([
    { subjectKind: 'journal_entry', subjectId: String(entry.id), userName: 'Kavita Bisht' },
  ]);
  const told = await database.selectFrom('outbox').selectAll().execute();
  expect(told).toMatchObject([{ name: 'receipt.issued', memberId, payload: JSON.stringify({ entryId: entry.id }) }]);
});

test('the chain line of a first entry is written out here by hand', async () => {
  const { memberId, depositId } = await books.addMember('M-1');
  const tillId = await books.addTill('T1', books.cashier);
  const { id } = await books.deposit({ tillId, memberId, depositId }, rupees(1_000));

  const line = [
    'kafal-chain-1',
    'T1',
    '2026-27',
    '1',
    '2026-11-30',
    '2026-11-30',
    'receipt',
    'Received into savings',
    '-',
    '1102|debit|100000|till|T1',
    '2101|credit|100000|deposit|SB-M-1',
    '0'.repeat(64),
  ].join('\t');
  const hash = createHash('sha256').update(line, 'utf8').digest('hex');
  const entry = await books.platform.database
    .selectFrom('journal_entry')
    .select(['previousHash', 'hash'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  expect(entry).toEqual({ previousHash: '0'.repeat(64), hash });

  const second = await books.deposit({ tillId, memberId, depositId }, rupees(5));
  const next = await books.platform.database
    .selectFrom('journal_entry')
    .select(['previousHash', 'number'])
    .where('id', '=', second.id)
    .executeTakeFirstOrThrow();
  expect(next).toEqual({ previousHash: hash, number: 2 });
});

test('an entry out of balance is our own mistake and nothing of it remains', async () => {
  const unbalanced = books.post({
    postings: [
      { accountCode: '5203', side: 'debit', amount: rupees(10) },
      { accountCode: '1201', side: 'credit', amount: rupees(9) },
    ],
  });
  await expect(unbalanced).rejects.toThrow('out of balance by 100');
  expect(await books.platform.database.selectFrom('journal_entry').selectAll().execute()).toEqual([]);
});

test('a posting names the sub-ledger of its account, and only then', async () => {
  const bare: PostingDraft[] = [
    { accountCode: '2101', side: 'debit', amount: rupees(1) },
    { accountCode: '1201', side: 'credit', amount: rupees(1) },
  ];
  await expect(books.post({ postings: bare })).rejects.toThrow('a posting on 2101 names its sub-ledger');
});

test('a balance goes down to its floor and its hold and not a paisa further', async () => {
  const { memberId, depositId } = await books.addMember('M-1', { floor: rupees(100) });
  const tillId = await books.addTill('T1', books.cashier);
  await books.deposit({ tillId, memberId, depositId }, rupees(1_000));
  await books.platform.transact((trx) =>
    changeHold(trx, books.platform, { subLedger: 'deposit', subLedgerId: depositId, hold: rupees(200) }),
  );
  const withdraw = (amount: Money) =>
    books.post({
      postings: [
        { accountCode: '2101', side: 'debit', amount, subLedger: 'deposit', subLedgerId: depositId },
        { accountCode: '1201', side: 'credit', amount },
      ],
    });

  expect(await refusalOf(withdraw(parseMoney('700.01')))).toEqual({
    code: 'BALANCE_TOO_LOW',
    params: { number: 'SB-M-1', available: '700.00', asked: '700.01', floor: '100.00', hold: '200.00' },
  });
  await withdraw(rupees(700));
  expect(await balanceOf(books.platform, { subLedger: 'deposit', subLedgerId: depositId })).toEqual({
    amount: 30_000,
    hold: 20_000,
    floor: 10_000,
  });
});

test('a till and the vault pay no more than they hold', async () => {
  const tillId = await books.addTill('T1', books.cashier);
  await books.post({ postings: toVault(rupees(50)) });
  const move = (from: PostingDraft, to: PostingDraft) => books.post({ postings: [to, from] });
  const till = { accountCode: '1102', subLedger: 'till', subLedgerId: tillId } as const;
  const vault = { accountCode: '1101', subLedger: 'vault', subLedgerId: 1 } as const;
  const amount = rupees(51);

  const fromVault = move({ ...vault, side: 'credit', amount }, { ...till, side: 'debit', amount });
  expect(await refusalOf(fromVault)).toMatchObject({ code: 'VAULT_CASH_TOO_LOW', params: { available: '50.00' } });
  const fromTill = move({ ...till, side: 'credit', amount }, { ...vault, side: 'debit', amount });
  expect(await refusalOf(fromTill)).toMatchObject({ code: 'TILL_CASH_TOO_LOW', params: { number: 'T1' } });
});

test('the examples of docs/CHAIN.md hash to what it says', () => {
  const page = readFileSync(new URL('../../../../../docs/CHAIN.md', import.meta.url), 'utf8');
  const lines = [...page.matchAll(/^kafal-chain-1→.*$/gm)].map(([line]) => line.replaceAll('→', '\t'));
  const hashes = [...page.matchAll(/SHA-256 `([0-9a-f]{64})`/g)].map(([, hash]) => hash);
  expect(lines.map((line) => createHash('sha256').update(line, 'utf8').digest('hex'))).toEqual(hashes);
  expect(hashes).toHaveLength(2);
});

test('share money and share holdings have floors of their own', async () => {
  const { memberId } = await books.addMember('M-1');
  const allot = books.post({
    postings: [
      { accountCode: '2204', side: 'debit', amount: rupees(100), subLedger: 'share_pending', subLedgerId: memberId },
      { accountCode: '3201', side: 'credit', amount: rupees(100) },
    ],
  });
  expect(await refusalOf(allot)).toMatchObject({ code: 'SHARE_MONEY_TOO_LOW', params: { number: 'M-1' } });

  const { platform } = books;
  const holdingId = await platform.transact(async (trx) => {
    const { insertId } = await trx
      .insertInto('share_holding')
      .values({ memberId, folio: 'F-0001', openedOn: FIRST_DAY })
      .executeTakeFirstOrThrow();
    await openBalance(trx, platform, { subLedger: 'share', subLedgerId: Number(insertId), accountCode: '3101' });
    return Number(insertId);
  });
  const redeem = books.post({
    postings: [
      { accountCode: '3101', side: 'debit', amount: rupees(100), subLedger: 'share', subLedgerId: holdingId },
      { accountCode: '1201', side: 'credit', amount: rupees(100) },
    ],
  });
  expect(await refusalOf(redeem)).toMatchObject({ code: 'SHARES_TOO_FEW', params: { number: 'F-0001' } });
});

test('two postings on one balance show the balance in between', async () => {
  await books.post({
    postings: [
      ...toVault(rupees(30)),
      { accountCode: '1101', side: 'debit', amount: rupees(12), subLedger: 'vault', subLedgerId: 1 },
      { accountCode: '3204', side: 'credit', amount: rupees(12) },
    ],
  });
  const rows = await books.platform.database
    .selectFrom('posting')
    .select('balanceAfter')
    .where('subLedger', '=', 'vault')
    .orderBy('line')
    .execute();
  expect(rows).toEqual([{ balanceAfter: 3_000 }, { balanceAfter: 4_200 }]);
});

test('a rollback gives its number back: 200 posts at once, every fourth thrown away, leave 150 numbers without a gap', async () => {
  const { platform } = books;
  const postThenThrow = () =>
    platform.transact(async (trx) => {
      await postJournalEntry(trx, platform, books.manager.actor, {
        seriesCode: 'JV',
        kind: 'voucher',
        narration: 'Never kept',
        postings: toVault(rupees(1)),
        audit: { action: 'test.posted' },
        event: null,
      });
      throw new Error('the printer is out of paper');
    });
  const outcomes = await Promise.allSettled(
    Array.from({ length: 200 }, (_, index) =>
      index % 4 === 3 ? postThenThrow() : books.post({ postings: toVault(rupees(1)) }),
    ),
  );
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(150);

  const numbers = await platform.database.selectFrom('journal_entry').select('number').orderBy('number').execute();
  expect(numbers.map(({ number }) => number)).toEqual(Array.from({ length: 150 }, (_, index) => index + 1));
  expect((await balanceOf(platform, { subLedger: 'vault', subLedgerId: 1 })).amount).toBe(15_000);
});

test('200 withdrawals at once of an account that allows 50: exactly 50', async () => {
  const { memberId, depositId } = await books.addMember('M-1');
  const tillId = await books.addTill('T1', books.cashier);
  await books.deposit({ tillId, memberId, depositId }, rupees(50));
  const outcomes = await Promise.allSettled(
    Array.from({ length: 200 }, () =>
      books.post({
        postings: [
          { accountCode: '2101', side: 'debit', amount: rupees(1), subLedger: 'deposit', subLedgerId: depositId },
          { accountCode: '1201', side: 'credit', amount: rupees(1) },
        ],
      }),
    ),
  );
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(50);
  expect((await balanceOf(books.platform, { subLedger: 'deposit', subLedgerId: depositId })).amount).toBe(0);
});

test('a value date lies neither after the business day nor before the window of the settings', async () => {
  const on = (day: string) => books.post({ postings: toVault(rupees(1)), valueOn: calendarDate(day) });

  expect(await refusalOf(on('2026-12-01'))).toMatchObject({ code: 'VALUE_DATE_IN_FUTURE' });
  expect(await refusalOf(on('2026-11-29'))).toMatchObject({ code: 'VALUE_DATE_TOO_EARLY' });
  await books.setSetting('limit.valueDateDays', 7);
  expect(await on('2026-11-23')).toMatchObject({ postedOn: '2026-11-30', valueOn: '2026-11-23' });
  expect(await refusalOf(on('2026-11-22'))).toMatchObject({
    code: 'VALUE_DATE_TOO_EARLY',
    params: { earliest: '2026-11-23' },
  });
});

test('an entry meant for another day than the open one is refused', async () => {
  const late = books.post({ postings: toVault(rupees(1)), postedOn: calendarDate('2026-11-29') });
  expect(await refusalOf(late)).toEqual({ code: 'BUSINESS_DAY_CLOSED', params: { day: '2026-11-29' } });
});

test('who entered it never approves it', async () => {
  const { userId } = books.manager.actor;
  const own = books.post({ postings: toVault(rupees(1)), makerUserId: userId, checkerUserId: userId });
  await expect(own).rejects.toThrow('never approves');
});

test('a new financial year begins a new row of numbers and a new chain', async () => {
  await books.post({ postings: toVault(rupees(1)) });
  books.clock.set(Date.UTC(2027, 3, 1, 5, 0));
  const entry = await books.post({ postings: toVault(rupees(1)) });

  expect(entry.printedNumber).toBe('JV/2027-28/00001');
  const row = await books.platform.database
    .selectFrom('journal_entry')
    .select('previousHash')
    .where('id', '=', entry.id)
    .executeTakeFirstOrThrow();
  expect(row.previousHash).toBe('0'.repeat(64));
});

test('many entries posted together leave the same rows and balances as one after the other, and their chain holds', async () => {
  const accounts = await Promise.all(['1', '2', '3', '4', '5'].map((number) => books.addMember(`M-${number}`)));
  const credits = accounts.map(
    ({ memberId, depositId }, place): EntryDraft => ({
      seriesCode: 'DE',
      kind: 'interest',
      narration: 'Interest',
      postings: [
        { accountCode: '5101', side: 'debit', amount: rupees(place + 1) },
        {
          accountCode: '2101',
          side: 'credit',
          amount: rupees(place + 1),
          subLedger: 'deposit',
          subLedgerId: depositId,
        },
      ],
      memberId,
      audit: { action: 'test.posted' },
      event: { name: 'interest.credited' },
    }),
  );
  const { platform, manager } = books;
  const posted = async (seriesCode: string, postAll: (trx: Trx, drafts: EntryDraft[]) => Promise<PostedEntry[]>) => {
    const drafts = credits.map((draft) => ({ ...draft, seriesCode }));
    const entries = await platform.transact((trx) => postAll(trx, drafts));
    const rows = await platform.database
      .selectFrom('journal_entry')
      .innerJoin('posting', 'posting.entryId', 'journal_entry.id')
      .select(['number', 'total', 'memberId', 'line', 'accountCode', 'side', 'amount', 'subLedgerId', 'balanceAfter'])
      .where('seriesCode', '=', seriesCode)
      .orderBy('number')
      .orderBy('line')
      .execute();
    return { numbers: entries.map(({ number }) => number), ids: entries.map(({ id }) => id), rows };
  };

  const together = await posted('DE', (trx, drafts) => postJournalEntries(trx, platform, manager.actor, drafts));
  const alone = await posted('DF', async (trx, drafts) => {
    const entries: PostedEntry[] = [];
    for (const draft of drafts) entries.push(await postJournalEntry(trx, platform, manager.actor, draft));
    return entries;
  });

  expect(together.numbers).toEqual([1, 2, 3, 4, 5]);
  expect(new Set([...together.ids, ...alone.ids]).size).toBe(10);
  expect(together.rows[1]).toMatchObject({ line: 2, side: 'credit', amount: rupees(1), balanceAfter: rupees(1) });
  expect(alone.rows[1]?.balanceAfter).toBe(rupees(2));
  const alike = (rows: typeof together.rows) => rows.map(({ balanceAfter: _, ...row }) => row);
  expect(alike(together.rows)).toEqual(alike(alone.rows));
  for (const [place, { depositId }] of accounts.entries()) {
    const { amount } = await balanceOf(platform, { subLedger: 'deposit', subLedgerId: depositId });
    expect(amount).toBe(2 * rupees(place + 1));
  }
  await verifyTestBooks(platform);
});

test('entries that are posted together never share a balance, and are of one series, kind and day', async () => {
  const { depositId } = await books.addMember('M-1');
  const draft: EntryDraft = {
    seriesCode: 'DE',
    kind: 'interest',
    narration: 'Interest',
    postings: [
      { accountCode: '5101', side: 'debit', amount: rupees(1) },
      { accountCode: '2101', side: 'credit', amount: rupees(1), subLedger: 'deposit', subLedgerId: depositId },
    ],
    audit: { action: 'test.posted' },
    event: null,
  };
  const post = (drafts: EntryDraft[]) =>
    books.platform.transact((trx) => postJournalEntries(trx, books.platform, books.manager.actor, drafts));

  await expect(post([draft, draft])).rejects.toThrow('no two move one balance');
  await expect(post([draft, { ...draft, seriesCode: 'JV' }])).rejects.toThrow('of one series, kind and days');
  expect(await balanceOf(books.platform, { subLedger: 'deposit', subLedgerId: depositId })).toMatchObject({
    amount: 0,
  });
});
