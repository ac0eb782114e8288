// What is left of a running loan is planned anew: other due days, more instalments, another rate; or the next due days carry no
// principal. No money moves and nothing is posted: what is owed stays owed, and what has fallen due stands as it was paid.

import {
  type CalendarDate,
  formatRate,
  type InstalmentState,
  isHigherRate,
  LoanError,
  type Money,
  type NewPlan,
  parseRate,
  type ReplayedLoan,
  subtract,
  sum,
  ZERO,
} from '@kafal/core';
import { Refusal } from '../../platform/http/refusal.ts';
import type { LoanWithBalance } from './loan-queries.ts';
import { type RunningLoan, rateNow } from './loan-state.ts';
import { keptPlan } from './pay-out-part.ts';
import type { AskedMeasure, DecidedAct } from './take-measure.ts';

type AskedPlan = Extract<AskedMeasure, { kind: 'rescheduling' | 'moratorium' }>;

interface PlanDay {
  readonly on: CalendarDate;
  readonly highestRate: string | null;
}

/** Its amount is the principal that is planned anew. */
export function decidePlan(
  loan: LoanWithBalance,
  running: RunningLoan,
  before: ReplayedLoan,
  asked: AskedPlan,
  { on, highestRate }: PlanDay,
): DecidedAct {
  const amount = principalLeft(before);
  if (amount === 0) throw new Refusal('rule', 'LOAN_PLAN_NOTHING', { number: loan.number });
  const plan = planOf(loan, running, before, asked, on);
  if (plan.firstDue <= on) throw new Refusal('rule', 'LOAN_PLAN_DAY', { day: on }, 'firstDueOn');
  if (highestRate !== null && isHigherRate(plan.annualRate, parseRate(highestRate))) {
    const rate = formatRate(plan.annualRate);
    throw new Refusal('rule', 'LOAN_RATE_ABOVE_CAP', { cap: highestRate, rate }, 'annualRate');
  }
  return {
    event: { type: 'reschedule', on, ...plan },
    amount,
    kept: { type: 'reschedule', detail: JSON.stringify(keptPlan(plan)) },
    postings: [],
    receivables: [],
  };
}

const principalLeft = ({ instalments }: ReplayedLoan): Money =>
  sum(instalments.map(({ principal, paidOf }) => subtract(principal, paidOf.principal)));

function planOf(
  loan: LoanWithBalance,
  { terms, events }: RunningLoan,
  before: ReplayedLoan,
  asked: AskedPlan,
  on: CalendarDate,
): NewPlan {
  const annualRate = parseRate(rateNow(loan, events));
  const { instalments } = asked;
  if (asked.kind === 'rescheduling') {
    return {
      firstDue: asked.firstDueOn,
      instalments,
      annualRate: asked.annualRate === undefined ? annualRate : parseRate(asked.annualRate),
      holiday: 0,
      interest: 'served',
      arrears: asked.arrears,
    };
  }
  const { number } = loan;
  const { holiday, interest } = asked;
  if (terms.instalments > 1 && terms.gracePrincipal === terms.instalments - 1) {
    throw new Refusal('rule', 'LOAN_HOLIDAY_NONE', { number });
  }
  if (holiday >= instalments) throw new Refusal('rule', 'LOAN_HOLIDAY_ALL', { holiday }, 'instalments');
  const next = before.instalments.find((one) => !one.isPast && on < one.due && !isPaidAhead(one));
  if (next === undefined) throw new Refusal('rule', 'LOAN_HOLIDAY_OVER', { number });
  return { firstDue: next.due, instalments, annualRate, holiday, interest, arrears: 'stay' };
}

const isPaidAhead = ({ paid, outstanding }: InstalmentState) => paid > ZERO && outstanding === ZERO;

/** All else that the engine refuses of a plan is refused above. */
export function refusingPaidAhead<Result>({ number }: LoanWithBalance, act: () => Result): Result {
  try {
    return act();
  } catch (error) {
    if (error instanceof LoanError) throw new Refusal('rule', 'LOAN_PLAN_PAID_AHEAD', { number });
    throw error;
  }
}
