// How the interest of an instalment came about, as a reader follows it: days × balance × rate, rounded once.

import { type CalendarDate, daysBetween } from '../calendar/calendar-date.ts';
import { addFractions, type Fraction, fraction } from '../money/fraction.ts';
import { type Money, money } from '../money/money.ts';
import { type Rate, rateOf } from '../money/rate.ts';
import type { ReplayedLoan } from './instalment-state.ts';
import type { PlannedInterest } from './plan-instalments.ts';

/** Days on which one balance bore one rate. */
export interface ExplainedDays {
  readonly from: CalendarDate;
  /** The day after the last of them. */
  readonly to: CalendarDate;
  readonly days: number;
  readonly balance: Money;
  /** Per cents a year. */
  readonly annualRate: Rate;
  /** The part of a year that the days are, in lowest terms: a month is 1 of 12, thirty days are 6 of 73. */
  readonly yearPart: { readonly numerator: number; readonly denominator: number };
  /** Balance × rate × part of the year in minor units, not rounded. */
  readonly interest: Fraction;
}

/** `rounded` + `brought` − `carried` is the interest of the instalment. */
export interface ExplainedLoanInterest {
  readonly lines: readonly ExplainedDays[];
  /** The sum of the lines before and after its one rounding. */
  readonly exact: Fraction;
  readonly rounded: Money;
  /** What earlier instalments left to this one, and what it leaves to later ones; below nothing where more was paid already. */
  readonly brought: Money;
  readonly carried: Money;
}

export interface ExplainedLoan extends ReplayedLoan {
  /** Of each instalment, in their order; one for charges alone has no lines. */
  readonly interest: readonly ExplainedLoanInterest[];
}

export function explainedInterest(planned: PlannedInterest | undefined, scale: number): ExplainedLoanInterest {
  const lines = (planned?.lines ?? []).map((line): ExplainedDays => {
    const { from, to, balance, rate, weight, of } = line;
    const divisor = greatestDivisor(weight, of);
    return {
      from,
      to,
      days: daysBetween(from, to),
      balance: money(balance),
      annualRate: rateOf(rate, scale),
      yearPart: { numerator: weight / divisor, denominator: of / divisor },
      interest: fraction(BigInt(balance) * BigInt(rate) * BigInt(weight), BigInt(of) * 100n * 10n ** BigInt(scale)),
    };
  });
  return {
    lines,
    exact: lines.reduce((sum, { interest }) => addFractions(sum, interest), fraction(0)),
    rounded: money(planned?.rounded ?? 0),
    brought: money(planned?.brought ?? 0),
    carried: money(planned?.carried ?? 0),
  };
}

function greatestDivisor(one: number, other: number): number {
  return other === 0 ? Math.max(1, one) : greatestDivisor(other, one % other);
}
