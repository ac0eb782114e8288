// Tax on the fee and the premium of an insurance are kept back at the payout: 100,000 over twelve months, 0.5 % fee, 18 % tax on
// it, 4.50 for each thousand and year.

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

async function insure(insurance: object): Promise<void> {
  const administrator = await counter.staff('administrator', 'Asha Negi');
  const { items } = (await counter.get('/api/loan-products/rules', administrator)).json();
  const { code, name, legalBasis, loans, applications, nextFrom, waitingApprovalId, ...rules } = items.find(
    (one: { code: string }) => one.code === 'PL',
  );
  const payload = { ...rules, insurance, effectiveFrom: '2026-11-30', legalBasis: 'Resolution MC/2026/9' };
  const url = `/api/loan-products/${code}`;
  const preview = await administrator.inject({ method: 'PUT', url: `${url}?preview=true`, payload });
  expect(preview.json().lines[0]).toEqual({
    label: 'Insurance, taken at the payout',
    before: '–',
    after: '4.50 for each thousand and year, owed in 2213',
  });
  const asked = (await administrator.inject({ method: 'PUT', url, payload })).json();
  expect((await counter.agree(asked)).statusCode).toBe(200);
}

const owed = async (accountCode: string): Promise<number> => {
  const rows = await counter.platform.database
    .selectFrom('posting')
    .select(['side', 'amount'])
    .where('accountCode', '=', accountCode)
    .execute();
  return rows.reduce((sum, { side, amount }) => sum + (side === 'credit' ? amount : -amount), 0);
};

test('the quote, the preview, the books and the voucher name each; the reversal takes all of it back', async () => {
  await insure({ basis: 'perThousandYear', rate: '4.50', accountCode: '2213' });
  await counter.changeSetting('loans.feeTax', '18');

  // 100,000 − 500 − 90 − 450.
  const payload = { productCode: 'PL', amount: '100000.00', instalments: 12 };
  const quote = (await counter.inject({ method: 'POST', url: '/api/loans/quote', payload })).json();
  const kept = { processingFee: '500.00', feeTax: '90.00', insurance: '450.00' };
  expect(quote).toMatchObject({ ...kept, inHand: '98960.00' });
  // Without them it costs 12.95 a year.
  expect(Number(quote.annualCost)).toBeGreaterThan(13.5);
  const offers = (await counter.get('/api/loan-products', counter.borrower.signedIn)).json();
  expect(offers.feeTaxPercent).toBe('18');
  expect(offers.items.find(({ code }: { code: string }) => code === 'PL').insurance).toEqual({
    basis: 'perThousandYear',
    rate: '4.50',
  });

  const id = await counter.sanctioned();
  for (const paper of ['sanction', 'agreement']) {
    const printed = await counter.get(`/api/loans/${id}/${paper}.pdf`, counter.officer);
    expect(printed.headers['content-type']).toBe('application/pdf');
  }
  // 4,500 in shares are short beside them.
  const way = { mode: 'bank', reference: 'HDFC N2026113000018' };
  const ask = (query = '') => counter.post(`/api/loans/${id}/disbursement${query}`, way, counter.officer);
  expect((await ask('?preview=true')).json()).toMatchObject({ ...kept, shares: '4500.00', inHand: '94460.00' });
  expect((await counter.agree((await ask()).json())).statusCode).toBe(200);
  expect(await counter.lastPostings()).toEqual([
    'debit 1301 - 100000.00',
    'credit 4202 - 500.00',
    'credit 2212 - 90.00',
    'credit 2213 - 450.00',
    `credit 2204 ${counter.borrower.number} 4500.00`,
    'credit 1201 - 94460.00',
  ]);
  const voucher = await counter.platform.database
    .selectFrom('receipt')
    .innerJoin('receipt_line', 'receipt_line.receiptId', 'receipt.id')
    .select(['entryId', 'labelEn', 'labelHi'])
    .orderBy('receipt.id', 'desc')
    .executeTakeFirstOrThrow();
  expect(voucher.labelEn).toMatch(
    /^Loan \S+: 1,00,000\.00 − fee 500\.00 − tax on it 90\.00 − insurance 450\.00 − share money 4,500\.00$/,
  );
  const { fees } = (await counter.get(`/api/loans/${id}/explanation`, counter.borrower.signedIn)).json();
  expect(fees).toMatchObject([
    { kind: 'processing', percent: '0.5', of: '100000.00', amount: '500.00' },
    { kind: 'feeTax', percent: '18', of: '500.00', amount: '90.00' },
    { kind: 'insurance', basis: 'perThousandYear', percent: '4.50', years: '1', of: '100000.00', amount: '450.00' },
  ]);
  // What was lent bears the whole instalments; what others got changes none of them.
  expect(await counter.loan(id)).toMatchObject({ outstanding: '100000.00' });

  await counter.changeSetting('limit.reversalApproval', '900000.00');
  const reason = 'The bank sent it back';
  const reversed = await counter.post(`/api/journal-entries/${voucher.entryId}/reversal`, { reason }, counter.manager);
  expect(reversed.statusCode).toBe(201);
  expect(await Promise.all(['4202', '2212', '2213'].map(owed))).toEqual([0, 0, 0]);
  expect(await counter.loan(id)).toMatchObject({ status: 'sanctioned', outstanding: '0.00' });
});

test('a payout of which nothing would be left is refused, and nothing changes', async () => {
  await insure({ basis: 'perThousandYear', rate: '4.50', accountCode: '2213' });
  const id = await counter.sanctioned();
  const insuranceRules = JSON.stringify({ basis: 'fixed', amount: 10_000_000, accountCode: '2213' });
  await counter.platform.transact((trx) =>
    trx.updateTable('loan_product').set({ insuranceRules }).where('insuranceRules', 'is not', null).execute(),
  );
  const refused = await counter.post(
    `/api/loans/${id}/disbursement`,
    { toDepositId: counter.borrower.depositId },
    counter.officer,
  );
  expect([refused.statusCode, refused.json().code]).toEqual([422, 'LOAN_NOTHING_IN_HAND']);
  expect(await counter.balance('loan', id)).toBe('0.00');
});
