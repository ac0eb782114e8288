import { describe, expect, test } from 'vitest';
import { calendarDate } from '../calendar/calendar-date.ts';
import { formatMoney, money } from '../money/money.ts';
import { type DailyTerms, dailyClosure, dailyInterest, nextDailyInterestOn, paidAtClosure } from './daily-deposit.ts';

const terms: DailyTerms = {
  openedOn: calendarDate('2026-12-10'),
  maturesOn: calendarDate('2027-12-10'),
  annualRate: '3.25',
  keptMonths: 6,
  addEveryMonths: 3,
  serviceCharge: '3',
};
/** A thousand more each month, brought on the tenth. */
const paidIn = Array.from({ length: 12 }, (_, month) => ({
  on: calendarDate(month === 0 ? '2026-12-10' : `2027-${String(month).padStart(2, '0')}-10`),
  balance: money((month + 1) * 100_000),
}));
const until = (day: string) => formatMoney(dailyInterest(terms, paidIn, calendarDate(day)).interest);

describe('a daily deposit', () => {
  test('earns a twelfth of the rate on what each month ended with', () => {
    // 1,000 and 2,000 and 3,000 × 3.25 / 1200 = 2.7083 + 5.4167 + 8.125 = 16.25
    expect(until('2026-12-30')).toBe('0.00');
    expect(until('2026-12-31')).toBe('2.71');
    expect(until('2027-02-28')).toBe('16.25');
    // From then on the 16.25 bear interest too: (4,000 + 5,000 + 6,000 + 3 × 16.25) × 3.25 / 1200 = 40.757
    expect(until('2027-05-31')).toBe('57.01');
  });

  test('shows the months that the figure is made of', () => {
    const { lines } = dailyInterest(terms, paidIn, calendarDate('2027-02-28'));
    expect(lines.map(({ on, length }) => [on, length])).toEqual([
      ['2026-12-31', { month: 1 }],
      ['2027-01-31', { month: 2 }],
      ['2027-02-28', { month: 3 }],
    ]);
  });

  test('is credited at the end of every third month from the sixth on, and at last with its end', () => {
    expect(nextDailyInterestOn(terms, null)).toBe('2027-08-31');
    expect(nextDailyInterestOn(terms, calendarDate('2027-08-31'))).toBe('2027-11-30');
    expect(nextDailyInterestOn(terms, calendarDate('2027-11-30'))).toBeNull();
    // Three months later it would have been kept long enough at the sixth month's end already.
    expect(nextDailyInterestOn({ ...terms, keptMonths: 5 }, null)).toBe('2027-05-31');
  });

  test('closed before the sixth month earns nothing and pays the charge', () => {
    const closure = dailyClosure(terms, paidIn, { closesOn: calendarDate('2027-06-09'), credited: money(0) });
    expect(closure).toMatchObject({ isPremature: true, isKept: false, interest: 0, charge: 18_000, lines: [] });
    expect(formatMoney(paidAtClosure(money(600_000), closure))).toBe('5820.00');
  });

  test('closed after it gets the interest of its whole months, less what was credited', () => {
    const closure = dailyClosure(terms, paidIn, { closesOn: calendarDate('2027-06-10'), credited: money(5_000) });
    expect(closure).toMatchObject({ isPremature: true, isKept: true, earned: 5_701, interest: 701, charge: 0 });
    const without = dailyClosure({ ...terms, serviceCharge: null }, paidIn, {
      closesOn: calendarDate('2027-01-01'),
      credited: money(0),
    });
    expect(without.charge).toBe(0);
  });

  test('counts no month beyond its term', () => {
    const end = dailyClosure(terms, paidIn, { closesOn: calendarDate('2028-03-31'), credited: money(0) });
    expect(end).toMatchObject({ isPremature: false, isKept: true });
    expect(end.lines.at(-1)?.on).toBe('2027-11-30');
  });
});
