// The money of a loan goes out in cash, or from the bank under a number that counts once.

import { afterEach, beforeEach, expect, test } from 'vitest';
import { verifyTestBooks } from '../../../../../tests/society/verify-test-books.ts';
import { type LendingCounter, openLendingCounter } from './test-loans.ts';

let counter: LendingCounter;
beforeEach(async () => {
  counter = await openLendingCounter();
});
afterEach(async () => {
  await verifyTestBooks(counter.platform);
  await counter.close();
});

const ask = (id: string, body: object, by = counter.officer, query = '') =>
  counter.post(`/api/loans/${id}/disbursement${query}`, body, by);
test('by bank transfer: the voucher says gross, what was taken and what was sent; its number counts once', async () => {
  const id = await counter.sanctioned();
  for (const [code, body] of [
    ['LOAN_PAYOUT_WAY', {}],
    ['LOAN_PAYOUT_WAY', { toDepositId: counter.borrower.depositId, mode: 'bank', reference: 'N1' }],
    ['REFERENCE_REQUIRED', { mode: 'bank' }],
    ['REFERENCE_NOT_FOR_CASH', { mode: 'cash', reference: 'N1' }],
    // Cash leaves a till, and the officer has none.
    ['TILL_NOT_OPEN', { mode: 'cash' }],
  ] as const) {
    expect([code, (await ask(id, body)).json()]).toMatchObject([code, { code }]);
  }
  const way = { mode: 'bank', reference: 'HDFC N2026113000017' };
  expect((await ask(id, way, counter.officer, '?preview=true')).json()).toMatchObject({ inHand: '95000.00' });
  const agreed = await counter.agree((await ask(id, way)).json());
  expect(agreed.statusCode).toBe(200);
  // A lakh, less half a per cent and less the 4,500 that are short of 5 % in shares.
  expect((await counter.lastPostings()).slice(1)).toEqual([
    'credit 4202 - 500.00',
    `credit 2204 ${counter.borrower.number} 4500.00`,
    'credit 1201 - 95000.00',
  ]);
  const receipt = await counter.platform.database
    .selectFrom('receipt')
    .innerJoin('receipt_line', 'receipt_line.receiptId', 'receipt.id')
    .select(['receipt.id', 'direction', 'mode', 'total', 'labelEn', 'tillSessionId', 'entryId'])
    .orderBy('receipt.id', 'desc')
    .executeTakeFirstOrThrow();
  expect(receipt).toMatchObject({
    direction: 'out',
    mode: 'bank',
    total: 95_000_00,
    labelEn: expect.stringMatching(/^Loan \S+: 1,00,000\.00 − fee 500\.00 − share money 4,500\.00$/),
    tillSessionId: null,
  });
  const pdf = await counter.get(`/api/receipts/${receipt.id}/pdf`, counter.manager);
  expect(pdf.headers['content-type']).toBe('application/pdf');
  // Out once, whatever way is asked for.
  expect((await ask(id, way)).json()).toMatchObject({ code: 'LOAN_NOT_SANCTIONED' });

  // Taken back, the loan stands sanctioned and the number is free; another loan may not use it while it stands.
  await counter.changeSetting('limit.reversalApproval', '900000.00');
  const reason = 'The bank sent it back';
  const reversed = await counter.post(`/api/journal-entries/${receipt.entryId}/reversal`, { reason }, counter.manager);
  expect(reversed.statusCode).toBe(201);
  expect(await counter.loan(id)).toMatchObject({ status: 'sanctioned', outstanding: '0.00' });
  expect((await ask(id, way, counter.officer, '?preview=true')).statusCode).toBe(200);
});

test('in cash: the cashier asks, and it leaves their till once a second person has agreed', async () => {
  const id = await counter.sanctioned();
  const asked = await ask(id, { mode: 'cash' }, counter.cashier);
  expect(asked.statusCode).toBe(202);
  expect(await counter.balance('loan', id)).toBe('0.00');
  expect((await ask(id, { mode: 'cash' }, counter.cashier)).json()).toMatchObject({
    code: 'LOAN_DISBURSEMENT_WAITING',
  });
  const agreed = await counter.agree(asked.json());
  expect(agreed.statusCode).toBe(200);
  expect((await counter.lastPostings()).at(-1)).toBe('credit 1102 T1 95000.00');
  expect(await counter.loan(id)).toMatchObject({ status: 'active', outstanding: '100000.00' });
});
