import { expect, test } from 'vitest';
import { calendarDate } from '../calendar/calendar-date.ts';
import {
  cumulativePrincipal,
  futureValue,
  interestPart,
  payment,
  periodCount,
  periodRate,
  presentValue,
  principalPart,
} from './annuity.ts';
import { effectiveRate, internalRate, internalRateOfDates, netPresentValueOfDates, nominalRate } from './returns.ts';

test('a flat loan of 12 % costs 21.46 % a year', () => {
  // 1,00,000 for 12 months: 12,000 of interest, so 12 instalments of 9,333.33.
  const monthly = periodRate({ periods: 12, payment: -112_000 / 12, presentValue: 100_000 });
  expect((monthly * 1200).toFixed(2)).toBe('21.46');
});

test('each of the five figures is found from the other four', () => {
  const [rate, periods, now, left] = [0.0125, 36, 250_000, -40_000];
  for (const isAtStart of [false, true]) {
    const paid = payment({ rate, periods, presentValue: now, futureValue: left, isAtStart });
    expect(presentValue({ rate, periods, payment: paid, futureValue: left, isAtStart })).toBeCloseTo(now, 6);
    expect(futureValue({ rate, periods, payment: paid, presentValue: now, isAtStart })).toBeCloseTo(left, 6);
    expect(periodCount({ rate, payment: paid, presentValue: now, futureValue: left, isAtStart })).toBeCloseTo(
      periods,
      9,
    );
    expect(periodRate({ periods, payment: paid, presentValue: now, futureValue: left, isAtStart })).toBeCloseTo(
      rate,
      12,
    );
  }
});

test('without interest a loan is divided by its instalments', () => {
  expect(payment({ rate: 0, periods: 10, presentValue: 1000 })).toBe(-100);
  expect(periodCount({ rate: 0, payment: -100, presentValue: 1000 })).toBe(10);
  expect(periodRate({ periods: 10, payment: -100, presentValue: 1000 })).toBeCloseTo(0, 12);
});

test('interest and principal of a payment make the payment, and all principal makes the loan', () => {
  const terms = { rate: 0.01, periods: 24, presentValue: 100_000 };
  for (const period of [1, 12, 24]) {
    expect(interestPart({ ...terms, period }) + principalPart({ ...terms, period })).toBeCloseTo(payment(terms), 9);
  }
  expect(cumulativePrincipal({ ...terms, first: 1, last: 24, isAtStart: false })).toBeCloseTo(-100_000, 6);
});

test('effective and nominal rates undo each other', () => {
  expect(effectiveRate(0.08, 4).toFixed(10)).toBe('0.0824321600');
  expect(nominalRate(effectiveRate(0.08, 4), 4)).toBeCloseTo(0.08, 15);
});

test('the rate of flows that change sign twice is the one nearest to the guess', () => {
  // -100 + 230/(1+r) - 132/(1+r)² is zero at 10 % and at 20 %.
  expect(internalRate([-100, 230, -132], 0.09)).toBeCloseTo(0.1, 12);
  expect(internalRate([-100, 230, -132], 0.25)).toBeCloseTo(0.2, 12);
});

test('the rate of dated flows is the same in whatever order they stand', () => {
  const flows = [
    { on: calendarDate('2026-04-01'), amount: -100_000 },
    { on: calendarDate('2026-10-01'), amount: 40_000 },
    { on: calendarDate('2027-04-01'), amount: 70_000 },
  ];
  const rate = internalRateOfDates(flows);
  expect(internalRateOfDates([...flows].reverse())).toBeCloseTo(rate, 12);
  expect(netPresentValueOfDates(rate, flows)).toBeCloseTo(0, 6);
});

test.each([
  ['no flow is received', () => internalRate([-1, -2])],
  ['no period', () => payment({ rate: 0.1, periods: 0, presentValue: 1 })],
  ['a loss of more than everything', () => payment({ rate: -1, periods: 2, presentValue: 1 })],
  ['a payment that never clears the interest', () => periodCount({ rate: 0.1, payment: -5, presentValue: 100 })],
  [
    'a flow before the first',
    () =>
      netPresentValueOfDates(0.1, [
        { on: calendarDate('2026-04-02'), amount: 1 },
        { on: calendarDate('2026-04-01'), amount: 1 },
      ]),
  ],
])('%s has no answer', (_, ask) => {
  expect(ask).toThrow(expect.objectContaining({ sign: '#NUM!' }));
});
