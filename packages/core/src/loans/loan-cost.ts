import { internalRate } from '../finance/returns.ts';
import type { Money } from '../money/money.ts';
import type { LoanRules } from './loan-rules.ts';

/**
 * The yearly cost of a loan in per cent, to two decimals: the rate of a period at which what the borrower gets in hand is
 * worth what comes back, times the periods of a year (the actuarial method of 12 CFR 1026, appendix J). A flat loan of 12 %
 * over twelve months costs 21.46 %.
 */
export function loanCost(
  inHand: Money,
  instalments: readonly Money[],
  { every, unit }: Pick<LoanRules, 'every' | 'unit'>,
): string {
  const periodsAYear = (unit === 'months' ? 12 : 52) / every;
  // An instalment of nothing still takes its period.
  const rate = internalRate([-inHand, ...instalments], 0.01);
  return (100 * rate * periodsAYear).toFixed(2);
}
