// A personal loan of 100,000 in 12 instalments of 8,885 (the last of 8,883.46), lent on 30 November 2026.

import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTestLoans, type TestLoans } from './test-loans.ts';

let loans: TestLoans;
beforeEach(async () => {
  loans = await openTestLoans();
});
afterEach(() => loans.counter.close());

const dues = async (query: string) => {
  const answer = await loans.counter.get(`/api/loan-dues?${query}`, loans.officer);
  if (answer.statusCode !== 200) throw new Error(answer.body);
  return answer.json();
};
const figures = async () => {
  const answer = await loans.counter.get('/api/admin/dashboard/stats', loans.counter.manager);
  const { runningLoans, overdueLoans, overdueAmount, activeLoanAmount } = answer.json();
  return [runningLoans, overdueLoans, overdueAmount, activeLoanAmount];
};

test('due within a week, due today, overdue by age: lists, page, figures and the borrower say the same', async () => {
  const { counter, officer, borrower, sureties } = loans;
  const loan = await loans.lend();
  expect((await dues('when=overdue')).items).toEqual([]);

  await loans.endDays('2026-12-21');
  expect((await dues('when=week')).items).toEqual([]);
  await loans.endDays('2026-12-22');
  expect(await dues('when=week')).toMatchObject({
    count: 1,
    amount: '8885.00',
    items: [{ number: loan.number, dueOn: '2026-12-30', daysPastDue: 0, amount: '8885.00' }],
  });
  await loans.endDays('2026-12-29');
  expect(await dues('when=week')).toMatchObject({ count: 0, amount: '0.00' });
  expect(await dues('when=today')).toMatchObject({
    count: 1,
    items: [{ principal: '7885.00', interest: '1000.00', penalty: '0.00', outstanding: '100000.00' }],
  });
  expect(await loans.loan(loan)).toMatchObject({ dueToday: '8885.00', overdue: '0.00', daysPastDue: 0 });
  expect(await figures()).toEqual([1, 0, '0.00', '100000.00']);

  // A part of it pays interest first: 885 of 1,000 are paid, and 8,000 are left.
  await loans.repay(loan, '885.00');
  await loans.endDays('2026-12-30');
  const overdue = await dues('when=overdue');
  expect(overdue).toMatchObject({
    count: 1,
    amount: '8000.00',
    items: [
      {
        dueOn: '2026-12-30',
        daysPastDue: 1,
        principal: '7885.00',
        interest: '115.00',
        amount: '8000.00',
        guarantors: sureties.map(({ number }) => ({ memberNumber: number })),
      },
    ],
  });
  expect(overdue.ages[0]).toEqual({ age: 'days-1-30', count: 1, amount: '8000.00' });
  expect(await loans.loan(loan)).toMatchObject({ overdue: '8000.00', dueToday: '0.00', daysPastDue: 1 });
  expect(await figures()).toEqual([1, 1, '8000.00', '100000.00']);
  const [own] = (await counter.get('/api/loans', borrower.signedIn)).json().items;
  expect(own).toMatchObject({ overdue: '8000.00', nextAmount: '8000.00', nextDueOn: '2026-12-30', daysPastDue: 1 });
  expect((await counter.get('/api/loan-dues', borrower.signedIn)).statusCode).toBe(403);

  await demandOfAnEmployer(borrower.id, loan.number);

  await loans.endDays('2027-01-30');
  expect((await dues('age=days-1-30')).items).toEqual([]);
  // 32 days; the instalment of 30 January is overdue too, and 31 days of 8,000 cost 2 % a year: 13.589.
  expect(await dues('age=days-31-60')).toMatchObject({ amount: '16898.59', items: [{ daysPastDue: 32 }] });
  expect((await dues(`q=${loan.number}`)).count).toBe(1);
  expect((await dues('q=M-999')).count).toBe(0);
  const csv = (await counter.get('/api/loan-dues.csv?when=overdue', counter.manager)).body;
  expect(csv).toContain('16898.59');
  expect((await counter.get('/api/loan-dues?cursor=x', officer)).json()).toMatchObject({ code: 'CURSOR_MALFORMED' });

  await loans.repay(loan, '16898.59');
  expect((await dues('when=overdue')).count).toBe(0);
  expect(await figures()).toEqual([1, 0, '0.00', '84151.15']);
});

/** 8,000 overdue, and the instalment of 8,885 that falls due on 30 January. */
async function demandOfAnEmployer(memberId: string, loanNumber: string): Promise<void> {
  const { counter, officer } = loans;
  const add = () =>
    counter.manager.inject({
      ...{ method: 'POST', url: '/api/employers', payload: { name: 'District Sugar Mill' } },
      headers: { 'idempotency-key': 'the-sugar-mill-is-added-once' },
    });
  const mill = await add();
  expect([mill.statusCode, (await add()).json()]).toEqual([201, mill.json()]);
  const employerId = mill.json().id;
  const twice = await counter.post('/api/employers', { name: ' district  sugar MILL' }, counter.manager);
  expect(twice.json()).toMatchObject({ code: 'EMPLOYER_NAME_TAKEN', fields: [{ path: 'name' }] });
  const work = { employerId, employeeNumber: 'SM-4711' };
  const url = `/api/members/${memberId}/employment`;
  const kept = await counter.manager.inject({ method: 'PUT', url, payload: work });
  expect(kept.json().employment).toEqual({ ...work, employerName: 'District Sugar Mill' });

  const demand = async (query: string) => (await counter.get(`/api/demand-list${query}`, officer)).json();
  expect(await demand('')).toMatchObject({ until: '2026-12-31', count: 1, arrears: '8000.00', amount: '8000.00' });
  const sums = { arrears: '8000.00', current: '8885.00', amount: '16885.00' };
  expect(await demand(`?until=2027-01-31&employerId=${employerId}`)).toMatchObject({
    ...sums,
    items: [{ loanNumber, employerName: 'District Sugar Mill', employeeNumber: 'SM-4711', ...sums }],
  });
  expect(await demand('?employerId=999')).toMatchObject({ count: 0, amount: '0.00', items: [] });
  expect(await demand('?until=2026-12-30')).toMatchObject({ code: 'DEMAND_DAY_PAST' });
  expect((await demand('/groups?by=employer&until=2027-01-31')).items).toEqual([
    { employerId, name: 'District Sugar Mill', loans: 1, amount: '16885.00' },
  ]);

  // What the employer fills in is what the counter reads.
  const csv = (await counter.get(`/api/demand-list.csv?until=2027-01-31&employerId=${employerId}`, counter.manager))
    .body;
  const sheet = { csv, total: '16885.00', mode: 'bank', reference: 'HDFC N2026123100017' };
  const preview = await counter.post('/api/repayment-sheets?preview=true', sheet, counter.cashier);
  expect(preview.json()).toMatchObject({ paidRows: 1, paid: '16885.00', left: '0.00' });
}
