import { addMonths, type CalendarDate } from '../calendar/calendar-date.ts';

/** An account whose member did nothing after this day is dormant at the end of `on`. */
export function dormantSinceBefore(on: CalendarDate, months: number): CalendarDate {
  return addMonths(on, -months);
}
