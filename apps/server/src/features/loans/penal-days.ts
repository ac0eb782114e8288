// The penal charge of a day: what of a loan bears it, by which rate, and with which instalment it falls due.

import {
  add,
  addDays,
  type BusinessCalendar,
  bearsPenalDay,
  type CalendarDate,
  endOfMonth,
  lastDueDay,
  type Money,
  movedDueDay,
  penalOfDays,
  type ReplayedLoan,
  subtract,
  ZERO,
} from '@kafal/core';
import type { Reader } from '../../platform/database/dialect.ts';
import { businessCalendar, settingHistoryWithin } from '../society/index.ts';

export interface PenalRules {
  readonly calendar: BusinessCalendar;
  readonly penalRateOn: (day: CalendarDate) => string;
  readonly graceDaysOn: (day: CalendarDate) => number;
}

export async function penalRulesWithin(reader: Reader): Promise<PenalRules> {
  return {
    calendar: await businessCalendar(reader),
    penalRateOn: await settingHistoryWithin(reader, 'loans.penalRate'),
    graceDaysOn: await settingHistoryWithin(reader, 'loans.penalGraceDays'),
  };
}

/** Overdue principal and interest bear the charge of one day, by the rule of the day each fell due on. */
export function overdueByRate(
  instalments: ReplayedLoan['instalments'],
  on: CalendarDate,
  { calendar, penalRateOn, graceDaysOn }: PenalRules,
): ReadonlyMap<string, Money> {
  const through = lastDueDay(calendar, on);
  const overdueBy = new Map<string, Money>();
  for (const { due, principal, interest, paidOf } of instalments) {
    const overdue = subtract(add(principal, interest), add(paidOf.principal, paidOf.interest));
    if (due > through || overdue <= 0) continue;
    if (!bearsPenalDay(movedDueDay(calendar, due), graceDaysOn(due), on)) continue;
    const rate = penalRateOn(due);
    overdueBy.set(rate, add(overdueBy.get(rate) ?? ZERO, overdue));
  }
  return overdueBy;
}

/** What one more day brings of a rate, beside all days before it. */
export function penalGrowth(
  before: { readonly overdue: Money; readonly amount: Money },
  overdue: Money,
  annualRate: string,
): Money {
  return subtract(penalOfDays(add(before.overdue, overdue), annualRate), before.amount);
}

/**
 * A charge falls due with the first instalment that has seen no money yet, so that what was paid before keeps its split; after
 * the last one those of a month stand together.
 */
export function penalDueOn({ instalments }: ReplayedLoan, on: CalendarDate): CalendarDate {
  const untouched = instalments.find(({ due, paid }) => due >= on && paid === ZERO);
  let dueOn = untouched?.due ?? endOfMonth(on);
  while (untouched === undefined && instalments.some(({ due }) => due >= dueOn)) {
    dueOn = endOfMonth(addDays(dueOn, 1));
  }
  return dueOn;
}
