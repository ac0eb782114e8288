import {
  addDays,
  addMonths,
  type CalendarDate,
  dayOf,
  daysBetween,
  endOfMonth,
  everyMonths,
  startOfMonth,
} from '../calendar/calendar-date.ts';
import type { LoanTerms } from './loan-terms.ts';

type Periods = Pick<LoanTerms, 'every' | 'unit' | 'monthEnd'>;

/** The end of the period `count` after a day. Months are counted from that day, so 31 January has 28 February and 31 March. */
export function periodsAfter({ every, unit, monthEnd }: Periods, from: CalendarDate, count: number): CalendarDate {
  if (unit !== 'months') return addDays(from, every * count * (unit === 'weeks' ? 7 : 1));
  if (monthEnd === 'calendarMonths') {
    // A period that would begin on the last day of its month ends with the next one.
    const first = startOfMonth(from === endOfMonth(from) ? addDays(from, 1) : from);
    return endOfMonth(addMonths(first, every * count - 1));
  }
  const due = addMonths(from, every * count);
  if (monthEnd === 'firstOfNext' && dayOf(due) < dayOf(from)) return addDays(due, 1);
  return monthEnd === 'lastDay' && from === endOfMonth(from) ? endOfMonth(due) : due;
}

/** The ends of all periods from a day on. */
export function periodEnds(periods: Periods, from: CalendarDate, count: number): CalendarDate[] {
  if (periods.unit === 'months' && periods.monthEnd === 'clamp') return everyMonths(from, periods.every, count);
  return Array.from({ length: count }, (_, place) => periodsAfter(periods, from, place + 1));
}

/** The days that can be agreed for the first instalment: after the payout, and before two periods are over. */
export function firstDueDays(periods: Periods, paidOutOn: CalendarDate) {
  return {
    earliest: addDays(paidOutOn, 1),
    usual: periodsAfter(periods, paidOutOn, 1),
    latest: addDays(periodsAfter(periods, paidOutOn, 2), -1),
  };
}

/**
 * How long the first period is, in periods: a whole one and the days before it, or the days alone of a shorter one, where `timesAYear`
 * periods are a year of 365 days.
 */
export function firstPeriods(
  periods: Periods,
  paidOutOn: CalendarDate,
  firstDue: CalendarDate,
  timesAYear: number,
): number {
  if (firstDue === periodsAfter(periods, paidOutOn, 1)) return 1;
  const wholeFrom = periodsAfter(periods, firstDue, -1);
  return paidOutOn < wholeFrom
    ? 1 + (daysBetween(paidOutOn, wholeFrom) * timesAYear) / 365
    : (daysBetween(paidOutOn, firstDue) * timesAYear) / 365;
}
