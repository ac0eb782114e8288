import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTestCounter, type TestCounter } from './test-counter.ts';

let counter: TestCounter;
beforeEach(async () => {
  counter = await openTestCounter();
  await counter.openTill();
});
afterEach(() => counter.close());

test('the counter knows who stands before it: dues, accounts, shares, what to heed, the last receipts', async () => {
  const sunita = await counter.admit('Sunita Devi Rawat');
  await counter.deposit(sunita, '600.00');
  await counter.restrict(sunita.depositId, '200.00');

  const answer = await counter.get(`/api/counter/members/${sunita.id}`);
  expect(answer.statusCode).toBe(200);
  expect(answer.json()).toMatchObject({
    memberNumber: sunita.number,
    name: 'Sunita Devi Rawat',
    status: 'pending_payment',
    moneyInAllowed: true,
    moneyOutAllowed: false,
    duesOutstanding: '850.00',
    deposits: [{ accountNumber: sunita.depositNumber, balance: '600.00', available: '300.00' }],
    shares: { shares: 0, amount: '0.00', pending: '0.00', faceValue: '100.00' },
    warnings: [
      { code: 'WARN_NO_MONEY_OUT', detail: 'No money is paid out to this member now.' },
      { code: 'WARN_DUES', detail: '₹850.00 of dues is still to be paid.' },
      { code: 'WARN_HOLD', detail: `₹200.00 is held back on account ${sunita.depositNumber}.` },
    ],
    movements: [{ number: 'T1/2026-27/00001', kind: 'receipt', total: '600.00', mode: 'cash', tillCode: 'T1' }],
  });
  expect(answer.json().dues).toHaveLength(4);
});

test('the last movements are receipts, payments and transfers, newest first, and what was taken back says so', async () => {
  const sunita = await counter.admitActive('Sunita Devi Rawat', 5_000);
  const withdrawal = { amount: '200.00', mode: 'cash' };
  await counter.post(`/api/deposits/${sunita.depositId}/withdrawals`, withdrawal);
  const transfer = { amount: '100.00', to: { kind: 'shares' } };
  const { entryId } = (await counter.post(`/api/deposits/${sunita.depositId}/transfers`, transfer)).json();
  const reason = { reason: 'Meant for the other account' };
  await counter.post(`/api/journal-entries/${entryId}/reversal`, reason, counter.manager);

  const { movements } = (await counter.get(`/api/counter/members/${sunita.id}`)).json();
  expect(movements.slice(0, 2)).toMatchObject([
    { entryId, kind: 'transfer', total: '100.00', mode: 'transfer', receiptId: null, tillCode: null },
    { kind: 'withdrawal', total: '200.00', mode: 'cash', tillCode: 'T1', reversedByEntryId: null },
  ]);
  expect(movements[0].reversedByEntryId).not.toBeNull();
  expect(movements[2]).toMatchObject({ kind: 'receipt', reversedByEntryId: null });
});

test('a Hindi reader of the journal gets what the program wrote in Hindi; the journal itself keeps its words', async () => {
  const sunita = await counter.admitActive('Sunita Devi Rawat', 5_000);
  const payload = { amount: '200.00', mode: 'cash', note: 'For the school' };
  await counter.post(`/api/deposits/${sunita.depositId}/withdrawals`, payload);
  const narrated = async (language: string) => {
    const headers = { 'accept-language': language };
    const answer = await counter.manager.inject({ url: '/api/transactions?kind=withdrawal', headers });
    return answer.json().items[0].narration;
  };
  expect(await narrated('hi')).toBe(`${sunita.number} को खाता ${sunita.depositNumber} से नकद भुगतान: For the school`);
  expect(await narrated('en')).toBe(`Paid in cash to ${sunita.number} from ${sunita.depositNumber}: For the school`);
});

test('a member is found by number, part of the name and phone', async () => {
  const sunita = await counter.admit('Sunita Devi Rawat');
  await counter.admit('Mohan Rawat');
  const found = async (q: string) =>
    (await counter.get(`/api/counter/members?q=${encodeURIComponent(q)}`))
      .json()
      .items.map(({ name }: { name: string }) => name);
  expect(await found('raw')).toEqual(['Sunita Devi Rawat', 'Mohan Rawat']);
  expect(await found('sun raw')).toEqual(['Sunita Devi Rawat']);
  expect(await found(sunita.number)).toEqual(['Sunita Devi Rawat']);
  expect(await found('98110 00001')).toEqual(['Sunita Devi Rawat']);
});

test('a member that is not there, and a reader who is a member', async () => {
  const sunita = await counter.admit('Sunita Devi Rawat');
  expect((await counter.get('/api/counter/members/999')).json()).toMatchObject({
    status: 404,
    code: 'MEMBER_NOT_FOUND',
  });
  expect((await counter.get(`/api/counter/members/${sunita.id}`, sunita.signedIn)).statusCode).toBe(403);
});

test('the counter is told of a member who has left, an account that is stopped, and a request that waits', async () => {
  const rich = await counter.admitActive('Rich Member', 40_000);
  await counter.post(`/api/deposits/${rich.depositId}/withdrawals`, { amount: '25000.00', mode: 'cash' });
  await counter.platform.transact(async (trx) => {
    await trx.updateTable('deposit').set({ status: 'frozen' }).where('id', '=', Number(rich.depositId)).execute();
  });
  const warnings = async () => (await counter.get(`/api/counter/members/${rich.id}`)).json().warnings;
  expect(await warnings()).toEqual([
    { code: 'WARN_ACCOUNT_STOPPED', detail: `Account ${rich.depositNumber} is dormant or frozen.` },
    { code: 'WARN_WAITING', detail: 'Requests about this member that wait for a second person: 1.' },
  ]);
  await counter.setStatus(rich.id, 'expelled');
  expect(await warnings()).toContainEqual({
    code: 'WARN_NO_MONEY_IN',
    detail: 'No money is taken from or paid to this member now.',
  });
});
