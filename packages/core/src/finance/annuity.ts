// The five figures of a regular payment, each found from the other four, as a spreadsheet defines them. Amounts received
// are positive and amounts paid negative; rates are for one period, as fractions. These are doubles, for quotes and
// comparisons: what is posted comes from the exact engines.
//
//   presentValue·(1+r)^n + payment·(1 + r·atStart)·((1+r)^n − 1)/r + futureValue = 0
//
// Source: the definitions of OpenDocument 1.3, part 4, §6.12 (PMT, IPMT, PPMT, CUMIPMT, CUMPRINC, PV, FV, NPER, RATE).

import { FinanceError, hasAnswer } from './finance-error.ts';
import { findRate } from './find-root.ts';

export interface PaymentTerms {
  readonly rate: number;
  readonly periods: number;
  readonly presentValue: number;
  /** What is left at the end; 0 unless said. */
  readonly futureValue?: number;
  /** The payment falls at the start of its period. */
  readonly isAtStart?: boolean;
}

const MOST_PERIODS = 1_000_000;

export function payment({ rate, periods, presentValue, futureValue = 0, isAtStart = false }: PaymentTerms): number {
  hasAnswer(rate > -1, 'a rate lies above -100 %');
  hasAnswer(periods !== 0, 'there is at least one period');
  if (rate === 0) return -(presentValue + futureValue) / periods;
  const { growth, growthLessOne } = growthOf(rate, periods);
  return (-rate * (presentValue * growth + futureValue)) / (startFactor(rate, isAtStart) * growthLessOne);
}

export interface ValueTerms {
  readonly rate: number;
  readonly periods: number;
  readonly payment: number;
  readonly isAtStart?: boolean;
}

export function futureValue(terms: ValueTerms & { readonly presentValue?: number }): number {
  const { rate, periods, presentValue = 0, isAtStart = false } = terms;
  hasAnswer(rate > -1, 'a rate lies above -100 %');
  if (rate === 0) return -(presentValue + terms.payment * periods);
  const { growth, growthLessOne } = growthOf(rate, periods);
  return -(presentValue * growth + (terms.payment * startFactor(rate, isAtStart) * growthLessOne) / rate);
}

export function presentValue(terms: ValueTerms & { readonly futureValue?: number }): number {
  const { rate, periods, futureValue: left = 0, isAtStart = false } = terms;
  hasAnswer(rate > -1, 'a rate lies above -100 %');
  if (rate === 0) return -(left + terms.payment * periods);
  const { growth, growthLessOne } = growthOf(rate, periods);
  return -(left + (terms.payment * startFactor(rate, isAtStart) * growthLessOne) / rate) / growth;
}

export interface PeriodCountTerms {
  readonly rate: number;
  readonly payment: number;
  readonly presentValue: number;
  readonly futureValue?: number;
  readonly isAtStart?: boolean;
}

export function periodCount(terms: PeriodCountTerms): number {
  const { rate, presentValue: now, futureValue: left = 0, isAtStart = false } = terms;
  hasAnswer(rate > -1, 'a rate lies above -100 %');
  if (rate === 0) {
    hasAnswer(terms.payment !== 0, 'without a payment and without interest nothing changes');
    return -(now + left) / terms.payment;
  }
  const perPeriod = (terms.payment * startFactor(rate, isAtStart)) / rate;
  const quotient = (perPeriod - left) / (perPeriod + now);
  hasAnswer(quotient > 0 && Number.isFinite(quotient), 'the payment never brings the one value to the other');
  return Math.log(quotient) / Math.log1p(rate);
}

export interface RateTerms {
  readonly periods: number;
  readonly payment: number;
  readonly presentValue: number;
  readonly futureValue?: number;
  readonly isAtStart?: boolean;
  readonly guess?: number;
}

/** The rate for one period. */
export function periodRate(terms: RateTerms): number {
  const { periods, payment: paid, presentValue: now, futureValue: left = 0, isAtStart = false, guess = 0.1 } = terms;
  hasAnswer(periods > 0, 'there is at least one period');
  return findRate((rate) => {
    // Near zero the quotient loses its digits; its limit is the plain sum.
    if (Math.abs(rate) < 1e-15) return now + paid * periods + left;
    const log = periods * Math.log1p(rate);
    const growthLessOne = Math.expm1(log);
    return now * (1 + growthLessOne) + (paid * startFactor(rate, isAtStart) * growthLessOne) / rate + left;
  }, guess);
}

export interface PartTerms extends PaymentTerms {
  /** From 1 to `periods`. */
  readonly period: number;
}

/** The interest in the payment of one period. */
export function interestPart(terms: PartTerms): number {
  const { rate, period, periods, isAtStart = false } = terms;
  hasAnswer(period >= 1 && period < periods + 1, 'the period is one of the periods');
  return interestOf(rate, period, payment(terms), terms.presentValue, isAtStart);
}

/** The principal in the payment of one period. */
export function principalPart(terms: PartTerms): number {
  return payment(terms) - interestPart(terms);
}

export interface CumulativeTerms {
  readonly rate: number;
  readonly periods: number;
  readonly presentValue: number;
  readonly first: number;
  readonly last: number;
  readonly isAtStart: boolean;
}

/** The interest in the payments of the periods from `first` to `last`. */
export function cumulativeInterest(terms: CumulativeTerms): number {
  const { rate, periods, presentValue: now, first, last, isAtStart } = checkedCumulative(terms);
  const paid = payment({ rate, periods, presentValue: now, isAtStart });
  let sum = 0;
  for (let period = first; period <= last; period += 1) sum += interestOf(rate, period, paid, now, isAtStart);
  return sum;
}

/** The principal in the payments of the periods from `first` to `last`. */
export function cumulativePrincipal(terms: CumulativeTerms): number {
  const { rate, periods, presentValue: now, first, last, isAtStart } = checkedCumulative(terms);
  const paid = payment({ rate, periods, presentValue: now, isAtStart });
  let sum = 0;
  for (let period = first; period <= last; period += 1) sum += paid - interestOf(rate, period, paid, now, isAtStart);
  return sum;
}

function checkedCumulative(terms: CumulativeTerms): CumulativeTerms {
  const [periods, first, last] = [Math.trunc(terms.periods), Math.trunc(terms.first), Math.trunc(terms.last)];
  hasAnswer(terms.rate > 0 && periods > 0 && terms.presentValue > 0, 'rate, periods and loan are positive');
  hasAnswer(first >= 1 && first <= last && last <= periods, 'the first and last period lie in their order in the term');
  hasAnswer(periods <= MOST_PERIODS, `at most ${MOST_PERIODS} periods`);
  return { ...terms, periods, first, last };
}

function interestOf(rate: number, period: number, paid: number, now: number, isAtStart: boolean): number {
  if (isAtStart && period === 1) return 0;
  const before = futureValue({ rate, periods: period - 1, payment: paid, presentValue: now, isAtStart });
  return isAtStart ? (before * rate) / (1 + rate) : before * rate;
}

function growthOf(rate: number, periods: number) {
  const log = periods * Math.log1p(rate);
  const growthLessOne = Math.expm1(log);
  if (!Number.isFinite(growthLessOne)) throw new FinanceError('#NUM!', 'the growth is too large for a number');
  return { growth: 1 + growthLessOne, growthLessOne };
}

const startFactor = (rate: number, isAtStart: boolean) => (isAtStart ? 1 + rate : 1);
