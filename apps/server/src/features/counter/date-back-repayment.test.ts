// A repayment that counts from an earlier day, and the taking back of one after which money came.

import { calendarDate } from '@kafal/core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { verifyTestBooks } from '../../../../../tests/society/verify-test-books.ts';
import { type LendingCounter, openLendingCounter } from './test-loans.ts';

let counter: LendingCounter;
beforeEach(async () => {
  counter = await openLendingCounter();
  await counter.changeSetting('limit.valueDateDays', 90);
  await counter.changeSetting('limit.reversalDays', 366);
  await counter.changeSetting('limit.reversalApproval', '900000.00');
});
afterEach(async () => {
  await verifyTestBooks(counter.platform);
  await counter.close();
});

/** A loan by the day, so that money on an earlier day lowers interest: a lakh at 12 %, 365 days. */
async function paidOutByTheDay(): Promise<string> {
  await counter.platform.transact((trx) =>
    trx.updateTable('loan_product').set({ interestBasis: 'daily' }).where('code', '=', 'PL').execute(),
  );
  return counter.paidOut();
}
const body = (id: string, amount: string, valueOn: string, more: object = {}) => ({
  memberId: counter.borrower.id,
  lines: [{ kind: 'loan', loanId: id, amount, ...more }],
  mode: 'cash',
  valueOn,
});
const datedBack = (id: string, amount: string, valueOn: string, more: object = {}) =>
  counter.post('/api/receipts', body(id, amount, valueOn, more));
const preview = (id: string, amount: string, valueOn: string, more: object = {}) =>
  counter.post('/api/receipts?preview=true', body(id, amount, valueOn, more));
const reverse = (entryId: string, by = counter.manager) =>
  counter.post(`/api/journal-entries/${entryId}/reversal`, { reason: 'Typed on the wrong loan' }, by);
const kinds = async (id: string) => {
  const rows = await counter.platform.database
    .selectFrom('loan_event')
    .select('type')
    .where('loanId', '=', Number(id))
    .orderBy('place')
    .execute();
  return rows.map(({ type }) => type);
};

test('the office posts a repayment that came in ten days ago: seen before, put right by one entry, and taken back', async () => {
  const id = await paidOutByTheDay();
  // 30 days of a lakh at 12 % of 365 days: 986.30. The instalment of 8,883 pays 7,896.70 of principal.
  await counter.onDay('2026-12-30');
  expect((await counter.repay(id, '8883.00')).json().receipt.lines).toMatchObject([
    { amount: '7896.70' },
    { amount: '986.30' },
  ]);

  // 10,000 of principal were at the bank on the 20th. December bears 20 days of a lakh and 10 of 90,000: 657.53 + 295.89 =
  // 953.42, so 32.88 of what the receipt of the 30th paid are principal instead of interest.
  await counter.onDay('2027-01-05');
  const ahead = { prepayment: 'reduceTerm' };
  const seen = (await preview(id, '10000.00', '2026-12-20', ahead)).json();
  expect(seen.corrections).toMatchObject([
    {
      countsFrom: '2026-12-20',
      parts: [
        { part: 'principal', before: '7896.70', entry: '10000.00', correction: '32.88', after: '17929.58' },
        { part: 'interest', before: '986.30', entry: '0.00', correction: '-32.88', after: '953.42' },
      ],
      penalBefore: '0.00',
      penalAfter: '0.00',
    },
  ]);
  expect(await kinds(id)).toEqual(['payout', 'repayment']);

  const receipt = await datedBack(id, '10000.00', '2026-12-20', ahead);
  expect(receipt.statusCode).toBe(201);
  expect(receipt.json().receipt.lines).toMatchObject([{ amount: '10000.00' }]);
  expect(await counter.lastPostings()).toEqual(['credit 1301 - 32.88', 'debit 4101 - 32.88']);
  expect(await kinds(id)).toEqual(['payout', 'repayment', 'prepayment', 'correction']);
  expect(await counter.loan(id)).toMatchObject({ outstanding: '82070.42', status: 'active' });

  // The correction stands as long as the receipt; with it goes what it changed.
  const corrected = await counter.platform.database
    .selectFrom('journal_entry')
    .select('id')
    .where('kind', '=', 'correction')
    .executeTakeFirstOrThrow();
  expect((await reverse(String(corrected.id))).json()).toMatchObject({ code: 'LOAN_CORRECTION_STANDS' });
  expect((await reverse(receipt.json().receipt.entryId)).statusCode).toBe(201);
  expect(await counter.loan(id)).toMatchObject({ outstanding: '92103.30', nextDueOn: '2027-01-30' });
});
test('an older receipt is taken back, and the later one is shared as if it had never been', async () => {
  const id = await counter.paidOut();
  await counter.onDay('2026-12-30');
  const first = (await counter.repay(id, '8885.00')).json().receipt;
  await counter.onDay('2027-01-30');
  const second = (await counter.repay(id, '8885.00')).json().receipt;
  expect(await counter.loan(id)).toMatchObject({ outstanding: '84151.15' });

  // Without the first, the second pays the instalment of December: 1,000 of interest instead of 921.15.
  const seen = await counter.post(
    `/api/journal-entries/${first.entryId}/reversal?preview=true`,
    { reason: 'Typed on the wrong loan' },
    counter.manager,
  );
  expect(seen.json().corrections).toMatchObject([
    {
      countsFrom: '2026-12-30',
      parts: [
        { part: 'principal', before: '15848.85', entry: '-7885.00', correction: '-78.85', after: '7885.00' },
        { part: 'interest', before: '1921.15', entry: '-1000.00', correction: '78.85', after: '1000.00' },
      ],
      owedBefore: '88848.46',
      owedAfter: '97733.46',
    },
  ]);
  expect((await reverse(first.entryId)).statusCode).toBe(201);
  expect(await counter.lastPostings()).toEqual([`debit 1301 - 78.85`, 'credit 4101 - 78.85']);
  expect(await counter.loan(id)).toMatchObject({ outstanding: '92115.00', nextDueOn: '2027-01-30' });
  expect((await reverse(second.entryId)).statusCode).toBe(201);
  expect(await counter.loan(id)).toMatchObject({ outstanding: '100000.00', nextDueOn: '2026-12-30' });
  const income = await counter.platform.database
    .selectFrom('posting')
    .select(['side', 'amount'])
    .where('accountCode', '=', '4101')
    .execute();
  expect(income.reduce((sum, { side, amount }) => (side === 'credit' ? sum + amount : sum - amount), 0)).toBe(0);
});

test('the days between are charged anew by what was overdue then', async () => {
  const id = await counter.paidOut();
  await counter.platform.transact(async (trx) => {
    const [businessDate, startedAt] = [calendarDate('2027-01-09'), 1];
    await trx
      .insertInto('day_end_step')
      .values({ businessDate, step: 'age-loans', afterId: 0, done: 0, startedAt, finishedAt: startedAt })
      .execute();
  });
  await counter.onDay('2027-01-10');
  // Nothing was charged so far, because nobody asked: taking a receipt of the past back finds the days it had covered.
  const paid = (await datedBack(id, '8885.00', '2026-12-30')).json().receipt;
  expect(await counter.loan(id)).toMatchObject({ outstanding: '92115.00', daysPastDue: 0 });
  expect((await reverse(paid.entryId)).statusCode).toBe(201);
  const days = await counter.platform.database.selectFrom('loan_penal_day').selectAll().orderBy('chargedOn').execute();
  expect(days.length).toBeGreaterThan(0);
  const charged = days.reduce((sum, { amount }) => sum + amount, 0);
  const [first] = days;
  expect(first).toMatchObject({ overdue: 888_500 });
  const rate = Number(first?.annualRate);
  // 8,885 × the rate × the days / 36,500, rounded once.
  expect(charged).toBe(Math.round((888_500 * rate * days.length) / 36_500));

  // The same money dated back once more takes the charge away again.
  expect((await preview(id, '8885.00', '2026-12-30')).json().corrections).toMatchObject([
    { penalBefore: (charged / 100).toFixed(2), penalAfter: '0.00' },
  ]);
  await datedBack(id, '8885.00', '2026-12-30');
  expect(await counter.platform.database.selectFrom('loan_penal_day').selectAll().execute()).toEqual([]);
  expect(await counter.loan(id)).toMatchObject({ outstanding: '92115.00', owed: '97733.46' });
});

test('the days between are charged anew by the rule of the kind of loan, where it has one', async () => {
  await counter.platform.transact((trx) =>
    trx.updateTable('loan_product').set({ penalRate: '3', penalGraceDays: 5 }).where('code', '=', 'PL').execute(),
  );
  const id = await counter.paidOut();
  await counter.platform.transact(async (trx) => {
    const [businessDate, startedAt] = [calendarDate('2027-01-09'), 1];
    await trx
      .insertInto('day_end_step')
      .values({ businessDate, step: 'age-loans', afterId: 0, done: 0, startedAt, finishedAt: startedAt })
      .execute();
  });
  await counter.onDay('2027-01-10');
  const paid = (await datedBack(id, '8885.00', '2026-12-30')).json().receipt;
  expect((await reverse(paid.entryId)).statusCode).toBe(201);
  // Due on 30 December, so the fifth day of grace is 4 January: six days, 8,885 × 3 % × 6 / 365 = 4.381644.
  const days = await counter.platform.database
    .selectFrom('loan_penal_day')
    .select(['chargedOn', 'annualRate', 'amount'])
    .orderBy('chargedOn')
    .execute();
  expect([days.length, days[0]?.chargedOn, days[0]?.annualRate]).toEqual([6, '2027-01-04', '3']);
  expect(days.reduce((sum, { amount }) => sum + amount, 0)).toBe(438);
  expect((await preview(id, '8885.00', '2026-12-30')).json().corrections).toMatchObject([
    { penalBefore: '4.38', penalAfter: '0.00' },
  ]);
});

test('what cannot have been is refused whole, and on the day itself nothing is dated back', async () => {
  const id = await counter.paidOut();
  await counter.onDay('2026-12-30');
  await counter.repay(id, '8885.00');
  await counter.onDay('2027-01-05');
  for (const [code, amount, day] of [
    ['VALUE_DATE_IN_FUTURE', '10.00', '2027-01-06'],
    ['LOAN_BEFORE_PAYOUT', '10.00', '2026-11-29'],
    // 91,115 after the receipt of the 30th would close it; on the 20th more was owed, and then the receipt would be too much.
    ['LOAN_LATER_ABOVE', '100000.00', '2026-12-20'],
    ['LOAN_PAYMENT_ABOVE', '120000.00', '2026-12-20'],
  ] as const) {
    expect([code, (await datedBack(id, amount, day)).json()]).toMatchObject([code, { code }]);
  }
  await counter.changeSetting('limit.valueDateDays', 5);
  expect((await datedBack(id, '10.00', '2026-12-30')).json()).toMatchObject({ code: 'VALUE_DATE_TOO_EARLY' });
  const mixed = await counter.post('/api/receipts', {
    ...body(id, '10.00', '2027-01-04'),
    lines: [
      { kind: 'loan', loanId: id, amount: '10.00' },
      { kind: 'savings', depositId: counter.borrower.depositId, amount: '10.00' },
    ],
  });
  expect(mixed.json()).toMatchObject({ code: 'RECEIPT_DATED_BACK' });
  const own = { fromDepositId: counter.borrower.depositId, amount: '10.00', valueOn: '2027-01-04' };
  expect((await counter.post(`/api/loans/${id}/repayments`, own, counter.borrower.signedIn)).json()).toMatchObject({
    code: 'LOAN_DATED_BACK_BY_OFFICE',
  });
  expect(await kinds(id)).toEqual(['payout', 'repayment']);

  // By transfer the office may; the closing to an earlier day is one when nothing came after it.
  const staff = await counter.post(`/api/loans/${id}/repayments`, own, counter.cashier);
  expect(staff.json()).toMatchObject({ split: { principal: '0.00', interest: '10.00' }, isClosed: false });
  expect((await datedBack(id, '10.00', '2027-01-05')).statusCode).toBe(201);
  expect((await kinds(id)).slice(2)).toEqual(['repayment', 'repayment']);
});
