// Every list as a file: the whole filter and not the page in view, in the trail before the first byte, no cell a formula.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { badInBooks, must, openForBusiness, type Person, type SocietyInBusiness } from './society-in-business.ts';

let society: SocietyInBusiness;
let person: Person;
beforeAll(async () => {
  society = await openForBusiness();
  person = await society.admitActive('5000.00');
  for (let times = 0; times < 3; times++) await society.deposit(person, '25.00');
});
afterAll(async () => {
  expect(await badInBooks(society)).toEqual([]);
  await society.close();
});

const rowsOf = (body: string) => body.trim().split('\r\n').slice(1);

const LISTS: readonly [url: string, action: string, list: string][] = [
  ['/api/admin/member-requests.csv?status=all', 'applications.exported', '/api/admin/member-requests?status=all'],
  ['/api/approvals.csv?status=all', 'approvals.exported', '/api/approvals?status=all'],
  ['/api/deposits.csv', 'deposits.exported', '/api/deposits?'],
  ['/api/shares.csv', 'shares.exported', '/api/shares?'],
  ['/api/receipts.csv', 'receipts.exported', '/api/receipts?'],
  ['/api/notices.csv?state=all', 'notices.exported', '/api/notices?state=all'],
  ['/api/admin/users.csv', 'users.exported', '/api/admin/users?'],
  ['/api/accounts/2101/ledger.csv', 'ledger.exported', '/api/accounts/2101/ledger?'],
];

test.each(LISTS)('%s holds every row of the list, whatever page was asked for', async (url, _action, list) => {
  const { items } = must(await society.administrator.inject({ url: `${list}&limit=200` }), 200).json();
  const query = url.includes('?') ? '&' : '?';
  const file = must(await society.administrator.inject({ url: `${url}${query}limit=1` }), 200);
  expect(file.headers['content-type']).toBe('text/csv; charset=utf-8');
  expect(file.headers['content-disposition']).toMatch(/^attachment; filename="[a-z0-9-]+\.csv"$/);
  expect(file.body.startsWith('\uFEFF')).toBe(true);
  expect(rowsOf(file.body)).toHaveLength(items.length);
});

test('the day book as a file holds every posting of the day', async () => {
  const day = must(await society.administrator.inject({ url: '/api/day-book?on=2026-11-30&limit=200' }), 200).json();
  const file = must(await society.administrator.inject({ url: '/api/day-book.csv?on=2026-11-30' }), 200);
  expect(rowsOf(file.body)).toHaveLength(
    day.entries.reduce((sum: number, { postings }: { postings: unknown[] }) => sum + postings.length, 0),
  );
});

test.each([...LISTS, ['/api/day-book.csv?on=2026-11-30', 'day_book.exported', ''] as const])(
  '%s is in the trail as %s, with what was asked for',
  async (url, action) => {
    must(await society.administrator.inject({ url }), 200);
    const row = await society.platform.database
      .selectFrom('audit')
      .select(['action', 'userName'])
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow();
    expect(row).toEqual({ action, userName: expect.any(String) });
  },
);

test('the heads of a file are in the language of who asks', async () => {
  const headers = { 'accept-language': 'hi' };
  for (const [url] of LISTS) {
    const { body } = must(await society.administrator.inject({ url, headers }), 200);
    expect(body.split('\r\n')[0], url).toMatch(/[\u0900-\u097f]/);
  }
});

test('an account that is not there has no file', async () => {
  const answer = await society.administrator.inject({ url: '/api/accounts/9999/ledger.csv' });
  expect([answer.statusCode, answer.json().code]).toEqual([404, 'ACCOUNT_NOT_FOUND']);
});

test('asked for its total, the list of receipts counts and sums the whole filter and not the page', async () => {
  const list = async (query: string) =>
    must(await society.administrator.inject({ url: `/api/receipts?${query}` }), 200).json();
  const { items } = await list('limit=200');
  const received = items
    .filter(({ direction, reversedByEntryId }: { direction: string; reversedByEntryId: string | null }) => {
      return direction === 'in' && reversedByEntryId === null;
    })
    .reduce((sum: number, { total }: { total: string }) => sum + Number(total.replace('.', '')), 0);
  const page = await list('limit=1&total=true');
  expect(page.items).toHaveLength(1);
  expect(page.total).toBe(items.length);
  expect(page.totals.received.replace('.', '')).toBe(String(received));
  expect(await list('direction=out&total=true')).toMatchObject({
    total: 0,
    totals: { received: '0.00', paid: '0.00' },
  });
});

test('a receipt that was taken back counts as a receipt and not as money', async () => {
  const sums = async () =>
    must(await society.administrator.inject({ url: '/api/receipts?total=true&limit=1' }), 200).json();
  const before = await sums();
  const receiptId = await society.deposit(person, '40.00');
  const receipt = must(await society.send(society.cashier, 'GET', `/api/receipts/${receiptId}`), 200).json();
  must(
    await society.send(society.manager, 'POST', `/api/journal-entries/${receipt.entryId}/reversal`, {
      reason: 'Counted into the wrong account',
    }),
    201,
  );
  const after = await sums();
  expect([after.total, after.totals]).toEqual([before.total + 1, before.totals]);
});
