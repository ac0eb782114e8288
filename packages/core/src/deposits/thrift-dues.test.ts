// Dues of 500 on the first of each month, to be paid by the 10th.

import { expect, test } from 'vitest';
import { calendarDate } from '../calendar/calendar-date.ts';
import { money, parseMoney } from '../money/money.ts';
import { parseRate } from '../money/rate.ts';
import { savingsInterest } from './savings-interest.ts';
import { monthsInArrear, thriftStanding } from './thrift-dues.ts';

const due = (month: number) => ({
  dueOn: calendarDate(`2026-0${month}-01`),
  amount: parseMoney('500.00'),
  raised: money(50_000 * (month - 3)),
  graceTo: calendarDate(`2026-0${month}-10`),
});
const dues = [due(4), due(5), due(6)];
const paidIn = (on: string, amount: string) => ({ on: calendarDate(on), amount: parseMoney(amount) });

test('what is paid in pays the oldest due first, and a part of the next', () => {
  expect(thriftStanding(dues, parseMoney('700.00'))).toMatchObject({
    dues: [{ paid: 50_000 }, { paid: 20_000 }, { paid: 0 }],
    arrears: parseMoney('800.00'),
    since: '2026-05-01',
    monthsInArrear: 2,
    ahead: 0,
  });
});

test('what is paid ahead waits for the dues that come', () => {
  expect(thriftStanding(dues, parseMoney('2500.00'))).toMatchObject({
    arrears: 0,
    since: null,
    monthsInArrear: 0,
    ahead: parseMoney('1000.00'),
  });
});

test('a month is in arrear when its due, or one before it, is not paid by the day of grace', () => {
  // April in time; May on the 11th, a day late; June in time, and May with it by then.
  const paid = [paidIn('2026-04-10', '500.00'), paidIn('2026-05-11', '500.00'), paidIn('2026-06-02', '500.00')];
  expect([...monthsInArrear(dues, paid)]).toEqual(['2026-05-31']);
  // Without the money of May, June is in arrear too, though its own was brought.
  expect([...monthsInArrear(dues, [paidIn('2026-04-10', '500.00'), paidIn('2026-06-02', '500.00')])]).toEqual([
    '2026-05-31',
    '2026-06-30',
  ]);
});

test('interest is a twelfth of the rate on each month-end, and nothing for a month in arrear', () => {
  const terms = {
    basis: 'monthEnd',
    slabMethod: 'wholeBalance',
    rates: [
      { from: calendarDate('2026-01-01'), slabs: [{ from: money(0), annualRate: parseRate('6') }] },
      { from: calendarDate('2026-06-15'), slabs: [{ from: money(0), annualRate: parseRate('9') }] },
    ],
    dayCount: 'actual/365',
    round: { multiple: 1, rounding: 'half-up' },
    restingMonths: new Set([calendarDate('2026-05-31')]),
  } as const;
  const balances = [
    { on: calendarDate('2026-04-10'), balance: parseMoney('500.00') },
    { on: calendarDate('2026-05-11'), balance: parseMoney('1000.00') },
    { on: calendarDate('2026-06-02'), balance: parseMoney('1500.00') },
  ];
  const period = { from: calendarDate('2026-04-01'), to: calendarDate('2026-06-30') };
  // 500 × 6 / 1,200 = 2.50; May rests; 1,500 × 9 / 1,200 = 11.25, by the rate of the month's last day.
  const { interest, lines } = savingsInterest(terms, balances, period);
  expect(interest).toBe(parseMoney('13.75'));
  expect(lines.map(({ from, to, balance, annualRate }) => [from, to, balance, annualRate.numerator])).toEqual([
    ['2026-04-01', '2026-04-30', 50_000, 6],
    ['2026-05-01', '2026-05-31', 100_000, 0],
    ['2026-06-01', '2026-06-30', 150_000, 9],
  ]);
});
