// The level instalment: what is paid each period so that the last payment leaves nothing.

import { addDays, type CalendarDate } from '../calendar/calendar-date.ts';
import { divideRoundedBig } from '../money/rounding.ts';
import { periodsAfter } from './due-dates.ts';
import { type Instalment, paidOf } from './instalment.ts';
import { type InterestShare, interestShare, type Period, type Rates } from './interest-share.ts';
import type { LoanTerms } from './loan-terms.ts';
import { interestOn, isLevelPrincipal, type LoanState, type Payout, planInstalments } from './plan-instalments.ts';

/** Powers are exact integers times this: two orders finer than any amount needs. */
const SCALE = 10n ** 30n;

/**
 * Sets the level of every instalment from the one at `place` on, for what is owed when its period begins. Where money moves interest,
 * an instalment that was paid before its time keeps the level it was paid at: in full, or with more than the new one.
 */
export function setLevels(loan: LoanState, place: number, known: CalendarDate): void {
  const { terms } = loan;
  const later = loan.instalments.slice(place);
  const paid = later.map((one) => paidOf(one, 'principal') + paidOf(one, 'interest'));
  const before = later.map(({ level }) => (terms.recalculation === null ? 0 : level));
  const level = levelFrom(loan, place, known);
  const set = (each: number) => {
    for (const [at, one] of later.entries()) one.level = keeps(at, each) ? (before[at] ?? each) : each;
    const [first] = later;
    if (place === 0 && first !== undefined && !keeps(0, each)) first.level += besideFirst(loan);
  };
  const keeps = (at: number, each: number) => {
    const [old = 0, sum = 0] = [before[at], paid[at]];
    return old > 0 && (sum >= old || sum > each);
  };
  const isExact =
    terms.instalmentBasis === 'periodFactors' &&
    terms.interestMethod === 'declining' &&
    terms.amortization === 'equalInstalments';
  if (!isExact || later.length === 1) {
    for (const one of later) one.level = level;
    if (place === 0 && later[0] !== undefined) later[0].level += besideFirst(loan);
    return;
  }

  /** By how much the last instalment would differ from the others. */
  const gapAt = (each: number) => {
    set(each);
    const last = planInstalments(loan, known).at(-1);
    return last === undefined ? 0 : last.principal + last.interest - each;
  };
  // Rounding has made the last instalment differ by more than half a unit for each: the difference is spread, while that makes it less.
  let [best, gap] = [level, gapAt(level)];
  while (Math.abs(gap) > Math.floor(later.length / 2)) {
    const open = Math.max(1, later.filter((_, at) => !keeps(at, best)).length);
    const spread = toMultiple(BigInt(best * open + gap), BigInt(open), terms);
    const gapThen = spread === best ? gap : gapAt(spread);
    if (Math.abs(gapThen) >= Math.abs(gap)) break;
    [best, gap] = [spread, gapThen];
  }
  set(best);
}

/**
 * By how much the interest of a first period that was agreed longer or shorter differs from that of a whole one: the first
 * instalment is so much more or less, and principal comes back as if all periods were whole. Only of level instalments.
 */
function besideFirst(loan: LoanState): number {
  const { terms, rates, payouts, instalments } = loan;
  const [first] = instalments;
  const whole = first === undefined ? undefined : wholePeriodOf(terms, first);
  if (first === undefined || whole === undefined || terms.interestFree > 0) return 0;
  if (terms.amortization === 'equalPrincipal' || isLevelPrincipal(terms)) return 0;
  const lent = payouts.reduce((sum, { on, amount }) => (on <= first.start ? sum + amount : sum), 0);
  const interestOf = (period: Period) =>
    interestOn(lent, interestShare(terms, rates, period, period.start, period.due), terms);
  return interestOf(first) - interestOf(whole);
}

/** The period of the first instalment as long as the terms say, where its due day was agreed. */
function wholePeriodOf(terms: LoanTerms, { due, daysUntil }: Instalment): Period | undefined {
  if (daysUntil === null) return undefined;
  return { start: periodsAfter(terms, due, -1), due, isMoved: false, isBroken: false, daysUntil: null };
}

function levelFrom(loan: LoanState, place: number, known: CalendarDate): number {
  const { terms, instalments } = loan;
  const paying = instalments.length - Math.max(place, terms.gracePrincipal);
  const owed = () => paidOutInAll(loan) - repaidBefore(loan, place, known);
  if (terms.amortization === 'equalPrincipal' || isLevelPrincipal(terms)) {
    return toMultiple(BigInt(owed()), BigInt(paying), terms);
  }
  if (terms.interestMethod === 'flat') {
    const planned = planInstalments(loan, known).slice(place);
    const interest = planned.reduce((sum, { calculated }) => sum + calculated, 0);
    const beside = place === 0 ? besideFirst(loan) : 0;
    return toMultiple(BigInt(owed() + interest - beside), BigInt(planned.length), terms);
  }
  if (terms.instalmentBasis === 'firstPeriod') return levelByOneRate(loan, owed(), paying);
  return levelByFactors(loan, place, known);
}

/** Each amount owed grows by the factor of every period to the end; the payments, grown alike, are to come to as much. */
function levelByFactors(loan: LoanState, place: number, known: CalendarDate): number {
  const { terms, instalments, payouts, rates } = loan;
  const [first, ...rest] = instalments.slice(Math.max(place, terms.gracePrincipal));
  if (first === undefined) return 0;
  const growth = (from: CalendarDate, period: Period) =>
    SCALE + scaled(interestShare(terms, rates, period, from, period.due));

  const whole = wholePeriodOf(terms, first) ?? first;
  let value = 0n;
  const repaid: Payout = { on: first.start, amount: -repaidBefore(loan, place, known) };
  for (const { on, amount, isPrepaid, isLentOn } of [repaid, ...payouts]) {
    // What was paid out within the period is levelled as if it had been owed for all of it; the difference is spread.
    const isWhole = (!isPrepaid && !isLentOn && on < first.due) || on <= whole.start || countsWhole(terms);
    const from = isWhole || on <= first.start ? whole.start : on;
    value += BigInt(amount) * (from < first.due ? growth(from, whole) : SCALE);
  }
  let payments = SCALE;
  for (const period of rest) {
    const factor = growth(period.start, period);
    value = (value * factor) / SCALE;
    payments = SCALE + (payments * factor) / SCALE;
  }
  return toMultiple(value, payments, terms);
}

/** Money paid out within a period bears interest for the whole of it. */
const countsWhole = ({ interestPeriod }: LoanTerms) => interestPeriod.by === 'period' && interestPeriod.wholePeriods;

function repaidBefore(loan: LoanState, place: number, known: CalendarDate): number {
  if (place === 0) return 0;
  return planInstalments(loan, known)
    .slice(0, place)
    .reduce((sum, { principal }) => sum + principal, 0);
}

/** One rate for every period: the yearly rate's part, or that of the days of the loan's first whole period. */
export function levelByOneRate(loan: LoanState, owed: number, periods: number): number {
  const { terms, instalments } = loan;
  const first = instalments.find(({ isBroken }) => !isBroken) ?? instalments[0];
  if (first === undefined || periods <= 0) return 0;
  return levelBy(terms, interestShare(terms, ratesFrom(loan), first, first.start, first.due), owed, periods);
}

/** A plan that was made anew is levelled by the rate it began with. */
function ratesFrom({ rates, from }: LoanState): Rates {
  if (from === undefined) return rates;
  return {
    scale: rates.scale,
    rates: rates.rates.filter((_, place) => (rates.rates[place + 1]?.from ?? addDays(from, 1)) > from),
  };
}

/** What is owed × rate × (1 + rate)ⁿ ÷ ((1 + rate)ⁿ − 1), the power by squaring. */
export function levelBy(terms: LevelTerms, share: InterestShare, owed: number, periods: number): number {
  const rate = scaled(share);
  if (rate === 0n) return toMultiple(BigInt(owed), BigInt(periods), terms);
  let growth = SCALE;
  for (let bit = 31 - Math.clz32(periods); bit >= 0; bit -= 1) {
    growth = (growth * growth) / SCALE;
    if (((periods >> bit) & 1) === 1) growth += (growth * rate) / SCALE;
  }
  return toMultiple(BigInt(owed) * growth * rate, (growth - SCALE) * SCALE, terms);
}

type LevelTerms = Pick<LoanTerms, 'instalmentMultiple' | 'instalmentRounding' | 'rounding'>;

const paidOutInAll = ({ payouts }: LoanState): number => payouts.reduce((sum, { amount }) => sum + amount, 0);

const scaled = ({ numerator, denominator }: InterestShare): bigint => (numerator * SCALE) / denominator;

export function toMultiple(value: bigint, divisor: bigint, terms: LevelTerms): number {
  const { instalmentMultiple, instalmentRounding, rounding } = terms;
  const steps = divisor * BigInt(instalmentMultiple);
  const count = instalmentRounding === 'up' ? (value + steps - 1n) / steps : divideRoundedBig(value, steps, rounding);
  return Number(count) * instalmentMultiple;
}
