import { type Fraction, fractionText } from '@kafal/core';

/** Minor units, shown as the currency is written, with two decimals more. */
export function unroundedText({ numerator, denominator }: Fraction): string {
  return fractionText({ numerator, denominator: denominator * 100n }, 4);
}
