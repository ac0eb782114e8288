// A loan whose first instalment falls due on an agreed day. Every figure was worked out by hand before it was computed.

import { expect, test } from 'vitest';
import { calendarDate } from '../calendar/calendar-date.ts';
import { type Money, money } from '../money/money.ts';
import { interestEarned } from './interest-earned.ts';
import type { LoanEvent } from './loan-events.ts';
import { loanOffer } from './loan-offer.ts';
import { loanTermsOf, type PlanRules } from './loan-rules.ts';
import type { LoanTerms } from './loan-terms.ts';
import { explainLoan, replayLoan } from './replay-loan.ts';

const rupees = (amount: number): Money => money(Math.round(amount * 100));
const paidOutOn = calendarDate('2027-01-10');

const rules: PlanRules = {
  interestMethod: 'declining',
  repayment: 'equalInstalments',
  interestBasis: 'scheduled',
  every: 1,
  unit: 'months',
  excess: 'advance',
  allocation: 'instalmentFirst',
  instalmentMultiple: rupees(1),
};
const aLakh = loanTermsOf(rules, rupees(100_000), 12, '12');
const paidOut = (firstDue: string): LoanEvent => ({
  type: 'payout',
  on: paidOutOn,
  amount: rupees(100_000),
  firstDue: calendarDate(firstDue),
});
const rowsOf = (terms: LoanTerms, firstDue: string, asOf = paidOutOn) =>
  replayLoan(terms, paidOutOn, [paidOut(firstDue)], asOf).instalments.map(
    ({ due, totalDue, interest, principal, balance }) => [
      due,
      ...[totalDue, interest, principal, balance].map((amount) => amount / 100),
    ],
  );

test('a lakh of 10 January with a first due day of 5 March: 26 days beside the month, and the rest as if they had not been', () => {
  // 1,00,000 × 12 % × 26 / 365 = 854.79 until 5 February, and 1,000.00 for the month to 5 March.
  const rows = rowsOf(aLakh, '2027-03-05');
  expect(rows.slice(0, 3)).toEqual([
    ['2027-03-05', 9739.79, 1854.79, 7885, 92_115],
    ['2027-04-05', 8885, 921.15, 7963.85, 84_151.15],
    ['2027-05-05', 8885, 841.51, 8043.49, 76_107.66],
  ]);
  expect(rows.at(-1)).toEqual(['2028-02-05', 8883.46, 87.96, 8795.5, 0]);
});

test('a first due day within the month bears its 26 days alone, and principal comes back as in whole months', () => {
  const rows = rowsOf(aLakh, '2027-02-05');
  expect(rows.slice(0, 2)).toEqual([
    ['2027-02-05', 8739.79, 854.79, 7885, 92_115],
    ['2027-03-05', 8885, 921.15, 7963.85, 84_151.15],
  ]);
});

test('of interest by the day, each day bears its own, and the instalment is that of the months', () => {
  const byDay = loanTermsOf({ ...rules, interestBasis: 'daily' }, rupees(100_000), 12, '12');
  const [first] = rowsOf(byDay, '2027-03-05');
  const [month] = replayLoan(byDay, calendarDate('2027-02-05'), [], calendarDate('2027-02-05')).instalments;
  // 54 days of 1,00,000 at 12 %: 1,775.34; of them 28 to 5 March: 920.55.
  expect(first?.[2]).toBe(1775.34);
  expect(first?.[3]).toBe((month?.principal ?? 0) / 100);
  expect(month?.interest).toBe(rupees(920.55));
});

test('equal principal and interest alone bear the days beside it too', () => {
  const equal = loanTermsOf({ ...rules, repayment: 'equalPrincipal' }, rupees(120_000), 12, '12');
  const lent = { ...paidOut('2027-03-05'), amount: rupees(120_000) } as LoanEvent;
  const [first] = replayLoan(equal, paidOutOn, [lent], paidOutOn).instalments;
  // 1,20,000 × 12 % × 26 / 365 = 1,025.75 and 1,200.00.
  expect([first?.principal, first?.interest]).toEqual([rupees(10_000), rupees(2225.75)]);
  const bullet = rowsOf(loanTermsOf({ ...rules, repayment: 'interestOnly' }, rupees(100_000), 3, '12'), '2027-03-05');
  expect(bullet.map(([, total]) => total)).toEqual([1854.79, 1000, 101_000]);
});

test('a flat loan bears its days beside the interest that is agreed', () => {
  const flat = loanTermsOf({ ...rules, interestMethod: 'flat' }, rupees(120_000), 12, '12');
  const lent = { ...paidOut('2027-03-05'), amount: rupees(120_000) } as LoanEvent;
  const rows = replayLoan(flat, paidOutOn, [lent], paidOutOn).instalments;
  expect(rows[0]?.interest).toBe(rupees(2225.75));
  expect(rows.reduce((sum, { interest }) => sum + interest, 0)).toBe(rupees(14_400 + 1025.75));
});

test('whoever pays all back after ten days owes the interest of ten days', () => {
  const on = calendarDate('2027-01-20');
  const settled = replayLoan(
    aLakh,
    paidOutOn,
    [paidOut('2027-03-05'), { type: 'settlement', on, fee: money(0), rebate: 'unbegun' }],
    on,
  );
  // 1,00,000 × 12 % × 10 / 365
  expect(settled.instalments.reduce((sum, { interest }) => sum + interest, 0)).toBe(rupees(328.77));
  expect(interestEarned(aLakh, paidOutOn, [paidOut('2027-03-05')], calendarDate('2027-03-04'))).toBe(rupees(1854.79));
});

test('it is explained in its days and its month', () => {
  const { interest } = explainLoan(aLakh, paidOutOn, [paidOut('2027-03-05')], paidOutOn);
  expect(interest[0]?.lines.map(({ from, to, days, yearPart }) => [from, to, days, yearPart])).toEqual([
    ['2027-01-10', '2027-02-05', 26, { numerator: 26, denominator: 365 }],
    ['2027-02-05', '2027-03-05', 28, { numerator: 1, denominator: 12 }],
  ]);
});

test('the day of a whole period changes nothing; one before the payout or after two periods is refused', () => {
  const plain = replayLoan(aLakh, paidOutOn, [], paidOutOn);
  expect(replayLoan(aLakh, paidOutOn, [paidOut('2027-02-10')], paidOutOn)).toEqual(plain);
  expect(rowsOf(aLakh, '2027-03-09')).toHaveLength(12);
  for (const day of ['2027-01-10', '2027-01-09', '2027-03-10']) {
    expect(() => rowsOf(aLakh, day), day).toThrow('The first instalment falls due');
  }
});

test('its yearly cost counts the days before the first month', () => {
  const fees = { processingFeePercent: '0', processingFeeMinimum: money(0), processingFeeMaximum: null };
  const whole = { ...rules, ...fees, feeTaxPercent: '0', insurance: null };
  const offer = (firstDue?: string) =>
    loanOffer(whole, rupees(100_000), 12, '12', paidOutOn, firstDue === undefined ? undefined : calendarDate(firstDue));
  expect(offer().annualCost).toBe('12.00');
  // It bears 12 % a year of 365 days in its first days, and of twelve months after: within a hundredth of it.
  expect(Math.abs(Number(offer('2027-03-05').annualCost) - 12)).toBeLessThan(0.05);
  expect(Math.abs(Number(offer('2027-02-05').annualCost) - 12)).toBeLessThan(0.1);
});
