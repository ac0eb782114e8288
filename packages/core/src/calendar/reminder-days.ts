// How many days before its day something is reminded of. A list such as "30, 7" speaks twice of one day: a month before, and
// once more in its last week.

import { addDays, type CalendarDate } from './calendar-date.ts';
import { type BusinessCalendar, lastDueDay } from './working-days.ts';

const FARTHEST = 180;
const MOST = 4;

/** The days of "7, 3, 1", the farthest first; undefined where it is no such list. */
export function reminderDays(list: string): number[] | undefined {
  const typed = list.split(',').map((each) => each.trim());
  if (typed.length > MOST || typed.some((each) => !/^\d{1,3}$/.test(each))) return undefined;
  const days = [...new Set(typed.map(Number))].toSorted((one, other) => other - one);
  const isWhole = days.length === typed.length && days.every((each) => each >= 1 && each <= FARTHEST);
  return isWhole ? days : undefined;
}

export interface ReminderWindow {
  readonly daysBefore: number;
  /** Of the days that were agreed, those after this one … */
  readonly after: CalendarDate;
  /** … and up to this one. */
  readonly through: CalendarDate;
}

/**
 * Which due days are reminded of on a day, for each number of days before. Whatever is nearer than the next number belongs to that
 * one: what was agreed late, or comes after days on which nobody worked, is told once and not as often as there are numbers. Counted
 * is the day to which a holiday moves what falls due, and what is due today is no reminder any more.
 */
export function reminderWindows(
  calendar: BusinessCalendar,
  today: CalendarDate,
  daysBefore: readonly number[],
): ReminderWindow[] {
  return daysBefore.map((days, at) => ({
    daysBefore: days,
    after: lastDueDay(calendar, addDays(today, daysBefore[at + 1] ?? 0)),
    through: lastDueDay(calendar, addDays(today, days)),
  }));
}

/** The calendar of what no holiday moves. */
export const EVERY_DAY_COUNTS: BusinessCalendar = {
  holidays: new Set(),
  conductOn: () => ({ weeklyOffs: [], holidayRule: 'same' }),
};
