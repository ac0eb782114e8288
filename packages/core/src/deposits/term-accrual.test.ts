// 1,00,000 at 8 per cent for three years.

import { expect, test } from 'vitest';
import { calendarDate } from '../calendar/calendar-date.ts';
import { type Money, parseMoney, ZERO } from '../money/money.ts';
import { type AccruingTerm, termAccrued } from './term-accrual.ts';

const FIXED: AccruingTerm = {
  kind: 'fixed',
  amount: parseMoney('100000.00'),
  annualRate: '8',
  compounding: 'quarterly',
  dayCount: 'actual/365',
  payout: 'maturity',
  isPayoutDiscounted: true,
  rounding: 'paisa',
  openedOn: calendarDate('2026-01-15'),
  maturesOn: calendarDate('2029-01-15'),
  months: 36,
  instalments: [],
  interestPaid: ZERO,
};
const accrued = (term: AccruingTerm, on: string): Money => termAccrued(term, calendarDate(on));

test('a cumulative deposit has earned by the formula of its end: 16 days, then a quarter and 16 days', () => {
  // 1,00,000 × 8 % × 16 / 365
  expect(accrued(FIXED, '2026-01-31')).toBe(parseMoney('350.68'));
  // 1,00,000 × 1.02 × (1 + 8 % × 15 / 365)
  expect(accrued(FIXED, '2026-04-30')).toBe(parseMoney('2335.34'));
  expect(accrued(FIXED, '2029-01-15')).toBe(parseMoney('26824.18'));
  // After its end it earns nothing more by what was agreed.
  expect(accrued(FIXED, '2029-03-31')).toBe(parseMoney('26824.18'));
});

test('where interest is paid on the way, only the part since the last payment is owed', () => {
  const quarterly: AccruingTerm = { ...FIXED, payout: 'quarterly' };
  // 16 of the 90 days from 15 January to 15 April, of 2,000.
  expect(accrued(quarterly, '2026-01-31')).toBe(parseMoney('355.56'));
  // 2,000 were paid on 15 April; 15 of 91 days of the next part.
  expect(accrued({ ...quarterly, interestPaid: parseMoney('2000.00') }, '2026-04-30')).toBe(parseMoney('329.67'));
  // They could not be paid and are owed still.
  expect(accrued(quarterly, '2026-04-30')).toBe(parseMoney('2329.67'));
});

test('instalments earn from the day on which each was paid', () => {
  const recurring: AccruingTerm = {
    ...FIXED,
    kind: 'recurring',
    amount: parseMoney('1000.00'),
    maturesOn: calendarDate('2027-01-15'),
    months: 12,
    instalments: [
      { on: calendarDate('2026-01-15'), amount: parseMoney('1000.00') },
      { on: calendarDate('2026-02-15'), amount: parseMoney('1000.00') },
    ],
  };
  // 1,000 × 8 % × 44 / 365 = 9.64 and 1,000 × 8 % × 13 / 365 = 2.85
  expect(accrued(recurring, '2026-02-28')).toBe(parseMoney('12.49'));
});
