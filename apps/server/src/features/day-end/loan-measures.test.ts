// What is done about a loan that goes wrong, in the books: a personal loan of 100,000 at 12 % in 12 instalments of 8,885, lent
// on 30 November 2026 and not paid; interest of 1,000.00 and 921.15 fell due on 30 December and 30 January.

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
const books = () => balances('1401', '1402', '1403', '2302', '4101', '4103');
const ask = ({ id }: TestLoan, body: object, by = loans.officer) =>
  loans.counter.post(`/api/loans/${id}/measures`, { reason: 'Ill for two months', ...body }, by);
const agree = ({ approvalId }: { approvalId: string }, by = loans.counter.manager) =>
  loans.counter.post(`/api/approvals/${approvalId}/approval`, {}, by);
const waive = (loan: TestLoan, body: object) => ask(loan, { kind: 'waiver', ...body });

test('a waiver takes what was booked out of income, or out of the reserve, by two, and is taken back', async () => {
  const loan = await loans.lend();
  await loans.endDays('2026-12-31');
  // 1,000 and two days of 31 of 921.15; one day of 8,885 × 2 % / 365.
  expect(await books()).toEqual(['1059.43', '0.00', '0.49', '0.00', '-1059.43', '-0.49']);

  const path = `/api/loans/${loan.id}/measures`;
  expect((await waive(loan, {})).json()).toMatchObject({ code: 'LOAN_WAIVES_NOTHING' });
  expect((await waive(loan, { interest: '1000.01' })).json()).toMatchObject({
    code: 'LOAN_WAIVER_ABOVE',
    fields: [{ path: 'interest' }],
    detail: expect.stringContaining('1,000.00'),
  });
  const wish = { kind: 'waiver', interest: '400.00', penalty: '0.49', reason: 'Ill for two months' };
  const shown = (await loans.counter.post(`${path}?preview=true`, wish, loans.officer)).json();
  expect(shown).toMatchObject({
    narration: `Waiver on loan ${loan.number}`,
    total: '400.49',
    needsApproval: true,
    before: { due: '8885.00', interest: '6618.46', charges: '0.49', owed: '106618.95' },
    after: { due: '8485.00', interest: '6218.46', charges: '0.00', owed: '106218.46' },
  });
  const asked = await ask(loan, wish);
  expect(asked.statusCode).toBe(202);
  expect((await waive(loan, { interest: '1.00' })).json()).toMatchObject({ code: 'LOAN_MEASURE_WAITING' });
  expect((await agree(asked.json(), loans.officer)).statusCode).toBe(403);
  expect((await agree(asked.json())).statusCode).toBe(200);
  expect(await loans.counter.lastPostings()).toEqual([
    'debit 4101 - 400.00',
    'credit 1401 - 400.00',
    'debit 4103 - 0.49',
    'credit 1403 - 0.49',
  ]);
  // Papers count as paid what bears the number of the loan.
  const memos = await loans.counter.platform.database
    .selectFrom('posting as p')
    .innerJoin('journal_entry as j', 'j.id', 'p.entryId')
    .select('p.memo')
    .where('j.kind', '=', 'waiver')
    .execute();
  expect(memos.map(({ memo }) => memo)).toEqual([null, null, null, null]);
  const detail = (await loans.counter.get(`/api/loans/${loan.id}`, loans.borrower.signedIn)).json();
  expect(detail).toMatchObject({ overdue: '8485.00', outstanding: '100000.00' });
  expect(detail.measures).toMatchObject([
    { kind: 'waiver', on: '2027-01-01', reason: 'Ill for two months', after: { due: '8485.00' }, takenBackOn: null },
  ]);
  await loans.endDays('2027-01-01');
  // One more day: 600 and three days of 31 of 921.15; the charge of 8,485 for a day, 0.46, on the day after.
  expect(await books()).toEqual(['689.14', '0.00', '0.46', '0.00', '-689.14', '-0.46']);

  const [measure] = detail.measures;
  const back = { reason: 'It was meant for another loan' };
  const undo = () => loans.counter.post(`${path}/${measure.id}/reversal`, back, loans.officer);
  const askedBack = await undo();
  expect(askedBack.statusCode).toBe(202);
  expect((await agree(askedBack.json())).statusCode).toBe(200);
  expect((await undo()).json()).toMatchObject({ code: 'LOAN_MEASURE_TAKEN_BACK' });
  const undone = await loans.loan(loan);
  expect(undone).toMatchObject({
    overdue: '8885.00',
    measures: [{ takenBackOn: '2027-01-02', takenBackReason: 'It was meant for another loan' }],
  });
  await loans.endDays('2027-01-02');
  expect(await books()).toEqual(['1118.86', '0.00', '1.44', '0.00', '-1118.86', '-1.44']);

  // Of a loan that does not perform nothing was income: it leaves the reserve. Nothing of it was booked: no entry.
  await loans.counter.platform.transact((trx) =>
    trx
      .updateTable('loan_standing')
      .set({ nonPerformingSince: calendarDate('2027-01-02') })
      .execute(),
  );
  await loans.endDays('2027-01-03');
  const [, reserved] = await books();
  expect(reserved).not.toBe('0.00');
  expect((await agree((await waive(loan, { interest: '1000.00' })).json())).statusCode).toBe(200);
  expect(await loans.counter.lastPostings()).toEqual(['debit 2302 - 1000.00', 'credit 1402 - 1000.00']);
  await verifyTestBooks(loans.counter.platform);
});
