import { calendarDate, type Money, parseMoney } from '@kafal/core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { SignedIn } from '../../platform/http/test-app.ts';
import type { PostingDraft } from './entry-draft.ts';
import { exportJournal } from './export-journal.ts';
import { openTestBooks, type TestBooks } from './test-books.ts';

let books: TestBooks;
beforeEach(async () => {
  books = await openTestBooks();
});
afterEach(() => books.close());

const rupees = (amount: number) => parseMoney(`${amount}.00`);
const debit = (accountCode: string, amount: Money): PostingDraft => ({ accountCode, side: 'debit', amount });
const credit = (accountCode: string, amount: Money): PostingDraft => ({ accountCode, side: 'credit', amount });
const get = async (url: string, by: SignedIn = books.accountant) => (await by.inject({ method: 'GET', url })).json();

/** What a small office does in its first days; every figure below is added up by hand from these lines. */
async function someDays() {
  const asha = await books.addMember('M-1');
  const binod = await books.addMember('M-2');
  const tillId = await books.addTill('T1', books.cashier);

  // 30 November: the vault is filled, the till gets cash, Asha pays in 1,000 and Binod 400.
  await books.post({
    kind: 'opening',
    postings: [
      { ...debit('1101', rupees(10_000)), subLedger: 'vault', subLedgerId: 1 },
      debit('1201', rupees(20_000)),
      credit('3201', rupees(30_000)),
    ],
  });
  await books.post({
    kind: 'till',
    postings: [
      { ...debit('1102', rupees(2_000)), subLedger: 'till', subLedgerId: tillId },
      { ...credit('1101', rupees(2_000)), subLedger: 'vault', subLedgerId: 1 },
    ],
    tillId,
  });
  await books.deposit({ ...asha, tillId }, rupees(1_000));
  await books.deposit({ ...binod, tillId }, rupees(400));
  await books.closeSession(tillId);
  await books.accountant.inject({ method: 'POST', url: '/api/business-days/2026-11-30/closing' });

  // 1 December, open still: stationery of 250 by bank, and Asha sends 300 to Binod.
  books.clock.advance(86_400_000);
  await books.post({ postings: [debit('5203', rupees(250)), credit('1201', rupees(250))] });
  const transfer = await books.post({
    kind: 'transfer',
    seriesCode: 'ON',
    narration: 'Sent to Binod',
    mode: 'transfer',
    memberId: asha.memberId,
    postings: [
      { ...debit('2101', rupees(300)), subLedger: 'deposit', subLedgerId: asha.depositId },
      { ...credit('2101', rupees(300)), subLedger: 'deposit', subLedgerId: binod.depositId },
    ],
  });
  return { asha, binod, tillId, transfer };
}

const figures = (row: Record<string, string>) => [
  row.accountCode,
  row.openingDebit,
  row.openingCredit,
  row.debit,
  row.credit,
  row.closingDebit,
  row.closingCredit,
];

test('the trial balance of an open day adds closed days and open ones', async () => {
  await someDays();
  const balance = await get('/api/trial-balance');
  expect(balance).toMatchObject({ asOf: '2026-12-01', periodFrom: '2026-04-01', currency: 'INR', agrees: true });
  expect(balance.rows.map(figures)).toEqual([
    ['1101', '0.00', '0.00', '10000.00', '2000.00', '8000.00', '0.00'],
    ['1102', '0.00', '0.00', '3400.00', '0.00', '3400.00', '0.00'],
    ['1201', '0.00', '0.00', '20000.00', '250.00', '19750.00', '0.00'],
    ['2101', '0.00', '0.00', '300.00', '1700.00', '0.00', '1400.00'],
    ['3201', '0.00', '0.00', '0.00', '30000.00', '0.00', '30000.00'],
    ['5203', '0.00', '0.00', '250.00', '0.00', '250.00', '0.00'],
  ]);
  expect(balance.totals).toEqual({
    openingDebit: '0.00',
    openingCredit: '0.00',
    debit: '33950.00',
    credit: '33950.00',
    closingDebit: '31400.00',
    closingCredit: '31400.00',
  });
});

test('the trial balance of an earlier day knows nothing of what came after', async () => {
  await someDays();
  const balance = await get('/api/trial-balance?asOf=2026-11-30');
  expect(balance.rows.map(figures)).toEqual([
    ['1101', '0.00', '0.00', '10000.00', '2000.00', '8000.00', '0.00'],
    ['1102', '0.00', '0.00', '3400.00', '0.00', '3400.00', '0.00'],
    ['1201', '0.00', '0.00', '20000.00', '0.00', '20000.00', '0.00'],
    ['2101', '0.00', '0.00', '0.00', '1400.00', '0.00', '1400.00'],
    ['3201', '0.00', '0.00', '0.00', '30000.00', '0.00', '30000.00'],
  ]);
});

test('in a new financial year what went before is the opening', async () => {
  await someDays();
  books.clock.set(Date.UTC(2027, 3, 2, 5, 0));
  await books.post({ postings: [debit('5203', rupees(50)), credit('1201', rupees(50))] });
  const balance = await get('/api/trial-balance');
  expect(balance).toMatchObject({ asOf: '2027-04-02', periodFrom: '2027-04-01', agrees: true });
  expect(balance.rows.map(figures)).toEqual([
    ['1101', '8000.00', '0.00', '0.00', '0.00', '8000.00', '0.00'],
    ['1102', '3400.00', '0.00', '0.00', '0.00', '3400.00', '0.00'],
    ['1201', '19750.00', '0.00', '0.00', '50.00', '19700.00', '0.00'],
    ['2101', '0.00', '1400.00', '0.00', '0.00', '0.00', '1400.00'],
    ['3201', '0.00', '30000.00', '0.00', '0.00', '0.00', '30000.00'],
    ['5203', '250.00', '0.00', '50.00', '0.00', '300.00', '0.00'],
  ]);
});

test('the trial balance is a file too, and the export is in the trail', async () => {
  await someDays();
  const file = await books.accountant.inject({ method: 'GET', url: '/api/trial-balance.csv?asOf=2026-11-30' });
  expect(file.headers['content-type']).toBe('text/csv; charset=utf-8');
  expect(file.headers['content-disposition']).toBe('attachment; filename="trial-balance.csv"');
  const lines = file.body.slice(1).split('\r\n');
  expect(file.body.codePointAt(0)).toBe(0xfeff);
  expect(lines[0]).toBe(
    'Account,Name of account,Opening debit,Opening credit,Debit,Credit,Closing debit,Closing credit',
  );
  expect(lines[1]).toBe('1101,Cash in hand – vault,0.00,0.00,10000.00,2000.00,8000.00,0.00');
  expect(lines[6]).toBe('Total,,0.00,0.00,33400.00,33400.00,31400.00,31400.00');
  const trail = await books.platform.database
    .selectFrom('audit')
    .select(['action', 'subjectId'])
    .where('action', '=', 'trial_balance.exported')
    .execute();
  expect(trail).toEqual([{ action: 'trial_balance.exported', subjectId: '2026-11-30' }]);
});

test('the day book shows every entry with its postings and the cash of the day', async () => {
  await someDays();
  const first = await get('/api/day-book?on=2026-11-30');
  expect(first).toMatchObject({
    on: '2026-11-30',
    status: 'closed',
    debit: '33400.00',
    credit: '33400.00',
    cash: { opening: '0.00', receipts: '11400.00', payments: '0.00', closing: '11400.00' },
    nextCursor: null,
  });
  expect(first.entries.map(({ number }: { number: string }) => number)).toEqual([
    'JV/2026-27/00001',
    'JV/2026-27/00002',
    'T1/2026-27/00001',
    'T1/2026-27/00002',
  ]);
  expect(first.entries[2].postings).toMatchObject([
    { accountCode: '1102', accountName: 'Cash with teller', side: 'debit', subLedgerNumber: 'T1' },
    { accountCode: '2101', side: 'credit', amount: '1000.00', subLedgerNumber: 'SB-M-1' },
  ]);
  expect(await get('/api/day-book?on=2026-12-01')).toMatchObject({
    status: 'open',
    cash: { opening: '11400.00', receipts: '0.00', payments: '0.00', closing: '11400.00' },
  });
  expect(await get('/api/day-book?on=2026-12-25')).toMatchObject({ status: 'none', entries: [] });

  const page = await get('/api/day-book?on=2026-11-30&limit=3');
  expect(page.entries).toHaveLength(3);
  const rest = await get(`/api/day-book?on=2026-11-30&limit=3&cursor=${page.nextCursor}`);
  expect(rest.entries.map(({ number }: { number: string }) => number)).toEqual(['T1/2026-27/00002']);
});

test('an account shows every posting on it and the sums of the period, page by page', async () => {
  await someDays();
  const ledger = await get('/api/accounts/2101/ledger?limit=2');
  expect(ledger).toMatchObject({ account: { code: '2101', isControl: true }, debit: '300.00', credit: '1700.00' });
  const rest = await get(`/api/accounts/2101/ledger?limit=2&cursor=${ledger.nextCursor}`);
  const all = [...ledger.items, ...rest.items];
  expect(all.map((item) => [item.postedOn, item.side, item.amount, item.subLedgerNumber, item.entryNumber])).toEqual([
    ['2026-11-30', 'credit', '1000.00', 'SB-M-1', 'T1/2026-27/00001'],
    ['2026-11-30', 'credit', '400.00', 'SB-M-2', 'T1/2026-27/00002'],
    ['2026-12-01', 'debit', '300.00', 'SB-M-1', 'ON/2026-27/00001'],
    ['2026-12-01', 'credit', '300.00', 'SB-M-2', 'ON/2026-27/00001'],
  ]);
  expect(rest.nextCursor).toBeNull();
  const december = await get('/api/accounts/2101/ledger?from=2026-12-01&to=2026-12-31');
  expect(december).toMatchObject({ debit: '300.00', credit: '300.00' });
  expect(december.items).toHaveLength(2);
  expect(await get('/api/accounts/9999/ledger')).toMatchObject({
    status: 404,
    code: 'ACCOUNT_NOT_FOUND',
    detail: 'There is no account 9999.',
  });
});

test('the chart is listed in the language of the reader', async () => {
  const answer = await books.accountant.inject({
    method: 'GET',
    url: '/api/accounts',
    headers: { 'accept-language': 'hi' },
  });
  expect(answer.json().items[0]).toEqual({
    code: '1101',
    name: 'हाथ में नकदी – तिजोरी',
    type: 'asset',
    isControl: false,
    subLedger: 'vault',
    isActive: true,
  });
});

test('the register is filtered and its sums are of the whole filter, not the page', async () => {
  const { asha, tillId } = await someDays();
  const numbersOf = async (query: string) =>
    (await get(`/api/transactions${query}`)).items.map(({ number }: { number: string }) => number);

  const all = await get('/api/transactions?total=true&limit=2');
  expect(all).toMatchObject({
    // In: the opening of 30,000 and two deposits. Out: the stationery. Vault to till is neither.
    totals: { receipts: '31400.00', payments: '250.00', posted: '33950.00', entries: 6 },
    total: 6,
    currency: 'INR',
  });
  expect(all.items.map(({ number }: { number: string }) => number)).toEqual(['ON/2026-27/00001', 'JV/2026-27/00003']);
  expect(await numbersOf(`?limit=4&cursor=${all.nextCursor}`)).toEqual([
    'T1/2026-27/00002',
    'T1/2026-27/00001',
    'JV/2026-27/00002',
    'JV/2026-27/00001',
  ]);
  expect(await numbersOf('?kind=receipt&sort=recordedAt')).toEqual(['T1/2026-27/00001', 'T1/2026-27/00002']);
  expect(await numbersOf('?from=2026-12-01')).toEqual(['ON/2026-27/00001', 'JV/2026-27/00003']);
  expect(await numbersOf('?to=2026-11-30&kind=opening')).toEqual(['JV/2026-27/00001']);
  expect(await numbersOf(`?memberId=${asha.memberId}`)).toEqual(['ON/2026-27/00001', 'T1/2026-27/00001']);
  expect(await numbersOf('?accountCode=5203')).toEqual(['JV/2026-27/00003']);
  expect(await numbersOf('?mode=cash')).toEqual(['T1/2026-27/00002', 'T1/2026-27/00001']);
  expect(await numbersOf(`?tillId=${tillId}&kind=till`)).toEqual(['JV/2026-27/00002']);
  expect(await numbersOf('?q=T1/2026-27/2')).toEqual(['T1/2026-27/00002']);
  expect(await numbersOf('?q=M-2')).toEqual(['T1/2026-27/00002']);
  expect(await numbersOf('?q=SENT%20to')).toEqual(['ON/2026-27/00001']);
  expect(await numbersOf('?q=100%25')).toEqual([]);
  expect(await get('/api/transactions?cursor=x')).toMatchObject({ status: 400, code: 'CURSOR_MALFORMED' });
  expect(await get('/api/transactions?limit=1000000')).toMatchObject({ status: 400 });
});

test('a member sees their own entries, and of others in them neither number nor balance nor name', async () => {
  const { asha, binod, transfer } = await someDays();
  const member = await books.member(binod.memberId, 'Binod');
  const list = await get('/api/transactions?total=true', member);
  expect(list.items.map(({ number }: { number: string }) => number)).toEqual(['ON/2026-27/00001', 'T1/2026-27/00002']);
  expect(list.items[0]).toMatchObject({ memberId: null, memberNumber: null, memberName: null, receiptId: null });
  expect(list.totals).toMatchObject({ receipts: '400.00', entries: 2 });
  expect(list.items.map(({ ownSavings }: { ownSavings: unknown }) => ownSavings)).toEqual([
    { direction: 'in', amount: '300.00' },
    { direction: 'in', amount: '400.00' },
  ]);
  const sender = await books.member(asha.memberId, 'Asha');
  expect((await get('/api/transactions', sender)).items[0]).toMatchObject({
    number: 'ON/2026-27/00001',
    ownSavings: { direction: 'out', amount: '300.00' },
  });
  expect((await get('/api/transactions', books.accountant)).items[0].ownSavings).toBeNull();

  const view = await get(`/api/journal-entries/${transfer.id}`, member);
  expect(view.postings).toMatchObject([
    { accountCode: '2101', side: 'debit', amount: '300.00', subLedgerNumber: null, balanceAfter: null },
    { accountCode: '2101', side: 'credit', amount: '300.00', subLedgerNumber: 'SB-M-2', balanceAfter: '700.00' },
  ]);
  expect(JSON.stringify(view)).not.toContain('M-1');

  const entries = await get('/api/transactions', books.accountant);
  for (const { id, memberId } of entries.items) {
    const answer = await get(`/api/journal-entries/${id}`, member);
    const explanation = await get(`/api/journal-entries/${id}/explanation`, member);
    const isOwn = memberId === String(binod.memberId) || id === String(transfer.id);
    expect(answer.code).toBe(isOwn ? undefined : 'ENTRY_NOT_FOUND');
    expect(explanation.code).toBe(isOwn ? undefined : 'ENTRY_NOT_FOUND');
  }
  expect(await get(`/api/transactions?memberId=${asha.memberId}`, member)).toMatchObject({
    items: [{ number: 'ON/2026-27/00001' }],
  });
  const nobody = await books.member(null, 'Nobody');
  expect(await get('/api/transactions', nobody)).toMatchObject({ items: [] });
});

test('an entry explains itself posting by posting', async () => {
  const { transfer } = await someDays();
  expect(await get(`/api/journal-entries/${transfer.id}/explanation`)).toEqual({
    figure: 'ON/2026-27/00001',
    value: '300.00',
    lines: [
      { label: 'Debit · 2101 Savings deposits · SB-M-1', value: '300.00', entryId: null, on: null },
      { label: 'Credit · 2101 Savings deposits · SB-M-2', value: '300.00', entryId: null, on: null },
    ],
    rule: 'Every entry has equal debits and credits; its total is the sum of either side.',
  });
});

test('the register as a file holds the whole filter, never a formula, and is in the trail before it leaves', async () => {
  await someDays();
  await books.post({
    narration: '=HYPERLINK("x"),+1',
    postings: [debit('5203', rupees(5)), credit('1201', rupees(5))],
  });
  const file = await books.accountant.inject({ method: 'GET', url: '/api/transactions.csv?from=2026-12-01&limit=1' });
  expect(file.statusCode).toBe(200);
  expect(file.headers['content-type']).toBe('text/csv; charset=utf-8');
  const lines = file.body.slice(1).trimEnd().split('\r\n');
  expect(lines).toEqual([
    'Number,Kind,Posted on,Value on,Narration,Member number,Member,Mode,Till,Amount,Entered by',
    'JV/2026-27/00004,voucher,2026-12-01,2026-12-01,"\'=HYPERLINK(""x""),+1",,,,,5.00,Meena Joshi',
    'ON/2026-27/00001,transfer,2026-12-01,2026-12-01,Sent to Binod,M-1,Member M-1,transfer,,300.00,Meena Joshi',
    'JV/2026-27/00003,voucher,2026-12-01,2026-12-01,A test of the books,,,,,250.00,Meena Joshi',
  ]);
  const trail = await books.platform.database
    .selectFrom('audit')
    .select(['userName', 'newValues'])
    .where('action', '=', 'transactions.exported')
    .execute();
  expect(trail).toEqual([{ userName: 'Arun Negi', newValues: '{"from":"2026-12-01"}' }]);

  expect((await books.cashier.inject({ method: 'GET', url: '/api/transactions.csv' })).statusCode).toBe(403);
});

test('a file of 1,200 entries is complete and in order', async () => {
  for (let index = 0; index < 1_200; index += 1) {
    await books.post({ postings: [debit('1201', rupees(1)), credit('4206', rupees(1))] });
  }
  const file = await books.accountant.inject({ method: 'GET', url: '/api/transactions.csv?sort=recordedAt' });
  const numbers = file.body
    .trimEnd()
    .split('\r\n')
    .slice(1)
    .map((line) => line.split(',')[0]);
  expect(numbers).toEqual(
    Array.from({ length: 1_200 }, (_, index) => `JV/2026-27/${String(index + 1).padStart(5, '0')}`),
  );
});

test('who may not read the books does not', async () => {
  for (const url of [
    '/api/accounts',
    '/api/accounts/1101/ledger',
    '/api/day-book?on=2026-11-30',
    '/api/trial-balance',
    '/api/transactions',
    '/api/journal-entries/1',
    '/api/business-days',
  ]) {
    expect((await books.cashier.inject({ method: 'GET', url })).statusCode, url).toBe(403);
    expect((await books.app.inject({ method: 'GET', url })).statusCode, url).toBe(401);
  }
});

test('the exported journal is in the order of series and number and holds no id of the database', async () => {
  await someDays();
  const lines: string[] = [];
  for await (const line of exportJournal(books.platform.database)) lines.push(line);
  const entries = lines.map((line) => JSON.parse(line));
  expect(entries.map(({ number }) => number)).toEqual([
    'JV/2026-27/00001',
    'JV/2026-27/00002',
    'JV/2026-27/00003',
    'ON/2026-27/00001',
    'T1/2026-27/00001',
    'T1/2026-27/00002',
  ]);
  expect(entries[4]).toEqual({
    number: 'T1/2026-27/00001',
    kind: 'receipt',
    postedOn: calendarDate('2026-11-30'),
    valueOn: '2026-11-30',
    narration: 'Received into savings',
    total: 100_000,
    mode: 'cash',
    member: 'M-1',
    till: 'T1',
    maker: 'Kavita Bisht',
    checker: null,
    previousHash: '0'.repeat(64),
    hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    reverses: null,
    postings: [
      {
        accountCode: '1102',
        side: 'debit',
        amount: 100_000,
        subLedger: 'till',
        subLedgerNumber: 'T1',
        balanceAfter: 300_000,
        memo: null,
      },
      {
        accountCode: '2101',
        side: 'credit',
        amount: 100_000,
        subLedger: 'deposit',
        subLedgerNumber: 'SB-M-1',
        balanceAfter: 100_000,
        memo: null,
      },
    ],
  });
});
