// What a daily deposit earns: a twelfth of the yearly rate on what each month ended with, added every so many months. It is
// earned only by what was kept long enough; closed before that, it costs a charge. The credit, the closure, its preview and
// its explanation ask here, so that they cannot differ.

import { addMonths, type CalendarDate, endOfMonth, minDate, startOfMonth } from '../calendar/calendar-date.ts';
import { invariant } from '../invariant.ts';
import { add, type Money, maximum, subtract, timesRate, ZERO } from '../money/money.ts';
import { parseRate } from '../money/rate.ts';
import { monthlyProductInterest } from './monthly-product.ts';
import type { EndOfDayBalance } from './savings-interest.ts';
import type { TermLine } from './term-value.ts';

/** What holds for one deposit from its opening to its end. */
export interface DailyTerms {
  readonly openedOn: CalendarDate;
  readonly maturesOn: CalendarDate;
  readonly annualRate: string;
  /** Kept for fewer months it earns nothing. */
  readonly keptMonths: number;
  /** Interest is credited, and bears interest, after so many months. */
  readonly addEveryMonths: number;
  /** Per cent of what was paid in, for closing before those months; null where nothing is taken. */
  readonly serviceCharge: string | null;
}

export interface DailyInterest {
  readonly interest: Money;
  readonly lines: readonly TermLine[];
}

/** Of the whole months up to a day, what was paid in taken by the day it counts from, the earliest first. */
export function dailyInterest(
  terms: DailyTerms,
  paidIn: readonly EndOfDayBalance[],
  until: CalendarDate,
): DailyInterest {
  const ends: CalendarDate[] = [];
  const last = minDate(until, terms.maturesOn);
  for (let end = endOfMonth(terms.openedOn); end <= last; end = nextMonthEnd(end)) ends.push(end);
  if (ends.length === 0) return { interest: ZERO, lines: [] };
  const { interest, lines } = monthlyProductInterest({
    annualRate: parseRate(terms.annualRate),
    addEveryMonths: terms.addEveryMonths,
    months: ends.map((end) => ({ balance: heldOn(paidIn, end), bears: true })),
    round: { multiple: 1, rounding: 'half-up' },
  });
  return {
    interest,
    lines: lines.map((line, place): TermLine => {
      const on = ends[place];
      invariant(on, 'every month of the lines is one that was counted');
      return { length: { month: line.month }, on, balance: line.balance, interest: line.interest, paid: null };
    }),
  };
}

export interface DailyClosure {
  /** Before its term is over. */
  readonly isPremature: boolean;
  /** Long enough to have earned. */
  readonly isKept: boolean;
  /** All that it earned, also what was credited before. */
  readonly earned: Money;
  /** Of it, what is paid now beside the account. */
  readonly interest: Money;
  readonly charge: Money;
  readonly lines: readonly TermLine[];
}

export function dailyClosure(
  terms: DailyTerms,
  paidIn: readonly EndOfDayBalance[],
  { closesOn, credited }: { readonly closesOn: CalendarDate; readonly credited: Money },
): DailyClosure {
  // A term that is over was kept long enough, however short it was.
  const isKept = closesOn >= minDate(keptFrom(terms), terms.maturesOn);
  const { interest: earned, lines } = isKept ? dailyInterest(terms, paidIn, closesOn) : { interest: ZERO, lines: [] };
  const charge =
    isKept || terms.serviceCharge === null
      ? ZERO
      : timesRate(heldOn(paidIn, closesOn), parseRate(terms.serviceCharge), { divideBy: 100, rounding: 'half-up' });
  return {
    isPremature: closesOn < terms.maturesOn,
    isKept,
    earned,
    interest: maximum(ZERO, subtract(earned, credited)),
    charge,
    lines,
  };
}

/** The day from which it has been kept long enough. */
export const keptFrom = ({ openedOn, keptMonths }: Pick<DailyTerms, 'openedOn' | 'keptMonths'>): CalendarDate =>
  addMonths(openedOn, keptMonths);

/**
 * The first day after `after` on which interest is credited: the end of every so-manieth month, once it was kept long
 * enough. Null where the deposit ends before; the rest comes with its end.
 */
export function nextDailyInterestOn(
  terms: Pick<DailyTerms, 'openedOn' | 'maturesOn' | 'keptMonths' | 'addEveryMonths'>,
  after: CalendarDate | null,
): CalendarDate | null {
  const kept = keptFrom(terms);
  let end = endOfMonth(terms.openedOn);
  for (let month = 1; end < terms.maturesOn; month += 1, end = nextMonthEnd(end)) {
    if (month % terms.addEveryMonths === 0 && end >= kept && (after === null || end > after)) return end;
  }
  return null;
}

const nextMonthEnd = (end: CalendarDate): CalendarDate => endOfMonth(addMonths(startOfMonth(end), 1));

function heldOn(paidIn: readonly EndOfDayBalance[], day: CalendarDate): Money {
  return paidIn.findLast(({ on }) => on <= day)?.balance ?? ZERO;
}

/** What the member gets for the account: what lies on it and the interest, less the charge. */
export const paidAtClosure = (balance: Money, { interest, charge }: DailyClosure): Money =>
  subtract(add(balance, interest), charge);
