// What an agent who collects daily deposits earns for a month.

import { type Money, subtract, timesRate, ZERO } from '../money/money.ts';
import type { Rate } from '../money/rate.ts';

export interface CommissionTerms {
  /** Per cent of what was collected. */
  readonly commission: Rate;
  /** Per cent of the commission that is withheld; `null` where the year's commission stays below the threshold. */
  readonly tax: Rate | null;
}

export interface Commission {
  readonly commission: Money;
  readonly tax: Money;
  readonly net: Money;
}

export function collectionCommission(terms: CommissionTerms, collected: Money): Commission {
  const commission = timesRate(collected, terms.commission, { divideBy: 100, rounding: 'half-up' });
  const tax = terms.tax === null ? ZERO : timesRate(commission, terms.tax, { divideBy: 100, rounding: 'half-up' });
  return { commission, tax, net: subtract(commission, tax) };
}
