import type { Money } from '../money/money.ts';
import { parseRate, type Rate } from '../money/rate.ts';
import type { RateVersion } from './rate-versions.ts';
import type { DepositorCategory } from './term-rates.ts';

/** One line of a savings product's card: what a balance of at least so much earns. */
export interface SavingsRate {
  readonly category: DepositorCategory;
  readonly amountFrom: Money;
  /** A yearly percentage as text, for `parseRate`. */
  readonly annualRate: string;
}

/**
 * The slabs of one account. Within a category the largest amount that was reached counts; among the categories its owner
 * belongs to, the best rate.
 */
export function savingsSlabs(
  card: readonly SavingsRate[],
  categories: readonly DepositorCategory[],
): RateVersion['slabs'] {
  const own = card.filter(({ category }) => category === 'general' || categories.includes(category));
  const starts = [...new Set(own.map(({ amountFrom }) => amountFrom))].sort((one, other) => one - other);
  return starts.map((from) => ({ from, annualRate: bestAt(own, from) }));
}

function bestAt(card: readonly SavingsRate[], amount: Money): Rate {
  const reached = new Map<DepositorCategory, SavingsRate>();
  for (const line of card) {
    const before = reached.get(line.category);
    if (line.amountFrom <= amount && (before === undefined || before.amountFrom < line.amountFrom)) {
      reached.set(line.category, line);
    }
  }
  return [...reached.values()]
    .map(({ annualRate }) => parseRate(annualRate))
    .reduce((best, rate) => (isAbove(rate, best) ? rate : best));
}

function isAbove(one: Rate, other: Rate): boolean {
  return BigInt(one.numerator) * 10n ** BigInt(other.scale) > BigInt(other.numerator) * 10n ** BigInt(one.scale);
}
