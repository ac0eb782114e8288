// What closes a running loan on a day: all that has fallen due, interest up to the day, what closing costs, and all
// principal. It never costs more than paying every instalment would.

import {
  addDays,
  type CalendarDate,
  closingFee,
  daysBetween,
  formatMoney,
  type LoanEvent,
  type LoanRules,
  type Money,
  maxDate,
  maximum,
  minDate,
  type ReplayedLoan,
  replayLoan,
  subtract,
  sum,
  ZERO,
} from '@kafal/core';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform } from '../../platform/platform.ts';
import { currentBusinessDay } from '../accounting/index.ts';
import { readSettings } from '../society/index.ts';
import { getProductVersion } from './loan-products.ts';
import { getLoanFor, type LoanWithBalance } from './loan-queries.ts';
import {
  fallenDue,
  type LoanParts,
  owedInAll,
  paidParts,
  partsBetween,
  type RunningLoan,
  rateNow,
  runningLoan,
  stateOf,
} from './loan-state.ts';

export type ClosingRules = Pick<LoanRules, 'closingFeePercent' | 'flatRebate'>;

/** Of the version of the product that the loan was sanctioned by. */
export function closingRules(reader: Reader, { loanProductId }: LoanWithBalance): Promise<ClosingRules> {
  return getProductVersion(reader, loanProductId);
}

export interface Closing {
  readonly event: Extract<LoanEvent, { type: 'settlement' }>;
  readonly split: LoanParts;
  readonly total: Money;
  readonly after: ReplayedLoan;
}

/** Undefined where paying all instalments costs no more. */
export function closingOn(rules: ClosingRules, running: RunningLoan, on: CalendarDate): Closing | undefined {
  const before = stateOf(running, on);
  const ahead = sum(
    before.instalments.flatMap((one) => (on < one.due ? subtract(one.principal, one.paidOf.principal) : [])),
  );
  const event = { type: 'settlement', on, fee: closingFee(rules, ahead), rebate: rules.flatRebate } as const;
  const after = replayLoan(running.terms, running.disbursedOn, [...running.events, event], on);
  const split = partsBetween(paidParts(before), paidParts(after));
  const total = sum(Object.values(split));
  return total <= owedInAll(before) ? { event, split, total, after } : undefined;
}

export function payoffOf(rules: ClosingRules, running: RunningLoan, on: CalendarDate): Money {
  return closingOn(rules, running, on)?.total ?? owedInAll(stateOf(running, on));
}

export async function payoffOn(reader: Reader, loan: LoanWithBalance, on: CalendarDate): Promise<Money> {
  return payoffOf(await closingRules(reader, loan), await runningLoan(reader, loan), on);
}

/** For whoever may see the loan: today, or a later day up to its last instalment. */
export async function quotePayoff(platform: Platform, actor: Actor, loanId: number, asked: CalendarDate | undefined) {
  const reader = platform.database;
  const loan = await getLoanFor(reader, actor, loanId);
  if (loan.status !== 'active') throw new Refusal('conflict', 'LOAN_NOT_ACTIVE', { number: loan.number });
  const today = await currentBusinessDay(platform);
  const on = asked ?? today;
  const rules = await closingRules(reader, loan);
  const running = await runningLoan(reader, loan);
  const state = stateOf(running, on);
  const last = maxDate(today, state.instalments.at(-1)?.due ?? today);
  if (on < today || on > last) throw new Refusal('rule', 'LOAN_PAYOFF_DAY', { from: today, to: last }, 'on');

  const closing = closingOn(rules, running, on);
  const total = closing?.total ?? owedInAll(state);
  const due = fallenDue(state, on);
  const fee = closing?.event.fee ?? ZERO;
  const principalAhead = sum(
    state.instalments.flatMap((one) => (on < one.due ? subtract(one.principal, one.paidOf.principal) : [])),
  );
  const begun = state.instalments.find((one) => on < one.due);
  const { 'money.currency': currency } = await readSettings(platform);
  return {
    on,
    total: formatMoney(total),
    due: formatMoney(due),
    principalAhead: formatMoney(principalAhead),
    interest: formatMoney(subtract(subtract(subtract(total, due), principalAhead), fee)),
    interestFrom: begun?.start ?? null,
    interestDays: begun === undefined ? 0 : Math.max(0, daysBetween(begun.start, on)),
    annualRate: rateNow(loan, running.events),
    closingFee: formatMoney(fee),
    oneDayMore: formatMoney(subtract(payoffOf(rules, running, minDate(addDays(on, 1), last)), total)),
    spared: formatMoney(maximum(ZERO, subtract(owedInAll(state), total))),
    currency,
  };
}
