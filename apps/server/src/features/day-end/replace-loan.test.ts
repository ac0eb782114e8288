// A running loan of 100,000 that was lent on 30 November 2026, and one of 150,000 in its place.

import { afterEach, beforeEach, expect, test } from 'vitest';
import { verifyTestBooks } from '../../../../../tests/society/verify-test-books.ts';
import { openTestLoans, type TestLoan, type TestLoans } from './test-loans.ts';

let loans: TestLoans;
beforeEach(async () => {
  loans = await openTestLoans();
});
afterEach(() => loans.counter.close());

const payout = async ({ id }: TestLoan, body: object = {}) => {
  const { counter, borrower, officer } = loans;
  const asked = await counter.post(
    `/api/loans/${id}/disbursement`,
    { toDepositId: borrower.depositId, ...body },
    officer,
  );
  if (asked.statusCode !== 202) return asked;
  const { approvalId } = asked.json();
  return counter.post(`/api/approvals/${approvalId}/approval`, {}, counter.manager);
};
const shownTo = async ({ id }: TestLoan, who = loans.borrower.signedIn) =>
  (await loans.counter.get(`/api/loans/${id}`, who)).json();
/** Of its payouts the last, or so many before it. */
const entryOf = async (loanId: string, before = 0) => {
  const rows = await loans.counter.platform.database
    .selectFrom('loan_event')
    .select('entryId')
    .where('loanId', '=', Number(loanId))
    .where('type', '=', 'payout')
    .orderBy('place')
    .execute();
  return String(rows.at(-1 - before)?.entryId);
};
/** What is above the limit waits for a second person. */
const reverse = async (entryId: string) => {
  const { counter, committee } = loans;
  const asked = await counter.post(
    `/api/journal-entries/${entryId}/reversal`,
    { reason: 'A mistake' },
    counter.manager,
  );
  if (asked.statusCode !== 202) return asked;
  return counter.post(`/api/approvals/${asked.json().approvalId}/approval`, {}, committee);
};

test('the payout of a loan closes the one it replaces, and taken back opens it again', async () => {
  const { counter, borrower } = loans;
  const earlier = await loans.lend();
  const { payoff } = await shownTo(earlier);
  const wish = { productCode: 'PL', amount: '150000.00', instalments: 24, purpose: 'Two buffaloes' };
  const apply = (more: object) =>
    counter.post('/api/loans', { ...wish, monthlyIncome: '30000.00', ...more }, borrower.signedIn);
  expect((await apply({ replacesLoanId: '999999' })).json()).toMatchObject({
    code: 'LOAN_REPLACES_UNKNOWN',
    fields: [{ path: 'replacesLoanId' }],
  });
  expect((await apply({ replacesLoanId: earlier.id, amount: payoff })).json()).toMatchObject({
    code: 'LOAN_REPLACES_MORE',
    fields: [{ path: 'amount' }],
  });

  const later = await loans.sanctioned(borrower, { ...wish, replacesLoanId: earlier.id });
  expect(await shownTo(later)).toMatchObject({
    replaces: { number: earlier.number, amount: payoff },
    replacedBy: null,
  });
  expect((await shownTo(later, loans.sureties[0]?.signedIn)).replaces).toBeNull();
  const url = `/api/loans/${later.id}/disbursement`;
  const shown = (await counter.post(`${url}?preview=true`, { toDepositId: borrower.depositId }, loans.officer)).json();
  expect(shown).toMatchObject({ earlierLoan: { number: earlier.number, amount: payoff } });
  const figure = (text: string) => Number(text.replace('.', ''));
  expect(figure(shown.inHand)).toBe(
    figure('150000.00') - figure(shown.processingFee) - figure(shown.shares) - figure(payoff),
  );

  expect((await payout(later)).statusCode).toBe(200);
  expect(await shownTo(earlier)).toMatchObject({
    status: 'closed',
    owed: '0.00',
    replacedBy: { number: later.number },
  });
  expect(await shownTo(later)).toMatchObject({ status: 'active', replaces: { number: earlier.number, amount: null } });
  expect(await counter.balance('loan', Number(earlier.id))).toBe('0.00');
  expect(await counter.balance('loan', Number(later.id))).toBe('150000.00');
  const paper = await counter.get(`/api/loans/${earlier.id}/no-dues.pdf`, borrower.signedIn);
  expect(paper.statusCode).toBe(200);
  await verifyTestBooks(counter.platform);

  expect((await reverse(await entryOf(later.id))).statusCode).toBe(200);
  expect(await shownTo(earlier)).toMatchObject({ status: 'active', payoff, replacedBy: null });
  expect(await shownTo(later)).toMatchObject({ status: 'sanctioned', stillToPayOut: '150000.00' });
  await verifyTestBooks(counter.platform);

  // In parts: the first closes the earlier loan, the second is lent on its day and paid by the instalments that are left.
  expect((await payout(later, { amount: '150000.01' })).json()).toMatchObject({ code: 'LOAN_PART_ABOVE' });
  expect((await payout(later, { amount: '120000.00' })).statusCode).toBe(200);
  expect(await shownTo(later)).toMatchObject({
    status: 'active',
    outstanding: '120000.00',
    paidOut: '120000.00',
    stillToPayOut: '30000.00',
  });
  const [first] = (await shownTo(later)).instalmentsPlan;
  expect((await payout(later, { amount: '30000.01' })).json()).toMatchObject({ code: 'LOAN_PART_ABOVE' });
  expect((await payout(later)).statusCode).toBe(200);
  const whole = await shownTo(later);
  expect(whole).toMatchObject({ outstanding: '150000.00', paidOut: '150000.00', stillToPayOut: '0.00' });
  expect(whole.instalmentsPlan).toHaveLength(24);
  // As if all had been paid out at once, because both went out on one day.
  expect(whole.instalmentsPlan[0]).toMatchObject({ dueOn: first.dueOn, interest: '1500.00' });
  expect((await payout(later)).json()).toMatchObject({ code: 'LOAN_NOT_SANCTIONED' });
  await verifyTestBooks(counter.platform);

  expect((await reverse(await entryOf(later.id, 1))).json()).toMatchObject({ code: 'LOAN_ENTRY_STANDS' });
  expect((await reverse(await entryOf(later.id))).statusCode).toBe(200);
  expect(await shownTo(later)).toMatchObject({ status: 'active', paidOut: '120000.00', stillToPayOut: '30000.00' });
  expect((await shownTo(later)).instalmentsPlan[0]).toEqual(first);
  expect((await reverse(await entryOf(later.id, 1))).statusCode).toBe(200);
  expect(await shownTo(earlier)).toMatchObject({ status: 'active' });
  await verifyTestBooks(counter.platform);
});
