// How much to save each month so that a goal is reached.

import { type RoundTo, roundToMoney } from '../money/fraction.ts';
import { type Money, money, ZERO } from '../money/money.ts';
import type { Rate } from '../money/rate.ts';
import { DepositError } from './deposit-error.ts';
import { checkMonths, checkPrincipal } from './fixed-deposit.ts';
import {
  instalmentValue,
  type RecurringMethod,
  type RecurringValue,
  recurringDepositValue,
} from './recurring-deposit.ts';

export interface GoalTerms {
  readonly target: Money;
  /** Saved already, and growing like an instalment of the first day. */
  readonly saved: Money;
  readonly months: number;
  readonly annualRate: Rate;
  readonly compoundEveryMonths: number;
  /** An instalment is a multiple of this. */
  readonly instalmentMultiple: number;
}

export interface GoalPlan {
  /** The smallest that reaches the target; nothing where what is saved already does. */
  readonly instalment: Money;
  /** `null` where no instalment is needed. */
  readonly plan: RecurringValue | null;
  readonly grownSavings: Money;
}

export function goalPlan(terms: GoalTerms): GoalPlan {
  const { target, saved, months, annualRate, compoundEveryMonths, instalmentMultiple } = terms;
  checkPrincipal(target);
  checkMonths(months);
  if (months === 0) throw new DepositError('DEPOSIT_TERM_INVALID', 'A goal lies at least one month ahead.');
  const round: RoundTo = { multiple: 1, rounding: 'half-up' };
  const grownSavings =
    saved === 0 ? saved : roundToMoney(instalmentValue(saved, annualRate, months, compoundEveryMonths), round);
  const missing = target - grownSavings;
  if (missing <= 0) return { instalment: ZERO, plan: null, grownSavings };

  const method: RecurringMethod = { by: 'compound', everyMonths: compoundEveryMonths };
  const planOf = (instalment: number) =>
    recurringDepositValue({ instalment: money(instalment), months, annualRate, method, round });
  // The value grows in step with the instalment, but for its rounding to the paisa: from just below, the first that reaches.
  const { numerator, denominator } = planOf(instalmentMultiple).unrounded;
  let steps = (BigInt(missing) * denominator) / numerator;
  if (steps < 1n) steps = 1n;
  for (;;) {
    const instalment = Number(steps) * instalmentMultiple;
    const plan = planOf(instalment);
    if (plan.value >= missing) return { instalment: money(instalment), plan, grownSavings };
    steps += 1n;
  }
}
