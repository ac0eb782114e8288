import { afterEach, beforeEach, expect, test } from 'vitest';
import { type AdmittedMember, openTestCounter, type TestCounter } from './test-counter.ts';

let counter: TestCounter;
let sunita: AdmittedMember;
beforeEach(async () => {
  counter = await openTestCounter();
  await counter.openTill();
  sunita = await counter.admitActive('Sunita Devi Rawat', 5_000);
});
afterEach(() => counter.close());

const withdraw = (payload: object, by = counter.cashier, member = sunita) =>
  counter.post(`/api/deposits/${member.depositId}/withdrawals`, payload, by);

test('1,200 in cash from 5,000: debit the account, credit the till, 3,800 left, and a voucher of the till', async () => {
  const answer = await withdraw({ amount: '1200.00', mode: 'cash', note: 'School fees' });

  expect(answer.statusCode).toBe(201);
  expect(answer.json()).toMatchObject({
    preview: false,
    status: 'paid',
    receiptNumber: 'T1/2026-27/00003',
    balance: '3800.00',
  });
  expect(await counter.lastPostings()).toEqual([
    `debit 2101 ${sunita.depositNumber} 1200.00`,
    'credit 1102 T1 1200.00',
  ]);
  const voucher = (await counter.get(`/api/receipts/${answer.json().receiptId}`)).json();
  expect(voucher).toMatchObject({ direction: 'out', total: '1200.00', mode: 'cash', memberNumber: sunita.number });
  // 50,000 opened + 850 dues + 5,000 savings - 1,200
  expect(await counter.balance('till', counter.tillId)).toBe('54650.00');
});

test('by bank transfer or cheque the money leaves account 1201, under a number that counts once', async () => {
  const bank = await withdraw({ amount: '500.00', mode: 'bank', reference: 'UTR 7788' });
  expect(bank.statusCode).toBe(201);
  expect(await counter.lastPostings()).toEqual([`debit 2101 ${sunita.depositNumber} 500.00`, 'credit 1201 - 500.00']);
  expect((await withdraw({ amount: '500.00', mode: 'bank', reference: 'utr-7788' })).json()).toMatchObject({
    status: 409,
    code: 'REFERENCE_USED',
  });
  expect((await withdraw({ amount: '500.00', mode: 'cheque' })).json()).toMatchObject({ code: 'REFERENCE_REQUIRED' });
  expect((await withdraw({ amount: '500.00', mode: 'cash', reference: 'X1' })).json()).toMatchObject({
    code: 'REFERENCE_NOT_FOR_CASH',
  });
  expect((await withdraw({ amount: '500.00', mode: 'cheque', reference: '000001' })).statusCode).toBe(201);
});

test('the minimum balance of 100 stays, and what is held back too; each refusal says what is there to spare', async () => {
  const over = await withdraw({ amount: '4900.01', mode: 'cash' });
  expect(over.json()).toMatchObject({
    status: 422,
    code: 'BALANCE_TOO_LOW',
    detail: `Account ${sunita.depositNumber} has ₹4,900.00 to spare (minimum balance ₹100.00, held back ₹0.00); ₹4,900.01 is too much.`,
  });
  await counter.restrict(sunita.depositId, '4000.00');
  expect((await counter.get(`/api/deposits/${sunita.depositId}`)).json()).toMatchObject({
    hold: '4000.00',
    available: '900.00',
  });
  expect((await withdraw({ amount: '900.01', mode: 'cash' })).json()).toMatchObject({ code: 'BALANCE_TOO_LOW' });
  expect((await withdraw({ amount: '900.00', mode: 'cash' })).statusCode).toBe(201);
  expect(await counter.balance('deposit', sunita.depositId)).toBe('4100.00');
});

test('a till never pays more than it holds', async () => {
  const rich = await counter.admitActive('Rich Member');
  await counter.post('/api/receipts', {
    memberId: rich.id,
    lines: [{ kind: 'savings', depositId: rich.depositId, amount: '900000.00' }],
    mode: 'bank',
    reference: 'NEFT900000',
  });
  await counter.changeSetting('limit.withdrawalApproval', '1000000.00');
  const answer = await withdraw({ amount: '60000.00', mode: 'cash' }, counter.cashier, rich);
  expect(answer.json()).toMatchObject({ status: 422, code: 'TILL_CASH_TOO_LOW' });
  expect(await counter.balance('deposit', rich.depositId)).toBe('900000.00');
});

test.each(['pending_payment', 'dormant', 'suspended', 'resigned', 'expelled', 'deceased', 'closed'])(
  'nothing is paid to a member who is %s',
  async (status) => {
    await counter.setStatus(sunita.id, status);
    expect((await withdraw({ amount: '10.00', mode: 'cash' })).json()).toMatchObject({
      status: 422,
      code: 'MEMBER_MONEY_OUT',
    });
  },
);

test.each([
  ['dormant', 422, 'DEPOSIT_DORMANT'],
  ['frozen', 422, 'DEPOSIT_FROZEN'],
  ['closed', 409, 'DEPOSIT_CLOSED'],
])('nothing is paid out of an account that is %s', async (status, httpStatus, code) => {
  await counter.platform.transact(async (trx) => {
    await trx.updateTable('deposit').set({ status }).where('id', '=', Number(sunita.depositId)).execute();
  });
  expect((await withdraw({ amount: '10.00', mode: 'cash' })).json()).toMatchObject({ status: httpStatus, code });
});

test('an account that is not there, no open till, or an amount of zero', async () => {
  const missing = await counter.post('/api/deposits/999/withdrawals', { amount: '10.00', mode: 'cash' });
  expect(missing.json()).toMatchObject({ status: 404, code: 'DEPOSIT_UNKNOWN' });
  expect((await withdraw({ amount: '10.00', mode: 'cash' }, counter.secondCashier)).json()).toMatchObject({
    status: 409,
    code: 'TILL_NOT_OPEN',
  });
  expect((await withdraw({ amount: '0.00', mode: 'cash' })).statusCode).toBe(400);
  expect((await withdraw({ amount: '10.00', mode: 'cash' }, sunita.signedIn)).statusCode).toBe(403);
});

test('200 withdrawals of 98 at once from an account of 5,000 with 100 to stay: exactly 50 are paid', async () => {
  const answers = await Promise.all(Array.from({ length: 200 }, () => withdraw({ amount: '98.00', mode: 'cash' })));
  const paid = answers.filter(({ statusCode }) => statusCode === 201);
  expect(paid).toHaveLength(50);
  expect(answers.filter((answer) => answer.json().code === 'BALANCE_TOO_LOW')).toHaveLength(150);
  expect(await counter.balance('deposit', sunita.depositId)).toBe('100.00');
  expect(await counter.balance('till', counter.tillId)).toBe('50950.00');
  expect(new Set(paid.map((answer) => answer.json().receiptNumber)).size).toBe(50);
});

test('above 20,000 a second person is asked; they say yes, and the cash leaves the till of the cashier who asked', async () => {
  const rich = await counter.admitActive('Rich Member', 40_000);
  const asked = await withdraw({ amount: '25000.00', mode: 'cash', note: 'House repair' }, counter.cashier, rich);
  expect(asked.statusCode).toBe(202);
  expect(asked.json()).toMatchObject({ preview: false, status: 'waiting' });
  expect(await counter.balance('deposit', rich.depositId)).toBe('40000.00');

  const url = `/api/approvals/${asked.json().approvalId}`;
  const shown = (await counter.get(url, counter.manager)).json();
  expect(shown).toMatchObject({
    kind: 'withdrawal',
    status: 'pending',
    amount: '25000.00',
    summary: `Pay ₹25,000.00 from account ${rich.depositNumber} to Rich Member (${rich.number})`,
    lines: [
      { label: `Balance of ${rich.depositNumber}`, before: '40000.00', after: '15000.00' },
      { label: 'Note', before: null, after: 'House repair' },
    ],
  });
  expect((await counter.post(`${url}/approval`, {}, counter.cashier)).statusCode).toBe(403);

  const decided = await counter.post(`${url}/approval`, {}, counter.manager);
  expect(decided.statusCode).toBe(200);
  const voucher = (await counter.get(`/api/receipts/${decided.json().receiptId}`)).json();
  expect(voucher).toMatchObject({ direction: 'out', total: '25000.00', issuedBy: 'Kavita Bisht', tillCode: 'T1' });
  expect(await counter.balance('deposit', rich.depositId)).toBe('15000.00');
  const entry = await counter.platform.database
    .selectFrom('journal_entry')
    .select(['makerUserId', 'checkerUserId'])
    .where('id', '=', Number(voucher.entryId))
    .executeTakeFirstOrThrow();
  expect(entry).toEqual({
    makerUserId: counter.cashier.actor.userId,
    checkerUserId: counter.manager.actor.userId,
  });
});

test('what could not be paid is not even asked for; what cannot be paid any more is not approved', async () => {
  const rich = await counter.admitActive('Rich Member', 40_000);
  expect((await withdraw({ amount: '39900.01', mode: 'cash' }, counter.cashier, rich)).json()).toMatchObject({
    code: 'BALANCE_TOO_LOW',
  });
  const { approvalId } = (await withdraw({ amount: '39900.00', mode: 'cash' }, counter.cashier, rich)).json();
  await withdraw({ amount: '100.00', mode: 'cash' }, counter.cashier, rich);
  const approve = () => counter.post(`/api/approvals/${approvalId}/approval`, {}, counter.manager);
  expect((await approve()).json()).toMatchObject({ status: 422, code: 'BALANCE_TOO_LOW' });

  // The request still waits; with the money back, but the till closed, it cannot be paid either.
  await counter.deposit(rich, '100.00');
  const { session } = (await counter.get('/api/till-sessions/current')).json();
  await counter.post(`/api/till-sessions/${session.id}/closing`, {
    count: { '500.00': 193, '200.00': 1 },
    toVault: '0.00',
  });
  expect((await approve()).json()).toMatchObject({ status: 409, code: 'TILL_CLOSED_MEANWHILE' });
  expect(await counter.balance('deposit', rich.depositId)).toBe('40000.00');
});

test('a request for more cash than the till holds is refused at once', async () => {
  const rich = await counter.admitActive('Rich Member');
  await counter.post('/api/receipts', {
    memberId: rich.id,
    lines: [{ kind: 'savings', depositId: rich.depositId, amount: '900000.00' }],
    mode: 'bank',
    reference: 'NEFT900000',
  });
  expect((await withdraw({ amount: '60000.00', mode: 'cash' }, counter.cashier, rich)).json()).toMatchObject({
    status: 422,
    code: 'TILL_CASH_TOO_LOW',
  });
});

test('a preview says whether a second person is needed, and warns of the limit for cash', async () => {
  await counter.deposit(sunita, '19000.00');
  const preview = async (amount: string) => {
    const url = `/api/deposits/${sunita.depositId}/withdrawals?preview=true`;
    return (await counter.cashier.inject({ method: 'POST', url, payload: { amount, mode: 'cash' } })).json();
  };
  expect(await preview('100.00')).toMatchObject({ needsApproval: false, warnings: [], total: '100.00' });
  expect(await preview('20000.00')).toMatchObject({ needsApproval: false, warnings: [{ code: 'CASH_LIMIT_OUT' }] });
  expect(await preview('20000.01')).toMatchObject({ needsApproval: true });
  expect(await counter.balance('deposit', sunita.depositId)).toBe('24000.00');
});

test('a reversal puts the money back and frees the reference', async () => {
  const paid = (await withdraw({ amount: '500.00', mode: 'cheque', reference: '000042' })).json();
  const reversal = await counter.post(`/api/journal-entries/${paid.entryId}/reversal`, { reason: 'Cheque spoilt' });
  expect(reversal.statusCode).toBe(201);
  expect(await counter.balance('deposit', sunita.depositId)).toBe('5000.00');
  expect((await withdraw({ amount: '500.00', mode: 'cheque', reference: '000042' })).statusCode).toBe(201);
  const again = await counter.post(`/api/journal-entries/${reversal.json().entryId}/reversal`, { reason: 'Once more' });
  expect(again.json()).toMatchObject({ code: 'REVERSAL_OF_REVERSAL' });
});
