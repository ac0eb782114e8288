import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, calendarDate } from '../calendar/calendar-date.ts';
import { fractionText } from '../money/fraction.ts';
import { money, parseMoney } from '../money/money.ts';
import { parseRate } from '../money/rate.ts';
import { SCALE } from './growth.ts';
import { type RunningBalanceTerms, runningBalance } from './running-balance.ts';
import { savingsInterest } from './savings-interest.ts';

const from = calendarDate('2026-01-30');
const terms: RunningBalanceTerms = {
  annualRate: parseRate('10'),
  overdraftRate: null,
  daysInYear: 365,
  added: 'never',
  postedInParts: null,
};
const deposit = [{ on: from, amount: parseMoney('36500.00') }];

test('interest begins to bear interest after the days that say so', () => {
  const of = (added: RunningBalanceTerms['added']) =>
    runningBalance({ ...terms, added }, deposit, from, 3).days.map(({ interest }) => fractionText(interest, 6));
  // 36,500 × 10 % / 365 is 10 a day, 1,000 paise; 10 of interest bear 0.0027 more.
  expect(of('never')).toEqual(['1000', '1000', '1000']);
  expect(of('daily')).toEqual(['1000', '1000.273973', '1000.54802']);
  // The month ends after the second day: 20 are added.
  expect(of({ everyMonths: 1 })).toEqual(['1000', '1000', '1000.547945']);
  expect(of({ everyMonths: 3 })).toEqual(['1000', '1000', '1000']);
});

test('a posting that is rounded to four decimals is what bears interest', () => {
  const { days, balance } = runningBalance({ ...terms, added: 'daily', postedInParts: 100 }, deposit, from, 2);
  expect(days.map(({ interest }) => fractionText(interest, 6))).toEqual(['1000', '1000.27']);
  expect(fractionText(balance, 6)).toBe('3652000.27');
});

test('an overdraft costs its own rate, and without one more cannot go out than came in', () => {
  const withdrawal = [{ on: from, amount: money(-3_650_000) }];
  const { balance } = runningBalance({ ...terms, overdraftRate: parseRate('20') }, withdrawal, from, 1);
  expect(fractionText(balance, 6)).toBe('-3652000');
  expect(() => runningBalance(terms, withdrawal, from, 1)).toThrow('no overdraft is allowed');
});

test('without adding interest it is the daily product, and the days make the figure', () => {
  const movements = fc.array(
    fc.record({ day: fc.integer({ min: 0, max: 60 }), amount: fc.integer({ min: 0, max: 1e10 }) }),
  );
  fc.assert(
    fc.property(movements, (all) => {
      const moved = all.map(({ day, amount }) => ({ on: addDays(from, day), amount: money(amount) }));
      const { days, interest } = runningBalance(terms, moved, from, 61);
      expect(days.reduce((sum, day) => sum + day.interest.numerator, 0n)).toBe(interest.numerator);
      const balances = days.map(({ on, balance }) => ({ on, balance: money(Number(balance.numerator / SCALE)) }));
      const product = savingsInterest(
        {
          basis: 'dailyProduct',
          slabMethod: 'wholeBalance',
          rates: [{ from, slabs: [{ from: money(0), annualRate: terms.annualRate }] }],
          dayCount: 'actual/365',
          round: { multiple: 1, rounding: 'half-up' },
        },
        balances,
        { from, to: addDays(from, 60) },
      );
      expect(fractionText(interest, 20)).toBe(fractionText(product.unrounded, 20));
    }),
    { numRuns: 40 },
  );
});
