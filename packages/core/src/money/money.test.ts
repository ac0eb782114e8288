import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { InvariantBroken } from '../invariant.ts';
import {
  absolute,
  add,
  allocate,
  compareMoney,
  formatMoney,
  MAX_MONEY,
  type Money,
  MoneyError,
  maximum,
  minimum,
  money,
  negate,
  parseMoney,
  subtract,
  sum,
  timesRate,
  ZERO,
} from './money.ts';
import { parseRate, rateOf } from './rate.ts';

const rupees = (text: string): Money => parseMoney(text);
const someMoney = fc.integer({ min: -MAX_MONEY, max: MAX_MONEY }).map(money);
const smallMoney = fc.integer({ min: -1e13, max: 1e13 }).map(money);

function codeOf(act: () => unknown): string | undefined {
  try {
    act();
  } catch (error) {
    if (error instanceof MoneyError) return error.code;
    throw error;
  }
  return undefined;
}

describe('making money', () => {
  test.each([0.5, Number.NaN, 1e-9])('%d is no whole number of paise', (minor) => {
    expect(codeOf(() => money(minor))).toBe('MONEY_MALFORMED');
  });

  test.each([MAX_MONEY + 1, -MAX_MONEY - 1, Number.POSITIVE_INFINITY, 2 ** 60])('%d is too large', (minor) => {
    expect(codeOf(() => money(minor))).toBe('MONEY_TOO_LARGE');
  });

  test('the largest amount stands, and minus zero is zero', () => {
    expect(money(MAX_MONEY)).toBe(900_000_000_000_000);
    expect(money(-0)).toBe(0);
    expect(negate(ZERO)).toBe(0);
  });
});

describe('amounts as text', () => {
  test('an amount has exactly the decimals of its currency', () => {
    expect(parseMoney('1250.00')).toBe(125_000);
    expect(parseMoney('0.07')).toBe(7);
    expect(parseMoney('1250', 0)).toBe(1250);
    expect(parseMoney('1.250', 3)).toBe(1250);
    expect(parseMoney('9000000000000.00')).toBe(MAX_MONEY);
  });

  test.each([
    '',
    '1250',
    '1250.0',
    '1250.000',
    '1250.',
    '.50',
    '01.00',
    '00.00',
    '+1.00',
    '-1.00',
    '1e3',
    '1.0e2',
    ' 1.00',
    '1.00 ',
    '1.00\n',
    '1,250.00',
    '१२५०.००',
    '१250.00',
    '0x10.00',
    'NaN',
    'Infinity',
    '1_000.00',
    '1.00.00',
    '١٢.٠٠',
  ])('%j is refused as an amount', (text) => {
    expect(codeOf(() => parseMoney(text))).toBe('MONEY_MALFORMED');
  });

  test.each(['9000000000000.01', '9999999999999.99', '10000000000000.00', `${'9'.repeat(65)}.00`])(
    '%j is too large for the books',
    (text) => {
      expect(codeOf(() => parseMoney(text))).toBe('MONEY_TOO_LARGE');
    },
  );

  test('a refusal is a sentence with an example, and does not repeat a page of digits', () => {
    expect(() => parseMoney('12.5')).toThrow('"12.5" is not an amount written like 1250.00.');
    expect(() => parseMoney('x', 0)).toThrow('"x" is not an amount written like 1250.');
    expect(() => parseMoney('x'.repeat(5_000))).toThrow(`"${'x'.repeat(40)}" is not an amount written like 1250.00.`);
    expect(() => parseMoney('9'.repeat(65))).toThrow(MoneyError);
  });

  test.each([
    [125_000, 2, '1250.00'],
    [-1_250, 2, '-12.50'],
    [7, 2, '0.07'],
    [-7, 2, '-0.07'],
    [0, 2, '0.00'],
    [1250, 0, '1250'],
    [1250, 3, '1.250'],
    [5, 3, '0.005'],
  ])('%i with %i decimals is written %s', (minor, decimals, text) => {
    expect(formatMoney(money(minor), decimals)).toBe(text);
  });

  test('every amount comes back from its text', () => {
    fc.assert(
      fc.property(fc.nat({ max: MAX_MONEY }), fc.nat({ max: 3 }), (minor, decimals) => {
        const amount = money(minor);
        const text = formatMoney(amount, decimals);
        fc.pre((text.split('.')[0] ?? '').length <= 13);
        expect(parseMoney(text, decimals)).toBe(amount);
      }),
    );
  });
});

describe('sums and comparisons', () => {
  test('two amounts are added, subtracted and compared', () => {
    expect(add(rupees('1.10'), rupees('2.20'))).toBe(rupees('3.30'));
    expect(subtract(rupees('1.00'), rupees('2.50'))).toBe(money(-150));
    expect(sum([])).toBe(ZERO);
    expect(absolute(money(-5))).toBe(5);
    expect(minimum(money(3), money(-2), money(9))).toBe(-2);
    expect(maximum(money(3), money(-2), money(9))).toBe(9);
    expect([
      compareMoney(money(1), money(2)),
      compareMoney(money(2), money(1)),
      compareMoney(money(2), money(2)),
    ]).toEqual([-1, 1, 0]);
  });

  test('a sum beyond the books is refused, never rounded', () => {
    expect(codeOf(() => add(money(MAX_MONEY), money(1)))).toBe('MONEY_TOO_LARGE');
    expect(codeOf(() => subtract(money(-MAX_MONEY), money(1)))).toBe('MONEY_TOO_LARGE');
    expect(codeOf(() => sum([money(MAX_MONEY), money(1), money(-1)]))).toBe('MONEY_TOO_LARGE');
  });

  test('adding and taking away the same leaves nothing changed', () => {
    fc.assert(
      fc.property(smallMoney, smallMoney, (left, right) => {
        expect(subtract(add(left, right), right)).toBe(left);
        expect(add(left, right)).toBe(add(right, left));
        expect(negate(negate(left))).toBe(left);
      }),
    );
  });
});

describe('an amount times a rate', () => {
  const perDay = 36_500;
  const perMonth = 1_200;

  test.each([
    // The sum of end-of-day balances of a January, the lowest balance of it, a payout, penal interest, an accrual.
    ['395000.00', '4', perDay, '43.29'],
    ['8000.00', '4', perMonth, '26.67'],
    ['100000.00', '8', 400, '2000.00'],
    ['100000.00', '8', perMonth, '666.67'],
    ['88849.00', '2', perDay / 30, undefined],
    ['87966.66', '0.25', 100, '219.92'],
    ['9836.78', '25', 100, '2459.20'],
    ['9836.78', '1', 100, '98.37'],
    ['9836.78', '10', 100, '983.68'],
    ['1000000.00', '25', 100, '250000.00'],
    ['750000.00', '0.5', 100, '3750.00'],
    ['200000.00', '3', 100, '6000.00'],
    ['6000.00', '2', 100, '120.00'],
  ])('%s at %s divided by %d is %s', (amount, rate, divideBy, expected) => {
    const product = () => timesRate(rupees(amount), parseRate(rate), { divideBy, rounding: 'half-up' });
    if (expected === undefined) expect(product).toThrow(InvariantBroken);
    else expect(formatMoney(product())).toBe(expected);
  });

  test('days multiply the rate: 2 % on 88,849 for 30 days, and 12 % on 87,966.66 for 16', () => {
    const penal = timesRate(rupees('88849.00'), rateOf(2 * 30), { divideBy: perDay, rounding: 'half-up' });
    const accrued = timesRate(rupees('87966.66'), rateOf(12 * 16), { divideBy: perDay, rounding: 'half-up' });

    expect(formatMoney(penal)).toBe('146.05');
    expect(formatMoney(accrued)).toBe('462.73');
  });

  test('rounding is named at each product, to the paisa or to the rupee', () => {
    const half = { divideBy: 2 };
    expect(timesRate(money(5), rateOf(1), { ...half, rounding: 'half-up' })).toBe(3);
    expect(timesRate(money(5), rateOf(1), { ...half, rounding: 'half-even' })).toBe(2);
    expect(timesRate(money(-5), rateOf(1), { ...half, rounding: 'half-up' })).toBe(-3);

    const toTheRupee = { rounding: 'half-up', unit: 'major' } as const;
    expect(timesRate(rupees('12481.85'), rateOf(1), toTheRupee)).toBe(rupees('12482.00'));
    expect(timesRate(rupees('12481.50'), rateOf(1), { ...toTheRupee, rounding: 'half-even' })).toBe(rupees('12482.00'));
    expect(timesRate(rupees('12482.50'), rateOf(1), { ...toTheRupee, rounding: 'half-even' })).toBe(rupees('12482.00'));
    expect(timesRate(money(1_499), rateOf(1), { ...toTheRupee, decimals: 3 })).toBe(1_000);
  });

  test('the whole range is exact: a product too large for a number goes through big integers', () => {
    const most = money(MAX_MONEY);
    expect(timesRate(most, parseRate('99999.99999999'), { divideBy: 100_000, rounding: 'half-up' })).toBe(
      899_999_999_999_910,
    );
    expect(timesRate(most, rateOf(1), { divideBy: 10n ** 20n, rounding: 'half-up' })).toBe(0);
    expect(timesRate(most, rateOf(1), { divideBy: 18n * 10n ** 14n, rounding: 'half-even' })).toBe(0);
    expect(codeOf(() => timesRate(most, parseRate('1.00000001'), { rounding: 'half-up' }))).toBe('MONEY_TOO_LARGE');
  });

  test('every product agrees with a fraction worked out in whole numbers', () => {
    const someRate = fc
      .tuple(fc.nat({ max: 1e12 }), fc.nat({ max: 8 }))
      .map(([numerator, scale]) => rateOf(numerator, scale));
    fc.assert(
      fc.property(someMoney, someRate, fc.integer({ min: 1, max: 1e9 }), (amount, rate, divideBy) => {
        const dividend = BigInt(amount) * BigInt(rate.numerator);
        const divisor = BigInt(divideBy) * 10n ** BigInt(rate.scale);
        fc.pre(dividend / divisor < 8n * 10n ** 14n && dividend / divisor > -8n * 10n ** 14n);

        const product = BigInt(timesRate(amount, rate, { divideBy, rounding: 'half-up' }));
        const twiceTheError = 2n * (dividend - product * divisor);
        expect(twiceTheError <= divisor && twiceTheError >= -divisor).toBe(true);
        expect(timesRate(negate(amount), rate, { divideBy, rounding: 'half-up' })).toBe(Number(-product));
        expect(timesRate(amount, rate, { divideBy: BigInt(divideBy), rounding: 'half-up' })).toBe(Number(product));
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('sharing out', () => {
  test('the paise left over go to the largest remainders, the earlier part first', () => {
    expect(allocate(rupees('100.00'), [1, 1, 1]).map((part) => formatMoney(part))).toEqual(['33.34', '33.33', '33.33']);
    expect(allocate(rupees('10.00'), [0, 3, 7])).toEqual([0, 300, 700]);
    expect(allocate(money(5), [3, 3, 4])).toEqual([2, 1, 2]);
    expect(allocate(money(-100), [1, 2])).toEqual([-33, -67]);
    expect(allocate(ZERO, [1, 2])).toEqual([0, 0]);
  });

  test('nothing is lost and nothing is made, and no part is a paisa away from its due', () => {
    const weights = fc.array(fc.nat({ max: Number.MAX_SAFE_INTEGER }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(someMoney, weights, (total, parts) => {
        const all = parts.reduce((partial, weight) => partial + BigInt(weight), 0n);
        fc.pre(all > 0n);
        const shares = allocate(total, parts);

        expect(sum(shares)).toBe(total);
        for (const [index, share] of shares.entries()) {
          const error = BigInt(share) * all - BigInt(total) * BigInt(parts[index] ?? 0);
          expect(error < all && error > -all).toBe(true);
        }
      }),
    );
  });

  test('weights that cannot be are our mistake', () => {
    expect(() => allocate(money(1), [])).toThrow(InvariantBroken);
    expect(() => allocate(money(1), [0, 0])).toThrow(InvariantBroken);
    expect(() => allocate(money(1), [1, -1])).toThrow(InvariantBroken);
    expect(() => allocate(money(1), [0.5])).toThrow(InvariantBroken);
  });
});
