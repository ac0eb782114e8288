import { addDays, addMonths, calendarDate, startOfMonth } from '@kafal/core';

export interface Month {
  from: string;
  to: string;
}

/** Whole months of the calendar from one day to another, the latest first; at most ten years of them. */
export function monthsBetween(first: string, last: string): Month[] {
  const months: Month[] = [];
  const earliest = startOfMonth(calendarDate(first));
  for (let month = startOfMonth(calendarDate(last)); month >= earliest && months.length < 120; ) {
    months.push({ from: month, to: addDays(addMonths(month, 1), -1) });
    month = addMonths(month, -1);
  }
  return months;
}
