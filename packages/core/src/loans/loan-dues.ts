// The one meaning of due, overdue and days past due, for lists, dashboards, reports, the end of a day and the member app.

import { addDays, type CalendarDate } from '../calendar/calendar-date.ts';
import { type BusinessCalendar, lastDueDay, movedDueDay } from '../calendar/working-days.ts';
import { daysPastDue } from './days-past-due.ts';

/**
 * An instalment is overdue while something of it is unpaid and the day it moves to by the society's holidays is over; it is
 * due on that day. Of the due days that were agreed: those up to `overdueThrough` are overdue, those after it and up to
 * `dueThrough` fall due today.
 */
export interface LoanDueDays {
  readonly overdueThrough: CalendarDate;
  readonly dueThrough: CalendarDate;
}

export function loanDueDays(calendar: BusinessCalendar, today: CalendarDate): LoanDueDays {
  const [yesterday, due] = [lastDueDay(calendar, addDays(today, -1)), lastDueDay(calendar, today)];
  return { overdueThrough: yesterday, dueThrough: due < yesterday ? yesterday : due };
}

/**
 * Days past due of a loan on a day that is not over yet: what the last day that ended has left. The day an instalment moves to
 * is the first of them once it is over, so on the day after it is one.
 */
export function daysPastDueOn(
  calendar: BusinessCalendar,
  oldestUnpaidDue: CalendarDate | null,
  today: CalendarDate,
): number {
  if (oldestUnpaidDue === null) return 0;
  return daysPastDue(movedDueDay(calendar, oldestUnpaidDue), addDays(today, -1));
}

/** Days past due in groups, as lists of what is overdue show them; the last has no end. */
export const ARREARS_AGES = [
  { age: 'days-1-30', from: 1, to: 30 },
  { age: 'days-31-60', from: 31, to: 60 },
  { age: 'days-61-90', from: 61, to: 90 },
  { age: 'days-91-365', from: 91, to: 365 },
  { age: 'older', from: 366, to: null },
] as const;
export type ArrearsAge = (typeof ARREARS_AGES)[number]['age'];

/** The due days, as agreed, of instalments that are so many days past due today; `after` is not among them. */
export function dueDaysOfAge(
  calendar: BusinessCalendar,
  age: ArrearsAge,
  today: CalendarDate,
): { readonly after: CalendarDate | null; readonly through: CalendarDate } {
  const { from, to } = ARREARS_AGES.find((one) => one.age === age) ?? ARREARS_AGES[0];
  return {
    after: to === null ? null : lastDueDay(calendar, addDays(today, -to - 1)),
    through: lastDueDay(calendar, addDays(today, -from)),
  };
}
