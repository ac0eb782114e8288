import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, addMonths, calendarDate } from '../calendar/calendar-date.ts';
import { fractionText } from '../money/fraction.ts';
import { formatMoney, money, parseMoney, ZERO } from '../money/money.ts';
import { parseRate, rateOf } from '../money/rate.ts';
import {
  type FixedDepositTerms,
  fixedDepositPayouts,
  fixedDepositPremature,
  fixedDepositValue,
  lessPenalty,
} from './fixed-deposit.ts';
import { growthFactor, rootOf, SCALE } from './growth.ts';

const lakh: FixedDepositTerms = {
  principal: parseMoney('100000.00'),
  annualRate: parseRate('8'),
  compoundEveryMonths: 3,
  dayCount: 'actual/365',
  round: { multiple: 1, rounding: 'half-up' },
};
const opened = calendarDate('2026-04-01');
const until = (months: number, days = 0) => ({ openedOn: opened, closesOn: addDays(addMonths(opened, months), days) });

describe('a deposit that grows', () => {
  test('adds its interest every quarter: three years at 8 % are twelve times 2 %', () => {
    const { value, interest, lines } = fixedDepositValue(lakh, until(36));
    expect(formatMoney(value)).toBe('126824.18');
    expect(formatMoney(interest)).toBe('26824.18');
    expect(lines).toHaveLength(12);
    expect(lines[1]).toMatchObject({ from: '2026-07-01', to: '2026-10-01', length: { months: 3 } });
    // 1,02,000 × 2 %.
    expect(fractionText(lines[1]?.interest ?? { numerator: 0n, denominator: 1n }, 6)).toBe('204000');
    expect(fixedDepositValue(lakh, { months: 36 }).value).toBe(value);
  });

  test('bears simple interest for the days after its last whole quarter: 400 days are four quarters and 35 days', () => {
    const { value, lines } = fixedDepositValue(lakh, { openedOn: opened, closesOn: addDays(opened, 400) });
    // 1,00,000 × 1.02⁴ × (1 + 8 × 35 / 36,500).
    expect(formatMoney(value)).toBe('109073.57');
    expect(lines.at(-1)?.length).toEqual({ days: 35 });
  });

  test('at simple interest counts its days', () => {
    const simple = { ...lakh, compoundEveryMonths: null };
    // 1,00,000 × 8 × 73 / 36,500 = 1,600.
    expect(formatMoney(fixedDepositValue(simple, until(0, 73)).interest)).toBe('1600.00');
    expect(formatMoney(fixedDepositValue(simple, { months: 6 }).interest)).toBe('4000.00');
  });

  test('from the 31st has its quarters on the last days of shorter months', () => {
    const from = calendarDate('2026-08-31');
    const { lines } = fixedDepositValue(lakh, { openedOn: from, closesOn: calendarDate('2027-05-31') });
    expect(lines.map(({ to }) => to)).toEqual(['2026-11-30', '2027-02-28', '2027-05-31']);
  });

  test('in months alone grows by a part of the power for a part of a quarter', () => {
    const { value, lines } = fixedDepositValue(lakh, { months: 4 });
    // 1,00,000 × 1.02^(4/3) = 1,02,675.52.
    expect(formatMoney(value)).toBe('102675.52');
    expect(lines.map(({ length }) => length)).toEqual([{ months: 3 }, { months: 1 }]);
  });

  test('its lines and its principal make its value, and a longer term is never worth less', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1e12 }),
        fc.integer({ min: 0, max: 2000 }),
        fc.constantFrom(1, 3, 6, 12, null),
        fc.integer({ min: 0, max: 4000 }),
        (principal, rate, compoundEveryMonths, days) => {
          const terms = { ...lakh, principal: money(principal), annualRate: rateOf(rate, 2), compoundEveryMonths };
          const { unrounded, lines, value } = fixedDepositValue(terms, until(0, days));
          const sum = lines.reduce((total, { interest }) => total + interest.numerator, BigInt(principal) * SCALE);
          expect(sum * unrounded.denominator).toBe(unrounded.numerator * SCALE);
          expect(fixedDepositValue(terms, until(0, days + 1)).value).toBeGreaterThanOrEqual(value);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('of nothing, or for too long, or backwards, is refused', () => {
    expect(() => fixedDepositValue({ ...lakh, principal: ZERO }, { months: 1 })).toThrow('above zero');
    expect(() => fixedDepositValue(lakh, { months: 1_000_000 })).toThrow('at most 1200');
    expect(() => fixedDepositValue(lakh, { openedOn: opened, closesOn: addDays(opened, -1) })).toThrow('cannot end');
  });
});

describe('a deposit that pays its interest out', () => {
  const payouts = (payoutEveryMonths: number, isDiscounted: boolean) =>
    fixedDepositPayouts({ ...lakh, payoutEveryMonths, isDiscounted }, opened, addDays(addMonths(opened, 12), 10));

  test.each([
    // 1,00,000 × (1.02^(1/3) − 1), and 1,00,000 × 8 / 1,200.
    [1, true, '662.27'],
    [1, false, '666.67'],
    [3, true, '2000.00'],
    [6, false, '4000.00'],
  ])('every %d months, discounted %s, pays %s', (every, isDiscounted, paid) => {
    const { lines, interest } = payouts(every, isDiscounted);
    expect(formatMoney(lines[0]?.paid ?? ZERO)).toBe(paid);
    // 1,00,000 × 8 × 10 / 36,500.
    expect(formatMoney(lines.at(-1)?.paid ?? ZERO)).toBe('219.18');
    expect(lines).toHaveLength(12 / every + 1);
    expect(interest).toBe(lines.reduce((total, line) => total + line.paid, 0));
  });
});

describe('a deposit closed before its term', () => {
  const terms = {
    ...lakh,
    cardRate: parseRate('7.25'),
    penalty: parseRate('1'),
    noInterestBeforeDays: 30,
    interestPaid: ZERO,
  };

  test('bears the card’s rate for the time it ran, less the penalty', () => {
    const closed = fixedDepositPremature(terms, until(12, 61));
    expect(closed.annualRate).toEqual(parseRate('6.25'));
    expect(formatMoney(closed.amountPaid)).toBe('107509.37');
    expect(formatMoney(closed.interest)).toBe('7509.37');
    expect(closed.recovered).toBe(0);
  });

  test('gives back the interest that was paid beyond it', () => {
    const closed = fixedDepositPremature({ ...terms, interestPaid: parseMoney('8000.00') }, until(12, 61));
    expect(formatMoney(closed.recovered)).toBe('490.63');
    expect(formatMoney(closed.amountPaid)).toBe('99509.37');
  });

  test('too early bears nothing, and a penalty never turns a rate below nothing', () => {
    expect(fixedDepositPremature(terms, until(0, 29)).interest).toBe(0);
    expect(fixedDepositPremature(terms, until(0, 30)).interest).toBeGreaterThan(0);
    expect(lessPenalty(parseRate('0.5'), parseRate('1'))).toEqual(rateOf(0));
  });
});

describe('growth', () => {
  test('a root is the largest integer whose power is not above the value', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 400n }), fc.integer({ min: 1, max: 12 }), (value, degree) => {
        const root = rootOf(value, degree);
        expect(root ** BigInt(degree) <= value && (root + 1n) ** BigInt(degree) > value).toBe(true);
      }),
    );
  });

  test('by three thirds of a step is growth by one step, to the last digit but some', () => {
    const third = growthFactor({ numerator: 2n, denominator: 100n }, 1, 3);
    const whole = growthFactor({ numerator: 2n, denominator: 100n }, 1);
    expect(whole - third ** 3n / SCALE ** 2n).toBeLessThan(10n);
  });
});
