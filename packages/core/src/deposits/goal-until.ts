import { addMonths, type CalendarDate } from '../calendar/calendar-date.ts';
import { type Money, maximum, subtract, ZERO } from '../money/money.ts';
import type { Goal } from './demand-kinds.ts';
import { type GoalTerms, goalPlan } from './goal.ts';

export interface GoalUntil {
  /** Whole months that are left; what is put by each of them. */
  readonly months: number;
  readonly instalment: Money;
  /** What is saved already, as it stands on the day of the goal. */
  readonly grownSavings: Money;
  readonly missing: Money;
}

/** What is to be put by each month from a day on, so that the goal is reached on its own. */
export function goalUntil(
  { target, targetOn }: Goal,
  { saved, ...terms }: Pick<GoalTerms, 'saved' | 'annualRate' | 'compoundEveryMonths' | 'instalmentMultiple'>,
  today: CalendarDate,
): GoalUntil {
  const missing = maximum(ZERO, subtract(target, saved));
  let months = 0;
  while (addMonths(today, months + 1) <= targetOn) months += 1;
  // In less than a month nothing grows: all that is missing is put by at once.
  if (months === 0 || missing === 0) {
    return { months, instalment: targetOn > today ? missing : ZERO, grownSavings: saved, missing };
  }
  const { instalment, grownSavings } = goalPlan({ target, saved, months, ...terms });
  return { months, instalment, grownSavings, missing };
}
