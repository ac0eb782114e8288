// Day by day with a personal loan of 100,000 at 12 % in 12 instalments of 8,885, lent on 30 November 2026: due on 30 December,
// 30 January, 28 February, 30 March …, with interest of 1,000.00, 921.15, 841.51, 761.08, 679.84.

import { formatMoney, money } from '@kafal/core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTestLoans, type TestLoans } from './test-loans.ts';

let loans: TestLoans;
beforeEach(async () => {
  loans = await openTestLoans();
});
afterEach(() => loans.counter.close());

/** What stands on each of these accounts, debits above nothing. */
async function balances(...codes: string[]): Promise<string[]> {
  const rows = await loans.counter.platform.database
    .selectFrom('posting')
    .select(['accountCode', 'side', 'amount'])
    .where('accountCode', 'in', codes)
    .execute();
  return codes.map((code) => {
    const own = rows.filter(({ accountCode }) => accountCode === code);
    const sum = own.reduce((so, { side, amount }) => so + (side === 'debit' ? amount : -amount), 0);
    return `${sum < 0 ? '-' : ''}${formatMoney(money(Math.abs(sum)))}`;
  });
}
const told = async (name: string) =>
  (
    await loans.counter.platform.database.selectFrom('outbox').select('memberId').where('name', '=', name).execute()
  ).map(({ memberId }) => memberId);
const receivables = () => balances('1401', '1402', '1403', '2302');
const income = () => balances('4101', '4103');

test('a loan goes bad and is made good: accrual, penal charge, class, reserve and provision to the paisa', async () => {
  const { borrower, sureties } = loans;
  const loan = await loans.lend();
  await loans.endDays('2026-11-30');
  // One day of thirty; 0.40 % are put aside.
  expect(await receivables()).toEqual(['33.33', '0.00', '0.00', '0.00']);
  expect(await balances('5301', '2301')).toEqual(['400.00', '-400.00']);

  await loans.endDays('2026-12-26');
  expect(await told('loan.due')).toEqual([]);
  await loans.endDays('2026-12-30');
  expect(await told('loan.due')).toEqual([Number(borrower.id)]);
  expect(await told('loan.overdue')).toEqual([Number(borrower.id)]);
  expect(await told('surety.overdue')).toEqual(sureties.map(({ id }) => Number(id)));
  expect(await loans.loan(loan)).toMatchObject({ daysPastDue: 1, classCode: 'standard' });

  await loans.endDays('2026-12-31');
  // 1,000 and two days of 31 of 921.15; one day of 8,885 × 2 % / 365.
  expect(await receivables()).toEqual(['1059.43', '0.00', '0.49', '0.00']);
  expect(await income()).toEqual(['-1059.43', '-0.49']);
  // 8,885 × 2 % × 1 / 365 = 0.486849; 0.5 % of a lakh, within 100 and 5,000, was taken of the payout.
  const explained = await loans.counter.get(`/api/loans/${loan.id}/explanation`, borrower.signedIn);
  const day = '2026-12-31';
  expect(explained.json()).toMatchObject({
    penalDays: [{ from: day, to: day, days: 1, overdue: '8885.00', annualRate: '2', charge: '0.486849' }],
    penalties: '0.49',
    fees: [{ kind: 'processing', on: '2026-11-30', percent: '0.5', of: '100000.00', amount: '500.00' }],
  });

  await loans.endDays('2027-03-29');
  expect(await loans.loan(loan)).toMatchObject({ daysPastDue: 90, classCode: 'standard' });
  await loans.endDays('2027-03-30');
  expect(await loans.loan(loan)).toMatchObject({ daysPastDue: 91, classCode: 'sub-standard' });
  // 3,523.74 and one day of 31 of 679.84; 8,885 × 2 % × (90 + 59 + 30) days. None of it is income any more.
  expect(await receivables()).toEqual(['0.00', '3545.67', '87.15', '-3632.82']);
  expect(await income()).toEqual(['0.00', '0.00']);
  await loans.endDays('2027-03-31');
  expect(await receivables()).toEqual(['0.00', '3567.60', '89.09', '-3656.69']);
  // 10 % of a lakh that does not perform; what was put aside before is written back.
  expect(await balances('5302', '2303', '2301', '4206')).toEqual(['10000.00', '-10000.00', '0.00', '-400.00']);

  // A part of the arrears changes no class: two instalments, and the penal charge of January that was due with the second.
  await loans.repay(loan, '17785.09');
  await loans.endDays('2027-04-01');
  expect(await loans.loan(loan)).toMatchObject({ daysPastDue: 33, classCode: 'sub-standard' });
  expect((await loans.loan(loan)).overdue).toBe('17842.06');
  await loans.repay(loan, '17842.06');
  await loans.endDays('2027-04-02');
  expect(await loans.loan(loan)).toMatchObject({ daysPastDue: 0, classCode: 'standard', outstanding: '67983.74' });
  // Four days of 31 of 679.84; of 8,885 × 2 % × (183 + 2) / 365 the 87.15 that were due by then are paid.
  expect(await receivables()).toEqual(['87.72', '0.00', '2.92', '0.00']);
  expect(await income()).toEqual(['-3611.46', '-90.07']);
  await loans.endDays('2027-04-30');
  expect(await balances('2303', '2301')).toEqual(['0.00', '-271.93']);
  const changes = await loans.counter.platform.database.selectFrom('loan_class_change').selectAll().execute();
  expect(changes.map(({ changedOn, fromClass, toClass }) => [changedOn, fromClass, toClass])).toEqual([
    ['2027-03-30', 'standard', 'sub-standard'],
    ['2027-04-02', 'sub-standard', 'standard'],
  ]);
});

test('instalments are taken from savings as the borrower agreed, in part where there is too little; a sanction lapses', async () => {
  const { counter, borrower } = loans;
  const waiting = await loans.sanctioned(borrower, { productCode: 'EML', amount: '12000.00', instalments: 6 });
  const loan = await loans.lend();
  const debit = (method: 'PUT' | 'DELETE', by = borrower, fromDepositId = borrower.depositId) =>
    by.signedIn.inject({
      method,
      url: `/api/loans/${loan.id}/debit`,
      ...(method === 'PUT' ? { payload: { fromDepositId } } : {}),
    });
  const [surety] = loans.sureties;
  if (surety === undefined) throw new Error('a personal loan has sureties');
  expect((await debit('PUT', surety, surety.depositId)).statusCode).toBe(404);
  expect((await debit('PUT', borrower, surety.depositId)).statusCode).toBe(404);
  expect((await debit('PUT')).json()).toMatchObject({ debitFrom: { depositId: borrower.depositId } });
  await counter.restrict(borrower.depositId, '104000.00');

  await loans.endDays('2026-12-30');
  // 20,000 and 95,000 of the loan less what is held leave more than one instalment.
  expect(await loans.loan(loan)).toMatchObject({ overdue: '0.00', nextDueOn: '2027-01-30', outstanding: '92115.00' });
  await loans.endDays('2027-01-30');
  // 115,000 less 104,000 that are held, 8,885 that were taken before, and 1,000 that are kept, with the interest of December.
  const taken = (await counter.platform.database.selectFrom('loan_debit').select('taken').execute()).at(-1)?.taken ?? 0;
  expect(taken).toBeGreaterThan(100_000);
  expect(taken).toBeLessThan(888_500);
  expect(await told('loan.debit-failed')).toEqual([Number(borrower.id)]);
  expect((await loans.loan(loan)).overdue).toBe(formatMoney(money(888_500 - taken)));
  await loans.endDays('2027-01-31');
  expect(await told('loan.debit-failed')).toHaveLength(1);
  expect((await debit('DELETE')).json()).toMatchObject({ debitFrom: null });

  await loans.endDays('2027-02-27');
  expect((await loans.loan(waiting)).status).toBe('sanctioned');
  await loans.endDays('2027-02-28');
  expect((await loans.loan(waiting)).status).toBe('lapsed');
  expect(await told('loan.lapsed')).toEqual([Number(borrower.id)]);
});
