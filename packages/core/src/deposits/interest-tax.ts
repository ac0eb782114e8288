// What is withheld from a credit of interest for the treasury, by the law of the land. The same function is asked for the
// preview, the posting and the explanation.

import { ageOn, type CalendarDate } from '../calendar/calendar-date.ts';
import { add, type Money, maximum, minimum, subtract, timesRate, ZERO } from '../money/money.ts';
import { formatRate, type Rate } from '../money/rate.ts';

/** By the whole interest of the tax year once it is above a threshold, or from every credit for itself. */
export const TAX_METHODS = ['none', 'above-threshold', 'every-credit'] as const;
export type TaxMethod = (typeof TAX_METHODS)[number];

export interface InterestTaxRule {
  readonly method: TaxMethod;
  readonly rate: Rate;
  readonly rateWithoutPan: Rate;
  readonly threshold: Money;
  readonly seniorThreshold: Money;
  readonly seniorAge: number;
}

export interface TaxedMember {
  readonly hasPan: boolean;
  readonly isSenior: boolean;
  /** A declaration for the tax year that nothing is to be withheld. */
  readonly hasDeclaration: boolean;
}

export interface TaxedCredit {
  /** All that the credit brings, before tax. Below zero where interest is recovered. */
  readonly interest: Money;
  /** Of the same member in the same tax year, on all accounts. */
  readonly interestBefore: Money;
  readonly taxBefore: Money;
}

export const TAX_REASONS = ['none', 'declared', 'below-threshold', 'above-threshold', 'every-credit'] as const;
export type TaxReason = (typeof TAX_REASONS)[number];

export interface InterestTax {
  readonly reason: TaxReason;
  /** The interest of the year with this credit. */
  readonly interestSoFar: Money;
  readonly threshold: Money | null;
  /** A yearly percentage has nothing to do with it: so many of a hundred. */
  readonly rate: string;
  /** What should be withheld by now, of the whole year; of every credit for itself, of this one. */
  readonly due: Money;
  readonly tax: Money;
  /** Due, and more than the credit had: it is withheld from the next one. */
  readonly left: Money;
}

/** Who reaches the age within the tax year is a senior in all of it. */
export function isSeniorInYear(
  { dateOfBirth, memberClass }: { readonly dateOfBirth: CalendarDate; readonly memberClass: string },
  { seniorAge }: Pick<InterestTaxRule, 'seniorAge'>,
  yearEndsOn: CalendarDate,
): boolean {
  return memberClass !== 'institution' && ageOn(dateOfBirth, yearEndsOn) >= seniorAge;
}

export function interestTax(rule: InterestTaxRule, member: TaxedMember, credit: TaxedCredit): InterestTax {
  const { method } = rule;
  const { interest, interestBefore, taxBefore } = credit;
  const interestSoFar = add(interestBefore, interest);
  const threshold = thresholdFor(rule, member);
  const rate = member.hasPan ? rule.rate : rule.rateWithoutPan;
  const reason = reasonFor(method, member, threshold, interestSoFar);
  const told = { reason, interestSoFar, threshold, rate: formatRate(rate) };
  if (reason === 'every-credit') {
    const due = partOf(maximum(ZERO, interest), rate);
    return { ...told, due, tax: due, left: ZERO };
  }
  if (reason !== 'above-threshold') return { ...told, due: ZERO, tax: ZERO, left: ZERO };
  const due = partOf(interestSoFar, rate);
  const missing = maximum(ZERO, subtract(due, taxBefore));
  // The principal is never touched, and no account goes below what it held.
  const tax = minimum(missing, maximum(ZERO, interest));
  return { ...told, due, tax, left: subtract(missing, tax) };
}

/** Null where the law knows none. */
export function thresholdFor(rule: InterestTaxRule, { isSenior }: Pick<TaxedMember, 'isSenior'>): Money | null {
  if (rule.method !== 'above-threshold') return null;
  return isSenior ? rule.seniorThreshold : rule.threshold;
}

function reasonFor(
  method: TaxMethod,
  { hasDeclaration }: TaxedMember,
  threshold: Money | null,
  interestSoFar: Money,
): TaxReason {
  if (method === 'none') return 'none';
  if (threshold === null) return 'every-credit';
  if (hasDeclaration) return 'declared';
  return interestSoFar > threshold ? 'above-threshold' : 'below-threshold';
}

function partOf(amount: Money, rate: Rate): Money {
  return timesRate(amount, rate, { divideBy: 100, rounding: 'half-up' });
}
