// What a society offers as a loan, in the words of its by-laws, and the terms of the engine that they come to.

import { fraction, percentOf, roundToMoney, timesFraction } from '../money/fraction.ts';
import { type Money, maximum, minimum, money, subtract, ZERO } from '../money/money.ts';
import { parseRate } from '../money/rate.ts';
import type { GuarantorRules } from './guarantee.ts';
import type { FlatRebate } from './loan-events.ts';
import type { Allocation, Component, InterestMethod, LoanTerms } from './loan-terms.ts';

export const LOAN_REPAYMENTS = ['equalInstalments', 'equalPrincipal', 'interestOnly', 'bullet'] as const;
/** `scheduled`: each period bears the interest of its schedule. `daily`: the days that the money was really owed. */
export const LOAN_INTEREST_BASES = ['scheduled', 'daily'] as const;
export const LOAN_ALLOCATIONS = ['instalmentFirst', 'componentFirst'] as const;
/** What money beyond all dues does: it waits for the next instalment, lowers those to come, or shortens the term. */
export const LOAN_EXCESSES = ['advance', 'reduceInstalment', 'reduceTerm'] as const;
export const LOAN_INTEREST_METHODS = ['declining', 'flat'] as const satisfies readonly InterestMethod[];
export const LOAN_UNITS = ['weeks', 'months'] as const;

/** From the application to its end; `overdue` is no status but what the instalments say. */
export const LOAN_STATUSES = [
  'submitted',
  'returned',
  'recommended',
  'sanctioned',
  'rejected',
  'withdrawn',
  'lapsed',
  'active',
  'closed',
] as const;
/** As they are shown: a loan that was written off stands closed, and is closed indeed when all of it has been recovered. */
export const SHOWN_LOAN_STATUSES = [...LOAN_STATUSES, 'written-off'] as const;
/** What is done about a loan that goes wrong. */
export const LOAN_MEASURES = ['waiver', 'rescheduling', 'moratorium', 'write-off'] as const;
export type LoanMeasureKind = (typeof LOAN_MEASURES)[number];

export type LoanStatus = (typeof LOAN_STATUSES)[number];

export type LoanRepayment = (typeof LOAN_REPAYMENTS)[number];
export type LoanInterestBasis = (typeof LOAN_INTEREST_BASES)[number];
export type LoanAllocation = (typeof LOAN_ALLOCATIONS)[number];
export type LoanExcess = (typeof LOAN_EXCESSES)[number];

/** The rules a loan is lent by. Rates are per cents as text, for `parseRate`. */
export interface LoanRules extends GuarantorRules {
  readonly interestMethod: InterestMethod;
  readonly repayment: LoanRepayment;
  readonly interestBasis: LoanInterestBasis;
  readonly every: number;
  readonly unit: (typeof LOAN_UNITS)[number];
  readonly minimumInstalments: number;
  readonly maximumInstalments: number;
  readonly minimumAmount: Money;
  readonly maximumAmount: Money;
  readonly annualRate: string;
  /** The level instalment is a multiple of this. */
  readonly instalmentMultiple: Money;
  readonly allocation: LoanAllocation;
  readonly excess: LoanExcess;
  /** Taken when the money goes out: a part of the loan, within the two amounts. */
  readonly processingFeePercent: string;
  readonly processingFeeMinimum: Money;
  readonly processingFeeMaximum: Money | null;
  /** Shares the borrower is to hold, as a part of the loan; what is short is taken from the money that goes out. */
  readonly shareLinkPercent: string;
  readonly guarantorsNeeded: number;
  /** Whoever is a member for less is not lent to yet. */
  readonly membershipMonths: number;
  /** A sanction that was not drawn within so many days lapses. */
  readonly sanctionDays: number;
  /** What closing a loan before its end costs, in per cent of the principal that is paid ahead. */
  readonly closingFeePercent: string;
  /** What a flat loan is spared of its interest when it is closed before its end. */
  readonly flatRebate: FlatRebate;
}

/** Charges and penalties before interest, interest before principal (handbook of the field: the default order). */
const ORDER: readonly Component[] = ['fee', 'penalty', 'interest', 'principal'];

function allocationOf(allocation: LoanAllocation): Allocation {
  if (allocation === 'instalmentFirst') return { by: 'instalments', components: ORDER };
  return { by: 'componentsThenAdvance', due: ORDER, inAdvance: ORDER };
}

/** What a schedule is made from. */
export type PlanRules = Pick<
  LoanRules,
  'interestMethod' | 'repayment' | 'interestBasis' | 'every' | 'unit' | 'instalmentMultiple' | 'excess' | 'allocation'
>;

/** The terms of a loan by these rules, before any event. */
export function loanTermsOf(rules: PlanRules, principal: Money, instalments: number, annualRate: string): LoanTerms {
  const { interestMethod, repayment, interestBasis, every, unit, excess, allocation } = rules;
  const isDaily = interestBasis === 'daily' && interestMethod === 'declining';
  // Nothing but interest falls due before the last period, and of a bullet not even that.
  const lastPaysAll = repayment === 'interestOnly' || repayment === 'bullet';
  return {
    principal,
    annualRate: parseRate(annualRate),
    interestMethod,
    amortization: repayment === 'equalPrincipal' ? 'equalPrincipal' : 'equalInstalments',
    dayCount: { year: isDaily ? 365 : 'actual', month: 'actual' },
    interestPeriod: isDaily ? { by: 'day' } : { by: 'period', wholePeriods: false },
    instalmentBasis: isDaily ? 'periodFactors' : 'firstPeriod',
    every,
    unit,
    instalments,
    monthEnd: 'clamp',
    gracePrincipal: lastPaysAll ? instalments - 1 : 0,
    graceInterest: repayment === 'bullet' ? instalments - 1 : 0,
    interestFree: 0,
    instalmentMultiple: rules.instalmentMultiple,
    instalmentRounding: 'nearest',
    interestMultiple: money(1),
    rounding: 'half-up',
    recalculation: recalculationOf(isDaily, excess),
    allocation: allocationOf(allocation),
    overdueCharge: null,
  };
}

function recalculationOf(isDaily: boolean, excess: LoanExcess): LoanTerms['recalculation'] {
  const kept = excess === 'advance' ? 'keepInstalment' : excess;
  if (isDaily) return { pastDueUntil: 'day', excess: kept };
  return excess === 'advance' ? null : { pastDueUntil: 'never', excess: kept };
}

/** Of the principal that is paid ahead, in whole minor units. */
export function closingFee({ closingFeePercent }: Pick<LoanRules, 'closingFeePercent'>, principal: Money): Money {
  const part = timesFraction(fraction(principal), percentOf(parseRate(closingFeePercent)));
  return roundToMoney(part, { multiple: 1, rounding: 'half-up' });
}

export type FeeRules = Pick<LoanRules, 'processingFeePercent' | 'processingFeeMinimum' | 'processingFeeMaximum'>;

/** A part of the loan in whole minor units, within the least and the most that the product takes. */
export function processingFee(rules: FeeRules, principal: Money): Money {
  const part = timesFraction(fraction(principal), percentOf(parseRate(rules.processingFeePercent)));
  const fee = maximum(roundToMoney(part, { multiple: 1, rounding: 'half-up' }), rules.processingFeeMinimum);
  return rules.processingFeeMaximum === null ? fee : minimum(fee, rules.processingFeeMaximum);
}

/**
 * What the borrower lacks in shares, in whole shares: ⌈(link % × loan − shares held) / face value⌉ × face value. Shares
 * held count at their face value.
 */
export function shareShortfall(
  { shareLinkPercent }: Pick<LoanRules, 'shareLinkPercent'>,
  principal: Money,
  sharesHeld: Money,
  faceValue: Money,
): Money {
  const needed = timesFraction(fraction(principal), percentOf(parseRate(shareLinkPercent)));
  const rounded = roundToMoney(needed, { multiple: 1, rounding: 'half-up' });
  const short = maximum(ZERO, subtract(rounded, sharesHeld));
  return money(Math.ceil(short / faceValue) * faceValue);
}
