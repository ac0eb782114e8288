import { DomainError } from '../domain-error.ts';
import { invariant } from '../invariant.ts';

/**
 * An exact decimal: `numerator` divided by ten to the power of `scale`. It carries no unit; a yearly rate of 12.5 per
 * cent is the rate 12.5, and the hundred belongs to the formula that uses it. Trailing zeros are dropped, so equal
 * rates are equal values.
 */
export interface Rate {
  readonly numerator: number;
  readonly scale: number;
}

export class RateError extends DomainError {
  readonly code = 'RATE_MALFORMED';
  readonly kind = 'malformed';

  constructor(text: string) {
    super(
      `"${text.slice(0, 40)}" is not a rate such as 12.5, with at most six digits before and eight after the point.`,
    );
  }
}

const RATE_TEXT = /^(0|[1-9]\d{0,5})(?:\.(\d{1,8}))?$/;

export function parseRate(text: string): Rate {
  const match = RATE_TEXT.exec(text);
  if (match === null) throw new RateError(text);

  const [, whole = '', fraction = ''] = match;
  return rateOf(Number(whole + fraction), fraction.length);
}

/** Twelve and a half is `rateOf(125, 1)`, three is `rateOf(3)`. */
export function rateOf(numerator: number, scale = 0): Rate {
  invariant(Number.isSafeInteger(numerator) && numerator >= 0, 'a rate is made of a safe integer that is not negative');
  invariant(Number.isInteger(scale) && scale >= 0 && scale <= 8, 'a rate has zero to eight decimals');

  let [shortest, shortestScale] = [numerator, scale];
  while (shortestScale > 0 && shortest % 10 === 0) {
    shortest /= 10;
    shortestScale -= 1;
  }
  return Object.freeze({ numerator: shortest, scale: shortestScale });
}

export function formatRate(rate: Rate): string {
  if (rate.scale === 0) return String(rate.numerator);

  const digits = String(rate.numerator).padStart(rate.scale + 1, '0');
  return `${digits.slice(0, -rate.scale)}.${digits.slice(-rate.scale)}`;
}

export const isHigherRate = (one: Rate, other: Rate): boolean =>
  BigInt(one.numerator) * 10n ** BigInt(other.scale) > BigInt(other.numerator) * 10n ** BigInt(one.scale);
