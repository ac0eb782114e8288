import {
  addDays,
  addMonths,
  type CalendarDate,
  dayOf,
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
