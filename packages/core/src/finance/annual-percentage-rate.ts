// The yearly cost of credit in per cent, by the two definitions that laws use.

import { hasAnswer } from './finance-error.ts';
import { findRate } from './find-root.ts';
import { rateOfFlows, type TimedFlow } from './returns.ts';

/** Effective, of flows timed in years (Directive 98/7/EC, annex II): the rate at which both sides are worth the same. */
export function effectiveAnnualCost(flows: readonly TimedFlow[]): number {
  return 100 * rateOfFlows(flows);
}

/** A run of equal payments: the first after `wholePeriods` unit periods and the part `fraction` of one, then one a period. */
export interface PaymentRun {
  readonly count: number;
  readonly amount: number;
  readonly wholePeriods: number;
  readonly fraction: number;
}

/** Nominal, by the actuarial method (12 CFR 1026, appendix J): the rate of a unit period times their number in a year. */
export function actuarialAnnualRate(advance: number, runs: readonly PaymentRun[], unitPeriodsAYear: number): number {
  hasAnswer(advance > 0 && unitPeriodsAYear > 0, 'an advance and the length of the unit period');
  const rate = findRate((each) => {
    let difference = advance;
    for (const { count, amount, wholePeriods, fraction } of runs) {
      for (let index = 0; index < count; index += 1) {
        // For the part of a period interest is simple.
        difference -= amount / ((1 + fraction * each) * (1 + each) ** (wholePeriods + index));
      }
    }
    return difference;
  }, 0.01);
  return 100 * rate * unitPeriodsAYear;
}
