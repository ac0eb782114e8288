// What a balance that moves earns, and on an overdraft costs. The preview, the posting and the explanation are this one
// figure: its lines add up to it exactly, and only the end is rounded.

import {
  addDays,
  type CalendarDate,
  calendarDateOf,
  daysBetween,
  endOfMonth,
  monthOf,
  startOfMonth,
  yearOf,
} from '../calendar/calendar-date.ts';
import { type DayCountConvention, PARTS_OF_YEAR, partsOfYear } from '../calendar/day-count.ts';
import { type Fraction, type RoundTo, roundToMoney } from '../money/fraction.ts';
import { type Money, minimum, negate, ZERO } from '../money/money.ts';
import type { Rate } from '../money/rate.ts';
import { DepositError } from './deposit-error.ts';
import { type RateVersion, ratedParts, rateVersionOn, type SlabMethod } from './rate-versions.ts';

/** What an account holds when a day ends, and until another day says otherwise. */
export interface EndOfDayBalance {
  readonly on: CalendarDate;
  readonly balance: Money;
}

/**
 * `dailyProduct`: every day on what the day ended with. `minimumFromTenth`: a twelfth of the year each month, on the lowest
 * balance that a day from the 10th to the last ended with.
 */
export const SAVINGS_BASES = ['dailyProduct', 'minimumFromTenth'] as const;
export type SavingsBasis = (typeof SAVINGS_BASES)[number];

export interface SavingsInterestTerms {
  /** `monthEnd`, of thrift: a twelfth of the year each month, on what its last day ended with. */
  readonly basis: SavingsBasis | 'monthEnd';
  readonly slabMethod: SlabMethod;
  readonly rates: readonly RateVersion[];
  /** Of the daily product; a month is a twelfth whatever its days. */
  readonly dayCount: DayCountConvention;
  readonly round: RoundTo;
  /** The last days of months that bear nothing: thrift in arrear. */
  readonly restingMonths?: ReadonlySet<CalendarDate>;
}

/** Both days count. */
export interface InterestDays {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

/** Balance × rate × its part of the year. */
export interface InterestLine extends InterestDays {
  readonly days: number;
  /** What bears this rate: the balance, or the part of it that lies in the slab. */
  readonly balance: Money;
  readonly annualRate: Rate;
  /** The day from which the rate was set. */
  readonly rateFrom: CalendarDate;
  /** In minor units, before any rounding. */
  readonly interest: Fraction;
}

export interface ExplainedInterest {
  readonly interest: Money;
  /** The sum of the lines. */
  readonly unrounded: Fraction;
  readonly lines: readonly InterestLine[];
}

/** The interest of balances above nothing. Before the first balance the account holds nothing. */
export function savingsInterest(
  terms: SavingsInterestTerms,
  balances: readonly EndOfDayBalance[],
  period: InterestDays,
): ExplainedInterest {
  if (period.to < period.from) {
    throw new DepositError('DEPOSIT_PERIOD_INVALID', `The period ends on ${period.to}, before it begins.`);
  }
  const runs = balanceRuns(balances, period);
  const perYear = terms.basis === 'dailyProduct' ? PARTS_OF_YEAR[terms.dayCount] : 12;
  // One denominator for all lines, so that their sum is exact and cheap.
  const scale = largestScale(terms.rates);
  const denominator = BigInt(perYear * 100) * 10n ** BigInt(scale);
  const lines: InterestLine[] = [];
  let total = 0n;
  const add = (run: EndOfDayRun, version: RateVersion, parts: number) => {
    for (const { amount, annualRate } of ratedParts(version, terms.slabMethod, run.balance)) {
      const rate = BigInt(annualRate.numerator) * 10n ** BigInt(scale - annualRate.scale);
      const numerator = BigInt(amount) * rate * BigInt(parts);
      total += numerator;
      lines.push({
        from: run.from,
        to: run.to,
        days: daysBetween(run.from, run.to) + 1,
        balance: amount,
        annualRate,
        rateFrom: version.from,
        interest: { numerator, denominator },
      });
    }
  };

  if (terms.basis === 'dailyProduct') {
    for (const run of splitByRate(runs, terms.rates)) {
      if (run.balance <= 0) continue;
      add(run, rateVersionOn(terms.rates, run.from), partsOfYear(terms.dayCount, run.from, addDays(run.to, 1)));
    }
  } else if (terms.basis === 'monthEnd') {
    // The rate of the month is that of its last day. A month that rests is shown, and bears nothing.
    for (const month of monthEnds(runs, period)) {
      if (month.balance <= 0) continue;
      const version = rateVersionOn(terms.rates, month.to);
      add(month, terms.restingMonths?.has(month.to) === true ? atRest(version) : version, 1);
    }
  } else {
    // The rate of the month is the one that holds on the day from which its balance counts.
    for (const month of lowestFromTenth(runs, period)) {
      if (month.balance > 0) add(month, rateVersionOn(terms.rates, month.from), 1);
    }
  }
  const unrounded = { numerator: total, denominator };
  return { interest: roundToMoney(unrounded, terms.round), unrounded, lines };
}

/** What balances below nothing cost, as a positive amount: the same figure of the amount that is overdrawn. */
export function overdraftInterest(
  terms: SavingsInterestTerms,
  balances: readonly EndOfDayBalance[],
  period: InterestDays,
): ExplainedInterest {
  return savingsInterest(
    terms,
    balances.map(({ on, balance }) => ({ on, balance: negate(balance) })),
    period,
  );
}

/** Days one after the other that all ended with the same balance. */
interface EndOfDayRun extends InterestDays {
  readonly balance: Money;
}

function balanceRuns(balances: readonly EndOfDayBalance[], { from, to }: InterestDays): EndOfDayRun[] {
  const runs: EndOfDayRun[] = [];
  let [start, balance] = [from, ZERO];
  for (const [place, each] of balances.entries()) {
    const before = balances[place - 1];
    if (before !== undefined && before.on >= each.on) {
      throw new DepositError('DEPOSIT_PERIOD_INVALID', `A day ends with one balance, and days rise: see ${each.on}.`);
    }
    if (each.on > to) break;
    if (each.balance === balance) continue;
    if (each.on > start) {
      runs.push({ from: start, to: addDays(each.on, -1), balance });
      start = each.on;
    }
    balance = each.balance;
  }
  runs.push({ from: start, to, balance });
  return runs;
}

function splitByRate(runs: readonly EndOfDayRun[], rates: readonly RateVersion[]): EndOfDayRun[] {
  const changes = rates.map(({ from }) => from).sort();
  return runs.flatMap((run) => {
    const starts = [
      run.from,
      ...changes.filter((on, place) => on > run.from && on <= run.to && on !== changes[place - 1]),
    ];
    return starts.map((from, place) => {
      const next = starts[place + 1];
      return { from, to: next === undefined ? run.to : addDays(next, -1), balance: run.balance };
    });
  });
}

/** The months whose days from the 10th to the last all lie in the period, each with the lowest balance of those days. */
function lowestFromTenth(runs: readonly EndOfDayRun[], period: InterestDays): EndOfDayRun[] {
  const months: EndOfDayRun[] = [];
  let place = 0;
  for (let first = startOfMonth(period.from); first <= period.to; first = addDays(endOfMonth(first), 1)) {
    const [from, to] = [calendarDateOf(yearOf(first), monthOf(first), 10), endOfMonth(first)];
    if (from < period.from || to > period.to) continue;
    while ((runs[place]?.to ?? to) < from) place += 1;
    let lowest: Money | undefined;
    for (let next = place; (runs[next]?.from ?? addDays(to, 1)) <= to; next += 1) {
      const balance = runs[next]?.balance ?? ZERO;
      lowest = lowest === undefined ? balance : minimum(lowest, balance);
    }
    months.push({ from, to, balance: lowest ?? ZERO });
  }
  return months;
}

/** The months whose last day lies in the period, each with what that day ended with. */
function monthEnds(runs: readonly EndOfDayRun[], period: InterestDays): EndOfDayRun[] {
  const months: EndOfDayRun[] = [];
  let place = 0;
  for (let to = endOfMonth(period.from); to <= period.to; to = endOfMonth(addDays(to, 1))) {
    while ((runs[place]?.to ?? to) < to) place += 1;
    months.push({ from: startOfMonth(to), to, balance: runs[place]?.balance ?? ZERO });
  }
  return months;
}

const atRest = ({ from }: RateVersion): RateVersion => ({
  from,
  slabs: [{ from: ZERO, annualRate: { numerator: 0, scale: 0 } }],
});

function largestScale(rates: readonly RateVersion[]): number {
  return Math.max(0, ...rates.flatMap(({ slabs }) => slabs.map(({ annualRate }) => annualRate.scale)));
}
