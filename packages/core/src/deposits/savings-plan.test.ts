import { describe, expect, test } from 'vitest';
import { calendarDate } from '../calendar/calendar-date.ts';
import { formatMoney, parseMoney, ZERO } from '../money/money.ts';
import { compoundEveryMonths, type OfferedSavings, savingsPlan, type WishedSavings } from './savings-plan.ts';

const savings: OfferedSavings = {
  kind: 'savings',
  interestRule: 'savings',
  interestBasis: 'dailyProduct',
  dayCount: 'actual/365',
  slabMethod: 'wholeBalance',
  rounding: 'rupee',
  interestMonths: [3, 6, 9, 12],
  minimumDeposit: ZERO,
  annualRate: '4',
  rates: [],
  effectiveFrom: calendarDate('2026-04-01'),
};
const daily = { termMonths: 12, keptMonths: 6, addEveryMonths: 3 };
const wish = (amount: string, more: Partial<WishedSavings> = {}): WishedSavings => ({
  amount: parseMoney(amount),
  monthly: ZERO,
  saved: ZERO,
  months: 12,
  openedOn: calendarDate('2027-01-01'),
  categories: [],
  ...more,
});
const plan = (product: OfferedSavings, asked: WishedSavings) => {
  const planned = savingsPlan(product, daily, asked);
  if (!planned.ok) throw new Error(planned.refusal.code);
  return planned.plan;
};

describe('savings', () => {
  test('of 36,500 at 4 per cent earn 4 a day, and what is credited each quarter earns too', () => {
    const { value, lines, growth, until } = plan(savings, wish('36500.00'));
    // 90 days × 4 = 360; 91 × 36,860 × 4 % / 365 = 367.59; 92 × 37,228 …= 375.34; 92 × 37,603 … = 379.12.
    expect(lines.map(({ length, on, credited }) => [length, on, credited && formatMoney(credited)])).toEqual([
      [{ days: 90 }, '2027-03-31', '360.00'],
      [{ days: 91 }, '2027-06-30', '368.00'],
      [{ days: 92 }, '2027-09-30', '375.00'],
      [{ days: 92 }, '2027-12-31', '379.00'],
    ]);
    expect([until, formatMoney(value)]).toEqual(['2028-01-01', '37982.00']);
    expect(
      growth.map(({ amount }) => formatMoney(amount)).filter((each, place, all) => each !== all[place - 1]),
    ).toEqual(['36500.00', '36860.00', '37228.00', '37603.00', '37982.00']);
    expect(growth).toHaveLength(13);
  });

  test('that get 1,000 more each month earn on each from its own day on', () => {
    const { paidIn, lines } = plan(savings, wish('1000.00', { monthly: parseMoney('1000.00'), months: 3 }));
    expect(formatMoney(paidIn)).toBe('3000.00');
    expect(lines.map(({ length, on }) => [length, on])).toEqual([
      [{ days: 31 }, '2027-01-31'],
      [{ days: 28 }, '2027-02-28'],
      [{ days: 31 }, '2027-03-31'],
    ]);
  });

  test('of a senior by slabs earn the better rate; a current account earns nothing', () => {
    const rates = [{ category: 'senior', amountFrom: ZERO, annualRate: '8' }] as const;
    const asked = wish('36500.00', { months: 1, categories: ['senior'] });
    expect(formatMoney(plan({ ...savings, rates }, asked).interest)).toBe('248.00');
    expect(plan({ ...savings, rates, kind: 'current', interestRule: 'none' }, asked).interest).toBe(0);
  });
});

test('thrift of 1,000 a month at 6 per cent earns a twelfth on what each month ends with: 5 × (1 + … + 12) = 390', () => {
  const thrift = { ...savings, kind: 'thrift', interestRule: 'thrift', annualRate: '6', interestMonths: [12] } as const;
  const { interest, paidIn, lines } = plan(thrift, wish('1000.00'));
  expect([formatMoney(interest), formatMoney(paidIn), lines.length]).toEqual(['390.00', '12000.00', 12]);
  expect(lines[11]).toMatchObject({ length: { month: 12 }, credited: parseMoney('390.00') });
});

test('a daily deposit of 100 a day earns on what each month ends with', () => {
  const product = { ...savings, kind: 'daily', interestRule: 'daily', annualRate: '6' } as const;
  const { paidIn, lines, growth } = plan(product, wish('100.00', { months: 3 }));
  expect(formatMoney(paidIn)).toBe('9000.00');
  // 3,100 × 6 % / 12 = 15.50
  expect(lines[0]).toMatchObject({ length: { month: 1 }, on: '2027-01-31' });
  expect(growth.slice(0, 2).map(({ amount }) => formatMoney(amount))).toEqual(['0.00', '3115.50']);
  expect(growth.at(-1)?.on).toBe('2027-04-01');
  // Its last day may be the last of a month, which is counted.
  const ending = plan(product, wish('100.00', { months: 3, openedOn: calendarDate('2026-11-30') }));
  expect(ending.growth.at(-1)).toEqual({ on: '2027-02-28', amount: ending.value });
});

test('a goal of 1,00,000 in two years at 8 per cent takes 3,833 a month, as on the page of such an account', () => {
  const goal = { ...savings, kind: 'goal', annualRate: '8' } as const;
  const { monthly, value, growth } = plan(goal, wish('100000.00', { months: 24 }));
  expect(formatMoney(monthly)).toBe('3833.00');
  expect(growth.at(-1)?.amount).toBe(value);
  const begun = plan(goal, wish('100000.00', { months: 24, saved: parseMoney('50000.00') }));
  expect([formatMoney(begun.monthly), begun.growth.at(-1)?.amount]).toEqual(['1588.00', begun.value]);
});

test('what is said beside a kind that does not ask for it, or is too little, is refused at its field', () => {
  const refusal = (product: OfferedSavings, asked: WishedSavings) => savingsPlan(product, daily, asked);
  const small = { ...savings, minimumDeposit: parseMoney('10.00') };
  expect(refusal(small, wish('9.99'))).toMatchObject({ refusal: { code: 'TERM_AMOUNT_BELOW', field: 'amount' } });
  expect(refusal(savings, wish('9.99', { saved: parseMoney('1.00') }))).toMatchObject({
    refusal: { code: 'QUOTE_NOT_ASKED', field: 'saved' },
  });
  const goal = { ...savings, kind: 'goal' } as const;
  expect(refusal(goal, wish('9.99', { monthly: parseMoney('1.00') }))).toMatchObject({
    refusal: { code: 'QUOTE_NOT_ASKED', field: 'monthly' },
  });
});

test('interest bears interest after the longest time between two credits', () => {
  expect([[3, 6, 9, 12], [3, 9], [6], [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]].map(compoundEveryMonths)).toEqual([
    3, 6, 12, 1,
  ]);
});
