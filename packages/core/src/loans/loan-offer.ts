import type { CalendarDate } from '../calendar/calendar-date.ts';
import { type Money, subtract, sum } from '../money/money.ts';
import type { InstalmentState } from './instalment-state.ts';
import { loanCost } from './loan-cost.ts';
import { type FeeRules, loanTermsOf, type PlanRules, processingFee } from './loan-rules.ts';
import { replayLoan } from './replay-loan.ts';

/** What a loan would cost. */
export interface LoanOffer {
  readonly instalments: readonly InstalmentState[];
  readonly interest: Money;
  /** All that comes back: principal and interest. */
  readonly total: Money;
  readonly fee: Money;
  /** What is paid out after the fee. */
  readonly inHand: Money;
  /** Per cent a year to two decimals, with the fee (`loanCost`). */
  readonly annualCost: string;
}

/** The schedule of a loan that is paid out on a day, and its yearly cost. The same function quotes for the society and counts on the
 * reader's own device. */
export function loanOffer(
  rules: PlanRules & FeeRules,
  amount: Money,
  count: number,
  annualRate: string,
  startsOn: CalendarDate,
): LoanOffer {
  const { instalments } = replayLoan(loanTermsOf(rules, amount, count, annualRate), startsOn, [], startsOn);
  const totals = instalments.map(({ totalDue }) => totalDue);
  return {
    instalments,
    interest: sum(instalments.map(({ interest }) => interest)),
    total: sum(totals),
    ...costWithFee(rules, amount, totals),
  };
}

/** The fee of a loan, what it leaves in hand, and what the instalments cost with it. */
export function costWithFee(
  rules: FeeRules & Pick<PlanRules, 'every' | 'unit'>,
  amount: Money,
  totals: readonly Money[],
): Pick<LoanOffer, 'fee' | 'inHand' | 'annualCost'> {
  const fee = processingFee(rules, amount);
  const inHand = subtract(amount, fee);
  return { fee, inHand, annualCost: loanCost(inHand, totals, rules) };
}
