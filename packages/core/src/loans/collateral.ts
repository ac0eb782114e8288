// What is given as security for a loan: what gold is worth, and how much may be lent against it (handbook of the field,
// bullet and gold loans: loan to value in tiers of the amount).

import { fraction, fractionText, percentOf, timesFraction } from '../money/fraction.ts';
import { type Money, money } from '../money/money.ts';
import { parseRate } from '../money/rate.ts';
import type { Overrider } from './eligibility.ts';

export const COLLATERAL_KINDS = ['gold', 'deposit', 'property', 'vehicle', 'other'] as const;
export type CollateralKind = (typeof COLLATERAL_KINDS)[number];

/** `offered`: named and valued. `held`: received, or a lien is on it. `released`: given back. `removed`: not offered any more. */
export const COLLATERAL_STATES = ['offered', 'held', 'released', 'removed'] as const;
export type CollateralState = (typeof COLLATERAL_STATES)[number];

/** A loan of at most `upTo` may come to so many per cent of the value; null: any larger one. */
export interface LoanToValueTier {
  readonly upTo: Money | null;
  /** A decimal as text, for `parseRate`. */
  readonly percent: string;
}

/** Of a product that is lent against security. */
export interface CollateralRules {
  readonly kinds: readonly CollateralKind[];
  /** In the order of their amounts; the last names none, and no per cent is higher than the one before. */
  readonly tiers: readonly LoanToValueTier[];
  /** Who may lend above it; null: nobody. */
  readonly overrideBy: Overrider | null;
}

export interface Gold {
  readonly grossMilligrams: number;
  /** Stones, thread, lac. */
  readonly deductionMilligrams: number;
  /** Fineness in parts of a thousand: 22 carat is 916. */
  readonly purity: number;
}

export const netMilligrams = ({ grossMilligrams, deductionMilligrams }: Omit<Gold, 'purity'>): number =>
  grossMilligrams - deductionMilligrams;

/**
 * Net weight × fineness × the rate of a gram of pure gold; what is not a whole minor unit is left out. 24.257 g of 916 at
 * 6,850.00 a gram: 24.257 × 0.916 = 22.219412 g, × 6,850.00 = 1,52,202.9722, so 1,52,202.97.
 */
export function goldValue(gold: Gold, ratePerGram: Money): Money {
  return money(Number((BigInt(netMilligrams(gold)) * BigInt(gold.purity) * BigInt(ratePerGram)) / 1_000_000n));
}

/**
 * What a lien brings: its amount while the account has all that is kept of it, else its share, rounded down. A lien of 15,000 on
 * an account of which 20,000 are kept and that has 10,000 left brings 15,000 × 10,000 ÷ 20,000 = 7,500.
 */
export function lienValue(lien: Money, { balance, kept }: { readonly balance: Money; readonly kept: Money }): Money {
  if (balance >= kept) return lien;
  return money(Number((BigInt(lien) * BigInt(Math.max(balance, 0))) / BigInt(kept)));
}

const GRAMS = /^(0|[1-9]\d{0,5})(?:\.(\d{1,3}))?$/;

/** Reads "24.257": grams with at most three decimals, as whole milligrams; undefined where it is no weight. */
export function readGrams(text: string): number | undefined {
  const match = GRAMS.exec(text);
  if (match === null) return undefined;
  const [, whole = '', rest = ''] = match;
  return Number(whole) * 1_000 + Number(rest.padEnd(3, '0'));
}

/** Always three decimals, as a balance shows them. */
export const formatGrams = (milligrams: number): string =>
  `${Math.floor(milligrams / 1_000)}.${String(milligrams % 1_000).padStart(3, '0')}`;

export interface LoanToValue {
  /** What the loan comes to of the value in per cent, to two decimals; null without any value. */
  readonly percent: string | null;
  /** The most of its tier. */
  readonly limit: string;
  readonly holds: boolean;
}

/** Compared exactly, shown rounded. Without security nothing holds. */
export function loanToValue({ tiers }: CollateralRules, amount: Money, value: Money | null): LoanToValue {
  const limit = tiers.find(({ upTo }) => upTo === null || amount <= upTo)?.percent ?? '0';
  if (value === null || value <= 0) return { percent: null, limit, holds: false };
  const most = timesFraction(fraction(value), percentOf(parseRate(limit)));
  return {
    percent: fractionText(fraction(BigInt(amount) * 100n, value), 2),
    limit,
    holds: BigInt(amount) * most.denominator <= most.numerator,
  };
}

/** As `CollateralRules` says of its tiers. */
export function areTiersInOrder(tiers: readonly LoanToValueTier[]): boolean {
  if (tiers.length === 0 || tiers.at(-1)?.upTo !== null) return false;
  return tiers.every(({ upTo, percent }, place) => {
    const before = tiers[place - 1];
    if (before === undefined) return true;
    const isLarger = before.upTo !== null && (upTo === null || upTo > before.upTo);
    return isLarger && !isMore(percent, before.percent);
  });
}

function isMore(one: string, other: string): boolean {
  const [left, right] = [percentOf(parseRate(one)), percentOf(parseRate(other))];
  return left.numerator * right.denominator > right.numerator * left.denominator;
}
