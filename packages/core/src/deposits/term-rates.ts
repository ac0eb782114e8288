import { addDays, addMonths, type CalendarDate, compareDates } from '../calendar/calendar-date.ts';
import type { Money } from '../money/money.ts';
import { parseRate } from '../money/rate.ts';

export const DEPOSITOR_CATEGORIES = ['general', 'senior', 'woman', 'staff', 'institution'] as const;
export type DepositorCategory = (typeof DEPOSITOR_CATEGORIES)[number];

/** One line of a rate card: what a term of at least so long, of at least so much, earns. */
export interface TermRate {
  readonly category: DepositorCategory;
  readonly amountFrom: Money;
  readonly termFrom: number;
  readonly termUnit: 'days' | 'months';
  /** A yearly percentage as text, for `parseRate`. */
  readonly annualRate: string;
}

export interface RatedTerm {
  readonly amount: Money;
  readonly openedOn: CalendarDate;
  readonly maturesOn: CalendarDate;
  /** What the depositor is besides a member; everybody is general. */
  readonly categories: readonly DepositorCategory[];
}

/**
 * The line of the card that holds for a deposit. Within a category the longest term that was reached counts, and of
 * those lines the largest amount; among the categories the depositor belongs to, the best rate.
 */
export function termRateFor(card: readonly TermRate[], term: RatedTerm): TermRate | undefined {
  const reached = card.filter(
    ({ category, amountFrom, ...line }) =>
      (category === 'general' || term.categories.includes(category)) &&
      amountFrom <= term.amount &&
      startOf(line, term.openedOn) <= term.maturesOn,
  );
  return DEPOSITOR_CATEGORIES.flatMap((category) => {
    const lines = reached.filter((line) => line.category === category);
    const [best] = lines.sort(
      (one, other) =>
        compareDates(startOf(other, term.openedOn), startOf(one, term.openedOn)) || other.amountFrom - one.amountFrom,
    );
    return best ?? [];
  }).reduce<TermRate | undefined>((best, line) => (best === undefined || isAbove(line, best) ? line : best), undefined);
}

/** The first day of maturity a line holds for. Six months are six months of the calendar, not 180 days. */
function startOf({ termFrom, termUnit }: Pick<TermRate, 'termFrom' | 'termUnit'>, openedOn: CalendarDate) {
  return termUnit === 'days' ? addDays(openedOn, termFrom) : addMonths(openedOn, termFrom);
}

function isAbove(line: TermRate, other: TermRate): boolean {
  const [one, two] = [parseRate(line.annualRate), parseRate(other.annualRate)];
  return BigInt(one.numerator) * 10n ** BigInt(two.scale) > BigInt(two.numerator) * 10n ** BigInt(one.scale);
}
