// What the society lends, as the core counts with it; and a loan from elsewhere, to compare.

import {
  type DeductionRules,
  type LOAN_INTEREST_METHODS,
  money,
  type PlanRules,
  type PremiumRules,
  parseMoney,
  ZERO,
} from '@kafal/core';
import type { AnswerOf } from '../../shared/client.ts';

export type LoanOffers = AnswerOf<'get', '/api/loan-products'>;
export type OfferedLoan = LoanOffers['items'][number];
export type InterestMethod = (typeof LOAN_INTEREST_METHODS)[number];

export interface CountableLoan extends PlanRules, DeductionRules {
  readonly annualRate: string;
}

export const offeredLoans = ({ items }: LoanOffers): readonly OfferedLoan[] =>
  items.filter(({ isOffered }) => isOffered);

export function countableLoan(offer: OfferedLoan, feeTaxPercent: string, decimals: number): CountableLoan {
  const { insurance, instalmentMultiple, processingFeeMinimum, processingFeeMaximum } = offer;
  return {
    ...offer,
    feeTaxPercent,
    insurance: insurance === null ? null : premiumOf(insurance, decimals),
    instalmentMultiple: parseMoney(instalmentMultiple, decimals),
    processingFeeMinimum: parseMoney(processingFeeMinimum, decimals),
    processingFeeMaximum: processingFeeMaximum === null ? null : parseMoney(processingFeeMaximum, decimals),
  };
}

function premiumOf({ basis, rate }: NonNullable<OfferedLoan['insurance']>, decimals: number): PremiumRules {
  return basis === 'fixed' ? { basis, amount: parseMoney(rate, decimals) } : { basis, rate };
}

/** Level instalments every month, to the paisa, with a fee taken when the money goes out. */
export function loanFromElsewhere(interestMethod: InterestMethod, annualRate: string, fee: string): CountableLoan {
  return {
    interestMethod,
    annualRate,
    repayment: 'equalInstalments',
    interestBasis: 'scheduled',
    every: 1,
    unit: 'months',
    instalmentMultiple: money(1),
    excess: 'advance',
    allocation: 'instalmentFirst',
    processingFeePercent: fee,
    processingFeeMinimum: ZERO,
    processingFeeMaximum: null,
    feeTaxPercent: '0',
    insurance: null,
  };
}
