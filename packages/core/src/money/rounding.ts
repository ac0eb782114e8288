import { invariant } from '../invariant.ts';

/**
 * Both modes are symmetrical about zero, so that the negative of an amount always rounds to the negative of its rounding.
 * `half-up` sends an exact half away from zero (12.5 → 13, −12.5 → −13), `half-even` to the even neighbour (12.5 → 12).
 */
export type Rounding = 'half-even' | 'half-up';

/** A quotient of safe integers, rounded. The remainder is exact, so no figure is rounded on its way. */
export function divideRounded(dividend: number, divisor: number, rounding: Rounding): number {
  invariant(Number.isSafeInteger(dividend) && Number.isSafeInteger(divisor), 'divideRounded takes safe integers');
  invariant(divisor > 0, 'the divisor must be positive');

  // The quotient of safe integers is below the next whole number by more than a fraction can be wrong, so its floor is exact;
  // `%` says the same at ten times the cost.
  const dividedSize = Math.abs(dividend);
  const whole = Math.floor(dividedSize / divisor);
  const remainder = dividedSize - whole * divisor;
  const toTheNext = divisor - remainder;
  const roundsAway = remainder > toTheNext || (remainder === toTheNext && (rounding === 'half-up' || whole % 2 === 1));
  const size = roundsAway ? whole + 1 : whole;

  return dividend < 0 ? 0 - size : size;
}

/** The same quotient for integers of any size. */
export function divideRoundedBig(dividend: bigint, divisor: bigint, rounding: Rounding): bigint {
  invariant(divisor > 0n, 'the divisor must be positive');

  const size = dividend < 0n ? -dividend : dividend;
  const remainder = size % divisor;
  const whole = size / divisor;
  const toTheNext = divisor - remainder;
  const roundsAway =
    remainder > toTheNext || (remainder === toTheNext && (rounding === 'half-up' || whole % 2n === 1n));
  const rounded = roundsAway ? whole + 1n : whole;

  return dividend < 0n ? -rounded : rounded;
}
