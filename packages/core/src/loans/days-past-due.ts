import { type CalendarDate, daysBetween } from '../calendar/calendar-date.ts';

/**
 * Days past due of a loan: the oldest due day on which something is unpaid is the first of them, so a due that is not paid
 * when its day ends is one day past due (RBI clarification of 12 November 2021).
 */
export function daysPastDue(oldestUnpaidDue: CalendarDate | undefined, asOf: CalendarDate): number {
  return oldestUnpaidDue === undefined ? 0 : Math.max(0, daysBetween(oldestUnpaidDue, asOf) + 1);
}

/** A class of loans and the days past due from which a loan is in it. */
export interface ArrearsBand {
  readonly code: string;
  readonly fromDays: number;
}

/** The last band whose days are reached; undefined for a loan that has reached none. */
export function arrearsBandOf(days: number, bands: readonly ArrearsBand[]): ArrearsBand | undefined {
  return bands.findLast(({ fromDays }) => days >= fromDays);
}
