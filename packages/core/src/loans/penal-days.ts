import { type CalendarDate, daysBetween } from '../calendar/calendar-date.ts';
import { fraction, percentOf, roundToMoney, timesFraction } from '../money/fraction.ts';
import { type Money, money } from '../money/money.ts';
import { parseRate } from '../money/rate.ts';

/** What a kind of loan says of its own penal charge; null: the rule of the society holds, by the day an instalment fell due on. */
export interface OwnPenalRule {
  /** Per cent a year as text, for `parseRate`. */
  readonly penalRate: string | null;
  readonly penalGraceDays: number | null;
}

/**
 * Whether an overdue instalment bears the penal charge at the end of a day: from the day after its due day on, and within the
 * days of grace on none before their last (as `penalCharge` counts).
 */
export function bearsPenalDay(dueOn: CalendarDate, graceDays: number, on: CalendarDate): boolean {
  return daysBetween(dueOn, on) >= Math.max(1, graceDays);
}

/**
 * The penal charge on the sum of what was overdue at the end of each day: sum × rate / 36,500, rounded once. The charge of one
 * more day is what this comes to with it, less what was charged before, so the days together are never off by rounding.
 */
export function penalOfDays(overdueOfDays: Money, annualRate: string): Money {
  const exact = timesFraction(
    fraction(overdueOfDays),
    timesFraction(percentOf(parseRate(annualRate)), fraction(1, 365)),
  );
  return money(roundToMoney(exact, { multiple: 1, rounding: 'half-up' }));
}
