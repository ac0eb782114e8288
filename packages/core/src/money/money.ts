import { DomainError } from '../domain-error.ts';
import { invariant } from '../invariant.ts';
import type { Rate } from './rate.ts';
import { divideRounded, divideRoundedBig, type Rounding } from './rounding.ts';

declare const moneyBrand: unique symbol;

/** A whole number of the currency's smallest unit (paise). Only this file makes one. */
export type Money = number & { readonly [moneyBrand]: 'Money' };

/** Nine million million rupees in paise: a tenth of what a number holds exactly, so sums of two never lose a paisa. */
export const MAX_MONEY = 9e14;

export type MoneyErrorCode = 'MONEY_MALFORMED' | 'MONEY_TOO_LARGE';

export class MoneyError extends DomainError {
  readonly code: MoneyErrorCode;
  readonly kind = 'malformed';

  constructor(code: MoneyErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}

export function money(minor: number): Money {
  if (!Number.isInteger(minor) || Math.abs(minor) > MAX_MONEY) throw notMoney(minor);
  // Adding nothing turns minus zero into zero. The cast is the one place where a checked number becomes money.
  return (minor + 0) as Money;
}

function notMoney(minor: number): MoneyError {
  return Math.abs(minor) > MAX_MONEY
    ? new MoneyError('MONEY_TOO_LARGE', 'The amount is larger than the books can hold.')
    : new MoneyError('MONEY_MALFORMED', `An amount is a whole number of the smallest unit, not ${minor}.`);
}

export const ZERO: Money = money(0);

const MOST_DIGITS_BEFORE_THE_POINT = 13;

/** Reads "1250.00": exactly the currency's decimals, no sign, exponent, blank, grouping or other script's digits. */
export function parseMoney(text: string, decimals = 2): Money {
  assertDecimals(decimals);

  const match = /^(0|[1-9]\d*)(?:\.(\d+))?$/.exec(text);
  const [, whole = '', fraction = ''] = match ?? [];
  if (match === null || fraction.length !== decimals) {
    const example = decimals === 0 ? '1250' : `1250.${'0'.repeat(decimals)}`;
    throw new MoneyError('MONEY_MALFORMED', `"${text.slice(0, 40)}" is not an amount written like ${example}.`);
  }
  if (whole.length > MOST_DIGITS_BEFORE_THE_POINT) {
    throw new MoneyError('MONEY_TOO_LARGE', 'The amount is larger than the books can hold.');
  }
  return money(Number(whole + fraction));
}

export function formatMoney(amount: Money, decimals = 2): string {
  assertDecimals(decimals);
  const sign = amount < 0 ? '-' : '';
  const digits = String(Math.abs(amount));
  if (decimals === 0) return sign + digits;

  const padded = digits.padStart(decimals + 1, '0');
  return `${sign}${padded.slice(0, -decimals)}.${padded.slice(-decimals)}`;
}

export function add(augend: Money, addend: Money): Money {
  return money(augend + addend);
}

export function subtract(minuend: Money, subtrahend: Money): Money {
  return money(minuend - subtrahend);
}

/** Every step is checked, so a sum that leaves the range on its way is refused even if it would come back. */
export function sum(amounts: readonly Money[]): Money {
  return amounts.reduce(add, ZERO);
}

export function negate(amount: Money): Money {
  return money(-amount);
}

export function absolute(amount: Money): Money {
  return money(Math.abs(amount));
}

export function minimum(first: Money, ...others: readonly Money[]): Money {
  return others.reduce((least, amount) => (amount < least ? amount : least), first);
}

export function maximum(first: Money, ...others: readonly Money[]): Money {
  return others.reduce((most, amount) => (amount > most ? amount : most), first);
}

export function compareMoney(left: Money, right: Money): -1 | 0 | 1 {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

export interface RateRounding {
  readonly rounding: Rounding;
  /** What the product is divided by: 36500 turns a yearly percentage into that of one day. A positive whole number. */
  readonly divideBy?: number | bigint;
  /** To the paisa (the default), or to the rupee. */
  readonly unit?: 'minor' | 'major';
  /** The currency's decimals, needed only to round to the major unit. */
  readonly decimals?: number;
}

/**
 * The one product and quotient of money: amount × rate ÷ divideBy, exact until the single rounding at its end.
 * Plain numbers carry it while they are safe, big integers otherwise.
 */
export function timesRate(amount: Money, rate: Rate, options: RateRounding): Money {
  const { divideBy = 1, rounding, unit = 'minor', decimals = 2 } = options;
  assertDecimals(decimals);
  invariant(
    typeof divideBy === 'bigint' || Number.isSafeInteger(divideBy),
    'an amount is divided by a whole number only',
  );

  const minorInUnit = unit === 'major' ? 10 ** decimals : 1;
  const product = amount * rate.numerator;
  const divisor = Number(divideBy) * 10 ** rate.scale * minorInUnit;

  if (Number.isSafeInteger(product) && Number.isSafeInteger(divisor)) {
    return money(divideRounded(product, divisor, rounding) * minorInUnit);
  }
  const bigProduct = BigInt(amount) * BigInt(rate.numerator);
  const bigDivisor = BigInt(divideBy) * BigInt(10 ** rate.scale * minorInUnit);
  return money(Number(divideRoundedBig(bigProduct, bigDivisor, rounding)) * minorInUnit);
}

/**
 * Shares a total out in proportion to whole-number weights. Each part is first rounded towards zero; the paise left
 * over go one each to the largest remainders, the earlier part first among equals, so the parts always sum to the total.
 */
export function allocate(total: Money, weights: readonly number[]): Money[] {
  invariant(
    weights.every((weight) => Number.isSafeInteger(weight) && weight >= 0),
    'a weight is a safe integer that is not negative',
  );
  const allWeights = weights.reduce((partial, weight) => partial + BigInt(weight), 0n);
  invariant(allWeights > 0n, 'an amount is allocated over at least one weight above zero');

  const size = BigInt(Math.abs(total));
  const parts = weights.map((weight, index) => {
    const product = size * BigInt(weight);
    return { index, amount: Number(product / allWeights), remainder: product % allWeights };
  });
  let leftOver = Math.abs(total) - parts.reduce((partial, part) => partial + part.amount, 0);

  const largestRemainderFirst = [...parts].sort((left, right) => {
    if (left.remainder === right.remainder) return left.index - right.index;
    return left.remainder > right.remainder ? -1 : 1;
  });
  for (const part of largestRemainderFirst) {
    if (leftOver === 0) break;
    part.amount += 1;
    leftOver -= 1;
  }
  return parts.map((part) => money(total < 0 ? -part.amount : part.amount));
}

function assertDecimals(decimals: number): void {
  invariant(Number.isInteger(decimals) && decimals >= 0 && decimals <= 4, 'a currency has zero to four decimals');
}
