import { calendarDate } from '@kafal/core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { changeSetting } from '../society/test-settings.ts';
import { type AdmittedMember, openTestCounter, type TestCounter } from './test-counter.ts';

let counter: TestCounter;
let sunita: AdmittedMember;
let mohan: AdmittedMember;
beforeEach(async () => {
  counter = await openTestCounter();
  await counter.openTill();
  sunita = await counter.admitActive('Sunita Devi Rawat', 5_000);
  mohan = await counter.admitActive('Mohan Rawat', 1_000);
});
afterEach(() => counter.close());

const transfer = (payload: object, by = counter.cashier, from = sunita) =>
  counter.post(`/api/deposits/${from.depositId}/transfers`, payload, by);
const toAccount = (accountNumber: string) => ({ kind: 'deposit', accountNumber });

async function openCurrentAccount(member: AdmittedMember) {
  const payload = { memberId: member.id, productCode: 'CA' };
  return (await counter.post('/api/deposits', payload)).json();
}

async function seriesOf(entryId: string) {
  const row = await counter.platform.database
    .selectFrom('journal_entry')
    .select(['seriesCode', 'narration'])
    .where('id', '=', Number(entryId))
    .executeTakeFirstOrThrow();
  return row;
}

test('800 to an own account: debit one, credit the other; by staff in the series JV', async () => {
  const current = await openCurrentAccount(sunita);
  const answer = await transfer({ amount: '800.00', to: toAccount(current.accountNumber), note: 'For the shop' });

  expect(answer.statusCode).toBe(201);
  expect(answer.json()).toMatchObject({ preview: false, status: 'posted', balance: '4200.00' });
  expect(await counter.lastPostings()).toEqual([
    `debit 2101 ${sunita.depositNumber} 800.00`,
    `credit 2101 ${current.accountNumber} 800.00`,
  ]);
  expect(await seriesOf(answer.json().entryId)).toEqual({
    seriesCode: 'JV',
    narration: `Transfer from ${sunita.depositNumber} to ${current.accountNumber}: For the shop`,
  });
});

test('a member sends 250 to another member; both passbooks show it, and only the own balance is shown', async () => {
  const url = `/api/deposits/${sunita.depositId}/transfers?preview=true`;
  const payload = { amount: '250.00', to: toAccount(mohan.depositNumber.toLowerCase()), note: 'Vegetables' };
  const preview = (await sunita.signedIn.inject({ method: 'POST', url, payload })).json();
  expect(preview).toMatchObject({
    preview: true,
    recipient: 'Mohan R.',
    needsApproval: false,
    balances: [{ label: `Deposit ${sunita.depositNumber}`, before: '5000.00', after: '4750.00' }],
  });

  const answer = await transfer(payload, sunita.signedIn);
  expect(answer.statusCode).toBe(201);
  expect(await seriesOf(answer.json().entryId)).toMatchObject({ seriesCode: 'ON' });
  expect(answer.json().entryNumber).toBe('ON/2026-27/00001');

  const passbook = async (member: AdmittedMember) =>
    (await counter.get(`/api/deposits/${member.depositId}/passbook?limit=1`, member.signedIn)).json().items[0];
  expect(await passbook(sunita)).toMatchObject({
    narration: `Transfer to ${mohan.depositNumber} – Vegetables`,
    withdrawal: '250.00',
    deposit: null,
    balance: '4750.00',
  });
  expect(await passbook(mohan)).toMatchObject({
    narration: `Transfer from ${sunita.depositNumber} – Vegetables`,
    deposit: '250.00',
    balance: '1250.00',
  });
  const told = await counter.platform.database
    .selectFrom('outbox')
    .select('memberId')
    .where('name', '=', 'savings.transferred')
    .orderBy('id')
    .execute();
  expect(told.map(({ memberId }) => String(memberId))).toEqual([sunita.id, mohan.id]);
});

test('500 to shares waits in 2204; a reversal brings it back', async () => {
  const answer = await transfer({ amount: '500.00', to: { kind: 'shares' } }, sunita.signedIn);
  expect(await counter.lastPostings()).toEqual([
    `debit 2101 ${sunita.depositNumber} 500.00`,
    `credit 2204 ${sunita.number} 500.00`,
  ]);
  expect(await counter.balance('share_pending', sunita.id)).toBe('1000.00');

  const url = `/api/journal-entries/${answer.json().entryId}/reversal`;
  expect((await counter.post(url, { reason: 'Not wanted' }, counter.manager)).statusCode).toBe(201);
  expect(await counter.balance('share_pending', sunita.id)).toBe('500.00');
  expect(await counter.balance('deposit', sunita.depositId)).toBe('5000.00');
});

test('money for dues pays them in their order and never more than is owed; a reversal owes them again', async () => {
  // A later fee of 30, and half of the share due open again.
  await counter.platform.transact(async (trx) => {
    await trx
      .updateTable('member_due')
      .set({ paid: 0 as never })
      .where('memberId', '=', Number(sunita.id))
      .where('feeCode', 'in', ['admission_fee', 'welfare_fund'])
      .execute();
  });
  expect((await transfer({ amount: '150.01', to: { kind: 'dues' } })).json()).toMatchObject({
    status: 422,
    code: 'DUE_OVERPAID',
    detail: 'Only ₹150.00 of this due is still to be paid.',
  });
  const answer = await transfer({ amount: '120.00', to: { kind: 'dues' } });
  expect(await counter.lastPostings()).toEqual([
    `debit 2101 ${sunita.depositNumber} 120.00`,
    'credit 4201 - 100.00',
    'credit 3204 - 20.00',
  ]);
  const outstanding = async () => (await counter.get(`/api/counter/members/${sunita.id}`)).json().duesOutstanding;
  expect(await outstanding()).toBe('30.00');

  const url = `/api/journal-entries/${answer.json().entryId}/reversal`;
  await counter.post(url, { reason: 'Paid in cash instead' }, counter.manager);
  expect(await outstanding()).toBe('150.00');
  expect((await counter.get(`/api/counter/members/${sunita.id}`)).json().status).toBe('pending_payment');
});

test('an account that is not there, the same account, one that takes no money', async () => {
  const refused = async (accountNumber: string, by = counter.cashier) =>
    (await transfer({ amount: '10.00', to: toAccount(accountNumber) }, by)).json();
  expect(await refused('SB999999')).toMatchObject({ status: 422, code: 'TRANSFER_RECIPIENT_UNKNOWN' });
  expect(await refused(sunita.depositNumber)).toMatchObject({ status: 422, code: 'TRANSFER_SAME_ACCOUNT' });

  await counter.setStatus(mohan.id, 'deceased');
  expect(await refused(mohan.depositNumber)).toMatchObject({ status: 422, code: 'TRANSFER_RECIPIENT_CLOSED' });
  // To another member it looks like an account that is not there.
  const toMember = await refused(mohan.depositNumber, sunita.signedIn);
  const missing = await refused('SB999999', sunita.signedIn);
  expect({ ...toMember, requestId: '' }).toEqual({ ...missing, requestId: '' });
});

test("a member moves nothing out of somebody else's account; it answers like one that is not there", async () => {
  const payload = { amount: '10.00', to: toAccount(sunita.depositNumber) };
  const foreign = await counter.post(`/api/deposits/${mohan.depositId}/transfers`, payload, sunita.signedIn);
  const missing = await counter.post('/api/deposits/99999/transfers', payload, sunita.signedIn);
  expect(foreign.statusCode).toBe(404);
  expect({ ...foreign.json(), requestId: '' }).toEqual({ ...missing.json(), requestId: '' });
});

test('the floor holds for transfers, and a suspension stops them at once', async () => {
  expect((await transfer({ amount: '4900.01', to: { kind: 'shares' } }, sunita.signedIn)).json()).toMatchObject({
    status: 422,
    code: 'BALANCE_TOO_LOW',
  });
  await counter.setStatus(sunita.id, 'suspended');
  expect((await transfer({ amount: '10.00', to: { kind: 'shares' } }, sunita.signedIn)).json()).toMatchObject({
    status: 422,
    code: 'MEMBER_MONEY_OUT',
  });
});

test('above the limit a transfer by staff waits for a second person; a member needs none for their own money', async () => {
  await counter.changeSetting('limit.transferApproval', '1000.00');
  const payload = { amount: '1000.01', to: toAccount(mohan.depositNumber), note: 'Land' };
  const asked = await transfer(payload);
  expect(asked.statusCode).toBe(202);
  expect(await counter.balance('deposit', mohan.depositId)).toBe('1000.00');

  const url = `/api/approvals/${asked.json().approvalId}`;
  expect((await counter.get(url, counter.manager)).json()).toMatchObject({
    summary: `Transfer ₹1,000.01 from account ${sunita.depositNumber} of Sunita Devi Rawat (${sunita.number}) to ${mohan.depositNumber}`,
    lines: [
      { label: `Balance of ${sunita.depositNumber}`, before: '5000.00', after: '3999.99' },
      { label: 'To', after: `Mohan Rawat (${mohan.depositNumber})` },
      { label: 'Note', after: 'Land' },
    ],
  });
  expect((await counter.post(`${url}/approval`, {}, counter.manager)).statusCode).toBe(200);
  expect(await counter.balance('deposit', mohan.depositId)).toBe('2000.01');

  expect((await transfer(payload, sunita.signedIn)).statusCode).toBe(201);
  expect(await counter.balance('deposit', mohan.depositId)).toBe('3000.02');
});

test('the first transfer after midnight goes by the rules of the new day', async () => {
  const { session } = (await counter.get('/api/till-sessions/current')).json();
  const count = { '500.00': 115, '200.00': 1, '100.00': 1 };
  const closed = await counter.post(`/api/till-sessions/${session.id}/closing`, { count, toVault: '0.00' });
  expect(closed.statusCode).toBe(201);
  const administrator = await counter.staff('administrator');
  await changeSetting(counter.platform, administrator.actor, {
    name: 'limit.transferApproval',
    value: '1000.00',
    effectiveFrom: calendarDate('2026-12-01'),
  });
  expect((await transfer({ amount: '1000.01', to: { kind: 'shares' } })).statusCode).toBe(201);

  counter.clock.advance(24 * 3_600_000);
  expect((await transfer({ amount: '1000.01', to: { kind: 'shares' } })).statusCode).toBe(202);
});

test('a request for more than is there to spare is refused at once', async () => {
  await counter.changeSetting('limit.transferApproval', '1000.00');
  expect((await transfer({ amount: '4900.01', to: { kind: 'shares' } })).json()).toMatchObject({
    code: 'BALANCE_TOO_LOW',
  });
});

test('two members send each other money at the same moment, 40 times each: nothing is lost or made', async () => {
  const answers = await Promise.all(
    Array.from({ length: 80 }, (_, index) =>
      index % 2 === 0
        ? transfer({ amount: '10.00', to: toAccount(mohan.depositNumber) }, sunita.signedIn)
        : transfer({ amount: '7.00', to: toAccount(sunita.depositNumber) }, mohan.signedIn, mohan),
    ),
  );
  expect(answers.every(({ statusCode }) => statusCode === 201)).toBe(true);
  expect(await counter.balance('deposit', sunita.depositId)).toBe('4880.00');
  expect(await counter.balance('deposit', mohan.depositId)).toBe('1120.00');
});
