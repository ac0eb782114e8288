import { expect, test } from 'vitest';
import { calendarDate } from '../calendar/calendar-date.ts';
import { parseMoney } from '../money/money.ts';
import { loanProducts } from '../presets/loan-products.ts';
import {
  type Borrower,
  checkEligibility,
  type EligibilityRule,
  type LendingRules,
  largestLoan,
  monthlyInstalment,
  perMonth,
} from './eligibility.ts';

const [personal] = loanProducts({
  personal: '12',
  employee: '10',
  emergency: '11',
  most: '500000.00',
  guarantors: 2,
  membershipMonths: 3,
  emergencyMonths: 0,
  feePercent: '0.5',
  legalBasis: 'Resolution',
});
const on = calendarDate('2026-11-30');
const sunita: Borrower = {
  joinedOn: calendarDate('2026-04-01'),
  sharesHeld: parseMoney('5000.00'),
  deposits: parseMoney('20000.00'),
  thriftArrears: parseMoney('0.00'),
  daysPastDue: 0,
  owed: parseMoney('10000.00'),
  monthlyInstalments: parseMoney('0.00'),
  monthlyIncome: parseMoney('30000.00'),
};
const by = (...eligibility: EligibilityRule[]): LendingRules => ({ ...(personal as LendingRules), eligibility });
const wish = (amount: string) => ({ amount: parseMoney(amount), instalments: 12, on });
const only = (rule: EligibilityRule, amount: string, who: Partial<Borrower> = {}) =>
  checkEligibility(by(rule), { ...sunita, ...who }, wish(amount))[1];

test('months of membership count from the day of joining: of three, 1 April and 1 July', () => {
  const of = (joinedOn: string) =>
    checkEligibility(by(), { ...sunita, joinedOn: calendarDate(joinedOn) }, wish('1000.00'))[0];
  expect(of('2026-08-30')).toMatchObject({ kind: 'membership', limit: '2026-11-30', holds: true });
  expect(of('2026-08-31')).toMatchObject({ limit: '2026-11-30', holds: true });
  expect(of('2026-09-01')).toMatchObject({ value: '2026-11-30', limit: '2026-12-01', holds: false, overrideBy: null });
});

test('ten times shares of 5,000 is 50,000; with 10,000 owed, 40,000 is left', () => {
  const rule = { kind: 'shareMultiple', limit: '10', overrideBy: null } as const;
  expect(only(rule, '40000.00')).toMatchObject({
    value: '50000.00',
    limit: '50000.00',
    holds: true,
    times: { multiple: '10', of: '5000.00' },
  });
  expect(only(rule, '40000.01')).toMatchObject({ value: '50000.01', holds: false });
  expect(largestLoan(by(rule), sunita, { instalments: 12, on })).toEqual({
    amount: 4_000_000,
    withOverride: 4_000_000,
  });
});

test('a multiple may have decimals: 2.5 times deposits of 20,000 is 50,000; what is not whole is not lent', () => {
  const rule = { kind: 'depositMultiple', limit: '2.5', overrideBy: 'decider' } as const;
  expect(only(rule, '40000.00')).toMatchObject({ limit: '50000.00', holds: true });
  expect(only({ ...rule, limit: '0.3333' }, '1000.00', { deposits: parseMoney('0.10') })).toMatchObject({
    limit: '0.03',
    holds: false,
  });
});

test('what is left of the income: 30,000 less 8,885 is 70.38 %, and half of it goes with a loan of 1,68,831', () => {
  const rule = { kind: 'takeHome', limit: '50', overrideBy: 'decider' } as const;
  expect(only(rule, '100000.00')).toMatchObject({ value: '70.38', holds: true });
  // With another 6,115 a month, exactly half is left; with a paisa more it is not, though it shows as 50.
  expect(only(rule, '100000.00', { monthlyInstalments: parseMoney('6115.00') })).toMatchObject({
    value: '50',
    holds: true,
  });
  expect(only(rule, '100000.00', { monthlyInstalments: parseMoney('6115.01') })).toMatchObject({
    value: '50',
    holds: false,
  });
  expect(only(rule, '100000.00', { monthlyIncome: null })).toMatchObject({ value: null, holds: false });
  expect(only(rule, '400000.00')).toMatchObject({ value: '0', holds: false });
  // 0.0888487887 of it a month: 15,000.43 and 15,000.52, rounded to the rupee. A soft rule leaves the product's own most.
  expect(largestLoan(by(rule), sunita, { instalments: 12, on })).toEqual({
    amount: 16_883_100,
    withOverride: 50_000_000,
  });
});

test('arrears, days past due and exposure each say yes up to their limit', () => {
  const arrears = { kind: 'thriftArrears', limit: '0.00', overrideBy: 'recommender' } as const;
  expect(only(arrears, '1000.00')).toMatchObject({ value: '0.00', holds: true });
  expect(only(arrears, '1000.00', { thriftArrears: parseMoney('0.01') })).toMatchObject({ holds: false });
  const overdue = { kind: 'ownOverdue', limit: '30', overrideBy: null } as const;
  expect(only(overdue, '1000.00', { daysPastDue: 30 })).toMatchObject({ value: '30', unit: 'days', holds: true });
  expect(only(overdue, '1000.00', { daysPastDue: 31 })).toMatchObject({ holds: false });
  const exposure = { kind: 'exposure', limit: '25000.00', overrideBy: null } as const;
  expect(only(exposure, '15000.00')).toMatchObject({ value: '25000.00', holds: true });
  expect(only(exposure, '15000.01')).toMatchObject({ holds: false });
});

test('where no amount helps nothing can be borrowed, with an override what the hard rules leave', () => {
  const rules = by(
    { kind: 'ownOverdue', limit: '0', overrideBy: 'decider' },
    { kind: 'exposure', limit: '25000.00', overrideBy: null },
  );
  const late = { ...sunita, daysPastDue: 1 };
  expect(largestLoan(rules, late, { instalments: 12, on })).toEqual({ amount: 0, withOverride: 1_500_000 });
  // Less than the smallest loan of the product is none.
  const owes = { ...sunita, owed: parseMoney('24000.01') };
  expect(largestLoan(rules, owes, { instalments: 12, on }).withOverride).toBe(0);
});

test('a month of what falls due: weekly 1,200 are 5,200, every two months 1,200 are 600; a bullet takes nothing on its way', () => {
  expect(perMonth(parseMoney('1200.00'), { every: 1, unit: 'weeks' })).toBe(520_000);
  expect(perMonth(parseMoney('1200.00'), { every: 2, unit: 'months' })).toBe(60_000);
  const of = (repayment: LendingRules['repayment']) =>
    monthlyInstalment({ ...by(), repayment }, parseMoney('100000.00'), 12, on);
  expect([of('equalInstalments'), of('interestOnly'), of('bullet')]).toEqual([888_500, 100_000, 0]);
});
