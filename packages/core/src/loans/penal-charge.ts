import { fraction, percentOf, roundToMoney, timesFraction } from '../money/fraction.ts';
import { type Money, money } from '../money/money.ts';
import type { Rate } from '../money/rate.ts';
import type { Rounding } from '../money/rounding.ts';

export interface PenalTerms {
  readonly annualRate: Rate;
  /** A due that is paid within so many days bears nothing; one that is not bears it from the last of them on. */
  readonly graceDays: number;
  readonly rounding: Rounding;
}

/**
 * The penal charge on what is overdue of an instalment: overdue × rate × days / 365. It is never taken on a penal charge and
 * never added to principal (RBI circular of 18 August 2023 on penal charges in loan accounts), so `overdue` holds neither.
 */
export function penalCharge(
  overdue: Money,
  { annualRate, graceDays, rounding }: PenalTerms,
  daysOverdue: number,
): { readonly days: number; readonly charge: Money } {
  if (daysOverdue < graceDays || daysOverdue <= 0) return { days: 0, charge: money(0) };
  const days = graceDays === 0 ? daysOverdue : daysOverdue - graceDays + 1;
  const exact = timesFraction(fraction(overdue), timesFraction(percentOf(annualRate), fraction(days, 365)));
  return { days, charge: roundToMoney(exact, { multiple: 1, rounding }) };
}
