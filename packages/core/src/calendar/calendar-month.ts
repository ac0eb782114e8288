// The months in which a society counts: of the common calendar, or of Bikram Sambat under the law of Nepal.

import {
  BIKRAM_SAMBAT_MONTH_LENGTHS,
  fromBikramSambat,
  LAST_BIKRAM_SAMBAT_YEAR,
  toBikramSambat,
} from './bikram-sambat.ts';
import {
  addDays,
  type CalendarDate,
  calendarDate,
  endOfMonth,
  isCalendarDate,
  maxDate,
  startOfMonth,
} from './calendar-date.ts';

export type SocietyCalendar = 'AD' | 'BS';

export interface CalendarMonth {
  /** "2026-11", or of the society's own calendar "2083-08". */
  readonly label: string;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

/**
 * The month a day falls into. Where the Bikram Sambat months are not settled yet, the common calendar's month has to do;
 * the first of them begins with the day after the last that is known, so that every day has one month.
 */
export function calendarMonthOf(day: CalendarDate, calendar: SocietyCalendar): CalendarMonth {
  const local = calendar === 'BS' ? toBikramSambat(day) : undefined;
  return (local && bikramSambatMonth(local.year, local.month)) ?? commonMonth(day, calendar);
}

/** The month of this name; undefined where there is none. */
export function calendarMonthLabelled(label: string, calendar: SocietyCalendar): CalendarMonth | undefined {
  const [, year, month] = /^(\d{4})-(\d{2})$/.exec(label) ?? [];
  if (calendar === 'BS') {
    const local = bikramSambatMonth(Number(year), Number(month));
    if (local !== undefined) return local;
  }
  const last = `${label}-28`;
  if (!isCalendarDate(last)) return undefined;
  const found = calendarMonthOf(calendarDate(last), calendar);
  return found.label === label ? found : undefined;
}

/** This month and those before it, the newest first. */
export function lastCalendarMonths(day: CalendarDate, calendar: SocietyCalendar, months: number): CalendarMonth[] {
  const found: CalendarMonth[] = [];
  for (let on = day; found.length < months; ) {
    const month = calendarMonthOf(on, calendar);
    found.push(month);
    on = addDays(month.from, -1);
  }
  return found;
}

function bikramSambatMonth(year: number, month: number): CalendarMonth | undefined {
  const days = BIKRAM_SAMBAT_MONTH_LENGTHS[year]?.[month - 1];
  const from = fromBikramSambat({ year, month, day: 1 });
  if (days === undefined || from === undefined) return undefined;
  return { label: `${year}-${String(month).padStart(2, '0')}`, from, to: addDays(from, days - 1) };
}

function commonMonth(day: CalendarDate, calendar: SocietyCalendar): CalendarMonth {
  const lastKnown = calendar === 'BS' ? bikramSambatMonth(LAST_BIKRAM_SAMBAT_YEAR, 12)?.to : undefined;
  const first = startOfMonth(day);
  const from = lastKnown !== undefined && day > lastKnown ? maxDate(first, addDays(lastKnown, 1)) : first;
  return { label: day.slice(0, 7), from, to: endOfMonth(day) };
}
