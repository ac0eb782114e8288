// The money of a loan goes out in cash, or from the bank under a number that counts once.

import { afterEach, beforeEach, expect, test } from 'vitest';
import { verifyTestBooks } from '../../../../../tests/society/verify-test-books.ts';
import { rupees } from './test-counter.ts';
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

test('the first instalment falls due on the day agreed, and bears the days beside its month', async () => {
  const id = await counter.sanctioned();
  const way = { toDepositId: counter.borrower.depositId };
  const detail = 'The first instalment can fall due from 2026-12-01 to 2027-01-29.';
  for (const firstDueOn of ['2026-11-30', '2027-01-30']) {
    const refused = await ask(id, { ...way, firstDueOn });
    expect([firstDueOn, refused.statusCode, refused.json()]).toMatchObject([
      firstDueOn,
      422,
      { code: 'LOAN_FIRST_DUE_OUTSIDE', detail },
    ]);
    expect(refused.json().fields).toMatchObject([{ path: 'firstDueOn' }]);
  }
  const usual = (await ask(id, way, counter.officer, '?preview=true')).json();
  expect(usual.nextInstalment).toEqual({ dueOn: '2026-12-30', total: '8885.00', interest: '1000.00' });
  // From 30 November to 15 December a lakh bears 12 % for 15 of 365 days, 493.15, and then 1,000.00 for its month.
  const agreed = { dueOn: '2027-01-15', total: '9378.15', interest: '1493.15' };
  const asked = { ...way, firstDueOn: '2027-01-15' };
  expect((await ask(id, asked, counter.officer, '?preview=true')).json().nextInstalment).toEqual(agreed);
  const { approvalId } = (await ask(id, asked)).json();
  const request = (await counter.get(`/api/approvals/${approvalId}`, counter.manager)).json();
  expect(request.lines.map(({ label, after }: { label: string; after: string }) => [label, after])).toContainEqual([
    'First instalment due on',
    '2027-01-15',
  ]);
  expect((await counter.agree({ approvalId })).statusCode).toBe(200);
  const rows = () =>
    counter.platform.database
      .selectFrom('loan_instalment')
      .select(['dueOn', 'principal', 'interest'])
      .where('loanId', '=', Number(id))
      .orderBy('number')
      .execute();
  expect((await rows()).slice(0, 2)).toEqual([
    { dueOn: '2027-01-15', principal: 7885_00, interest: 1493_15 },
    { dueOn: '2027-02-15', principal: 7963_85, interest: 921_15 },
  ]);

  await counter.onDay('2027-01-15');
  const paid = await counter.repay(id, '9378.15');
  expect(paid.statusCode).toBe(201);
  expect(await counter.loan(id)).toMatchObject({ outstanding: '92115.00' });
  expect((await counter.lastPostings()).slice(1)).toEqual(
    expect.arrayContaining([expect.stringMatching(/^credit \d+ \S+ 7885\.00$/), 'credit 4101 - 1493.15']),
  );
});

test('a quote says what a first due day of its own costs', async () => {
  const body = { productCode: 'PL', amount: '100000.00', instalments: 12, startsOn: '2027-01-10' };
  const quote = (more: object) => counter.post('/api/loans/quote', { ...body, ...more }, counter.borrower.signedIn);
  const first = (await quote({ firstDueOn: '2027-03-05' })).json().instalments[0];
  expect(first).toMatchObject({ dueOn: '2027-03-05', principal: '7885.00', interest: '1854.79', total: '9739.79' });
  expect((await quote({ firstDueOn: '2027-01-10' })).json()).toMatchObject({ code: 'LOAN_FIRST_DUE_OUTSIDE' });
});

test('in cash from a drawer that holds too little: whoever asks is warned, and it is paid once the drawer holds enough', async () => {
  const id = await counter.sanctioned();
  const { platform } = counter;
  const inDrawer = (amount: number) =>
    platform.transact((trx) =>
      trx
        .updateTable('balance')
        .set({ amount: rupees(amount) })
        .where('subLedger', '=', 'till')
        .where('subLedgerId', '=', Number(counter.tillId))
        .execute(),
    );
  const held = (await counter.balance('till', counter.tillId)).split('.')[0];
  const preview = async (body: object) =>
    (await ask(id, body, counter.cashier, '?preview=true')).json().warnings.map(({ code }: { code: string }) => code);
  const limit = 'CASH_LIMIT_OUT';
  await counter.changeSetting('limit.cashReceipt', '20000.00');
  expect(await preview({ mode: 'cash' })).toEqual([limit]);
  expect(await preview({ toDepositId: counter.borrower.depositId })).toEqual([]);

  await inDrawer(94_000);
  const seen = (await ask(id, { mode: 'cash' }, counter.cashier, '?preview=true')).json();
  expect(seen.warnings[1]).toEqual({
    code: 'TILL_SHORT',
    detail: expect.stringMatching(/^Till T1 holds .*94,000\.00; .*1,000\.00 is missing for this\./),
  });
  const asked = (await ask(id, { mode: 'cash' }, counter.cashier)).json();
  expect((await counter.agree(asked)).json()).toMatchObject({ code: 'TILL_CASH_TOO_LOW' });
  await inDrawer(Number(held));
  expect((await counter.agree(asked)).statusCode).toBe(200);
});
