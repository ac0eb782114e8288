import type { CalendarDate } from '../calendar/calendar-date.ts';
import { type Money, sum } from '../money/money.ts';
import { firstPeriods } from './due-dates.ts';
import type { InstalmentState } from './instalment-state.ts';
import { loanCost, timesAYear } from './loan-cost.ts';
import type { LoanEvent } from './loan-events.ts';
import { loanTermsOf, type PlanRules } from './loan-rules.ts';
import { type DeductionRules, inHandAfter, type PayoutDeductions, payoutDeductions } from './payout-deductions.ts';
import { replayLoan } from './replay-loan.ts';

/** What a loan would cost. */
export interface LoanOffer extends PayoutDeductions {
  readonly instalments: readonly InstalmentState[];
  readonly interest: Money;
  /** All that comes back: principal and interest. */
  readonly total: Money;
  /** What is paid out after the fee, the tax on it and the premium of the insurance. */
  readonly inHand: Money;
  /** Per cent a year to two decimals, with all of these (`loanCost`). */
  readonly annualCost: string;
}

/**
 * The schedule of a loan that is paid out on a day, and its yearly cost. The same function quotes for the society and counts on the
 * reader's own device. Throws `LoanError` for a first due day that cannot be agreed.
 */
export function loanOffer(
  rules: PlanRules & DeductionRules,
  amount: Money,
  count: number,
  annualRate: string,
  startsOn: CalendarDate,
  firstDue?: CalendarDate,
): LoanOffer {
  const terms = loanTermsOf(rules, amount, count, annualRate);
  const lent: LoanEvent[] = firstDue === undefined ? [] : [{ type: 'payout', on: startsOn, amount, firstDue }];
  const { instalments } = replayLoan(terms, startsOn, lent, startsOn);
  const totals = instalments.map(({ totalDue }) => totalDue);
  return {
    instalments,
    interest: sum(instalments.map(({ interest }) => interest)),
    total: sum(totals),
    ...costInHand(
      rules,
      amount,
      totals,
      firstDue === undefined ? 1 : firstPeriods(terms, startsOn, firstDue, timesAYear(rules)),
    ),
  };
}

/** What is kept back of a loan, what that leaves in hand, and what the instalments cost with it. */
export function costInHand(
  rules: DeductionRules,
  amount: Money,
  totals: readonly Money[],
  ofFirst = 1,
): PayoutDeductions & Pick<LoanOffer, 'inHand' | 'annualCost'> {
  const taken = payoutDeductions(rules, amount, totals.length);
  const inHand = inHandAfter(amount, taken);
  return { ...taken, inHand, annualCost: loanCost(inHand, totals, rules, ofFirst) };
}
