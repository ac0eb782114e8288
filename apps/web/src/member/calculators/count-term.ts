// The figures of a calculator, counted here on the reader's own device by the functions the society counts with.

import {
  add,
  addFractions,
  type CalendarDate,
  type Compounding,
  type DayCountConvention,
  DomainError,
  effectiveYield,
  type Fraction,
  fraction,
  fractionText,
  type Grouping,
  groupDigits,
  MONTHS_OF_COMPOUNDING,
  type Money,
  type OfferedTerm,
  parseRate,
  roundToMoney,
  type TermAgreement,
  type TermLine,
  type TermRefusal,
  type TermValue,
  termAgreement,
  type WishedTerm,
  ZERO,
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

export interface GrowthPoint {
  readonly on: CalendarDate;
  readonly amount: Money;
}

export type GrowthLine = Pick<TermLine, 'on' | 'interest' | 'paid'>;

const TO_THE_PAISA = { multiple: 1, rounding: 'half-up' } as const;

/** What stands there after each line: the deposit with its interest or, where that is paid out, all that was paid out. Instalments begin from nothing. */
export function growthOf(
  product: Pick<OfferedTerm, 'kind' | 'payout'>,
  wish: Pick<WishedTerm, 'amount' | 'openedOn'>,
  value: Pick<TermValue, 'maturityValue'> & { readonly lines: readonly GrowthLine[] },
): GrowthPoint[] {
  if (product.payout !== 'maturity') {
    let paid = ZERO;
    const points = value.lines.map((line) => {
      paid = add(paid, line.paid ?? ZERO);
      return { on: line.on, amount: paid };
    });
    return [{ on: wish.openedOn, amount: ZERO }, ...points];
  }
  let interest = fraction(0);
  const points = value.lines.map((line, place) => {
    interest = addFractions(interest, line.interest);
    const paidIn = product.kind === 'recurring' ? wish.amount * (place + 1) : wish.amount;
    return { on: line.on, amount: roundToMoney(addFractions(fraction(paidIn), interest), TO_THE_PAISA) };
  });
  const last = points.at(-1);
  if (last !== undefined) points.splice(-1, 1, { ...last, amount: value.maturityValue });
  return [{ on: wish.openedOn, amount: product.kind === 'recurring' ? ZERO : wish.amount }, ...points];
}

const MOST_POINTS = 12;

/** As many as a phone's picture can tell apart; the last always. */
export function pointsToDraw(points: readonly GrowthPoint[]): readonly GrowthPoint[] {
  const every = Math.ceil((points.length - 1) / MOST_POINTS);
  return points.filter((_, place) => (points.length - 1 - place) % every === 0);
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
