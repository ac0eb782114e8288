import { type CalendarDate, daysBetween } from '../calendar/calendar-date.ts';
import { fraction, percentOf, roundToMoney, timesFraction } from '../money/fraction.ts';
import { type Money, money } from '../money/money.ts';
import type { Rate } from '../money/rate.ts';
import type { Rounding } from '../money/rounding.ts';

export interface AccruedInterest {
  readonly days: number;
  readonly interest: Money;
}

export interface AccrualTerms {
  readonly annualRate: Rate;
  /** The days that a year is taken to have. */
  readonly yearDays: 360 | 364 | 365;
  /** Whether the day of paying out and the last day both bear interest, or only the nights between them. */
  readonly countsBothEnds: boolean;
  readonly rounding: Rounding;
}

/** What a balance that did not move has earned: balance × rate × days / days of the year, rounded once to the minor unit. */
export function accruedInterest(
  balance: Money,
  { annualRate, yearDays, countsBothEnds, rounding }: AccrualTerms,
  from: CalendarDate,
  to: CalendarDate,
): AccruedInterest {
  const days = Math.max(0, daysBetween(from, to) + (countsBothEnds ? 1 : 0));
  const exact = timesFraction(fraction(balance), timesFraction(percentOf(annualRate), fraction(days, yearDays)));
  return { days, interest: days === 0 ? money(0) : roundToMoney(exact, { multiple: 1, rounding }) };
}
