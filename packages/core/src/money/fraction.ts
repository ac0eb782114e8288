// An exact quotient of integers, for interest that is not rounded yet.

import { invariant } from '../invariant.ts';
import { type Money, money } from './money.ts';
import type { Rate } from './rate.ts';
import { divideRoundedBig, type Rounding } from './rounding.ts';

/** The denominator is above zero. */
export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

export function fraction(numerator: bigint | number, denominator: bigint | number = 1n): Fraction {
  const below = BigInt(denominator);
  invariant(below > 0n, 'a denominator is above zero');
  return { numerator: BigInt(numerator), denominator: below };
}

/** A rate as the part that it is of a hundred: 8 is 8/100. */
export function percentOf({ numerator, scale }: Rate): Fraction {
  return fraction(numerator, 100n * 10n ** BigInt(scale));
}

export function addFractions(left: Fraction, right: Fraction): Fraction {
  if (left.denominator === right.denominator) {
    return { numerator: left.numerator + right.numerator, denominator: left.denominator };
  }
  return {
    numerator: left.numerator * right.denominator + right.numerator * left.denominator,
    denominator: left.denominator * right.denominator,
  };
}

export function timesFraction(left: Fraction, right: Fraction): Fraction {
  return { numerator: left.numerator * right.numerator, denominator: left.denominator * right.denominator };
}

/** To what an amount is rounded: 1 is the minor unit, 100 the rupee. */
export interface RoundTo {
  readonly multiple: number;
  readonly rounding: Rounding;
}

/** The one rounding of a figure in minor units. */
export function roundToMoney({ numerator, denominator }: Fraction, { multiple, rounding }: RoundTo): Money {
  return money(Number(divideRoundedBig(numerator, denominator * BigInt(multiple), rounding)) * multiple);
}

/** All decimals that were asked for, rounded half up, and none at the end that say nothing. */
export function fractionText({ numerator, denominator }: Fraction, decimals: number): string {
  const scaled = divideRoundedBig(numerator * 10n ** BigInt(decimals), denominator, 'half-up');
  const digits = String(scaled < 0n ? -scaled : scaled).padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  const rest = digits.slice(digits.length - decimals).replace(/0+$/, '');
  return `${scaled < 0n ? '-' : ''}${whole}${rest === '' ? '' : `.${rest}`}`;
}
