// Where a due day goes that falls on a day without business: to the working day after it, to the one before it, or nowhere.

import { addDays, type CalendarDate, weekdayOf } from './calendar-date.ts';

export const HOLIDAY_RULES = ['next', 'previous', 'same'] as const;
export type HolidayRule = (typeof HOLIDAY_RULES)[number];

/** What the society says of a day: the weekdays that are off, 1 is Monday, and the rule that moves what falls due on it. */
export interface DayConduct {
  readonly weeklyOffs: readonly number[];
  readonly holidayRule: HolidayRule;
}

export interface BusinessCalendar {
  readonly holidays: ReadonlySet<CalendarDate>;
  conductOn(day: CalendarDate): DayConduct;
}

export function isWorkingDay({ holidays, conductOn }: BusinessCalendar, day: CalendarDate): boolean {
  return !holidays.has(day) && !conductOn(day).weeklyOffs.includes(weekdayOf(day));
}

/** The day on which something that falls due is done, by the rule of the day it falls due on. */
export function movedDueDay(calendar: BusinessCalendar, dueOn: CalendarDate): CalendarDate {
  const { holidayRule } = calendar.conductOn(dueOn);
  if (holidayRule === 'same') return dueOn;
  return nearestWorkingDay(calendar, dueOn, holidayRule === 'next' ? 1 : -1);
}

/**
 * The last due day whose turn has come at the end of a day: on a holiday, and where things wait for the next working day, that
 * of the working day before; where they come before it, also the holidays that follow.
 */
export function lastDueDay(calendar: BusinessCalendar, on: CalendarDate): CalendarDate {
  const { holidayRule } = calendar.conductOn(on);
  if (holidayRule === 'same') return on;
  if (holidayRule === 'next') return nearestWorkingDay(calendar, on, -1);
  return addDays(nearestWorkingDay(calendar, addDays(on, 1), 1), -1);
}

/** The due days whose turn comes with the end of this very day, the first of them first. */
export function dueDaysOf(calendar: BusinessCalendar, on: CalendarDate): CalendarDate[] {
  const last = lastDueDay(calendar, on);
  const dayBefore = addDays(on, -1);
  const before = lastDueDay(calendar, dayBefore);
  const days: CalendarDate[] = [];
  for (let day = addDays(before < dayBefore ? before : dayBefore, 1); day <= last; day = addDays(day, 1))
    days.push(day);
  return days;
}

/** Itself where it is one. No society is shut on every day of its week, so there always is one. */
function nearestWorkingDay(calendar: BusinessCalendar, from: CalendarDate, step: 1 | -1): CalendarDate {
  let day = from;
  while (!isWorkingDay(calendar, day)) day = addDays(day, step);
  return day;
}
