import { DomainError } from '../domain-error.ts';
import { invariant } from '../invariant.ts';

export type NumberPatternRefusal =
  | 'NUMBER_PATTERN_TOO_LONG'
  | 'NUMBER_PATTERN_CHARACTER'
  | 'NUMBER_PATTERN_UNKNOWN_PART'
  | 'NUMBER_PATTERN_NEEDS_ONE_NUMBER';

export class NumberPatternError extends DomainError {
  readonly code: NumberPatternRefusal;
  readonly kind = 'malformed';

  constructor(code: NumberPatternRefusal, message: string, params: Record<string, string | number> = {}) {
    super(message, { params });
    this.code = code;
  }
}

export interface NumberPatternValues {
  /** The calendar year, or the Bikram Sambat year where the society counts in it. */
  readonly year: number;
  /** The label, "2026-27" or "2083/84". */
  readonly financialYear: string;
  readonly prefix?: string;
}

const LONGEST_PATTERN = 40;
const PARTS = /\{[^{}]*\}/g;

/**
 * Patterns of member, account and certificate numbers: `KCS-{YYYY}-{N:4}`, `{PREFIX}{N:6}`. Their parts are {YYYY},
 * {YY}, {FY} (the financial year), {PREFIX}, and exactly one {N} or {N:width}; between them stand letters, digits
 * and - / . only, so that a number can be typed, read out and put into an address.
 */
export function checkNumberPattern(pattern: string): void {
  if (pattern.length > LONGEST_PATTERN) {
    const message = `A number pattern has at most ${LONGEST_PATTERN} characters.`;
    throw new NumberPatternError('NUMBER_PATTERN_TOO_LONG', message, { maximum: LONGEST_PATTERN });
  }
  const parts = pattern.match(PARTS) ?? [];
  const unknown = parts.find((part) => !/^\{(YYYY|YY|FY|PREFIX|N|N:([1-9]|1[0-2]))\}$/.test(part));
  if (unknown !== undefined) {
    const message = `${unknown} is not a part of a number; use {YYYY}, {YY}, {FY}, {PREFIX}, {N} or {N:4}.`;
    throw new NumberPatternError('NUMBER_PATTERN_UNKNOWN_PART', message, { part: unknown });
  }
  if (!/^[A-Za-z0-9/.-]*$/.test(pattern.replace(PARTS, ''))) {
    const message = 'Between its parts a number pattern has only letters, digits and - / .';
    throw new NumberPatternError('NUMBER_PATTERN_CHARACTER', message);
  }
  if (parts.filter((part) => part.startsWith('{N')).length !== 1) {
    const message = 'A number pattern counts with exactly one {N} or {N:4}.';
    throw new NumberPatternError('NUMBER_PATTERN_NEEDS_ONE_NUMBER', message);
  }
}

/** The width only pads: after 999 comes 1000, whatever the pattern says, so no number is ever given twice. */
export function formatNumber(pattern: string, n: number, values: NumberPatternValues): string {
  checkNumberPattern(pattern);
  invariant(Number.isSafeInteger(n) && n >= 1, 'numbers are counted from one');

  return pattern.replace(PARTS, (part) => {
    switch (part) {
      case '{YYYY}':
        return String(values.year);
      case '{YY}':
        return String(values.year).slice(-2);
      case '{FY}':
        return values.financialYear;
      case '{PREFIX}':
        return values.prefix ?? '';
      default:
        return String(n).padStart(Number(part.slice(3, -1)), '0');
    }
  });
}
