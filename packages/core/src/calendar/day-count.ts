// Which part of a year some days are.

import {
  addDays,
  type CalendarDate,
  calendarDateOf,
  dayOf,
  daysBetween,
  isLeapYear,
  minDate,
  monthOf,
  yearOf,
} from './calendar-date.ts';

/**
 * `actual/365`: every day is the same part. `actual/actual`: a day of a leap year is a 366th. `30/360`: every month has thirty
 * days, its 31st does not count.
 */
export type DayCountConvention = 'actual/365' | 'actual/actual' | '30/360';

/** Into how many parts the convention divides a year. */
export const PARTS_OF_YEAR: Readonly<Record<DayCountConvention, number>> = {
  'actual/365': 365,
  'actual/actual': 365 * 366,
  '30/360': 360,
};

/** The parts of a year from the first day to before the second. They add up wherever a period is split. */
export function partsOfYear(dayCount: DayCountConvention, from: CalendarDate, to: CalendarDate): number {
  if (dayCount === 'actual/365') return daysBetween(from, to);
  if (dayCount === 'actual/actual') return daysWeighed(from, to);
  return dayOf360(to) - dayOf360(from);
}

const dayOf360 = (date: CalendarDate) => yearOf(date) * 360 + monthOf(date) * 30 + Math.min(dayOf(date), 30);

/** Days of common years count 366, of leap years 365, of 365 × 366 in a year. A day belongs to the year in which it ends. */
export function daysWeighed(from: CalendarDate, to: CalendarDate): number {
  let weight = 0;
  for (let start = from; start < to; ) {
    const year = yearOf(addDays(start, 1));
    const end = minDate(calendarDateOf(year, 12, 31), to);
    weight += daysBetween(start, end) * (isLeapYear(year) ? 365 : 366);
    start = end;
  }
  return weight;
}
