// What instalments come to: by the bank's formula, by the product of months, or each from the day on which it was paid.

import { addMonths, type CalendarDate } from '../calendar/calendar-date.ts';
import type { DayCountConvention } from '../calendar/day-count.ts';
import { type Fraction, fraction, percentOf, type RoundTo, roundToMoney } from '../money/fraction.ts';
import { add, type Money, subtract, ZERO } from '../money/money.ts';
import type { Rate } from '../money/rate.ts';
import { DepositError } from './deposit-error.ts';
import { checkMonths, checkPeriod, checkPrincipal, type DepositValue, fixedDepositValue } from './fixed-deposit.ts';
import { growthFactor, periodRate, SCALE } from './growth.ts';
import { type MonthlyInterestLine, monthlyProductInterest } from './monthly-product.ts';

/**
 * `compound`: every instalment grows by the part of the power that its months are of `everyMonths`; with three months it is the
 * formula of the banks, with one month each month is added. `product`: simple interest by months, added every `addEveryMonths`,
 * or never.
 */
export type RecurringMethod =
  | { readonly by: 'compound'; readonly everyMonths: number }
  | { readonly by: 'product'; readonly addEveryMonths: number | null };

export interface RecurringDepositTerms {
  readonly instalment: Money;
  readonly months: number;
  /** Per cent a year. */
  readonly annualRate: Rate;
  readonly method: RecurringMethod;
  readonly round: RoundTo;
}

export interface RecurringValue {
  readonly value: Money;
  /** What was paid in. */
  readonly paidIn: Money;
  readonly interest: Money;
  readonly unrounded: Fraction;
  readonly lines: readonly MonthlyInterestLine[];
}

/** As if every instalment had been paid when its month began; what comes late bears a fine instead. */
export function recurringDepositValue(terms: RecurringDepositTerms): RecurringValue {
  const { instalment, months, annualRate, method, round } = terms;
  checkPrincipal(instalment);
  checkMonths(months);
  const lines =
    method.by === 'compound'
      ? compoundLines(terms, method.everyMonths)
      : monthlyProductInterest({
          annualRate,
          addEveryMonths: method.addEveryMonths,
          months: Array.from({ length: months }, (_, place) => ({ balance: instalment * (place + 1), bears: true })),
          round,
        }).lines;
  let interest = 0n;
  for (const line of lines) interest += line.interest.numerator;
  const unrounded = { numerator: BigInt(instalment) * BigInt(months) * SCALE + interest, denominator: SCALE };
  const value = roundToMoney(unrounded, round);
  const paidIn = roundToMoney(fraction(BigInt(instalment) * BigInt(months)), { multiple: 1, rounding: 'half-up' });
  return { value, paidIn, interest: subtract(value, paidIn), unrounded, lines };
}

function compoundLines({ instalment, months, annualRate }: RecurringDepositTerms, every: number) {
  checkPeriod(every);
  const growth = growthFactor(periodRate(annualRate, every), 1, every) - SCALE;
  const paid = BigInt(instalment) * SCALE;
  const lines: MonthlyInterestLine[] = [];
  let balance = 0n;
  for (let month = 1; month <= months; month += 1) {
    balance += paid;
    const interest = (balance * growth) / SCALE;
    lines.push({
      month,
      balance: { numerator: balance, denominator: SCALE },
      interest: { numerator: interest, denominator: SCALE },
    });
    balance += interest;
  }
  return lines;
}

/** What one instalment grows to in the months that are left, by the formula of the banks. */
export function instalmentValue(instalment: Money, annualRate: Rate, months: number, everyMonths: number): Fraction {
  checkPrincipal(instalment);
  checkMonths(months);
  checkPeriod(everyMonths);
  const factor = growthFactor(periodRate(annualRate, everyMonths), months, everyMonths);
  return { numerator: BigInt(instalment) * factor, denominator: SCALE };
}

export interface PaidInstalment {
  readonly on: CalendarDate;
  readonly amount: Money;
}

export interface DatedRecurringTerms {
  readonly annualRate: Rate;
  readonly compoundEveryMonths: number | null;
  readonly dayCount: DayCountConvention;
  readonly round: RoundTo;
}

export interface DatedRecurringValue {
  readonly value: Money;
  readonly paidIn: Money;
  readonly interest: Money;
  readonly unrounded: Fraction;
  /** Each instalment as a deposit of its own, from its day on. */
  readonly instalments: readonly (PaidInstalment & { readonly grown: DepositValue })[];
}

/** Each instalment from the day on which it was paid; also for one that is closed before its term, at the rate that then holds. */
export function recurringDepositByDates(
  terms: DatedRecurringTerms,
  paid: readonly PaidInstalment[],
  closesOn: CalendarDate,
): DatedRecurringValue {
  const instalments = paid.map((each) => {
    if (each.on > closesOn) {
      throw new DepositError(
        'DEPOSIT_PERIOD_INVALID',
        `The instalment of ${each.on} comes after the end on ${closesOn}.`,
      );
    }
    const grown = fixedDepositValue({ ...terms, principal: each.amount }, { openedOn: each.on, closesOn });
    return { ...each, grown };
  });
  const paidIn = instalments.reduce((total, { amount }) => add(total, amount), ZERO);
  let numerator = 0n;
  // An instalment that has not grown yet is a whole number of minor units.
  for (const { grown } of instalments) numerator += (grown.unrounded.numerator * SCALE) / grown.unrounded.denominator;
  const unrounded = { numerator, denominator: SCALE };
  const value = roundToMoney(unrounded, terms.round);
  return { value, paidIn, interest: subtract(value, paidIn), unrounded, instalments };
}

export interface LateFineTerms {
  /** A month, for each hundred of the instalment. */
  readonly perHundred: Rate;
  readonly round: RoundTo;
}

export interface LateFine {
  readonly monthsLate: number;
  readonly fine: Money;
}

/** A month that has begun counts whole. */
export function lateInstalmentFine(
  { perHundred, round }: LateFineTerms,
  instalment: Money,
  dueOn: CalendarDate,
  paidOn: CalendarDate,
): LateFine {
  let monthsLate = 0;
  while (addMonths(dueOn, monthsLate) < paidOn) monthsLate += 1;
  const { numerator, denominator } = percentOf(perHundred);
  return {
    monthsLate,
    fine: roundToMoney(fraction(BigInt(instalment) * numerator * BigInt(monthsLate), denominator), round),
  };
}
