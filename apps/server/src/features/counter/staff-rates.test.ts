// A member who works for the society: two people say so from a day on, and the rate card has a rate for it.

import { ZERO } from '@kafal/core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { SignedIn } from '../../platform/http/test-app.ts';
import { type AdmittedMember, openTestCounter, type TestCounter } from './test-counter.ts';

let counter: TestCounter;
let sunita: AdmittedMember;
let administrator: SignedIn;
beforeEach(async () => {
  counter = await openTestCounter();
  await counter.openTill();
  sunita = await counter.admitActive('Sunita Devi Rawat', 20_000);
  administrator = await counter.staff('administrator', 'Asha Negi');
  await counter.platform.transact(async (trx) => {
    const fixed = await trx.selectFrom('term_product').select('id').where('code', '=', 'FD').executeTakeFirstOrThrow();
    const line = { category: 'staff', amountFrom: ZERO, termFrom: 12, termUnit: 'months', annualRate: '9' } as const;
    await trx
      .insertInto('term_rate')
      .values({ termProductId: fixed.id, ...line })
      .execute();
  });
});
afterEach(() => counter.close());

const address = () => `/api/members/${sunita.id}/staff-standings`;
const ask = (isStaff: boolean, effectiveFrom = '2026-11-30', by = counter.manager) =>
  by.inject({
    method: 'POST',
    url: address(),
    payload: { isStaff, effectiveFrom, reason: 'Appointed as clerk by MC/2026/9' },
  });
const agree = (id: string, by = administrator) => counter.post(`/api/approvals/${id}/approval`, {}, by);
const open = async (by: SignedIn, more: object) => {
  const body = { productCode: 'FD', amount: '5000.00', months: 12, ...more };
  return (await counter.post('/api/deposits', body, by)).json();
};
const atCounter = () => open(counter.cashier, { memberId: sunita.id, payment: { mode: 'cash' } });

test('has the rate for staff from the day on which two people said so, at the counter and as the member is told, and on savings', async () => {
  expect((await atCounter()).annualRate).not.toBe('9');
  const { approvalId } = (await ask(true)).json();
  expect((await agree(approvalId, counter.manager)).statusCode).toBe(403);
  expect((await ask(true)).json()).toMatchObject({ code: 'CHANGE_WAITING' });
  expect((await counter.get(address(), counter.manager)).json()).toMatchObject({
    isStaff: false,
    waitingApprovalId: approvalId,
  });
  expect((await agree(approvalId)).statusCode).toBe(200);

  expect(await atCounter()).toMatchObject({ annualRate: '9' });
  expect((await counter.get('/api/members/profile', sunita.signedIn)).json()).toMatchObject({ isStaff: true });
  const payment = { mode: 'transfer', depositId: sunita.depositId };
  const { approvalId: request } = await open(sunita.signedIn, { payment });
  const waiting = (await counter.get(`/api/approvals/${request}`, counter.manager)).json();
  expect(JSON.stringify(waiting)).toContain('9 %');

  const { platform } = counter;
  const { id } = await platform.database
    .selectFrom('deposit_product')
    .select('id')
    .where('code', '=', 'SB')
    .executeTakeFirstOrThrow();
  const line = { category: 'staff', amountFrom: ZERO, annualRate: '6.5' } as const;
  await platform.transact((trx) =>
    trx
      .insertInto('deposit_rate')
      .values({ depositProductId: id, ...line })
      .execute(),
  );
  const explained = (await counter.get(`/api/deposits/${sunita.depositId}/interest`, counter.manager)).json();
  expect(JSON.stringify(explained)).toContain('6.5');
});

test('no longer has it from the day on which that ended; what is open keeps its rate', async () => {
  await agree((await ask(true)).json().approvalId);
  const { id } = await atCounter();
  await agree((await ask(false)).json().approvalId);
  expect((await atCounter()).annualRate).not.toBe('9');
  expect((await counter.get(`/api/deposits/${id}`)).json().term.annualRate).toBe('9');
  const { isStaff, items } = (await counter.get(address(), counter.manager)).json();
  expect([isStaff, items.map((row: { isStaff: boolean }) => row.isStaff)]).toEqual([false, [false, true]]);
  expect(items[0]).toMatchObject({ effectiveFrom: '2026-11-30', approvedBy: 'Asha Negi' });
});

test('is refused for days that are over and of what is so already, with the field and a sentence', async () => {
  for (const [isStaff, day, status, code, field] of [
    [true, '2026-11-29', 422, 'STAFF_DAY_PAST', 'effectiveFrom'],
    [false, '2026-11-30', 409, 'STAFF_IS_NOT', 'isStaff'],
  ] as const) {
    const answer = await ask(isStaff, day);
    expect([answer.statusCode, answer.json()]).toMatchObject([status, { code, fields: [{ path: field }] }]);
    expect(answer.json().detail).not.toBe(code);
  }
  expect((await counter.get(address(), counter.manager)).json()).toMatchObject({ items: [], waitingApprovalId: null });
});
