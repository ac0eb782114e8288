// What a fixed deposit comes to: growing to its maturity, paid out on the way, or closed before.

import { addMonths, type CalendarDate, daysBetween } from '../calendar/calendar-date.ts';
import { type DayCountConvention, PARTS_OF_YEAR, partsOfYear } from '../calendar/day-count.ts';
import { type Fraction, fraction, percentOf, type RoundTo, roundToMoney } from '../money/fraction.ts';
import { add, type Money, maximum, subtract, ZERO } from '../money/money.ts';
import { type Rate, rateOf } from '../money/rate.ts';
import { DepositError } from './deposit-error.ts';
import { growthFactor, periodRate, SCALE } from './growth.ts';

export interface FixedDepositTerms {
  readonly principal: Money;
  /** Per cent a year. */
  readonly annualRate: Rate;
  /** After so many months interest is added to what bears it; `null` is simple interest. */
  readonly compoundEveryMonths: number | null;
  /** Of the days beyond the last whole period. */
  readonly dayCount: DayCountConvention;
  readonly round: RoundTo;
}

/**
 * From day to day: whole periods, then simple interest for the days over. In months alone: a part of a period grows by the
 * same part of the power.
 */
export type DepositTerm =
  | { readonly openedOn: CalendarDate; readonly closesOn: CalendarDate }
  | { readonly months: number };

/** What the deposit earns in one period, on what it stood at when the period began. */
export interface GrowthLine {
  /** `null` for a term in months alone. */
  readonly from: CalendarDate | null;
  readonly to: CalendarDate | null;
  /** A whole period, a part of one by the power, or days at simple interest. */
  readonly length: { readonly months: number } | { readonly days: number };
  readonly annualRate: Rate;
  /** In minor units, before any rounding. */
  readonly opening: Fraction;
  readonly interest: Fraction;
}

export interface DepositValue {
  /** Principal and interest, rounded once. */
  readonly value: Money;
  readonly interest: Money;
  /** The principal and the sum of the lines. */
  readonly unrounded: Fraction;
  readonly lines: readonly GrowthLine[];
}

const MOST_MONTHS = 1200;

export function fixedDepositValue(terms: FixedDepositTerms, term: DepositTerm): DepositValue {
  const { principal, round } = terms;
  checkPrincipal(principal);
  checkPeriod(terms.compoundEveryMonths);
  const lines = 'months' in term ? linesOfMonths(terms, term.months) : linesOfDays(terms, term);
  const last = lines.at(-1);
  const unrounded =
    last === undefined
      ? fraction(principal)
      : {
          numerator: last.opening.numerator + last.interest.numerator,
          denominator: last.opening.denominator,
        };
  const value = roundToMoney(unrounded, round);
  return { value, interest: subtract(value, principal), unrounded, lines };
}

function linesOfMonths(terms: FixedDepositTerms, months: number): GrowthLine[] {
  checkMonths(months);
  const { compoundEveryMonths: every } = terms;
  if (every === null) return [simpleLine(terms, { months }, null, null, months, 12)];
  const [whole, over] = [Math.floor(months / every), months % every];
  const lines = wholePeriods(terms, every, whole);
  if (over === 0) return lines;
  const opening = closingOf(terms, lines);
  const closing = (opening * growthFactor(periodRate(terms.annualRate, every), over, every)) / SCALE;
  lines.push(lineOf(terms, { months: over }, null, null, opening, closing - opening));
  return lines;
}

function linesOfDays(terms: FixedDepositTerms, { openedOn, closesOn }: Extract<DepositTerm, { openedOn: unknown }>) {
  if (closesOn < openedOn) {
    throw new DepositError('DEPOSIT_PERIOD_INVALID', `A deposit opened on ${openedOn} cannot end on ${closesOn}.`);
  }
  const { dayCount, compoundEveryMonths: every } = terms;
  const whole = every === null ? 0 : wholePeriodsBetween(openedOn, closesOn, every);
  checkMonths(whole * (every ?? 0));
  const lines = every === null ? [] : wholePeriods(terms, every, whole, openedOn);
  const from = addMonths(openedOn, whole * (every ?? 0));
  const days = daysBetween(from, closesOn);
  if (days > 0) {
    const opening = closingOf(terms, lines);
    const parts = partsOfYear(dayCount, from, closesOn);
    const { numerator, denominator } = percentOf(terms.annualRate);
    const interest = (opening * numerator * BigInt(parts)) / (denominator * BigInt(PARTS_OF_YEAR[dayCount]));
    lines.push(lineOf(terms, { days }, from, closesOn, opening, interest));
  }
  return lines;
}

/** Whole periods always run from the opening day, so that the 31st is not lost in a short month. */
function wholePeriodsBetween(from: CalendarDate, to: CalendarDate, every: number): number {
  const least = Math.max(0, Math.floor(daysBetween(from, to) / (31 * every)));
  let whole = least;
  while (addMonths(from, (whole + 1) * every) <= to) whole += 1;
  return whole;
}

function wholePeriods(terms: FixedDepositTerms, every: number, count: number, openedOn?: CalendarDate): GrowthLine[] {
  const { numerator, denominator } = periodRate(terms.annualRate, every);
  const lines: GrowthLine[] = [];
  let balance = BigInt(terms.principal) * SCALE;
  for (let place = 0; place < count; place += 1) {
    const interest = (balance * numerator) / denominator;
    const [from, to] =
      openedOn === undefined
        ? [null, null]
        : [addMonths(openedOn, place * every), addMonths(openedOn, (place + 1) * every)];
    lines.push(lineOf(terms, { months: every }, from, to, balance, interest));
    balance += interest;
  }
  return lines;
}

const closingOf = ({ principal }: FixedDepositTerms, lines: readonly GrowthLine[]): bigint => {
  const last = lines.at(-1);
  return last === undefined ? BigInt(principal) * SCALE : last.opening.numerator + last.interest.numerator;
};

function lineOf(
  { annualRate }: FixedDepositTerms,
  length: GrowthLine['length'],
  from: CalendarDate | null,
  to: CalendarDate | null,
  opening: bigint,
  interest: bigint,
): GrowthLine {
  return {
    from,
    to,
    length,
    annualRate,
    opening: { numerator: opening, denominator: SCALE },
    interest: { numerator: interest, denominator: SCALE },
  };
}

function simpleLine(
  terms: FixedDepositTerms,
  length: GrowthLine['length'],
  from: CalendarDate | null,
  to: CalendarDate | null,
  parts: number,
  ofYear: number,
): GrowthLine {
  const { numerator, denominator } = percentOf(terms.annualRate);
  const opening = BigInt(terms.principal) * SCALE;
  return lineOf(
    terms,
    length,
    from,
    to,
    opening,
    (opening * numerator * BigInt(parts)) / (denominator * BigInt(ofYear)),
  );
}

export interface PayoutTerms extends FixedDepositTerms {
  readonly payoutEveryMonths: number;
  /** Money paid out before its interest would be added is worth more: it is discounted at the deposit's own rate. */
  readonly isDiscounted: boolean;
}

export interface PayoutLine extends GrowthLine {
  /** What is paid out on the last day of the line. */
  readonly paid: Money;
}

export interface Payouts {
  readonly interest: Money;
  readonly lines: readonly PayoutLine[];
}

/** The interest of every period, each rounded as it is paid; days over at the end bear simple interest. */
export function fixedDepositPayouts(terms: PayoutTerms, openedOn: CalendarDate, closesOn: CalendarDate): Payouts {
  checkPrincipal(terms.principal);
  const { payoutEveryMonths: every, compoundEveryMonths: compound, isDiscounted } = terms;
  checkPeriod(every);
  checkPeriod(compound);
  const opening = BigInt(terms.principal) * SCALE;
  const { numerator, denominator } = periodRate(terms.annualRate, every);
  const interest =
    isDiscounted && compound !== null && every < compound
      ? (opening * (growthFactor(periodRate(terms.annualRate, compound), every, compound) - SCALE)) / SCALE
      : (opening * numerator) / denominator;
  const lines: GrowthLine[] = [];
  const whole = wholePeriodsBetween(openedOn, closesOn, every);
  checkMonths(whole * every);
  for (let place = 0; place < whole; place += 1) {
    const [from, to] = [addMonths(openedOn, place * every), addMonths(openedOn, (place + 1) * every)];
    lines.push(lineOf(terms, { months: every }, from, to, opening, interest));
  }
  const from = addMonths(openedOn, whole * every);
  if (from < closesOn) {
    const [days, parts] = [daysBetween(from, closesOn), partsOfYear(terms.dayCount, from, closesOn)];
    lines.push(simpleLine(terms, { days }, from, closesOn, parts, PARTS_OF_YEAR[terms.dayCount]));
  }
  const paid = lines.map((line) => ({ ...line, paid: roundToMoney(line.interest, terms.round) }));
  return { interest: paid.reduce((total, line) => add(total, line.paid), ZERO), lines: paid };
}

export interface PrematureTerms extends Omit<FixedDepositTerms, 'annualRate'> {
  /** The card's rate of the opening day for the time that the deposit ran. */
  readonly cardRate: Rate;
  /** Per cent that are taken off it. */
  readonly penalty: Rate;
  /** A deposit closed before so many days bears nothing. */
  readonly noInterestBeforeDays: number;
  /** Interest that was credited or paid out already. */
  readonly interestPaid: Money;
}

export interface PrematureValue extends DepositValue {
  /** What is left of the card's rate. */
  readonly annualRate: Rate;
  /** What is paid now: the value less the interest that was paid already. */
  readonly amountPaid: Money;
  /** The part of the interest already paid that was too much, and comes out of the principal. */
  readonly recovered: Money;
  readonly amountPaidUnrounded: Fraction;
}

export function fixedDepositPremature(terms: PrematureTerms, term: DepositTerm): PrematureValue {
  const annualRate = lessPenalty(terms.cardRate, terms.penalty);
  const bearsNothing = !('months' in term) && daysBetween(term.openedOn, term.closesOn) < terms.noInterestBeforeDays;
  const value = fixedDepositValue({ ...terms, annualRate: bearsNothing ? rateOf(0) : annualRate }, term);
  return {
    ...value,
    annualRate,
    amountPaid: subtract(value.value, terms.interestPaid),
    recovered: maximum(ZERO, subtract(terms.interestPaid, value.interest)),
    amountPaidUnrounded: {
      numerator: value.unrounded.numerator - BigInt(terms.interestPaid) * value.unrounded.denominator,
      denominator: value.unrounded.denominator,
    },
  };
}

/** A rate less the penalty, never below nothing. */
export function lessPenalty(rate: Rate, penalty: Rate): Rate {
  const scale = Math.max(rate.scale, penalty.scale);
  const left = rate.numerator * 10 ** (scale - rate.scale) - penalty.numerator * 10 ** (scale - penalty.scale);
  return rateOf(Math.max(0, left), scale);
}

export function checkPrincipal(principal: Money): void {
  if (principal <= 0) throw new DepositError('DEPOSIT_AMOUNT_INVALID', 'The amount of a deposit is above zero.');
}

export function checkMonths(months: number): void {
  if (!Number.isInteger(months) || months < 0 || months > MOST_MONTHS) {
    throw new DepositError('DEPOSIT_TERM_INVALID', `A term is a whole number of months, at most ${MOST_MONTHS}.`);
  }
}

export function checkPeriod(months: number | null): void {
  if (months !== null && (!Number.isInteger(months) || months < 1 || months > 12)) {
    throw new DepositError('DEPOSIT_TERM_INVALID', 'Interest is added or paid out after 1 to 12 months.');
  }
}
