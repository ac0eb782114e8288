import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type CalendarDate, calendarDate, daysBetween } from '../calendar/calendar-date.ts';
import { addFractions, fraction, fractionText } from '../money/fraction.ts';
import { formatMoney, type Money, money, negate, parseMoney } from '../money/money.ts';
import { parseRate } from '../money/rate.ts';
import type { RateVersion } from './rate-versions.ts';
import {
  type EndOfDayBalance,
  overdraftInterest,
  type SavingsInterestTerms,
  savingsInterest,
} from './savings-interest.ts';

const version = (from: string, ...slabs: [string, string][]): RateVersion => ({
  from: calendarDate(from),
  slabs: slabs.map(([least, rate]) => ({ from: parseMoney(least), annualRate: parseRate(rate) })),
});
const terms: SavingsInterestTerms = {
  basis: 'dailyProduct',
  slabMethod: 'wholeBalance',
  rates: [version('2020-01-01', ['0.00', '4'])],
  dayCount: 'actual/365',
  round: { multiple: 1, rounding: 'half-up' },
};
const balance = (on: string, amount: string): EndOfDayBalance => ({
  on: calendarDate(on),
  balance: parseMoney(amount),
});
const period = (from: string, to: string) => ({ from: calendarDate(from), to: calendarDate(to) });

// Opening 10,000; 5th +5,000; 9th -2,000; 12th +7,000; 20th -12,000.
const january = [
  balance('2025-12-01', '10000.00'),
  balance('2026-01-05', '15000.00'),
  balance('2026-01-09', '13000.00'),
  balance('2026-01-12', '20000.00'),
  balance('2026-01-20', '8000.00'),
];
const inJanuary = period('2026-01-01', '2026-01-31');

describe('savings interest', () => {
  test('by the daily product is the sum of what every day ended with', () => {
    const { interest, lines } = savingsInterest(terms, january, inJanuary);
    // 4 × 10,000 + 4 × 15,000 + 3 × 13,000 + 8 × 20,000 + 12 × 8,000 = 3,95,000; × 4 / 36,500 = 43.2877.
    expect(lines.map(({ days, balance: held }) => [days, formatMoney(held)])).toEqual([
      [4, '10000.00'],
      [4, '15000.00'],
      [3, '13000.00'],
      [8, '20000.00'],
      [12, '8000.00'],
    ]);
    expect(formatMoney(interest)).toBe('43.29');
  });

  test('by the lowest balance from the 10th counts one balance a month', () => {
    const { interest, lines } = savingsInterest({ ...terms, basis: 'minimumFromTenth' }, january, inJanuary);
    // 8,000 × 4 / 1,200.
    expect(lines).toMatchObject([{ from: '2026-01-10', to: '2026-01-31', balance: 800_000 }]);
    expect(formatMoney(interest)).toBe('26.67');
  });

  test('of a month that is not held from the 10th to its end is nothing by the lowest balance', () => {
    const monthly: SavingsInterestTerms = { ...terms, basis: 'minimumFromTenth' };
    expect(savingsInterest(monthly, january, period('2026-01-11', '2026-01-31')).interest).toBe(0);
    expect(savingsInterest(monthly, january, period('2026-01-01', '2026-01-30')).interest).toBe(0);
    expect(savingsInterest(monthly, [balance('2026-01-11', '500.00')], inJanuary).interest).toBe(0);
  });

  test('takes the slab of the whole balance, or of each part of it', () => {
    const slabs = { ...terms, rates: [version('2020-01-01', ['0.00', '3.75'], ['100000.00', '4.75'])] };
    const held = [balance('2026-01-01', '146000.00')];
    const aDay = period('2026-01-01', '2026-01-01');
    // 1,46,000 × 4.75 / 36,500 = 19; 1,00,000 × 3.75 / 36,500 + 46,000 × 4.75 / 36,500 = 10.2740 + 5.9863.
    expect(formatMoney(savingsInterest(slabs, held, aDay).interest)).toBe('19.00');
    const parts = savingsInterest({ ...slabs, slabMethod: 'marginal' }, held, aDay);
    expect(parts.lines.map((line) => [formatMoney(line.balance), line.annualRate.numerator])).toEqual([
      ['100000.00', 375],
      ['46000.00', 475],
    ]);
    expect(formatMoney(parts.interest)).toBe('16.26');
  });

  test('changes its rate on the day on which another one holds, and each line names the day of its rate', () => {
    const changed = { ...terms, rates: [version('2026-01-11', ['0.00', '5']), ...terms.rates] };
    const { interest, lines } = savingsInterest(changed, [balance('2026-01-01', '36500.00')], inJanuary);
    // 36,500 earns 4 a day for ten days and 5 a day for 21.
    expect(lines.map(({ days, rateFrom }) => [days, rateFrom])).toEqual([
      [10, '2020-01-01'],
      [21, '2026-01-11'],
    ]);
    expect(formatMoney(interest)).toBe('145.00');
  });

  test('of a leap year is smaller where the year counts its own days', () => {
    const held = [balance('2024-01-01', '36600.00')];
    const actual: SavingsInterestTerms = { ...terms, dayCount: 'actual/actual' };
    // 36,600 × 4 % / 366 is 4 a day; the last day of the year ends in the next.
    expect(fractionText(savingsInterest(actual, held, period('2024-03-01', '2024-03-10')).unrounded, 6)).toBe('4000');
    expect(savingsInterest(actual, held, period('2024-12-31', '2024-12-31')).interest).toBe(401);
  });

  test('without a rate for a day, or with days out of order, is refused', () => {
    expect(() => savingsInterest(terms, [balance('2019-01-01', '1.00')], period('2019-12-31', '2020-01-01'))).toThrow(
      expect.objectContaining({ code: 'DEPOSIT_RATE_MISSING' }),
    );
    expect(() => savingsInterest(terms, [...january].reverse(), inJanuary)).toThrow('days rise');
    expect(() => savingsInterest(terms, january, period('2026-02-01', '2026-01-01'))).toThrow('before it begins');
  });

  test('of what is overdrawn is a cost, and a balance above nothing costs nothing', () => {
    const held = [
      { on: calendarDate('2026-01-01'), balance: negate(parseMoney('36500.00')) },
      balance('2026-01-03', '36500.00'),
    ];
    expect(overdraftInterest(terms, held, inJanuary).interest).toBe(800);
    expect(savingsInterest(terms, held, inJanuary).interest).toBe(29 * 400);
  });
});

const start = calendarDate('2027-12-01');
const histories = fc
  .uniqueArray(fc.record({ day: fc.integer({ min: 0, max: 120 }), amount: fc.integer({ min: -1e9, max: 1e12 }) }), {
    selector: ({ day }) => day,
    maxLength: 30,
  })
  .map((days) =>
    days
      .sort((left, right) => left.day - right.day)
      .map(({ day, amount }) => ({ on: addDays(start, day), balance: money(amount) })),
  );
const someTerms = fc.record({
  basis: fc.constant('dailyProduct' as const),
  slabMethod: fc.constantFrom('wholeBalance' as const, 'marginal' as const),
  dayCount: fc.constantFrom('actual/365' as const, 'actual/actual' as const, '30/360' as const),
  rates: fc.constant([
    version('2028-02-10', ['1000.00', '4.125'], ['5000000.00', '4.5']),
    version('2020-01-01', ['0.00', '3.75'], ['100000.00', '4.75']),
  ]),
  round: fc.constant(terms.round),
});

/** Day by day, as a ledger clerk would. */
function bareLoop(history: readonly EndOfDayBalance[], to: CalendarDate): number {
  let [numerator, held] = [0, 0];
  for (let on = start; on <= to; on = addDays(on, 1)) {
    held = history.find((each) => each.on === on)?.balance ?? held;
    if (held > 0) numerator += held * 4;
  }
  return numerator;
}

describe('whatever happened in the account', () => {
  test('the figure is that of a bare loop over the days', () => {
    fc.assert(
      fc.property(histories, fc.integer({ min: 0, max: 150 }), (history, length) => {
        const to = addDays(start, length);
        const small = history.map(({ on, balance: held }) => ({ on, balance: Math.trunc(held / 1000) as Money }));
        const { unrounded } = savingsInterest(terms, small, { from: start, to });
        expect(unrounded.numerator * 36_500n).toBe(BigInt(bareLoop(small, to)) * unrounded.denominator);
      }),
    );
  });

  test('a period that is split adds up, and so do the lines', () => {
    fc.assert(
      fc.property(someTerms, histories, fc.integer({ min: 1, max: 120 }), (each, history, cut) => {
        const [until, end] = [addDays(start, cut), addDays(start, 150)];
        const whole = savingsInterest(each, history, { from: start, to: end });
        const first = savingsInterest(each, history, { from: start, to: until });
        const second = savingsInterest(each, history, { from: addDays(until, 1), to: end });
        const same = addFractions(first.unrounded, second.unrounded);
        expect(same.numerator * whole.unrounded.denominator).toBe(whole.unrounded.numerator * same.denominator);
        const lines = whole.lines.reduce((sum, { interest }) => addFractions(sum, interest), fraction(0));
        expect(lines.numerator * whole.unrounded.denominator).toBe(whole.unrounded.numerator * lines.denominator);
        expect(whole.lines.every(({ from, to, days }) => daysBetween(from, to) + 1 === days)).toBe(true);
      }),
    );
  });

  test('without a balance there is neither interest nor a line', () => {
    expect(savingsInterest(terms, [], inJanuary)).toMatchObject({ interest: 0, lines: [] });
  });
});
