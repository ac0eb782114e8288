import fc from 'fast-check';
import { expect, test } from 'vitest';
import { InvariantBroken } from '../invariant.ts';
import { divideRounded, divideRoundedBig } from './rounding.ts';

const someDividend = fc.integer({ min: Number.MIN_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER });
const someDivisor = fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER });
const someRounding = fc.constantFrom('half-even' as const, 'half-up' as const);

test.each([
  [25, 10, 3, 2],
  [35, 10, 4, 4],
  [24, 10, 2, 2],
  [26, 10, 3, 3],
  [-25, 10, -3, -2],
  [-35, 10, -4, -4],
  [0, 7, 0, 0],
  [7, 3, 2, 2],
  [8, 3, 3, 3],
])('%i ÷ %i is %i half-up and %i half-even', (dividend, divisor, halfUp, halfEven) => {
  expect(divideRounded(dividend, divisor, 'half-up')).toBe(halfUp);
  expect(divideRounded(dividend, divisor, 'half-even')).toBe(halfEven);
});

test('the largest safe integers divide exactly', () => {
  expect(divideRounded(Number.MAX_SAFE_INTEGER, 2, 'half-up')).toBe(4503599627370496);
  expect(divideRounded(Number.MAX_SAFE_INTEGER - 2, 2, 'half-even')).toBe(4503599627370494);
  expect(divideRounded(Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER, 'half-even')).toBe(1);
});

test('plain numbers and big integers give the same quotient', () => {
  fc.assert(
    fc.property(someDividend, someDivisor, someRounding, (dividend, divisor, rounding) => {
      const big = divideRoundedBig(BigInt(dividend), BigInt(divisor), rounding);
      expect(divideRounded(dividend, divisor, rounding)).toBe(Number(big));
    }),
    { numRuns: 2_000 },
  );
});

test('a rounded quotient is never more than half a unit away', () => {
  fc.assert(
    fc.property(fc.bigInt(), fc.bigInt({ min: 1n, max: 10n ** 30n }), someRounding, (dividend, divisor, rounding) => {
      const error = 2n * (dividend - divideRoundedBig(dividend, divisor, rounding) * divisor);
      expect(error <= divisor && error >= -divisor).toBe(true);
    }),
  );
});

test('an exact half goes away from zero, or to the even neighbour', () => {
  fc.assert(
    fc.property(fc.bigInt(), (whole) => {
      const halfUp = divideRoundedBig(2n * whole + 1n, 2n, 'half-up');
      expect(halfUp).toBe(whole >= 0n ? whole + 1n : whole);
      expect(divideRoundedBig(2n * whole + 1n, 2n, 'half-even') % 2n).toBe(0n);
    }),
  );
});

test('a divisor that is not positive is our mistake', () => {
  expect(() => divideRounded(1, 0, 'half-up')).toThrow(InvariantBroken);
  expect(() => divideRounded(1, -2, 'half-up')).toThrow(InvariantBroken);
  expect(() => divideRounded(1.5, 2, 'half-up')).toThrow(InvariantBroken);
  expect(() => divideRoundedBig(1n, 0n, 'half-up')).toThrow(InvariantBroken);
});
