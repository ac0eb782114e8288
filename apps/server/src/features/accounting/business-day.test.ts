import { parseMoney } from '@kafal/core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Platform } from '../../platform/platform.ts';
import { currentBusinessDay, moveBusinessDayIfDue } from './business-day.ts';
import { closeBusinessDay } from './close-business-day.ts';
import { FIRST_DAY, openTestBooks, type TestBooks } from './test-books.ts';

let books: TestBooks;
beforeEach(async () => {
  books = await openTestBooks();
});
afterEach(() => books.close());

const DAY_MS = 86_400_000;
const oneRupee = () =>
  books.post({
    postings: [
      { accountCode: '1201', side: 'debit', amount: parseMoney('1.00') },
      { accountCode: '4206', side: 'credit', amount: parseMoney('1.00') },
    ],
  });
const state = async () => (await books.cashier.inject({ method: 'GET', url: '/api/business-day' })).json();
const close = (day: string, by = books.accountant) =>
  by.inject({ method: 'POST', url: `/api/business-days/${day}/closing` });

test('the day moves to the new calendar day by itself at the first act after midnight', async () => {
  expect((await oneRupee()).postedOn).toBe('2026-11-30');
  // 18:29 in UTC is one minute before midnight in India.
  books.clock.set(Date.UTC(2026, 10, 30, 18, 29));
  expect((await oneRupee()).postedOn).toBe('2026-11-30');
  books.clock.set(Date.UTC(2026, 10, 30, 18, 30));
  expect(await state()).toMatchObject({ businessDate: '2026-11-30', calendarToday: '2026-12-01', waits: false });
  expect((await oneRupee()).postedOn).toBe('2026-12-01');

  const told = await books.platform.database.selectFrom('outbox').select(['name', 'payload']).execute();
  expect(told).toContainEqual({ name: 'business-day.moved', payload: '{"businessDate":"2026-12-01"}' });
});

test('days without business have no row: after a holiday the day moves straight to today', async () => {
  books.clock.advance(5 * DAY_MS);
  expect(await moveBusinessDayIfDue(books.platform)).toBe('2026-12-05');
  const days = await books.platform.database.selectFrom('business_day').select('businessDate').execute();
  expect(days.map(({ businessDate }) => businessDate).sort()).toEqual(['2026-11-30', '2026-12-05']);
});

test('an open till keeps the day from moving on, and is named', async () => {
  const tillId = await books.addTill('T1', books.cashier);
  books.clock.advance(DAY_MS);

  expect(await state()).toEqual({
    businessDate: '2026-11-30',
    calendarToday: '2026-12-01',
    waits: true,
    openTills: [{ id: String(tillId), code: 'T1', cashier: 'Kavita Bisht' }],
  });
  expect((await oneRupee()).postedOn).toBe('2026-11-30');
  await books.closeSession(tillId);
  expect((await oneRupee()).postedOn).toBe('2026-12-01');
});

test('a closed day keeps its sums and takes no entry any more; the next day is open', async () => {
  await oneRupee();
  const closed = await close('2026-11-30');
  expect(closed.statusCode).toBe(200);
  expect(closed.json()).toEqual({ closed: '2026-11-30', businessDate: '2026-12-01' });

  const kept = await books.platform.database.selectFrom('daily_total').selectAll().orderBy('accountCode').execute();
  expect(kept).toEqual([
    { businessDate: '2026-11-30', accountCode: '1201', debit: 100, credit: 0 },
    { businessDate: '2026-11-30', accountCode: '4206', debit: 0, credit: 100 },
  ]);
  // The calendar still says the 30th; the books are in the 1st already.
  expect((await oneRupee()).postedOn).toBe('2026-12-01');
  const again = await close('2026-11-30');
  expect(again.statusCode).toBe(409);
  expect(again.json()).toMatchObject({
    code: 'BUSINESS_DAY_CLOSED',
    detail: 'The business day 2026-11-30 is closed; it takes no more entries.',
  });
});

test('what is posted while a day is being added up is in the sums that are kept', async () => {
  await oneRupee();
  const { platform } = books;
  let isFirst = true;
  const late: Platform = {
    ...platform,
    transact: async (body) => {
      const answer = await platform.transact(body);
      if (isFirst) await oneRupee();
      isFirst = false;
      return answer;
    },
  };
  await closeBusinessDay(late, books.accountant.actor, FIRST_DAY);

  const kept = platform.database.selectFrom('daily_total').select(['accountCode', 'debit', 'credit']);
  expect(await kept.orderBy('accountCode').execute()).toEqual([
    { accountCode: '1201', debit: 200, credit: 0 },
    { accountCode: '4206', debit: 0, credit: 200 },
  ]);
});

test('an entry that was on its way when its day was closed is refused whole', async () => {
  const { platform } = books;
  await platform.transact((trx) =>
    trx.updateTable('business_day').set({ status: 'closed' }).where('businessDate', '=', FIRST_DAY).execute(),
  );
  await expect(oneRupee()).rejects.toMatchObject({ code: 'BUSINESS_DAY_CLOSED', kind: 'conflict' });
  expect(await platform.database.selectFrom('posting').selectAll().execute()).toEqual([]);
  expect(await platform.database.selectFrom('voucher_series').selectAll().execute()).toEqual([]);
});

test('a day is not closed while one of its tills is open', async () => {
  await books.addTill('T1', books.cashier);
  const refused = await close('2026-11-30');
  expect(refused.statusCode).toBe(409);
  expect(refused.json()).toMatchObject({
    code: 'TILLS_STILL_OPEN',
    detail: 'The business day 2026-11-30 cannot be closed while a till is open: T1.',
  });
});

test('an earlier day is closed without touching the open one, and a day that never was cannot be', async () => {
  await oneRupee();
  books.clock.advance(DAY_MS);
  await oneRupee();
  expect((await close('2026-11-30')).json()).toEqual({ closed: '2026-11-30', businessDate: '2026-12-01' });
  expect(await currentBusinessDay(books.platform)).toBe('2026-12-01');

  const unknown = await close('2026-11-29');
  expect(unknown.statusCode).toBe(404);
  expect(unknown.json()).toMatchObject({ code: 'BUSINESS_DAY_NOT_FOUND' });
  expect((await close('2026-02-30')).statusCode).toBe(400);
});

test('only who may close a day does, and the list says who did', async () => {
  expect((await close('2026-11-30', books.cashier)).statusCode).toBe(403);
  await oneRupee();
  await close('2026-11-30');
  const list = await books.accountant.inject({ method: 'GET', url: '/api/business-days' });
  expect(list.json()).toMatchObject({
    items: [
      { businessDate: '2026-12-01', status: 'open', entries: 0, closedBy: null },
      { businessDate: '2026-11-30', status: 'closed', entries: 1, closedBy: 'Arun Negi' },
    ],
    nextCursor: null,
  });
  const paged = await books.accountant.inject({ method: 'GET', url: '/api/business-days?limit=1' });
  expect(paged.json()).toMatchObject({ items: [{ businessDate: '2026-12-01' }], nextCursor: '2026-12-01' });
  const rest = await books.accountant.inject({ method: 'GET', url: '/api/business-days?cursor=2026-12-01' });
  expect(rest.json()).toMatchObject({ items: [{ businessDate: '2026-11-30' }], nextCursor: null });
  const nonsense = await books.accountant.inject({ method: 'GET', url: '/api/business-days?cursor=nonsense' });
  expect(nonsense.json()).toMatchObject({ status: 400, code: 'CURSOR_MALFORMED' });
});

test('before set-up there is no business day', async () => {
  await books.platform.transact(async (trx) => {
    await trx.deleteFrom('balance').execute();
    await trx.deleteFrom('business_day').execute();
  });
  const answer = await books.cashier.inject({ method: 'GET', url: '/api/business-day' });
  expect(answer.statusCode).toBe(409);
  expect(answer.json()).toMatchObject({ code: 'SOCIETY_NOT_SET_UP' });
});

test('a day that has not come cannot be closed, so nobody can push the date ahead of the calendar', async () => {
  expect((await close('2026-11-30')).json()).toEqual({ closed: '2026-11-30', businessDate: '2026-12-01' });
  const ahead = await close('2026-12-01');
  expect(ahead.statusCode).toBe(422);
  expect(ahead.json()).toMatchObject({ code: 'BUSINESS_DAY_AHEAD' });
  expect(await currentBusinessDay(books.platform)).toBe('2026-12-01');
});
