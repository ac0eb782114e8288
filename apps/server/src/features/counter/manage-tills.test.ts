import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { SignedIn } from '../../platform/http/test-app.ts';
import { openTestCounter, type TestCounter } from './test-counter.ts';

let counter: TestCounter;
let committee: SignedIn;
beforeEach(async () => {
  counter = await openTestCounter();
  // Set-up made an administrator of its own, who has left.
  await counter.platform.transact(async (trx) => {
    await trx.updateTable('user').set({ status: 'closed' }).where('name', '=', 'Hema Joshi').execute();
  });
  committee = await counter.staff('committee', 'Harish Rawat');
});
afterEach(() => counter.close());

const till = async () =>
  (await counter.get('/api/tills')).json().items.find((one: { id: string }) => one.id === counter.tillId);
const change = async (body: object, by = counter.manager) =>
  by.inject({
    method: 'PUT',
    url: `/api/tills/${counter.tillId}`,
    payload: { name: 'Counter 1', assignedUserId: null, version: (await till()).version, ...body },
  });
const limit = async (cashLimit: string | null, query = '', body: object = {}) =>
  counter.manager.inject({
    method: 'PUT',
    url: `/api/tills/${counter.tillId}/cash-limit${query}`,
    payload: { cashLimit, version: (await till()).version, ...body },
  });
const agree = (id: string) => counter.post(`/api/approvals/${id}/approval`, {}, committee);
const agreedLimit = async (cashLimit: string) => {
  const { approvalId } = (await limit(cashLimit)).json();
  expect((await agree(approvalId)).statusCode).toBe(200);
};
const retire = async () =>
  counter.manager.inject({
    method: 'POST',
    url: `/api/tills/${counter.tillId}/retirement`,
    payload: { version: (await till()).version },
  });
const audited = async (action: string) => {
  const rows = await counter.platform.database
    .selectFrom('audit')
    .select(['userName', 'oldValues', 'newValues'])
    .where('action', '=', action)
    .orderBy('id')
    .execute();
  return rows.map(({ userName, oldValues, newValues }) => ({
    userName,
    old: JSON.parse(oldValues ?? 'null'),
    new: JSON.parse(newValues ?? 'null'),
  }));
};
const idOf = ({ actor }: SignedIn) => String(actor.userId);

describe('the name and the cashier of a till', () => {
  test('change together, and the audit log has both before and after', async () => {
    const answer = await change({ name: 'By the door', assignedUserId: idOf(counter.cashier) });
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toMatchObject({ code: 'T1', name: 'By the door', assignedTo: 'Kavita Bisht', version: 2 });
    expect(await audited('till.changed')).toEqual([
      {
        userName: 'Meena Joshi',
        old: { name: 'Counter 1', cashier: null },
        new: { name: 'By the door', cashier: 'Kavita Bisht' },
      },
    ]);
  });

  test('what nobody changes leaves no trace', async () => {
    expect((await change({})).json()).toMatchObject({ version: 1 });
    expect(await audited('till.changed')).toEqual([]);
  });

  test('are not written over what somebody else has changed meanwhile', async () => {
    await change({ name: 'By the door' });
    expect((await change({ name: 'By the window', version: 1 })).json()).toMatchObject({
      status: 409,
      code: 'TILL_CHANGED_MEANWHILE',
      detail: 'Somebody has changed till T1 in the meantime. Please look again.',
    });
    expect(await till()).toMatchObject({ name: 'By the door' });
  });

  test('somebody whose role opens no till, and somebody who is not there, cannot have one', async () => {
    const auditor = await counter.staff('auditor', 'Deepa Pant');
    for (const assignedUserId of [idOf(auditor), '999999']) {
      expect((await change({ assignedUserId })).json()).toMatchObject({
        status: 422,
        code: 'TILL_CASHIER_UNFIT',
        fields: [{ path: 'assignedUserId' }],
      });
    }
    const { items } = (await counter.get('/api/tills/cashiers', counter.manager)).json();
    expect(items.map(({ name }: { name: string }) => name)).toEqual(['Kavita Bisht', 'Meena Joshi', 'Ramesh Kumar']);
  });

  test('a till of one cashier is opened by them, or by whoever looks after the tills', async () => {
    await change({ assignedUserId: idOf(counter.cashier) });
    expect((await counter.openTill(counter.secondCashier)).json()).toMatchObject({
      status: 403,
      code: 'TILL_OF_ANOTHER',
      detail: 'Till T1 belongs to Kavita Bisht. They open it, or whoever looks after the tills.',
    });
    expect(await counter.balance('vault', 1)).toBe('500000.00');
    const opened = await counter.openTill(counter.cashier);
    expect(opened.statusCode).toBe(201);
    const closing = { count: { '500.00': 100 }, toVault: '50000.00' };
    await counter.post(`/api/till-sessions/${opened.json().id}/closing`, closing);
    expect((await counter.openTill(counter.manager)).statusCode).toBe(201);
  });
});

describe('the cash limit of a till', () => {
  test('is shown before it is asked for, and waits for a second person', async () => {
    expect((await limit('60000.00', '?preview=true', { reason: 'Insurance' })).json()).toMatchObject({
      preview: true,
      needsSecondPerson: true,
      deciders: ['Harish Rawat'],
      lines: [
        { label: 'Most cash in the till', before: 'no limit', after: '60000.00' },
        { label: 'Why', before: null, after: 'Insurance' },
      ],
    });
    const asked = await limit('60000.00', '', { reason: 'Insurance' });
    expect([asked.statusCode, asked.json()]).toMatchObject([202, { applied: false }]);
    expect(await till()).toMatchObject({ cashLimit: null, waitingApprovalId: asked.json().approvalId });
    expect((await limit('70000.00')).json()).toMatchObject({ status: 409, code: 'RULE_CHANGE_WAITING' });
    expect(
      (await counter.post(`/api/approvals/${asked.json().approvalId}/approval`, {}, counter.manager)).statusCode,
    ).toBe(403);

    expect((await agree(asked.json().approvalId)).statusCode).toBe(200);
    expect(await till()).toMatchObject({ cashLimit: '60000.00', waitingApprovalId: null, version: 2 });
    expect(await audited('till.limit-changed')).toMatchObject([
      {
        userName: 'Harish Rawat',
        old: { cashLimit: null },
        new: { cashLimit: '60000.00', reason: 'Insurance', requestedByUserId: counter.manager.actor.userId },
      },
    ]);
    expect((await limit('60000.00')).json()).toMatchObject({ status: 422, code: 'TILL_LIMIT_UNCHANGED' });
  });

  test('may be taken away in the same way', async () => {
    await agreedLimit('60000.00');
    await agree((await limit(null)).json().approvalId);
    expect(await till()).toMatchObject({ cashLimit: null });
  });

  test('is said to the cashier when a receipt would pass it, and not one paisa earlier', async () => {
    await agreedLimit('51000.00');
    await counter.openTill();
    const member = await counter.admit('Sunita Devi Rawat');
    const preview = async (amount: string) =>
      (
        await counter.cashier.inject({
          method: 'POST',
          url: '/api/receipts?preview=true',
          payload: {
            memberId: member.id,
            lines: [{ kind: 'savings', depositId: member.depositId, amount }],
            mode: 'cash',
          },
        })
      ).json().warnings;
    expect(await preview('1000.00')).toEqual([]);
    expect(await preview('1000.01')).toEqual([
      {
        code: 'TILL_LIMIT_PASSED',
        detail: 'With this, till T1 holds ₹51,000.01. Its limit is ₹51,000.00: hand cash over to the vault.',
      },
    ]);
  });

  test('stops more from coming out of the vault than the till may hold', async () => {
    await agreedLimit('49999.99');
    expect((await counter.openTill()).json()).toMatchObject({
      status: 422,
      code: 'TILL_ABOVE_LIMIT',
      detail: 'Till T1 may hold ₹49,999.99; with ₹50,000.00 counted, less must come from the vault.',
    });
    expect(await counter.balance('vault', 1)).toBe('500000.00');
    expect((await counter.openTill(counter.cashier, counter.tillId, 49_500)).statusCode).toBe(201);
  });
});

describe('retiring a till', () => {
  test('waits until it is closed and empty, then it opens no more and its history stays', async () => {
    const session = (await counter.openTill()).json();
    expect((await retire()).json()).toMatchObject({
      status: 409,
      code: 'TILL_RETIRE_OPEN',
      detail: 'Till T1 is open; Kavita Bisht answers for it. It can be retired when it is closed.',
    });
    const closed = { count: { '500.00': 100 }, toVault: '49500.00' };
    await counter.post(`/api/till-sessions/${session.id}/closing`, closed);
    expect((await retire()).json()).toMatchObject({
      status: 409,
      code: 'TILL_RETIRE_CASH',
      detail: 'Till T1 still holds ₹500.00. Move it to the vault first.',
    });
    const again = await counter.post(`/api/tills/${counter.tillId}/sessions`, {
      count: { '500.00': 1 },
      fromVault: '0.00',
    });
    await counter.post(`/api/till-sessions/${again.json().id}/closing`, { count: { '500.00': 1 }, toVault: '500.00' });

    const retired = await retire();
    expect([retired.statusCode, retired.json()]).toMatchObject([201, { isActive: false, version: 2 }]);
    expect((await counter.openTill()).json()).toMatchObject({ status: 409, code: 'TILL_INACTIVE' });
    expect((await retire()).json()).toMatchObject({ status: 409, code: 'TILL_INACTIVE' });
    expect((await change({ name: 'Again' })).json()).toMatchObject({ status: 409, code: 'TILL_INACTIVE' });
    expect((await counter.get(`/api/till-sessions?tillId=${counter.tillId}`)).json().items).toHaveLength(2);
    expect(await audited('till.retired')).toMatchObject([{ userName: 'Meena Joshi', old: { name: 'Counter 1' } }]);
  });

  test('waits for what is still to be decided about it', async () => {
    const { approvalId } = (await limit('60000.00')).json();
    expect((await retire()).json()).toMatchObject({ status: 409, code: 'TILL_RETIRE_WAITING' });
    await counter.post(`/api/approvals/${approvalId}/rejection`, { reason: 'Too little for a pay day' }, committee);
    expect((await retire()).statusCode).toBe(201);
  });

  test('a till somebody has changed meanwhile is looked at again first', async () => {
    await change({ name: 'By the door' });
    const answer = await counter.manager.inject({
      method: 'POST',
      url: `/api/tills/${counter.tillId}/retirement`,
      payload: { version: 1 },
    });
    expect(answer.json()).toMatchObject({ status: 409, code: 'TILL_CHANGED_MEANWHILE' });
  });
});
