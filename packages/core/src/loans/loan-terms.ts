// What a loan agrees on. Amounts are minor units, rates yearly per cents, days calendar days.

import type { Money } from '../money/money.ts';
import type { Rate } from '../money/rate.ts';
import type { Rounding } from '../money/rounding.ts';

/** `declining`: on what is still owed. `flat`: on what was paid out, whatever has come back. */
export type InterestMethod = 'declining' | 'flat';

/** `equalInstalments`: principal and interest together stay level. `equalPrincipal`: the principal does. */
export type Amortization = 'equalInstalments' | 'equalPrincipal';

export interface DayCount {
  /** The days that a year is taken to have. `leapPeriod`: 366 only for a period that holds a 29 February. */
  readonly year: 360 | 364 | 365 | 'actual' | 'leapPeriod';
  /** `30`: every whole month counts the same, and a part of it by its days. */
  readonly month: 30 | 'actual';
}

/**
 * `byDay`: interest of a period follows its days. `byPeriod`: every period bears the same part of a year; a part of a period
 * counts by its days, or as a whole one where `wholePeriods` says so.
 */
export type InterestPeriod = { readonly by: 'day' } | { readonly by: 'period'; readonly wholePeriods: boolean };

/**
 * How the level instalment is found. `periodFactors`: from the interest factor of each period, and then evened out, so that
 * the last one differs least. `firstPeriod`: from one rate for all periods, that of the first.
 */
export type InstalmentBasis = 'periodFactors' | 'firstPeriod';

/** A payment moves interest: early money lowers it from its day, principal past due goes on bearing it. */
export interface Recalculation {
  /** Past-due principal bears interest up to the day looked at, or up to the end of the period that holds that day. */
  readonly pastDueUntil: 'day' | 'endOfPeriod' | 'never';
  /** What money beyond the instalment does on a due day. */
  readonly excess: 'keepInstalment' | 'reduceInstalment' | 'reduceTerm';
}

export type Component = 'penalty' | 'fee' | 'interest' | 'principal';

export type Bucket = 'pastDue' | 'due' | 'inAdvance';

/**
 * Whom a receipt serves first. `buckets`: what is past due, then what is due on the day, then what is in advance, each
 * instalment in the order of components of its bucket, and the advance by `future`. `componentsThenAdvance`: over all that is
 * due, one component after the other; then instalment by instalment. `instalments`: one instalment after the other.
 */
export type Allocation =
  | {
      readonly by: 'buckets';
      readonly buckets: readonly { readonly bucket: Bucket; readonly components: readonly Component[] }[];
      readonly future: 'next' | 'last' | 'nextThenLast';
    }
  | {
      readonly by: 'componentsThenAdvance';
      readonly due: readonly Component[];
      readonly inAdvance: readonly Component[];
    }
  | { readonly by: 'instalments'; readonly components: readonly Component[] };

export interface LoanTerms {
  readonly principal: Money;
  readonly annualRate: Rate;
  readonly interestMethod: InterestMethod;
  readonly amortization: Amortization;
  readonly dayCount: DayCount;
  readonly interestPeriod: InterestPeriod;
  readonly instalmentBasis: InstalmentBasis;
  readonly every: number;
  readonly unit: 'days' | 'weeks' | 'months';
  readonly instalments: number;
  /**
   * What becomes of the 29th to 31st in a shorter month: its last day, and from the last day always the last day; or the first
   * of the next. `calendarMonths`: every period ends with a month, the first one with the month it begins in.
   */
  readonly monthEnd: 'clamp' | 'lastDay' | 'firstOfNext' | 'calendarMonths';
  /** So many first instalments pay no principal, pay no interest (it is collected with the one after), bear no interest. */
  readonly gracePrincipal: number;
  readonly graceInterest: number;
  readonly interestFree: number;
  /** The level instalment is a multiple of this, the nearest or the next above; 1 is the minor unit. */
  readonly instalmentMultiple: Money;
  readonly instalmentRounding: 'nearest' | 'up';
  /** So is the interest of a period, always the nearest. */
  readonly interestMultiple: Money;
  readonly rounding: Rounding;
  readonly recalculation: Recalculation | null;
  readonly allocation: Allocation;
  /** Charged once on an instalment that is past due when a day ends. */
  readonly overdueCharge: { readonly kind: 'fee' | 'penalty'; readonly ratePercent: Rate } | null;
}
