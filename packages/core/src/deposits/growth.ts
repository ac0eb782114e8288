// Compound growth in integers: amounts are minor units times SCALE, so that what is cut off never reaches a paisa.

import { invariant } from '../invariant.ts';
import { type Fraction, percentOf } from '../money/fraction.ts';
import type { Rate } from '../money/rate.ts';

export const SCALE = 10n ** 30n;

/** The rate of so many months, as a fraction of one. */
export function periodRate(annualRate: Rate, months: number): Fraction {
  const { numerator, denominator } = percentOf(annualRate);
  return { numerator: numerator * BigInt(months), denominator: denominator * 12n };
}

/** (1 + rate) to the power of `steps / of`, times SCALE, rounded down. */
export function growthFactor({ numerator, denominator }: Fraction, steps: number, of = 1): bigint {
  invariant(Number.isSafeInteger(steps) && steps >= 0, 'growth goes forward, by whole steps');
  const grown = numerator + denominator;
  if (of === 1) return (grown ** BigInt(steps) * SCALE) / denominator ** BigInt(steps);
  const whole = Math.floor(steps / of);
  const rest = steps - whole * of;
  if (rest === 0) return growthFactor({ numerator, denominator }, whole);
  const part = rootOf((grown ** BigInt(rest) * SCALE ** BigInt(of)) / denominator ** BigInt(rest), of);
  return whole === 0 ? part : (growthFactor({ numerator, denominator }, whole) * part) / SCALE;
}

/** The largest integer whose power of `degree` is not above the value. */
export function rootOf(value: bigint, degree: number): bigint {
  invariant(value >= 0n && degree >= 1, 'a root of something that is not negative');
  if (value < 2n || degree === 1) return value;
  const n = BigInt(degree);
  let root = estimate(value, degree);
  // Newton's steps from above come down to the root and stop there.
  for (;;) {
    const next = ((n - 1n) * root + value / root ** (n - 1n)) / n;
    if (next >= root) return root;
    root = next;
  }
}

/** Above the root, and right to about fourteen digits, so that few steps are left. A float is only where the search begins. */
function estimate(value: bigint, degree: number): bigint {
  const digits = value.toString(16);
  const dropped = Math.max(0, digits.length - 13);
  // A hexadecimal digit is four bits; what is dropped comes back as a power of two that the degree divides.
  const bits = dropped * 4;
  const shift = Math.floor(bits / degree);
  const leading = Number.parseInt(digits.slice(0, digits.length - dropped), 16) * 2 ** (bits - shift * degree);
  const root = leading ** (1 / degree) * (1 + 2 ** -45);
  const [fine, finer] = shift > 50 ? [50, shift - 50] : [shift, 0];
  return (BigInt(Math.ceil(root * 2 ** fine)) + 1n) << BigInt(finer);
}
