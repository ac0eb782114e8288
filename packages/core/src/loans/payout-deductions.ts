// What a payout keeps back of the loan for others than the borrower: the fee, the tax on it, and the premium of an insurance.

import { type Fraction, fraction, percentOf, roundToMoney, timesFraction } from '../money/fraction.ts';
import { type Money, subtract, ZERO } from '../money/money.ts';
import { parseRate } from '../money/rate.ts';
import { type FeeRules, type LoanRules, processingFee } from './loan-rules.ts';

export const INSURANCE_BASES = ['percent', 'perThousandYear', 'fixed'] as const;
export type InsuranceBasis = (typeof INSURANCE_BASES)[number];

/**
 * What the insurance of a loan costs, once, when it is paid out: a per cent of the loan; so much for each thousand of it and
 * each year of its term, a part of a year counting as that part; or one amount.
 */
export type PremiumRules =
  | { readonly basis: 'percent' | 'perThousandYear'; readonly rate: string }
  | { readonly basis: 'fixed'; readonly amount: Money };

/** With the account in which the society owes the premium to the insurer. */
export type InsuranceRules = PremiumRules & { readonly accountCode: string };

/** `feeTaxPercent` is the law's on the day of the payout; the premium has the insurer's own tax in it. */
export interface DeductionRules extends FeeRules, Pick<LoanRules, 'every' | 'unit'> {
  readonly feeTaxPercent: string;
  /** Null: loans of this kind are not insured. */
  readonly insurance: PremiumRules | null;
}

export interface PayoutDeductions {
  readonly fee: Money;
  readonly feeTax: Money;
  readonly insurance: Money;
}

/** Of all that was sanctioned, over all its instalments; each is rounded once, half up, to the minor unit. */
export function payoutDeductions(rules: DeductionRules, principal: Money, instalments: number): PayoutDeductions {
  const fee = processingFee(rules, principal);
  return {
    fee,
    feeTax: rounded(timesFraction(fraction(fee), percentOf(parseRate(rules.feeTaxPercent)))),
    insurance: insurancePremium(rules, principal, instalments),
  };
}

export const inHandAfter = (amount: Money, { fee, feeTax, insurance }: PayoutDeductions): Money =>
  subtract(subtract(subtract(amount, fee), feeTax), insurance);

/** In years: 18 months are 3/2, 26 weeks 1/2. */
export function yearsOfTerm({ every, unit }: Pick<LoanRules, 'every' | 'unit'>, instalments: number): Fraction {
  return fraction(every * instalments, unit === 'months' ? 12n : 52n);
}

export function insurancePremium(
  { insurance, ...period }: Pick<DeductionRules, 'insurance' | 'every' | 'unit'>,
  principal: Money,
  instalments: number,
): Money {
  if (insurance === null) return ZERO;
  if (insurance.basis === 'fixed') return insurance.amount;
  const percent = percentOf(parseRate(insurance.rate));
  if (insurance.basis === 'percent') return rounded(timesFraction(fraction(principal), percent));
  // So much of each thousand is a tenth of so much of each hundred.
  const aYear = timesFraction(timesFraction(fraction(principal), percent), fraction(1, 10n));
  return rounded(timesFraction(aYear, yearsOfTerm(period, instalments)));
}

const rounded = (exact: Fraction): Money => roundToMoney(exact, { multiple: 1, rounding: 'half-up' });
