// Holds, liens and freezes: asked by one person, set by another, and what each of them stops.

import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type AdmittedMember, openTestCounter, type TestCounter } from '../counter/test-counter.ts';

let counter: TestCounter;
let sunita: AdmittedMember;

const order = { reason: 'Order of the court' };

beforeEach(async () => {
  counter = await openTestCounter();
  await counter.openTill();
  sunita = await counter.admitActive('Sunita Devi Rawat', 1_000);
});
afterEach(() => counter.close());

const path = () => `/api/deposits/${sunita.depositId}/restrictions`;
const ask = (payload: object, by = counter.manager) => counter.post(path(), payload, by);
const account = async () => (await counter.get(`/api/deposits/${sunita.depositId}`)).json();
const withdraw = (amount: string) =>
  counter.post(`/api/deposits/${sunita.depositId}/withdrawals`, { amount, mode: 'cash' });
const transfer = (from: AdmittedMember, to: AdmittedMember) =>
  counter.post(
    `/api/deposits/${from.depositId}/transfers`,
    { amount: '10.00', to: { kind: 'deposit', accountNumber: to.depositNumber } },
    from.signedIn,
  );

test('a hold does nothing until a second person says yes, and is the sum of what is in force', async () => {
  const asked = await ask({ kind: 'hold', amount: '600.00', ...order });
  expect(asked.statusCode).toBe(202);
  expect(await account()).toMatchObject({ hold: '0.00', available: '900.00' });
  expect((await counter.get(path())).json()).toMatchObject({
    items: [],
    waiting: [{ approvalId: asked.json().approvalId, isLift: false }],
  });
  const own = await counter.post(`/api/approvals/${asked.json().approvalId}/approval`, {}, counter.manager);
  expect(own.json()).toMatchObject({ status: 403, code: 'APPROVAL_OWN_REQUEST' });

  await counter.restrict(sunita.depositId, '600.00');
  await counter.restrict(sunita.depositId, {
    kind: 'lien',
    amount: '200.00',
    reference: 'LN000007',
    reason: 'Security for a loan',
  });
  expect(await account()).toMatchObject({ hold: '800.00', available: '100.00' });
  expect((await withdraw('100.01')).json()).toMatchObject({ status: 422, code: 'BALANCE_TOO_LOW' });
  await counter.lift(sunita.depositId);
  expect(await account()).toMatchObject({ hold: '600.00', available: '300.00' });
  expect((await withdraw('300.00')).statusCode).toBe(201);
  expect((await counter.get(path())).json().items).toMatchObject([
    {
      kind: 'lien',
      status: 'lifted',
      setBy: 'Meena Joshi',
      approvedBy: 'Hari Chandra',
      endedBy: 'Meena Joshi',
      endApprovedBy: 'Hari Chandra',
      endReason: 'The order is withdrawn',
    },
    { kind: 'hold', amount: '600.00', status: 'active', reason: 'Order of the court' },
  ]);
});

test('the member reads what is kept back, and not who wrote what to whom', async () => {
  await counter.restrict(sunita.depositId, { kind: 'hold', amount: '600.00', untilOn: '2026-12-31', ...order });
  const { items } = (await counter.get(path(), sunita.signedIn)).json();
  expect(items).toMatchObject([
    { kind: 'hold', amount: '600.00', untilOn: '2026-12-31', reason: null, setBy: null, approvedBy: null },
  ]);
  const mohan = await counter.admit('Mohan Rawat');
  expect((await counter.get(path(), mohan.signedIn)).statusCode).toBe(404);
  const told = await counter.platform.database
    .selectFrom('outbox')
    .select(['name', 'memberId'])
    .where('name', '=', 'deposit.restricted')
    .execute();
  expect(told).toEqual([{ name: 'deposit.restricted', memberId: Number(sunita.id) }]);
});

describe('a freeze', () => {
  test('of money out stops withdrawals and transfers, and lets deposits in, until it is lifted', async () => {
    const mohan = await counter.admitActive('Mohan Rawat', 500);
    await counter.restrict(sunita.depositId, { kind: 'freeze', allowsDeposits: true, ...order });
    expect(await account()).toMatchObject({ status: 'frozen', available: '0.00' });
    expect((await withdraw('10.00')).json()).toMatchObject({
      status: 422,
      code: 'DEPOSIT_FROZEN',
      detail: `Account ${sunita.depositNumber} is frozen: nothing can be paid out of it.`,
    });
    expect((await transfer(sunita, mohan)).json()).toMatchObject({ code: 'DEPOSIT_FROZEN' });
    expect((await counter.deposit(sunita, '20.00')).statusCode).toBe(201);
    expect((await transfer(mohan, sunita)).statusCode).toBe(201);
    expect((await ask({ kind: 'freeze', allowsDeposits: false, ...order })).json()).toMatchObject({
      status: 409,
      code: 'DEPOSIT_FROZEN_ALREADY',
    });
    await counter.lift(sunita.depositId);
    expect((await withdraw('10.00')).statusCode).toBe(201);
  });

  test('of everything keeps deposits out too; a member who sends money there learns nothing of it', async () => {
    const mohan = await counter.admitActive('Mohan Rawat', 500);
    await counter.restrict(sunita.depositId, { kind: 'freeze', allowsDeposits: false, ...order });
    expect((await counter.deposit(sunita, '20.00')).json()).toMatchObject({
      status: 422,
      code: 'DEPOSIT_TAKES_NOTHING',
      fields: [{ path: 'lines.0.depositId' }],
    });
    expect((await transfer(mohan, sunita)).json()).toMatchObject({ code: 'TRANSFER_RECIPIENT_UNKNOWN' });
    await counter.lift(sunita.depositId);
    expect((await counter.deposit(sunita, '20.00')).statusCode).toBe(201);
  });
});

test('what cannot be is refused whole: more than is there, a day that is past, no reference, no right, twice lifted', async () => {
  expect((await ask({ kind: 'hold', amount: '1000.01', ...order })).json()).toMatchObject({
    status: 422,
    code: 'RESTRICTION_BEYOND',
    detail: `On account ${sunita.depositNumber}, ₹1,000.00 is there and not kept back yet; more cannot be.`,
    fields: [{ path: 'amount' }],
  });
  expect((await ask({ kind: 'hold', amount: '10.00', untilOn: '2026-11-29', ...order })).json()).toMatchObject({
    status: 422,
    code: 'RESTRICTION_PAST',
    fields: [{ path: 'untilOn' }],
  });
  expect((await ask({ kind: 'lien', amount: '10.00', ...order })).statusCode).toBe(400);
  expect((await ask({ kind: 'hold', amount: '10.00', reason: 'x' })).statusCode).toBe(400);
  expect((await ask({ kind: 'hold', amount: '10.00', ...order }, counter.cashier)).statusCode).toBe(403);
  expect((await counter.post(`${path()}/999/lift`, order, counter.manager)).json()).toMatchObject({
    status: 404,
    code: 'RESTRICTION_UNKNOWN',
  });
  await counter.restrict(sunita.depositId, '10.00');
  const { id } = (await counter.get(path())).json().items[0];
  await counter.lift(sunita.depositId);
  expect((await counter.post(`${path()}/${id}/lift`, order, counter.manager)).json()).toMatchObject({
    status: 409,
    code: 'RESTRICTION_OVER',
  });
});
