// The part of a yearly interest that falls on some days of a period, as an exact fraction.

import {
  addMonths,
  type CalendarDate,
  calendarDateOf,
  daysBetween,
  isLeapYear,
  minDate,
  yearOf,
} from '../calendar/calendar-date.ts';
import { daysWeighed } from '../calendar/day-count.ts';
import type { LoanTerms } from './loan-terms.ts';

export interface Period {
  readonly start: CalendarDate;
  readonly due: CalendarDate;
  /** Its due day was moved, so it is longer or shorter than the terms say. */
  readonly isMoved: boolean;
  /** It was agreed longer or shorter than the others, and bears interest for just as much. */
  readonly isBroken: boolean;
  /**
   * Of the first, whose due day was agreed: the day on which a whole period before that due day begins. Days before it bear
   * balance × rate × days / 365 beside the period's own interest; of a shorter one all days do, and it is its due day.
   */
  readonly daysUntil: CalendarDate | null;
}

/** A rate and the day from which it holds, the first from the beginning. */
export interface RateFrom {
  readonly from: CalendarDate;
  /** Per cent a year, times ten to the power of the scale that all rates of the loan share. */
  readonly numerator: number;
}

export interface Rates {
  readonly scale: number;
  readonly rates: readonly RateFrom[];
}

/** `numerator / denominator` of an amount is its interest. The denominator is one and the same within a period. */
export interface InterestShare {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

type Rules = Pick<LoanTerms, 'dayCount' | 'interestPeriod' | 'instalmentBasis' | 'every' | 'unit'>;

export function interestShare(
  rules: Rules,
  rates: Rates,
  period: Period,
  from: CalendarDate,
  to: CalendarDate,
): InterestShare {
  const { parts, of } = ratedDays(rules, rates, period, from, to);
  let numerator = 0n;
  for (const { rate, weight } of parts) numerator += BigInt(rate) * BigInt(weight);
  return { numerator, denominator: BigInt(of) * 100n * 10n ** BigInt(rates.scale) };
}

/** Days of one rate: per cents in the scale of the rates, and the part of a year that they are. */
export interface RatedDays {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly rate: number;
  readonly weight: number;
}

/** The days from the first to before the second, rate by rate; their weights are parts of `of`. */
export function ratedDays(
  rules: Rules,
  { rates }: Rates,
  period: Period,
  from: CalendarDate,
  to: CalendarDate,
): { readonly parts: readonly RatedDays[]; readonly of: number } {
  const year = yearPart(rules, period);
  const parts: RatedDays[] = [];
  for (const [place, rate] of rates.entries()) {
    const until = rates[place + 1]?.from;
    const first = place === 0 || rate.from < from ? from : rate.from;
    const last = until === undefined ? to : minDate(until, to);
    if (first >= last) continue;
    const add = (one: CalendarDate, other: CalendarDate) =>
      parts.push({ from: one, to: other, rate: rate.numerator, weight: year.weight(one, other) });
    const { daysUntil } = period;
    if (daysUntil === null || daysUntil <= first || last <= daysUntil) {
      add(first, last);
    } else {
      add(first, daysUntil);
      add(daysUntil, last);
    }
  }
  return { parts, of: year.denominator };
}

interface YearPart {
  /** What the days from the first to before the second weigh, in parts of the denominator. */
  weight(from: CalendarDate, to: CalendarDate): number;
  readonly denominator: number;
}

const UNITS_A_YEAR = { days: 365, weeks: 52, months: 12 } as const;

function yearPart({ dayCount, interestPeriod, instalmentBasis, every, unit }: Rules, period: Period): YearPart {
  const length = daysBetween(period.start, period.due);
  if (interestPeriod.by === 'period' && period.daysUntil !== null) {
    return daysThenPeriod(period.daysUntil, period.due, every, UNITS_A_YEAR[unit]);
  }
  if (interestPeriod.by === 'period' && period.isBroken) {
    if (unit !== 'months') return { weight: daysBetween, denominator: unit === 'weeks' ? 7 * UNITS_A_YEAR.weeks : 365 };
    const { whole, over, of } = wholeMonths(period);
    return { weight: (from, to) => (whole * of + over) * daysBetween(from, to), denominator: of * length * 12 };
  }
  if (interestPeriod.by === 'period') {
    return { weight: (from, to) => every * daysBetween(from, to), denominator: UNITS_A_YEAR[unit] * length };
  }
  if (dayCount.month === 30 && unit === 'months') {
    const { whole, over, of } =
      period.isMoved || period.isBroken ? wholeMonths(period) : { whole: every, over: 0, of: 1 };
    const inMonths = 30 * (whole * of + over);
    return {
      weight: (from, to) => inMonths * daysBetween(from, to),
      denominator: of * length * (typeof dayCount.year === 'number' ? dayCount.year : 360),
    };
  }
  const days = daysInYear(dayCount.year, instalmentBasis, period);
  return days === undefined
    ? { weight: daysWeighed, denominator: 365 * 366 }
    : { weight: daysBetween, denominator: days };
}

/** Days by 365 up to one day, and from it on a whole period's part of the year. */
function daysThenPeriod(until: CalendarDate, due: CalendarDate, every: number, periods: number): YearPart {
  const ofPeriod = Math.max(1, daysBetween(until, due)) * periods;
  return {
    weight: (from, to) => {
      const days = from < until ? daysBetween(from, minDate(to, until)) : 0;
      return days * ofPeriod + (daysBetween(from, to) - days) * every * 365;
    },
    denominator: 365 * ofPeriod,
  };
}

/** The same part of a year for all days of a period as long as the terms say, in numbers as small as the terms'. */
export function wholePeriodPart(
  { dayCount, interestPeriod, instalmentBasis, every, unit }: Rules,
  period: Days,
): { readonly weight: number; readonly of: number } {
  if (interestPeriod.by === 'period') return { weight: every, of: UNITS_A_YEAR[unit] };
  if (dayCount.month === 30 && unit === 'months') {
    return { weight: 30 * every, of: typeof dayCount.year === 'number' ? dayCount.year : 360 };
  }
  const days = daysInYear(dayCount.year, instalmentBasis, period);
  if (days === undefined) return { weight: daysWeighed(period.start, period.due), of: 365 * 366 };
  return { weight: daysBetween(period.start, period.due), of: days };
}

type Days = Pick<Period, 'start' | 'due'>;

function daysInYear(year: LoanTerms['dayCount']['year'], basis: LoanTerms['instalmentBasis'], period: Days) {
  if (typeof year === 'number') return year;
  if (year === 'leapPeriod') return holdsLeapDay(period) ? 366 : 365;
  // One rate for all periods knows no leap years.
  return basis === 'firstPeriod' ? 365 : undefined;
}

function holdsLeapDay({ start, due }: Days): boolean {
  for (let year = yearOf(start); year <= yearOf(due); year += 1) {
    if (!isLeapYear(year)) continue;
    const leapDay = calendarDateOf(year, 2, 29);
    if (start < leapDay && leapDay <= due) return true;
  }
  return false;
}

/** A period of another length: its whole months, and the days over as a part of the month they lie in. */
function wholeMonths({ start, due }: Days) {
  let whole = 0;
  while (addMonths(start, whole + 1) <= due) whole += 1;
  const base = addMonths(start, whole);
  return { whole, over: daysBetween(base, due), of: daysBetween(base, addMonths(start, whole + 1)) };
}
