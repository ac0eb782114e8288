// What a member can borrow by the rules of a product: each rule with its value, its limit and whether it holds, and the
// largest loan that all of them leave (handbook of the field: a rule is a value, hard or soft, and who may override it).

import { addMonths, type CalendarDate } from '../calendar/calendar-date.ts';
import { fraction, fractionText, percentOf, roundToMoney, timesFraction } from '../money/fraction.ts';
import { add, formatMoney, type Money, maximum, minimum, money, parseMoney, subtract, ZERO } from '../money/money.ts';
import { parseRate } from '../money/rate.ts';
import { timesOf } from '../money/times-of.ts';
import { type CollateralRules, loanToValue } from './collateral.ts';
import { type LoanRules, loanTermsOf } from './loan-rules.ts';
import { replayLoan } from './replay-loan.ts';

/**
 * Limits are text: of the multiples and of what is left of the income a decimal, of days a whole number, else an amount.
 * `ownOverdue` is the most days by which a loan of the borrower's own may be past due, `exposure` the most that one
 * member owes with the new loan, `takeHome` the least per cent of the income that all instalments leave.
 */
export const ELIGIBILITY_KINDS = [
  'shareMultiple',
  'depositMultiple',
  'thriftArrears',
  'ownOverdue',
  'exposure',
  'takeHome',
] as const;
export type EligibilityKind = (typeof ELIGIBILITY_KINDS)[number];

/** Who may lend against a soft rule: whoever recommends the loan, or whoever decides on it. */
export const OVERRIDERS = ['recommender', 'decider'] as const;
export type Overrider = (typeof OVERRIDERS)[number];

export interface EligibilityRule {
  readonly kind: EligibilityKind;
  readonly limit: string;
  /** Of a soft rule; null: the rule is hard, and nobody lends against it. */
  readonly overrideBy: Overrider | null;
}

export interface Borrower {
  readonly joinedOn: CalendarDate;
  readonly sharesHeld: Money;
  readonly deposits: Money;
  readonly thriftArrears: Money;
  /** Of the running loan that is furthest behind. */
  readonly daysPastDue: number;
  /** Principal of all running loans. */
  readonly owed: Money;
  /** What running loans take of a month. */
  readonly monthlyInstalments: Money;
  readonly monthlyIncome: Money | null;
}

export interface LoanWish {
  readonly amount: Money;
  readonly instalments: number;
  readonly on: CalendarDate;
  /** What is given as security is worth; nothing said: it is not known. */
  readonly collateralValue?: Money | null | undefined;
}

export interface EligibilityResult {
  readonly kind: EligibilityKind | 'membership' | 'loanToValue';
  readonly unit: 'day' | 'money' | 'days' | 'percent';
  /** What the rule looks at, in its unit; null where the income, or what the security is worth, is not known. */
  readonly value: string | null;
  readonly limit: string;
  readonly holds: boolean;
  readonly overrideBy: Overrider | null;
  /** Of the multiples: how many times, and of what. */
  readonly times: { readonly multiple: string; readonly of: string } | null;
}

/** The rules of a product with those that say who may borrow. */
export type LendingRules = LoanRules & {
  readonly eligibility: readonly EligibilityRule[];
  /** Null: it is lent without security. */
  readonly collateral: CollateralRules | null;
};

/** Every rule of the product against one wish; months of membership first, which are hard, then the security. */
export function checkEligibility(
  product: LendingRules,
  borrower: Borrower,
  wish: LoanWish,
): readonly EligibilityResult[] {
  const from = addMonths(borrower.joinedOn, product.membershipMonths);
  return [
    {
      kind: 'membership',
      unit: 'day',
      value: wish.on,
      limit: from,
      holds: wish.on >= from,
      overrideBy: null,
      times: null,
    },
    ...(product.collateral === null ? [] : [checkCollateral(product.collateral, wish)]),
    ...product.eligibility.map((rule) => checkRule(product, rule, borrower, wish)),
  ];
}

function checkCollateral(rules: CollateralRules, { amount, collateralValue = null }: LoanWish): EligibilityResult {
  const { percent: value, limit, holds } = loanToValue(rules, amount, collateralValue);
  return { kind: 'loanToValue', unit: 'percent', value, limit, holds, overrideBy: rules.overrideBy, times: null };
}

function checkRule(
  product: LendingRules,
  rule: EligibilityRule,
  borrower: Borrower,
  wish: LoanWish,
): EligibilityResult {
  const { kind, limit, overrideBy } = rule;
  const all = add(borrower.owed, wish.amount);
  const atMost = (value: Money, most: Money, times: EligibilityResult['times'] = null): EligibilityResult => ({
    kind,
    unit: 'money',
    value: formatMoney(value),
    limit: formatMoney(most),
    holds: value <= most,
    overrideBy,
    times,
  });
  switch (kind) {
    case 'shareMultiple':
      return atMost(all, timesOf(limit, borrower.sharesHeld), timesText(limit, borrower.sharesHeld));
    case 'depositMultiple':
      return atMost(all, timesOf(limit, borrower.deposits), timesText(limit, borrower.deposits));
    case 'thriftArrears':
      return atMost(borrower.thriftArrears, parseMoney(limit));
    case 'exposure':
      return atMost(all, parseMoney(limit));
    case 'ownOverdue': {
      const { daysPastDue } = borrower;
      const holds = daysPastDue <= Number(limit);
      return { kind, unit: 'days', value: String(daysPastDue), limit, holds, overrideBy, times: null };
    }
    case 'takeHome':
      return { ...takeHomeOf(product, limit, borrower, wish), kind, unit: 'percent', limit, overrideBy, times: null };
  }
}

/** What is left of the income after every instalment, in per cent; nothing is left below zero. */
function takeHomeOf(
  product: LendingRules,
  limit: string,
  { monthlyIncome, monthlyInstalments }: Borrower,
  { amount, instalments, on }: LoanWish,
): Pick<EligibilityResult, 'value' | 'holds'> {
  if (monthlyIncome === null) return { value: null, holds: false };
  const taken = add(monthlyInstalments, monthlyInstalment(product, amount, instalments, on));
  const left = maximum(ZERO, subtract(monthlyIncome, taken));
  const least = timesFraction(fraction(monthlyIncome), percentOf(parseRate(limit)));
  return {
    // Shown rounded, compared as it is.
    value: fractionText(fraction(BigInt(left) * 100n, monthlyIncome), 2),
    holds: BigInt(left) * least.denominator >= least.numerator,
  };
}

const timesText = (multiple: string, of: Money) => ({ multiple, of: formatMoney(of) });

/** 52 weeks and 12 months a year. */
const WEEKS = 52;
const MONTHS = 12;

/**
 * What a loan takes of a month: the largest of its instalments before the last, or the only one. Where nothing but the last
 * pays the principal back, what falls due before it.
 */
export function monthlyInstalment(rules: LoanRules, amount: Money, instalments: number, on: CalendarDate): Money {
  const terms = loanTermsOf(rules, amount, instalments, rules.annualRate);
  const dues = replayLoan(terms, on, [], on).instalments.map(({ totalDue }) => totalDue);
  const regular = dues.length > 1 ? dues.slice(0, -1) : dues;
  return perMonth(maximum(...(regular as [Money, ...Money[]])), rules);
}

/** Of what falls due each period, the part of a month. */
export function perMonth(due: Money, { every, unit }: Pick<LoanRules, 'every' | 'unit'>): Money {
  const part = unit === 'months' ? fraction(due, every) : fraction(BigInt(due) * BigInt(WEEKS), every * MONTHS);
  return roundToMoney(part, { multiple: 1, rounding: 'half-up' });
}

/** In whole units of the currency of two decimals, as loans are asked for. */
const WHOLE = 100;

export interface LargestLoan {
  /** Of which no rule says no. */
  readonly amount: Money;
  /** Where every soft rule is overridden. */
  readonly withOverride: Money;
}

/**
 * The largest loan over so many instalments, in whole units of the currency; zero where not even the smallest of the
 * product is left. A rule that no amount changes leaves nothing.
 */
export function largestLoan(product: LendingRules, borrower: Borrower, wish: Omit<LoanWish, 'amount'>): LargestLoan {
  const fits = (amount: Money, overridden: boolean) =>
    checkEligibility(product, borrower, { ...wish, amount }).every(
      ({ holds, overrideBy }) => holds || (overridden && overrideBy !== null),
    );
  const search = (overridden: boolean) =>
    largestThatFits(product.minimumAmount, product.maximumAmount, (amount) => fits(amount, overridden));
  const amount = search(false);
  return { amount, withOverride: maximum(amount, search(true)) };
}

/** All rules say yes to what is less than something they say yes to, so halving finds the last. */
function largestThatFits(least: Money, most: Money, fits: (amount: Money) => boolean): Money {
  if (fits(most)) return most;
  if (!fits(least)) return ZERO;
  let [low, high] = [Math.ceil(least / WHOLE), Math.floor(most / WHOLE)];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(money(middle * WHOLE))) low = middle;
    else high = middle - 1;
  }
  return maximum(least, minimum(most, money(low * WHOLE)));
}
