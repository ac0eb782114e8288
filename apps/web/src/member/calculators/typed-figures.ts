import { parseRate, type TermKind, toLatinDigits } from '@kafal/core';

/** A whole number above nothing, in digits of either script. */
export function readTypedCount(typed: string): number | undefined {
  const plain = toLatinDigits(typed).trim();
  return /^\d{1,4}$/.test(plain) && Number(plain) > 0 ? Number(plain) : undefined;
}

/** A term as it is typed: a count, and what it counts. */
export interface TypedTerm {
  term: string;
  unit: 'months' | 'days';
}

/** Months of a recurring deposit; of a fixed one months or days. */
export function readTypedTerm(
  kind: TermKind,
  { term, unit }: TypedTerm,
): { months: number } | { days: number } | undefined {
  const count = readTypedCount(term);
  if (count === undefined) return undefined;
  return kind === 'fixed' && unit === 'days' ? { days: count } : { months: count };
}

/** Per cent a year up to 100, as the core reads it. */
export function readTypedRate(typed: string): string | undefined {
  const plain = toLatinDigits(typed).replace(/[\s%]/g, '');
  if (!/^\d{1,3}(\.\d{1,4})?$/.test(plain)) return undefined;
  const { numerator, scale } = parseRate(plain);
  return numerator > 0 && numerator <= 100 * 10 ** scale ? plain : undefined;
}

/** A fee in per cent of the loan, below a half of it; nothing typed is none. */
export function readTypedFee(typed: string): string | undefined {
  const plain = toLatinDigits(typed).replace(/[\s%]/g, '');
  if (plain === '') return '0';
  return /^\d{1,2}(\.\d{1,4})?$/.test(plain) && Number(plain) < 50 ? plain : undefined;
}
