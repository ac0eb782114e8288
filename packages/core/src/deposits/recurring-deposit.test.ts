import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addMonths, calendarDate } from '../calendar/calendar-date.ts';
import { formatMoney, money, parseMoney } from '../money/money.ts';
import { parseRate, rateOf } from '../money/rate.ts';
import { collectionCommission } from './collection-commission.ts';
import { goalPlan } from './goal.ts';
import { SCALE } from './growth.ts';
import { monthlyProductInterest } from './monthly-product.ts';
import {
  lateInstalmentFine,
  type RecurringDepositTerms,
  type RecurringMethod,
  recurringDepositByDates,
  recurringDepositValue,
} from './recurring-deposit.ts';

const paisa = { multiple: 1, rounding: 'half-up' } as const;
const rupee = { multiple: 100, rounding: 'half-up' } as const;
const BANK: RecurringMethod = { by: 'compound', everyMonths: 3 };
const terms = (
  instalment: string,
  rate: string,
  months: number,
  method: RecurringMethod = BANK,
): RecurringDepositTerms => ({
  instalment: parseMoney(instalment),
  months,
  annualRate: parseRate(rate),
  method,
  round: paisa,
});

describe('a recurring deposit', () => {
  test.each([
    ['1000.00', '8', 12, '12529.33'],
    ['1000.00', '8', 24, '26091.47'],
    ['1000.00', '8', 36, '40771.57'],
    ['1000.00', '8', 60, '73861.87'],
    ['5000.00', '7.5', 18, '95502.35'],
  ])('of %s at %s %% for %d months comes to %s by the formula of the banks', (instalment, rate, months, value) => {
    expect(formatMoney(recurringDepositValue(terms(instalment, rate, months)).value)).toBe(value);
  });

  test('compounded every month comes to 12,481.85, which a society prints as 12,482', () => {
    const monthly = terms('1000.00', '7.25', 12, { by: 'compound', everyMonths: 1 });
    expect(formatMoney(recurringDepositValue(monthly).value)).toBe('12481.85');
    expect(formatMoney(recurringDepositValue({ ...monthly, round: rupee }).value)).toBe('12482.00');
  });

  test('by the product of months bears 520 on 1,000 for a year at 8 %', () => {
    const { interest, lines } = recurringDepositValue(
      terms('1000.00', '8', 12, { by: 'product', addEveryMonths: null }),
    );
    // 1,000 × 78 × 8 / 1,200: the first instalment bears twelve months, the last one.
    expect(formatMoney(interest)).toBe('520.00');
    expect(lines).toHaveLength(12);
  });

  test('by the product with interest added each year bears interest on it', () => {
    // 12,000 + 1,000 × 78 × 11 / 1,200 = 12,715; 12,715 × 1.11 + 12,715.
    const { value } = recurringDepositValue(terms('1000.00', '11', 24, { by: 'product', addEveryMonths: 12 }));
    expect(formatMoney(value)).toBe('26828.65');
  });

  test('with each instalment paid in time grows like instalments of those days', () => {
    const opened = calendarDate('2026-04-01');
    const closesOn = addMonths(opened, 12);
    const paid = [0, 3, 6, 9].map((months) => ({ on: addMonths(opened, months), amount: parseMoney('1000.00') }));
    const rules = { annualRate: parseRate('8'), compoundEveryMonths: 3, dayCount: 'actual/365', round: paisa } as const;
    // 1,000 × (1.02⁴ + 1.02³ + 1.02² + 1.02) = 4,204.04.
    expect(formatMoney(recurringDepositByDates(rules, paid, closesOn).value)).toBe('4204.04');
    // The last one came 31 days late, on 1 February: 59 days at simple interest instead of a quarter.
    const late = [...paid.slice(0, 3), { on: calendarDate('2027-02-01'), amount: parseMoney('1000.00') }];
    // 3,184.04 + 1,000 × (1 + 8 × 59 / 36,500) = 4,196.97.
    expect(formatMoney(recurringDepositByDates(rules, late, closesOn).value)).toBe('4196.97');
    expect(() => recurringDepositByDates(rules, paid, opened)).toThrow('comes after the end');
  });

  test('an instalment two months late costs 1.50 for each hundred and month, and a month begun is a month', () => {
    const fine = (paidOn: string) =>
      lateInstalmentFine(
        { perHundred: parseRate('1.5'), round: paisa },
        parseMoney('1000.00'),
        calendarDate('2026-04-10'),
        calendarDate(paidOn),
      );
    expect(fine('2026-04-10')).toEqual({ monthsLate: 0, fine: 0 });
    expect(fine('2026-04-11')).toEqual({ monthsLate: 1, fine: 1500 });
    expect(fine('2026-06-10')).toEqual({ monthsLate: 2, fine: 3000 });
    expect(fine('2026-06-11')).toEqual({ monthsLate: 3, fine: 4500 });
  });

  const methods = fc.constantFrom<RecurringMethod>(
    BANK,
    { by: 'compound', everyMonths: 1 },
    { by: 'product', addEveryMonths: null },
    { by: 'product', addEveryMonths: 12 },
  );
  test('its lines and its instalments make its value', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1e9 }),
        fc.integer({ min: 0, max: 2500 }),
        fc.integer({ min: 1, max: 120 }),
        methods,
        (instalment, rate, months, method) => {
          const each = { instalment: money(instalment), months, annualRate: rateOf(rate, 2), method, round: paisa };
          const { lines, unrounded, value, paidIn, interest } = recurringDepositValue(each);
          const sum = lines.reduce((total, line) => total + line.interest.numerator, BigInt(paidIn) * SCALE);
          expect(sum * unrounded.denominator).toBe(unrounded.numerator * SCALE);
          expect(value).toBe(paidIn + interest);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('interest by the product of months', () => {
  const year = Array.from({ length: 12 }, (_, place) => ({
    balance: parseMoney('1000.00') * (place + 1),
    bears: true,
  }));

  test('of a thrift deposit leaves out the months in arrears', () => {
    const months = year.map((month, place) => ({ ...month, bears: place !== 2 }));
    const thrift = { annualRate: parseRate('6'), addEveryMonths: null, months, round: paisa };
    // 1,000 × (78 − 3) × 6 / 1,200.
    expect(formatMoney(monthlyProductInterest(thrift).interest)).toBe('375.00');
  });

  test('of a daily deposit adds interest every quarter', () => {
    const months = Array.from({ length: 6 }, () => ({ balance: parseMoney('12000.00'), bears: true }));
    // 12,000 × 5 % × 3 / 12 = 150; 12,150 × 5 % × 3 / 12 = 151.875.
    const daily = { annualRate: parseRate('5'), addEveryMonths: 3, months, round: paisa };
    expect(formatMoney(monthlyProductInterest(daily).interest)).toBe('301.88');
  });
});

test('an agent who collected 2,00,000 gets 3 %, less 2 % of that', () => {
  const earned = collectionCommission({ commission: parseRate('3'), tax: parseRate('2') }, parseMoney('200000.00'));
  expect(Object.values(earned).map((amount) => formatMoney(amount))).toEqual(['6000.00', '120.00', '5880.00']);
  expect(collectionCommission({ commission: parseRate('3'), tax: null }, parseMoney('200000.00')).tax).toBe(0);
});

describe('a goal', () => {
  const goal = {
    target: parseMoney('100000.00'),
    saved: money(0),
    months: 24,
    annualRate: parseRate('8'),
    compoundEveryMonths: 3,
    instalmentMultiple: 100,
  };

  test('of 1,00,000 in two years takes the smallest whole rupee a month that reaches it', () => {
    const { instalment, plan } = goalPlan(goal);
    // 1,00,000 / 26.09147 = 3,832.67.
    expect(formatMoney(instalment)).toBe('3833.00');
    expect(plan?.value).toBeGreaterThanOrEqual(goal.target);
    expect(recurringDepositValue(terms('3832.00', '8', 24)).value).toBeLessThan(goal.target);
  });

  test('takes less where something is saved already, and nothing where that is enough', () => {
    // 50,000 × 1.02⁸ = 58,582.97; 41,417.03 / 26.09147 = 1,587.38.
    const { instalment, grownSavings } = goalPlan({ ...goal, saved: parseMoney('50000.00') });
    expect([formatMoney(grownSavings), formatMoney(instalment)]).toEqual(['58582.97', '1588.00']);
    expect(goalPlan({ ...goal, saved: goal.target })).toMatchObject({ instalment: 0, plan: null });
  });
});
