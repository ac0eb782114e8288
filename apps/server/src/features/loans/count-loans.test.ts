// A sanction of a lakh at 12 % over twelve months, paid out in two parts within one period.

import { calendarDate, parseMoney } from '@kafal/core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { verifyTestBooks } from '../../../../../tests/society/verify-test-books.ts';
import { openTestLoans, type TestLoan, type TestLoans } from '../day-end/test-loans.ts';
import { countByRows, countLoans } from './count-loans.ts';

let loans: TestLoans;
beforeEach(async () => {
  loans = await openTestLoans();
});
afterEach(() => loans.counter.close());

async function payOut({ id }: TestLoan, body: object = {}) {
  const { counter, borrower, officer } = loans;
  const to = { toDepositId: borrower.depositId, ...body };
  const { approvalId } = (await counter.post(`/api/loans/${id}/disbursement`, to, officer)).json();
  expect((await counter.post(`/api/approvals/${approvalId}/approval`, {}, counter.manager)).statusCode).toBe(200);
}

test('of a loan that is paid out in parts the engine is asked; the rows do not say what a later part leaves between them', async () => {
  const { platform } = loans.counter;
  const { database } = platform;
  const loan = await loans.sanctioned();
  const id = Number(loan.id);
  const byRows = async (day: string) =>
    (await countByRows(database, platform, [id], { on: calendarDate(day), agedThrough: '' })).get(id);
  await payOut(loan, { amount: '60000.00' });
  // 60,000 for ten days of thirty at 1 % a month.
  expect(await byRows('2026-12-09')).toMatchObject({ interest: parseMoney('200.00') });
  await loans.endDays('2026-12-09');
  await payOut(loan);
  expect(await byRows('2026-12-20')).toBeUndefined();
  // 200.00 and 100,000 for twenty days are 866.67 of the period, of which 21 days of 30 are over.
  expect((await countLoans(database, platform, [id], calendarDate('2026-12-20'))).get(id)).toEqual({
    interest: parseMoney('606.67'),
    penalty: parseMoney('0.00'),
    principal: parseMoney('100000.00'),
  });
  await verifyTestBooks(platform);
});
