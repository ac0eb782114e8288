// A question for a loan that is begun and not asked yet: kept as it was typed, seen by its member and the office, gone when asked.

import { afterEach, beforeEach, expect, test } from 'vitest';
import type { SignedIn } from '../../platform/http/test-app.ts';
import { type LendingCounter, openLendingCounter } from './test-loans.ts';

let counter: LendingCounter;
beforeEach(async () => {
  counter = await openLendingCounter();
});
afterEach(() => counter.close());

const url = '/api/loan-draft';
const keep = (by: SignedIn, payload: object) => by.inject({ method: 'PUT', url, payload });
const kept = async (by: SignedIn, memberId?: string) =>
  (await by.inject({ url: memberId === undefined ? url : `${url}?memberId=${memberId}` })).json().draft;

test('what a member began on the phone is gone on with at the desk, and is gone once it is asked', async () => {
  const { borrower, officer } = counter;
  const { id: memberId } = borrower;
  expect(await kept(borrower.signedIn)).toBeNull();
  // Half a number and no product yet.
  const begun = { amount: '12,0', purpose: 'School fees' };
  expect((await keep(borrower.signedIn, begun)).json()).toEqual({ done: true });
  expect(await kept(officer, memberId)).toMatchObject({ ...begun, productCode: '', guarantors: [] });

  const wish = { productCode: 'EML', amount: '12,000', instalments: '6', purpose: 'School fees' };
  expect((await keep(officer, { ...wish, memberId })).statusCode).toBe(200);
  expect(await kept(borrower.signedIn)).toMatchObject({ ...wish, savedBy: expect.any(String) });

  const asked = await counter.post(
    '/api/loans',
    { productCode: 'EML', amount: '12000.00', instalments: 6, purpose: 'School fees' },
    borrower.signedIn,
  );
  expect(asked.statusCode, asked.body).toBe(201);
  expect(await kept(borrower.signedIn)).toBeNull();
  expect(await kept(officer, memberId)).toBeNull();
});

test('it can be thrown away; nobody else finds it, and what is not typed text is refused', async () => {
  const { borrower, officer } = counter;
  const { id: memberId } = borrower;
  await keep(borrower.signedIn, { amount: '5000' });
  const notTheirs = await borrower.signedIn.inject({ url: `${url}?memberId=${borrower.id}1` });
  expect([notTheirs.statusCode, notTheirs.json().code]).toEqual([404, 'MEMBER_NOT_FOUND']);
  const nobodys = await keep(officer, { amount: '5000' });
  expect([nobodys.statusCode, nobodys.json().code]).toEqual([422, 'LOAN_MEMBER_MISSING']);
  expect((await keep(borrower.signedIn, { amount: 5_000 })).statusCode).toBe(400);
  expect((await keep(borrower.signedIn, { purpose: 'x'.repeat(801) })).statusCode).toBe(400);
  expect(await kept(borrower.signedIn)).toMatchObject({ amount: '5000' });

  const thrown = await officer.inject({ method: 'DELETE', url: `${url}?memberId=${memberId}` });
  expect(thrown.json()).toEqual({ done: true });
  expect(await kept(borrower.signedIn)).toBeNull();
  const acts = await counter.platform.database
    .selectFrom('audit')
    .select('action')
    .where('action', 'like', 'loan.draft%')
    .orderBy('id')
    .execute();
  expect(acts.map(({ action }) => action)).toEqual(['loan.draft-kept', 'loan.draft-dropped']);
});
