// The figures of a calculator, counted here on the reader's own device by the functions the society counts with.

import {
  type Compounding,
  type DayCountConvention,
  DomainError,
  effectiveYield,
  type Fraction,
  fractionText,
  type Grouping,
  groupDigits,
  MONTHS_OF_COMPOUNDING,
  type OfferedTerm,
  parseRate,
  type TermAgreement,
  type TermLine,
  type TermRefusal,
  termAgreement,
  type WishedTerm,
} from '@kafal/core';

export interface TooLarge {
  readonly code: 'FIGURE_TOO_LARGE';
  readonly field: 'amount';
  readonly params: Readonly<Record<string, never>>;
}
export type CountedTerm =
  | Extract<TermAgreement, { ok: true }>
  | { readonly ok: false; readonly refusal: TermRefusal | TooLarge };

export function countTerm(product: OfferedTerm, wish: WishedTerm): CountedTerm {
  return orTooLarge(() => termAgreement(product, wish));
}

/** Money has an end; what would grow beyond it is refused at the amount. */
export function orTooLarge<Counted>(
  count: () => Counted,
): Counted | { readonly ok: false; readonly refusal: TooLarge } {
  try {
    return count();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { ok: false, refusal: { code: 'FIGURE_TOO_LARGE', field: 'amount', params: {} } };
  }
}

/** The yearly rate with interest on interest; none where interest is not added, or added once a year. */
export function yieldOf({ compounding, payout }: OfferedTerm, annualRate: string): string | undefined {
  const every = MONTHS_OF_COMPOUNDING[compounding];
  if (every === null || every === 12 || payout !== 'maturity') return undefined;
  return fractionText(effectiveYield(parseRate(annualRate), every), 2);
}

/** "1,02,000 × 8 % × 3 ÷ 12": what the line multiplies, in signs that every language reads. */
export function formulaOf(line: TermLine, product: OfferedTerm, annualRate: string, grouping: Grouping): string {
  const every = MONTHS_OF_COMPOUNDING[product.compounding];
  const isRoot = 'months' in line.length && isDiscounted(product, line.length.months);
  const isInstalment = 'month' in line.length && every !== null && every !== 1;
  return lineFormula(
    line,
    { dayCount: product.dayCount, rootOf: isRoot || isInstalment ? every : null },
    annualRate,
    grouping,
  );
}

interface HowLineCounts {
  readonly dayCount: DayCountConvention;
  /** A month that is a part of the power of so many months. */
  readonly rootOf: number | null;
}

export function lineFormula(
  line: Pick<TermLine, 'balance' | 'length'>,
  { dayCount, rootOf: every }: HowLineCounts,
  annualRate: string,
  grouping: Grouping,
): string {
  const balance = figureText(line.balance, grouping);
  const rate = `${annualRate} %`;
  if ('days' in line.length) {
    const year = dayCount === 'actual/365' ? '÷ 365' : `(${dayCount})`;
    return `${balance} × ${rate} × ${line.length.days} ${year}`;
  }
  if (every !== null) return `${balance} × ((1 + ${rate} × ${every} ÷ 12)^(1/${every}) − 1)`;
  return `${balance} × ${rate} × ${'month' in line.length ? 1 : line.length.months} ÷ 12`;
}

function isDiscounted({ payout, isPayoutDiscounted, compounding }: OfferedTerm, months: number): boolean {
  const every: number | null = MONTHS_OF_COMPOUNDING[compounding satisfies Compounding];
  return payout !== 'maturity' && isPayoutDiscounted && every !== null && months < every;
}

/** Minor units as the currency is written, with two decimals more, before any rounding. */
export function figureText({ numerator, denominator }: Fraction, grouping: Grouping): string {
  const [whole = '0', rest] = fractionText({ numerator, denominator: denominator * 100n }, 4).split('.');
  return rest === undefined ? groupDigits(whole, grouping) : `${groupDigits(whole, grouping)}.${rest.padEnd(2, '0')}`;
}
