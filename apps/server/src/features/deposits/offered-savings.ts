// What the rows of a product say of interest, as the core counts with it.

import {
  type DailyRules,
  type DayCountConvention,
  type DemandKind,
  type OfferedSavings,
  ROUND_TO,
  type SavingsBasis,
  type SavingsRate,
  type TermRounding,
} from '@kafal/core';
import type { Row } from '../../platform/database/schema.ts';
import type { Settings } from '../society/index.ts';

export function offeredSavings(product: Row<'deposit_product'>, rates: readonly SavingsRate[]): OfferedSavings {
  const { interestRule, slabMethod, minimumDeposit, annualRate, effectiveFrom } = product;
  return {
    interestRule,
    slabMethod,
    minimumDeposit,
    annualRate,
    effectiveFrom,
    rates,
    // The migrations, the set-up and the forms write nothing else into these three.
    kind: product.kind as DemandKind,
    interestBasis: product.interestBasis as SavingsBasis,
    dayCount: product.interestDayCount as DayCountConvention,
    rounding: roundingOf(product.interestMultiple),
    interestMonths: product.interestMonths.split(',').map(Number),
  };
}

export const dailyRules = (settings: Settings): DailyRules => ({
  termMonths: settings['daily.termMonths'],
  keptMonths: settings['daily.keptMonths'],
  addEveryMonths: settings['daily.addEveryMonths'],
});

export const roundingOf = (interestMultiple: number): TermRounding =>
  interestMultiple === ROUND_TO.paisa.multiple ? 'paisa' : 'rupee';
