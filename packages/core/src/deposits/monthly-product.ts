// Interest by whole months: a twelfth of the yearly rate on what each month counts, added every so many months. The rule of
// thrift, of the daily deposit, and of recurring deposits without compounding or with a yearly one.

import { invariant } from '../invariant.ts';
import { type Fraction, percentOf, type RoundTo, roundToMoney } from '../money/fraction.ts';
import type { Money } from '../money/money.ts';
import type { Rate } from '../money/rate.ts';
import { SCALE } from './growth.ts';

export interface CountedMonth {
  /** What was paid in and counts for this month, in minor units; interest that was added comes on top. */
  readonly balance: number;
  /** A month in arrears bears nothing. */
  readonly bears: boolean;
}

export interface MonthlyProductTerms {
  /** Per cent a year. */
  readonly annualRate: Rate;
  /** After so many months interest bears interest; `null` is never. */
  readonly addEveryMonths: number | null;
  readonly months: readonly CountedMonth[];
  readonly round: RoundTo;
}

export interface MonthlyInterestLine {
  /** From 1. */
  readonly month: number;
  /** What bears interest in the month, in minor units, unrounded. */
  readonly balance: Fraction;
  readonly interest: Fraction;
}

export interface MonthlyInterest {
  readonly interest: Money;
  readonly unrounded: Fraction;
  readonly lines: readonly MonthlyInterestLine[];
}

export function monthlyProductInterest(terms: MonthlyProductTerms): MonthlyInterest {
  const { annualRate, addEveryMonths, months, round } = terms;
  invariant(addEveryMonths === null || addEveryMonths > 0, 'interest is added after some months, or never');
  const { numerator, denominator } = percentOf(annualRate);
  const perMonth = denominator * 12n;
  const lines: MonthlyInterestLine[] = [];
  // The products of a block are divided together, so that thirds of a paisa come to whole ones.
  let [added, product, ofBlock] = [0n, 0n, 0n];
  for (const [place, { balance, bears }] of months.entries()) {
    const bearing = bears ? BigInt(balance) * SCALE + added : 0n;
    product += bearing * numerator;
    const upToHere = product / perMonth;
    lines.push({
      month: place + 1,
      balance: { numerator: bearing, denominator: SCALE },
      interest: { numerator: upToHere - ofBlock, denominator: SCALE },
    });
    ofBlock = upToHere;
    if (addEveryMonths !== null && (place + 1) % addEveryMonths === 0) {
      added += ofBlock;
      [product, ofBlock] = [0n, 0n];
    }
  }
  const unrounded = { numerator: added + ofBlock, denominator: SCALE };
  return { interest: roundToMoney(unrounded, round), unrounded, lines };
}
