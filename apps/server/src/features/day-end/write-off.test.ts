// A personal loan of 100,000 at 12 % in 12 instalments of 8,885, lent on 30 November 2026 and not paid, in the books when it is
// written off; interest of 1,000.00 fell due on 30 December.

import { calendarDate, formatMoney, money } from '@kafal/core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { verifyTestBooks } from '../../../../../tests/society/verify-test-books.ts';
import { openTestLoans, type TestLoan, type TestLoans } from './test-loans.ts';

let loans: TestLoans;
beforeEach(async () => {
  loans = await openTestLoans();
});
afterEach(() => loans.counter.close());

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
const receivables = () => balances('1401', '1402', '1403', '2302');
const report = async () => (await loans.counter.get('/api/loan-classes', loans.officer)).json();
const agree = ({ approvalId }: { approvalId: string }) =>
  loans.counter.post(`/api/approvals/${approvalId}/approval`, {}, loans.counter.manager);
const writeOff = async ({ id }: TestLoan, resolutionOn: string) => {
  const wish = { kind: 'write-off', reason: 'Nobody is left', resolutionNumber: 'GB/3', resolutionOn };
  const path = `/api/loans/${id}/measures`;
  const shown = (await loans.counter.post(`${path}?preview=true`, wish, loans.officer)).json();
  expect((await agree((await loans.counter.post(path, wish, loans.officer)).json())).statusCode).toBe(200);
  return shown;
};

test('a write-off takes what was put aside and what stands as receivable; taken back, all of it stands again', async () => {
  const loan = await loans.lend();
  await loans.endDays('2026-12-29');
  // Its borrower has another one that does not perform, so to speak: classes have tests of their own.
  await loans.counter.platform.transact((trx) =>
    trx
      .updateTable('loan_standing')
      .set({ nonPerformingSince: calendarDate('2026-12-29') })
      .execute(),
  );
  await loans.endDays('2026-12-31');
  // 1,000 and two days of 31 of 921.15; one day of 8,885 × 2 % / 365; 10 % of a lakh put aside.
  expect(await receivables()).toEqual(['0.00', '1059.43', '0.49', '-1059.92']);
  const bad = {
    loans: 1,
    outstanding: '100000.00',
    overdue: '8885.00',
    needed: '10000.00',
    held: '10000.00',
    lacks: '0.00',
  };
  expect(await report()).toMatchObject({
    on: '2027-01-01',
    classedOn: '2026-12-31',
    rule: 'IN-UCB-IRAC',
    classes: [{ code: 'standard', secured: '0.40', loans: 0 }, { code: 'sub-standard', ...bad }, {}, {}, {}],
    products: [{ productCode: 'PL', ...bad, classes: [{ code: 'sub-standard', ...bad }] }],
    total: bad,
    nonPerforming: '100000.00',
    accounts: [
      { accountCode: '2301', held: '0.00', balance: '0.00' },
      { accountCode: '2303', held: '10000.00', balance: '10000.00' },
    ],
  });
  const file = await loans.counter.get('/api/loan-classes.csv', loans.counter.manager);
  expect(file.body.split('\r\n')[1]).toBe(
    'Personal loan,Sub-standard,10,10,1,100000.00,0.00,100000.00,8885.00,10000.00,10000.00,0.00',
  );

  // Two days of 92,115 × 12 % / 365 are 60.57.
  expect(await writeOff(loan, '2026-12-31')).toMatchObject({
    narration: `Loan ${loan.number} written off`,
    total: '101061.06',
    needsApproval: true,
    before: { owed: '106618.95' },
    after: { owed: '0.00', principal: '0.00' },
  });
  const posted = [
    'debit 2303 - 10000.00',
    'debit 2302 - 1059.92',
    'debit 5303 - 90000.00',
    'credit 1301 - 100000.00',
    'credit 1402 - 1059.43',
    'credit 1403 - 0.49',
  ];
  expect(await loans.counter.lastPostings()).toEqual(posted);
  await loans.endDays('2027-01-01');
  expect([...(await receivables()), ...(await balances('2301', '2303', '4101', '4103'))]).toEqual(
    Array(8).fill('0.00'),
  );
  expect(await report()).toMatchObject({
    total: { loans: 0, outstanding: '0.00', needed: '0.00', held: '0.00' },
    accounts: [
      { held: '0.00', balance: '0.00' },
      { held: '0.00', balance: '0.00' },
    ],
  });

  const { measures } = (await loans.loan(loan)) as { measures: { id: string }[] };
  const path = `/api/loans/${loan.id}/measures/${measures[0]?.id}/reversal`;
  await agree((await loans.counter.post(path, { reason: 'She came back' }, loans.officer)).json());
  expect(await balances('5303', '2303', '1301')).toEqual(['0.00', '-10000.00', '100000.00']);
  await loans.endDays('2027-01-02');
  // 1,000 and four days of 31; three days of the penal charge, that of the day between too.
  expect(await receivables()).toEqual(['0.00', '1118.86', '1.46', '-1120.32']);
  expect(await balances('5303', '2301', '2303')).toEqual(['0.00', '0.00', '-10000.00']);

  await writeOff(loan, '2026-12-31');
  await loans.repay(loan, '5000.00');
  expect(await balances('4205', '5303')).toEqual(['-5000.00', '90000.00']);
  await loans.endDays('2027-01-03');
  expect([...(await receivables()), ...(await balances('2303', '1301'))]).toEqual(Array(6).fill('0.00'));
  await verifyTestBooks(loans.counter.platform);
});

test('of a loan that performs the rest was income; its borrower does not perform on another one, until it has come in', async () => {
  const small = await loans.lend(loans.borrower, { productCode: 'EML', amount: '12000.00', instalments: 6 });
  const loan = await loans.lend();
  await loans.endDays('2026-11-30');
  await writeOff(loan, '2026-12-01');
  // One day of thirty, 33.33, was accrued; 100,000 × 12 % / 365 = 32.88 are owed, and 0.45 leave at the end of the day.
  expect(await loans.counter.lastPostings()).toEqual([
    'debit 2301 - 400.00',
    'debit 5303 - 99632.88',
    'credit 1301 - 100000.00',
    'credit 1401 - 32.88',
  ]);
  await loans.endDays('2026-12-01');
  const ofLoan = await loans.counter.platform.database
    .selectFrom('loan_receivable')
    .select('amount')
    .where('loanId', '=', Number(loan.id))
    .execute();
  expect(ofLoan.map(({ amount }) => amount)).toEqual([3_333, -3_288, -45]);
  expect(await loans.loan(small)).toMatchObject({ daysPastDue: 0, classCode: 'sub-standard' });
  const { writtenOff } = (await loans.loan(loan)) as { writtenOff: { left: string } };
  await loans.repay(loan, writtenOff.left);
  expect(await loans.loan(loan)).toMatchObject({ status: 'closed', closedOn: '2026-12-02' });
  await loans.endDays('2026-12-02');
  expect(await loans.loan(small)).toMatchObject({ classCode: 'standard' });
  await verifyTestBooks(loans.counter.platform);
});
