// The collections desk on one loan: a lakh at 12 % over twelve months, paid out on 30 November 2026. Each instalment is 8,885.00; the
// first is of 30 December, with 1,000.00 of interest and 7,885.00 of principal. No day ends, so no penal charge comes to it.

import { afterEach, beforeEach, expect, test } from 'vitest';
import { type LendingCounter, openLendingCounter } from './test-loans.ts';

let counter: LendingCounter;
let id: string;
beforeEach(async () => {
  counter = await openLendingCounter();
  id = await counter.paidOut();
});
afterEach(() => counter.close());

const collection = async () => (await counter.get(`/api/loans/${id}/collection`, counter.officer)).json();
const contact = (body: object, by = counter.officer) =>
  counter.post(
    `/api/loans/${id}/contacts`,
    { kind: 'call', spokeTo: 'Her son', said: 'After the milk money', ...body },
    by,
  );
const notice = (by = counter.officer) => counter.post(`/api/loans/${id}/letters`, {}, by);
const letter = (noticeId: string, query = '', by = counter.officer) =>
  counter.get(`/api/loan-letters/${noticeId}/letter.pdf${query}`, by);
const promised = (amount: string, by: string) => contact({ promise: { amount, by } });
const promises = async () => (await collection()).promises;
const overdueRow = async () => (await counter.get('/api/loan-dues?when=overdue', counter.officer)).json().items[0];
const told = async (name: string) =>
  (await counter.platform.database.selectFrom('outbox').select('name').where('name', '=', name).execute()).length;

test('who was spoken to, what was promised, and what the receipts made of the promise', async () => {
  await counter.onDay('2027-01-05');
  expect(await overdueRow()).toMatchObject({ amount: '8885.00', lastContact: null, promise: null, lastNotice: null });
  expect((await contact({}, counter.cashier)).statusCode).toBe(403);
  expect((await contact({ contactedOn: '2027-01-06' })).json()).toMatchObject({
    code: 'CONTACT_AHEAD',
    fields: [{ path: 'contactedOn' }],
  });
  expect((await contact({ contactedOn: '2026-11-29' })).json()).toMatchObject({ code: 'CONTACT_BEFORE_LOAN' });
  expect((await promised('5000.00', '2027-01-04')).json()).toMatchObject({
    code: 'PROMISE_IN_PAST',
    fields: [{ path: 'promise.by' }],
  });
  expect((await promised('900000.00', '2027-01-10')).json()).toMatchObject({ code: 'PROMISE_ABOVE' });
  expect(await collection()).toMatchObject({ contacts: [], promises: [] });

  expect((await contact({ kind: 'visit', contactedOn: '2027-01-04', said: 'Nobody at home' })).statusCode).toBe(201);
  expect((await promised('5000.00', '2027-01-10')).statusCode).toBe(201);
  expect((await collection()).contacts).toMatchObject([
    { kind: 'call', on: '2027-01-05', spokeTo: 'Her son', said: 'After the milk money', recordedBy: 'Lata Negi' },
    { kind: 'visit', on: '2027-01-04', said: 'Nobody at home' },
  ]);
  expect(await overdueRow()).toMatchObject({
    lastContact: { kind: 'call', on: '2027-01-05' },
    promise: { amount: '5000.00', by: '2027-01-10', state: 'open' },
  });

  await counter.repay(id, '4000.00');
  expect(await promises()).toMatchObject([{ received: '4000.00', state: 'open' }]);
  await counter.repay(id, '1000.00');
  expect(await promises()).toMatchObject([{ received: '5000.00', state: 'kept' }]);
  const { payments } = (await counter.get(`/api/loans/${id}`, counter.officer)).json();
  const back = `/api/journal-entries/${payments.at(-1).entryId}/reversal`;
  expect((await counter.post(back, { reason: 'Typed twice' }, counter.manager)).statusCode).toBeLessThan(300);
  expect(await promises()).toMatchObject([{ received: '4000.00', state: 'open' }]);

  // Another takes its place before its day; what came in before counts for the first alone.
  await promised('4885.00', '2027-01-12');
  expect(await promises()).toMatchObject([
    { received: '0.00', state: 'open' },
    { received: '4000.00', state: 'replaced' },
  ]);
  await counter.onDay('2027-01-13');
  await counter.repay(id, '4885.00');
  expect((await promises())[0]).toMatchObject({ received: '0.00', state: 'broken' });
  expect(await overdueRow()).toBeUndefined();
});

test('three letters in their order, each once, with the days between; paid up, they begin anew', async () => {
  expect((await notice()).json()).toMatchObject({ code: 'LOAN_NOT_OVERDUE' });
  await counter.onDay('2027-01-05');
  expect((await notice(counter.cashier)).statusCode).toBe(403);
  expect((await collection()).nextNotice).toEqual({ level: 1, from: '2027-01-05' });
  const both = await Promise.all([notice(), notice(counter.manager)]);
  expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([201, 422]);
  const first = await collection();
  expect(first.notices).toMatchObject([
    { level: 1, on: '2027-01-05', overdue: '8885.00', dueSince: '2026-12-30', daysPastDue: 6, payBy: '2027-01-20' },
  ]);
  expect(first.nextNotice).toEqual({ level: 2, from: '2027-01-21' });
  expect(first.addressees.map(({ name }: { name: string }) => name)).toEqual([
    'Sunita Devi Rawat',
    'Bina Mehta',
    'Deepak Pant',
  ]);
  expect((await notice()).json()).toMatchObject({ code: 'NOTICE_TOO_EARLY' });
  expect(await overdueRow()).toMatchObject({ lastNotice: { level: 1, on: '2027-01-05' } });
  expect([await told('loan.noticed'), await told('surety.noticed')]).toEqual([1, 2]);

  const [surety, stranger] = [counter.guarantors[0]?.id, '999999'];
  const noticeId = first.notices[0].id;
  for (const query of ['', '?language=hi', `?to=${surety}`, `?to=${surety}&language=hi`]) {
    const answer = await letter(noticeId, query);
    expect([answer.statusCode, answer.rawPayload.subarray(0, 5).toString()]).toEqual([200, '%PDF-']);
  }
  expect((await letter(noticeId, `?to=${stranger}`)).json()).toMatchObject({ code: 'NOTICE_NOT_TO_THEM' });
  expect((await letter('999999')).json()).toMatchObject({ code: 'NOTICE_UNKNOWN' });
  const own = await counter.get(`/api/loans/${id}/collection`, counter.borrower.signedIn);
  expect([own.statusCode, (await letter(noticeId, '', counter.borrower.signedIn)).statusCode]).toEqual([403, 403]);

  await counter.onDay('2027-01-21');
  expect((await notice()).statusCode).toBe(201);
  await counter.onDay('2027-02-06');
  expect((await notice()).statusCode).toBe(201);
  expect((await notice()).json()).toMatchObject({ code: 'NOTICES_ALL_OUT' });
  expect(await collection()).toMatchObject({ nextNotice: null, notices: [{ level: 3, overdue: '17770.00' }, {}, {}] });

  await counter.repay(id, '17770.00');
  expect((await notice()).json()).toMatchObject({ code: 'LOAN_NOT_OVERDUE' });
  // The instalment of Sunday, 28 February moves to Monday.
  await counter.onDay('2027-03-02');
  expect((await notice()).statusCode).toBe(201);
  expect((await collection()).notices.map(({ level }: { level: number }) => level)).toEqual([1, 3, 2, 1]);
});
