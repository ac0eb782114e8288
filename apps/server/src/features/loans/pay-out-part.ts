// A sanction that is paid out in parts: a later part is lent on the day it goes out, and all that is owed then is paid by the
// instalments that are left, at the rate as it is.

import { type CalendarDate, formatRate, type Money, type NewPlan, parseRate, subtract, ZERO } from '@kafal/core';
import type { Reader } from '../../platform/database/dialect.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { LoanWithBalance } from './loan-queries.ts';
import { fallenDue, type KeptPlan, paidOutOf, rateNow, runningLoan, stateOf } from './loan-state.ts';

export interface PayoutParts {
  readonly paidOut: Money;
  /** Nothing once its day is past. */
  readonly stillToPayOut: Money;
}

export async function payoutParts(reader: Reader, loan: LoanWithBalance, on: CalendarDate): Promise<PayoutParts> {
  const { status, sanctionedAmount, validUntil } = loan;
  const isOpen = (status === 'sanctioned' || status === 'active') && validUntil !== null && on <= validUntil;
  const paidOut = loan.disbursedOn === null ? ZERO : paidOutOf(await runningLoan(reader, loan));
  return { paidOut, stillToPayOut: isOpen && sanctionedAmount !== null ? subtract(sanctionedAmount, paidOut) : ZERO };
}

/** Whoever is late pays what has fallen due first. */
export async function planOfPart(reader: Reader, loan: LoanWithBalance, on: CalendarDate): Promise<NewPlan> {
  const { number } = loan;
  const running = await runningLoan(reader, loan);
  const state = stateOf(running, on);
  if (fallenDue(state, on) > ZERO) throw new Refusal('rule', 'LOAN_PART_OVERDUE', { number });
  const ahead = state.instalments.filter(
    ({ due, isPast, principal, interest, laterInterest }) =>
      !isPast && on < due && principal + interest + laterInterest > 0,
  );
  const [next] = ahead;
  if (next === undefined) throw new Refusal('rule', 'LOAN_PART_OVER', { number });
  const holiday = ahead.findIndex(({ principal }) => principal > ZERO);
  return {
    firstDue: next.due,
    instalments: ahead.length,
    annualRate: parseRate(rateNow(loan, running.events)),
    holiday: Math.max(0, holiday),
    interest: next.laterInterest > ZERO ? 'apart' : 'served',
    arrears: 'stay',
  };
}

export const keptPlan = (plan: NewPlan): KeptPlan => ({ ...plan, annualRate: formatRate(plan.annualRate) });
