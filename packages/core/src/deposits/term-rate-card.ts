// What is wrong with a rate card as a whole: a line that stands twice, two lines that begin on one day, an amount or a term
// between the lines that would have no rate, and a line that nobody can reach.

import { addMonths, type CalendarDate, calendarDateOf, daysBetween } from '../calendar/calendar-date.ts';
import { formatMoney, type Money } from '../money/money.ts';
import type { TermRules } from '../presets/term-products.ts';
import type { TermRate } from './term-rates.ts';

export interface RateCardSlip {
  readonly code:
    | 'TERM_PRODUCT_GENERAL_RATE'
    | 'TERM_RATE_TWICE'
    | 'TERM_RATE_OVERLAP'
    | 'TERM_RATE_GAP'
    | 'TERM_RATE_UNREACHED';
  /** The line it is about; the whole card where none is. */
  readonly place?: number;
  readonly params: Readonly<Record<string, string | number>>;
}

export function rateCardSlip(
  card: readonly TermRate[],
  rules: Pick<TermRules, 'minimumAmount' | 'maximumAmount' | 'maximumMonths'>,
): RateCardSlip | undefined {
  for (const [place, rate] of card.entries()) {
    const earlier = card.slice(0, place);
    if (earlier.some((other) => isSameRateLine(rate, other))) return { code: 'TERM_RATE_TWICE', place, params: {} };
    const beside = earlier.find((other) => isSameDay(rate, other));
    if (beside !== undefined) {
      const months = rate.termUnit === 'months' ? rate.termFrom : beside.termFrom;
      const days = rate.termUnit === 'days' ? rate.termFrom : beside.termFrom;
      return { code: 'TERM_RATE_OVERLAP', place, params: { months, days } };
    }
    if (isUnreached(rate, rules)) return { code: 'TERM_RATE_UNREACHED', place, params: {} };
  }
  const general = card.filter(({ category }) => category === 'general');
  const shortest = general.reduce<TermRate | undefined>(
    (short, rate) => (short === undefined || shortestDays(rate) < shortestDays(short) ? rate : short),
    undefined,
  );
  if (shortest === undefined) return { code: 'TERM_PRODUCT_GENERAL_RATE', params: {} };
  const from = general
    .filter((rate) => rate.termUnit === shortest.termUnit && rate.termFrom === shortest.termFrom)
    .reduce<Money>((least, { amountFrom }) => (amountFrom < least ? amountFrom : least), shortest.amountFrom);
  if (from <= rules.minimumAmount) return undefined;
  return {
    code: 'TERM_RATE_GAP',
    params: { minimum: formatMoney(rules.minimumAmount), from: formatMoney(from) },
  };
}

/** The same step of the same card, whatever the rate. */
export function isSameRateLine(one: TermRate, other: TermRate): boolean {
  return (
    one.category === other.category &&
    one.termUnit === other.termUnit &&
    one.termFrom === other.termFrom &&
    one.amountFrom === other.amountFrom
  );
}

/** 365 days and twelve months are one term in most years, and the card could not say which line counts. */
function isSameDay(one: TermRate, other: TermRate): boolean {
  if (one.category !== other.category || one.amountFrom !== other.amountFrom) return false;
  if (one.termUnit === other.termUnit) return false;
  const [months, days] = one.termUnit === 'months' ? [one, other] : [other, one];
  return OPENINGS.some((openedOn) => daysOf(months, openedOn) === days.termFrom);
}

function isUnreached(
  rate: TermRate,
  { maximumAmount, maximumMonths }: Pick<TermRules, 'maximumAmount' | 'maximumMonths'>,
): boolean {
  if (maximumAmount !== null && rate.amountFrom > maximumAmount) return true;
  return OPENINGS.every(
    (openedOn) => daysOf(rate, openedOn) > daysBetween(openedOn, addMonths(openedOn, maximumMonths)),
  );
}

function shortestDays(rate: TermRate): number {
  return Math.min(...OPENINGS.map((openedOn) => daysOf(rate, openedOn)));
}

function daysOf({ termFrom, termUnit }: TermRate, openedOn: CalendarDate): number {
  return termUnit === 'days' ? termFrom : daysBetween(openedOn, addMonths(openedOn, termFrom));
}

/** The first of each month of four years, one of them a leap year: months are of every length from there. */
const OPENINGS: readonly CalendarDate[] = Array.from({ length: 48 }, (_, month) =>
  calendarDateOf(2025 + Math.floor(month / 12), (month % 12) + 1, 1),
);
