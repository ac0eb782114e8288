import { rateOfFlows } from '../finance/returns.ts';
import type { Money } from '../money/money.ts';
import type { LoanRules } from './loan-rules.ts';

/**
 * The yearly cost of a loan in per cent, to two decimals: the rate of a period at which what the borrower gets in hand is
 * worth what comes back, times the periods of a year (the actuarial method of 12 CFR 1026, appendix J). A flat loan of 12 %
 * over twelve months costs 21.46 %. `firstPeriods`: how long the first period is, in periods.
 */
export function loanCost(
  inHand: Money,
  instalments: readonly Money[],
  rules: Pick<LoanRules, 'every' | 'unit'>,
  firstPeriods = 1,
): string {
  // An instalment of nothing still takes its period.
  const back = instalments.map((amount, place) => ({ time: firstPeriods + place, amount }));
  const rate = rateOfFlows([{ time: 0, amount: -inHand }, ...back], 0.01);
  return (100 * rate * timesAYear(rules)).toFixed(2);
}

/** So many periods are a year. */
export const timesAYear = ({ every, unit }: Pick<LoanRules, 'every' | 'unit'>): number =>
  (unit === 'months' ? 12 : 52) / every;
