import type { DayCountConvention } from '../calendar/day-count.ts';
import type { TermRate } from '../deposits/term-rates.ts';
import { type Money, parseMoney, ZERO } from '../money/money.ts';
import type { LocalName } from './country-presets.ts';

export const TERM_KINDS = ['fixed', 'recurring'] as const;
export const COMPOUNDINGS = ['simple', 'monthly', 'quarterly', 'half-yearly', 'yearly'] as const;
export const PAYOUTS = ['maturity', 'monthly', 'quarterly', 'half-yearly'] as const;
export const DAY_COUNTS = ['actual/365', 'actual/actual', '30/360'] as const satisfies readonly DayCountConvention[];
export const TERM_ROUNDINGS = ['paisa', 'rupee'] as const;
export const MATURITY_ACTS = ['renew-principal', 'renew-with-interest', 'to-savings', 'pay-out', 'wait'] as const;

export type TermKind = (typeof TERM_KINDS)[number];
export type Compounding = (typeof COMPOUNDINGS)[number];
export type Payout = (typeof PAYOUTS)[number];
export type TermRounding = (typeof TERM_ROUNDINGS)[number];
export type MaturityAct = (typeof MATURITY_ACTS)[number];

/** Savings and current accounts are of other kinds. */
export function isTermKind(kind: string): kind is TermKind {
  return TERM_KINDS.some((known) => known === kind);
}

/** The rules a deposit of a term is opened with. */
export interface TermRules {
  readonly minimumAmount: Money;
  readonly maximumAmount: Money | null;
  /** An amount is so much or a multiple of it; null where any will do. */
  readonly multipleOf: Money | null;
  readonly maximumMonths: number;
  readonly compounding: Compounding;
  /** Of the days beyond the last whole period. */
  readonly dayCount: DayCountConvention;
  /** When interest is paid; at maturity it is added to the deposit. */
  readonly payout: Payout;
  /** A monthly payout of the quarter's interest is a little less, because it comes earlier. */
  readonly isPayoutDiscounted: boolean;
  readonly rounding: TermRounding;
  /** Closed within so many days, it earns nothing. */
  readonly lockInDays: number;
  /** Taken off the rate for the time that was run, in per cent a year. */
  readonly prematurePenalty: string;
  readonly atMaturity: MaturityAct;
  /** For each hundred of an instalment and each month it is late; null where nothing is paid in instalments. */
  readonly lateFinePerHundred: Money | null;
  /** Paid within so many days after its day, an instalment is neither late nor missed. */
  readonly graceDays: number;
  /** So many instalments missed in a row make the deposit irregular; null where nothing is paid in instalments. */
  readonly irregularAfterMissed: number | null;
}

export interface PresetTermProduct extends TermRules {
  readonly code: string;
  readonly kind: TermKind;
  readonly name: LocalName;
  readonly rates: readonly TermRate[];
  readonly legalBasis: string;
}

/** Where deposits of this kind and their interest stand in the books. */
export function termAccounts({ kind, payout }: { readonly kind: TermKind; readonly payout: Payout }) {
  if (kind === 'recurring') return { deposit: '2121', interest: '5103' };
  return { deposit: payout === 'maturity' ? '2111' : '2112', interest: '5102' };
}

/** From so many days or months on: the rate for everybody, and the rate for seniors. */
type CardLine = readonly [termFrom: number, unit: TermRate['termUnit'], general: string, senior: string];

export function termProducts(card: readonly CardLine[], legalBasis: string): PresetTermProduct[] {
  const rates = ratesOf(card);
  const fixed = {
    kind: 'fixed',
    minimumAmount: parseMoney('1000.00'),
    maximumAmount: null,
    multipleOf: null,
    maximumMonths: 120,
    compounding: 'quarterly',
    dayCount: 'actual/365',
    isPayoutDiscounted: false,
    rounding: 'rupee',
    lockInDays: 30,
    prematurePenalty: '1',
    lateFinePerHundred: null,
    graceDays: 0,
    irregularAfterMissed: null,
    legalBasis,
  } as const;
  return [
    {
      ...fixed,
      code: 'FD',
      name: { en: 'Fixed deposit', hi: 'सावधि जमा', ne: 'मुद्दती बचत' },
      payout: 'maturity',
      atMaturity: 'renew-with-interest',
      rates,
    },
    {
      ...fixed,
      code: 'MIS',
      name: { en: 'Monthly income deposit', hi: 'मासिक आय जमा', ne: 'मासिक आय बचत' },
      payout: 'monthly',
      isPayoutDiscounted: true,
      rounding: 'paisa',
      atMaturity: 'renew-principal',
      rates: rates.filter(({ termUnit, termFrom }) => termUnit === 'months' && termFrom >= 12),
    },
    {
      ...fixed,
      code: 'QIS',
      name: { en: 'Quarterly income deposit', hi: 'त्रैमासिक आय जमा', ne: 'त्रैमासिक आय बचत' },
      payout: 'quarterly',
      rounding: 'paisa',
      atMaturity: 'renew-principal',
      rates: rates.filter(({ termUnit, termFrom }) => termUnit === 'months' && termFrom >= 12),
    },
    {
      ...fixed,
      code: 'RD',
      kind: 'recurring',
      name: { en: 'Recurring deposit', hi: 'आवर्ती जमा', ne: 'क्रमिक बचत' },
      minimumAmount: parseMoney('100.00'),
      payout: 'maturity',
      atMaturity: 'to-savings',
      lateFinePerHundred: parseMoney('1.50'),
      irregularAfterMissed: 3,
      rates: rates.filter(({ termUnit }) => termUnit === 'months'),
    },
  ];
}

function ratesOf(card: readonly CardLine[]): TermRate[] {
  return card.flatMap(([termFrom, termUnit, general, senior]) => [
    { category: 'general' as const, amountFrom: ZERO, termFrom, termUnit, annualRate: general },
    { category: 'senior' as const, amountFrom: ZERO, termFrom, termUnit, annualRate: senior },
  ]);
}
