// On which days the interest of a daily deposit is credited: at the end of the month, every so many months, once it was
// kept long enough; the rest comes with its end.

import { addDays, addMonths, type CalendarDate, endOfMonth } from '@kafal/core';

export interface AgreedDays {
  readonly openedOn: CalendarDate;
  readonly maturesOn: CalendarDate;
  readonly keptMonths: number;
  readonly addEveryMonths: number;
}

/** The first such day after `after`, or null where the deposit ends before it. */
export function nextInterestDay(agreed: AgreedDays, after: CalendarDate | null): CalendarDate | null {
  const keptOn = addMonths(agreed.openedOn, agreed.keptMonths);
  for (let month = agreed.addEveryMonths; ; month += agreed.addEveryMonths) {
    const day = endOfMonthOf(agreed.openedOn, month);
    if (day >= agreed.maturesOn) return null;
    if (day >= keptOn && (after === null || day > after)) return day;
  }
}

/** The last day of the so-manieth month of the deposit; the first is the month it was opened in. */
export function endOfMonthOf(openedOn: CalendarDate, month: number): CalendarDate {
  return endOfMonth(addMonths(addDays(openedOn, 1 - Number(openedOn.slice(8))), month - 1));
}
