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
  type OwnPenalRule,
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

/** Those of the society, read once for many loans. */
export async function penalRulesWithin(reader: Reader): Promise<PenalRules> {
  return {
    calendar: await businessCalendar(reader),
    penalRateOn: await settingHistoryWithin(reader, 'loans.penalRate'),
    graceDaysOn: await settingHistoryWithin(reader, 'loans.penalGraceDays'),
  };
}

/**
 * Which rule holds for a loan: what the version of the product that it was sanctioned by says for itself, else that of the
 * society. Whoever charges, counts anew, prints or explains asks here.
 */
export function penalRulesOf(society: PenalRules, { penalRate, penalGraceDays }: OwnPenalRule): PenalRules {
  return {
    calendar: society.calendar,
    penalRateOn: penalRate === null ? society.penalRateOn : () => penalRate,
    graceDaysOn: penalGraceDays === null ? society.graceDaysOn : () => penalGraceDays,
  };
}

/** As it is said of an instalment that falls due on the day. */
export async function penalRuleOn(
  reader: Reader,
  product: OwnPenalRule,
  day: CalendarDate,
): Promise<{ readonly annualRate: string; readonly graceDays: number }> {
  const { penalRateOn, graceDaysOn } = penalRulesOf(await penalRulesWithin(reader), product);
  return { annualRate: penalRateOn(day), graceDays: graceDaysOn(day) };
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
