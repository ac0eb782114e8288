import { afterEach, beforeEach, expect, test } from 'vitest';
import { type AdmittedMember, openTestCounter, rupees, type TestCounter } from './test-counter.ts';

let counter: TestCounter;
let sunita: AdmittedMember;
beforeEach(async () => {
  counter = await openTestCounter();
  await counter.openTill();
  sunita = await counter.admitActive('Sunita Devi Rawat', 5_000);
});
afterEach(() => counter.close());

const GOAL = { purpose: 'School fees', target: '1500.00', targetOn: '2027-11-30' };

async function open(productCode: string, more: object = {}): Promise<{ id: string; accountNumber: string }> {
  const answer = await counter.post('/api/deposits', { memberId: sunita.id, productCode, ...more });
  expect(answer.statusCode, answer.body).toBe(201);
  return answer.json();
}

const receive = (depositId: string, amount: string) =>
  counter.post('/api/receipts', { memberId: sunita.id, lines: [{ kind: 'savings', depositId, amount }], mode: 'cash' });
const withdraw = (depositId: string, amount: string) =>
  counter.post(`/api/deposits/${depositId}/withdrawals`, { amount, mode: 'cash' });
const transfer = (depositId: string, accountNumber: string, amount: string, by = counter.cashier) =>
  counter.post(`/api/deposits/${depositId}/transfers`, { amount, to: { kind: 'deposit', accountNumber } }, by);

test.each([
  ['CA', 'current', '2101'],
  ['CD', 'thrift', '2102'],
  ['OS', 'optional', '2101'],
  ['ES', 'emergency', '2101'],
])('%s is opened at the counter as %s, and what is paid in stands in account %s', async (code, kind, accountCode) => {
  const { id, accountNumber } = await open(code);
  expect((await receive(id, '600.00')).statusCode).toBe(201);
  expect(await counter.lastPostings()).toEqual([
    'debit 1102 T1 600.00',
    `credit ${accountCode} ${accountNumber} 600.00`,
  ]);

  const passbook = (await counter.get(`/api/deposits/${id}/passbook`)).json();
  expect(passbook.items).toMatchObject([{ deposit: '600.00', withdrawal: null, balance: '600.00' }]);
  const listed = (await counter.get(`/api/deposits?kind=${kind}`)).json().items;
  expect(listed).toMatchObject([{ accountNumber, kind, balance: '600.00', goal: null }]);
});

test('compulsory thrift is not paid out, neither in cash nor by a transfer, while the membership lasts', async () => {
  const { id, accountNumber } = await open('CD');
  await receive(id, '1000.00');
  expect((await counter.get(`/api/deposits/${id}`)).json()).toMatchObject({
    balance: '1000.00',
    available: '0.00',
    withdrawal: 'membership',
  });
  const refused = { status: 422, code: 'DEPOSIT_UNTIL_MEMBERSHIP_ENDS' };
  expect((await withdraw(id, '100.00')).json()).toMatchObject({
    ...refused,
    detail: `Account ${accountNumber} is compulsory thrift: it is paid out when the membership ends.`,
  });
  expect((await transfer(id, sunita.depositNumber, '100.00')).json()).toMatchObject(refused);
  expect(await counter.balance('deposit', id)).toBe('1000.00');
});

test('what is saved for a goal stays until the goal is reached, and goes out then', async () => {
  const { id, accountNumber } = await open('GS', { goal: GOAL });
  await receive(id, '1499.99');
  expect((await counter.get(`/api/deposits/${id}`)).json()).toMatchObject({ available: '0.00', goal: GOAL });
  expect((await withdraw(id, '10.00')).json()).toMatchObject({
    status: 422,
    code: 'GOAL_NOT_REACHED',
    detail: `Account ${accountNumber} saves for a goal: money goes out on 2027-11-30, or once ₹1,500.00 are reached.`,
  });

  await receive(id, '0.01');
  expect((await counter.get(`/api/deposits/${id}`)).json()).toMatchObject({ available: '1500.00' });
  expect((await withdraw(id, '1500.00')).statusCode).toBe(201);
});

test('the page of a goal says what is missing, how long is left and what each month takes', async () => {
  const { id } = await open('GS', { goal: { ...GOAL, target: '12000.00' } });
  await receive(id, '3000.00');
  // At 5 % by quarters: 3,000 × 1.0125⁴ = 3,152.84; a rupee each of 12 months comes to 12.32863, and 8,847.16 / 12.32863
  // = 717.61.
  expect((await counter.get(`/api/deposits/${id}`, sunita.signedIn)).json().goalPlan).toEqual({
    missing: '9000.00',
    months: 12,
    grownSavings: '3152.84',
    instalment: '718.00',
    annualRate: '5',
    isOver: false,
  });
});

test('a member may save for several goals; each says what for, how much and until a day to come', async () => {
  await open('GS', { goal: GOAL });
  await open('GS', { goal: { ...GOAL, purpose: 'A sewing machine' } });
  const refusal = async (more: object, productCode = 'GS') =>
    (await counter.post('/api/deposits', { memberId: sunita.id, productCode, ...more })).json();
  expect(await refusal({})).toMatchObject({ status: 422, code: 'GOAL_NAMED', fields: [{ path: 'goal' }] });
  expect(await refusal({ goal: GOAL }, 'OS')).toMatchObject({ status: 422, code: 'GOAL_OF_ANOTHER_KIND' });
  const past = { ...GOAL, targetOn: '2026-11-30' };
  expect(await refusal({ goal: past })).toMatchObject({
    status: 422,
    code: 'GOAL_DAY_PAST',
    fields: [{ path: 'goal.targetOn' }],
  });
  const listed = (await counter.get('/api/deposits?kind=goal')).json().items;
  expect(listed.map(({ goal }: { goal: typeof GOAL }) => goal.purpose)).toEqual(['School fees', 'A sewing machine']);
});

test('a member moves money from savings into their own optional and goal savings', async () => {
  const optional = await open('OS');
  const goal = await open('GS', { goal: GOAL });
  for (const { accountNumber } of [optional, goal]) {
    const moved = await transfer(sunita.depositId, accountNumber, '700.00', sunita.signedIn);
    expect(moved.statusCode, moved.body).toBe(201);
  }
  expect((await counter.get(`/api/deposits/${optional.id}`, sunita.signedIn)).json()).toMatchObject({
    balance: '700.00',
    available: '700.00',
    withdrawal: 'free',
  });
  expect((await transfer(goal.id, sunita.depositNumber, '1.00', sunita.signedIn)).json()).toMatchObject({
    code: 'GOAL_NOT_REACHED',
  });
});

test('a daily deposit is not opened without a route', async () => {
  const answer = await counter.post('/api/deposits', { memberId: sunita.id, productCode: 'DD' });
  expect(answer.json()).toMatchObject({ status: 422, code: 'DAILY_NEEDS_ROUTE', fields: [{ path: 'productCode' }] });
});

test('where a kind says the smallest sum, at least that is paid at once, over the counter and by a transfer', async () => {
  await counter.platform.transact(async (trx) => {
    await trx
      .updateTable('deposit_product')
      .set({ minimumDeposit: rupees(10) })
      .where('code', '=', 'OS')
      .execute();
  });
  const { id, accountNumber } = await open('OS');
  const refused = {
    status: 422,
    code: 'DEPOSIT_BELOW_SMALLEST',
    detail: `Into account ${accountNumber} at least ₹10.00 are paid at once.`,
  };
  expect((await receive(id, '9.99')).json()).toMatchObject({ ...refused, fields: [{ path: 'lines.0.amount' }] });
  expect((await transfer(sunita.depositId, accountNumber, '9.99')).json()).toMatchObject({
    ...refused,
    fields: [{ path: 'amount' }],
  });
  expect((await receive(id, '10.00')).statusCode).toBe(201);
});

test('a kind that the society does not offer opens no account, and is not among those it offers', async () => {
  await counter.platform.transact(async (trx) => {
    await trx.updateTable('deposit_product').set({ isOffered: 0 }).where('code', '=', 'ES').execute();
  });
  const answer = await counter.post('/api/deposits', { memberId: sunita.id, productCode: 'ES' });
  expect(answer.json()).toMatchObject({ status: 422, code: 'DEPOSIT_NOT_OFFERED', fields: [{ path: 'productCode' }] });
  const { items } = (await counter.get('/api/deposit-products')).json();
  expect(items.map(({ code }: { code: string }) => code)).toEqual(['CA', 'CD', 'DD', 'GS', 'OS', 'SA', 'SB']);
});
