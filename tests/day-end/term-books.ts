// The second calculation of deposits of a term, as a clerk would make it on paper: when each part of the interest is paid,
// what there is at the end, and where it goes. Exact fractions in whole numbers, and no date or rule of the program's.

import { afterTax, dayAfter } from './day-end-books.ts';

type Day = string;
type Act = 'renew-principal' | 'renew-with-interest' | 'to-savings' | 'pay-out' | 'wait';

export interface PaperTermKind {
  readonly code: string;
  /** Grows every quarter; pays its interest every so many months; or is paid in by the month at simple interest. */
  readonly grows: 'quarterly' | { readonly paysEveryMonths: number } | 'instalments';
  /** In hundredths of a percent, the oldest first. */
  readonly rates: readonly { readonly from: Day; readonly hundredths: number }[];
}

export interface PaperTerm {
  readonly kind: PaperTermKind;
  readonly memberId: number;
  readonly openedOn: Day;
  /** In paise; of instalments, each. */
  readonly amount: number;
  readonly length: { readonly months: number } | { readonly days: number };
  readonly atMaturity: Act;
  /** The day's end takes its instalments from savings, all but the first. */
  readonly isInstructed: boolean;
  /** On which day each instalment after the first is paid, the oldest first; those that are left out never are. */
  readonly paidOn: readonly Day[];
}

/** A day later than this an instalment is missed, and late. */
export const GRACE_DAYS = 2;
/** So many missed and not paid, and the deposit is irregular. */
export const IRREGULAR_AFTER = 2;
/** In paise, for each hundred rupees and each month or part of one. */
export const FINE_PER_HUNDRED = 150;

export interface PaperPayout {
  readonly memberId: number;
  readonly on: Day;
  /** Before and after the tax. */
  readonly interest: number;
  readonly amount: number;
}

export interface PaperInstalment {
  readonly memberId: number;
  readonly dueOn: Day;
  readonly on: Day;
  readonly amount: number;
  readonly fine: number;
}

export interface PaperMaturity {
  readonly memberId: number;
  readonly on: Day;
  /** Before the tax, without what was paid on the way. */
  readonly interest: number;
  /** After it. */
  readonly net: number;
  readonly renewed: number;
  readonly toSavings: number;
  readonly unclaimed: number;
}

const monthLengths = (year: number) => {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
};

/** The same day of a later month, or of one before, or the last one where the month is too short. */
export function monthsAfter(day: Day, months: number): Day {
  const [year = 0, month = 0, of = 0] = day.split('-').map(Number);
  const place = month - 1 + months;
  const then = year + Math.floor(place / 12);
  const inYear = ((place % 12) + 12) % 12;
  const last = monthLengths(then)[inYear] ?? 0;
  return [then, inYear + 1, Math.min(of, last)].map((part) => String(part).padStart(2, '0')).join('-');
}

function daysAfter(day: Day, days: number): Day {
  let after = day;
  for (let count = 0; count < days; count += 1) after = dayAfter(after);
  return after;
}

function daysFrom(day: Day, to: Day): number {
  let count = 0;
  for (let on = day; on < to; on = dayAfter(on)) count += 1;
  return count;
}

const endOf = ({ openedOn, length }: Pick<PaperTerm, 'openedOn' | 'length'>): Day =>
  'months' in length ? monthsAfter(openedOn, length.months) : daysAfter(openedOn, length.days);

const rounded = (numerator: bigint, denominator: bigint): number =>
  Number((2n * numerator + denominator) / (2n * denominator));

function rateOn({ code, rates }: PaperTermKind, day: Day): bigint {
  const rate = rates.findLast(({ from }) => from <= day);
  if (rate === undefined) throw new Error(`${code} has no rate on ${day}`);
  return BigInt(rate.hundredths);
}

/** Whole periods of so many months, and the days that are left. */
function periodsIn(openedOn: Day, end: Day, months: number): { readonly whole: number; readonly days: number } {
  let whole = 0;
  while (monthsAfter(openedOn, months * (whole + 1)) <= end) whole += 1;
  return { whole, days: daysFrom(monthsAfter(openedOn, months * whole), end) };
}

/** What is paid at the end of the term beside what was paid on the way, and what was paid in. */
function worth(term: PaperTerm, end: Day): { readonly paidIn: number; readonly paid: number } {
  const { kind, amount, openedOn, length } = term;
  const rate = rateOn(kind, openedOn);
  if (kind.grows === 'instalments') {
    const months = BigInt('months' in length ? length.months : 0);
    // What was promised was promised for every instalment.
    if (term.paidOn.length + 1 < Number(months)) return earnedByDates(term, end);
    const paidIn = BigInt(amount) * months;
    const halfProduct = BigInt(amount) * months * (months + 1n) * rate;
    return { paidIn: Number(paidIn), paid: rounded(paidIn * 240_000n + halfProduct, 240_000n) };
  }
  if (kind.grows !== 'quarterly') return { paidIn: amount, paid: amount };
  const { whole, days } = periodsIn(openedOn, end, 3);
  const numerator = BigInt(amount) * (40_000n + rate) ** BigInt(whole) * (3_650_000n + rate * BigInt(days));
  return { paidIn: amount, paid: rounded(numerator, 40_000n ** BigInt(whole) * 3_650_000n) };
}

/** Each instalment by itself, at simple interest from the day on which it was paid. */
function earnedByDates({ kind, amount, openedOn, paidOn }: PaperTerm, on: Day) {
  const days = [openedOn, ...paidOn].filter((paid) => paid <= on).map((paid) => daysFrom(paid, on));
  const dayProduct = BigInt(amount) * BigInt(days.reduce((sum, each) => sum + each, 0));
  const paidIn = amount * days.length;
  return { paidIn, paid: paidIn + rounded(dayProduct * rateOn(kind, openedOn), 3_650_000n) };
}

function payoutsOf(term: PaperTerm, end: Day): PaperPayout[] {
  const { kind, amount, openedOn, memberId } = term;
  if (typeof kind.grows === 'string') return [];
  const { paysEveryMonths } = kind.grows;
  const rate = rateOn(kind, openedOn);
  const { whole, days } = periodsIn(openedOn, end, paysEveryMonths);
  const payout = (on: Day, interest: number) => ({ memberId, on, interest, amount: afterTax(interest) });
  const payouts = Array.from({ length: whole }, (_, place) =>
    payout(
      monthsAfter(openedOn, paysEveryMonths * (place + 1)),
      rounded(BigInt(amount) * rate * BigInt(paysEveryMonths), 120_000n),
    ),
  );
  if (days === 0) return payouts;
  return [...payouts, payout(end, rounded(BigInt(amount) * rate * BigInt(days), 3_650_000n))];
}

/** What a deposit that is open has earned when a day is over, and was not given. */
function earnedBy(term: PaperTerm, end: Day, on: Day): number {
  const { kind, amount, openedOn } = term;
  if (kind.grows === 'instalments') {
    const { paidIn, paid } = earnedByDates(term, on);
    return paid - paidIn;
  }
  if (kind.grows === 'quarterly') return worth(term, on).paid - amount;
  let from = openedOn;
  for (const part of payoutsOf(term, end)) {
    if (part.on > on) {
      return rounded(BigInt(part.interest) * BigInt(daysFrom(from, on)), BigInt(daysFrom(from, part.on)));
    }
    from = part.on;
  }
  return 0;
}

/** The instalments after the first, with the fine for those that come after the days of grace. */
export function instalmentsPaid(terms: readonly PaperTerm[], last: Day): (PaperInstalment & { isTaken: boolean })[] {
  return terms.flatMap(({ kind, isInstructed, memberId, openedOn, amount, paidOn }) => {
    if (kind.grows !== 'instalments') return [];
    return paidOn.flatMap((on, place) => {
      const dueOn = monthsAfter(openedOn, place + 1);
      if (on > last) return [];
      let months = 0;
      if (on > daysAfter(dueOn, GRACE_DAYS)) while (monthsAfter(dueOn, months) < on) months += 1;
      const fine = rounded(BigInt(amount) * BigInt(FINE_PER_HUNDRED) * BigInt(months), 10_000n);
      return [{ memberId, dueOn, on, amount, fine, isTaken: isInstructed }];
    });
  });
}

/** Which instalments are missed on which day, and how often a deposit becomes irregular by it. */
export function missedOnPaper(terms: readonly PaperTerm[], last: Day) {
  const missed: { readonly memberId: number; readonly dueOn: Day; readonly on: Day }[] = [];
  const irregular: number[] = [];
  for (const { kind, memberId, openedOn, length, paidOn } of terms) {
    if (kind.grows !== 'instalments' || !('months' in length)) continue;
    const end = monthsAfter(openedOn, length.months);
    const ofTerm = Array.from({ length: length.months - 1 }, (_, place) => {
      const dueOn = monthsAfter(openedOn, place + 1);
      return { memberId, dueOn, on: daysAfter(dueOn, GRACE_DAYS), paidOn: paidOn[place] ?? '9999-12-31' };
    }).filter((due) => due.on < end && due.on <= last && due.paidOn > due.on);
    for (const [place, { on }] of ofTerm.entries()) {
      const unpaid = ofTerm.slice(0, place + 1).filter((due) => due.paidOn > on).length;
      if (unpaid === IRREGULAR_AFTER) irregular.push(memberId);
    }
    missed.push(...ofTerm);
  }
  return { missed, irregular };
}

/** All that happens to a deposit and to those it is renewed as, up to a day. */
export function termsOnPaper(terms: readonly PaperTerm[], last: Day) {
  const payouts: PaperPayout[] = [];
  const maturities: PaperMaturity[] = [];
  const lived: LivedTerm[] = [];
  const waiting = [...terms];
  for (let term = waiting.pop(); term !== undefined; term = waiting.pop()) {
    const end = endOf(term);
    lived.push({ term, end });
    payouts.push(...payoutsOf(term, end).filter(({ on }) => on <= last));
    if (end > last) continue;
    const { atMaturity, kind, memberId } = term;
    const { paidIn, paid: value } = worth(term, end);
    const paid = paidIn + afterTax(value - paidIn);
    const isRenewed = kind.grows !== 'instalments' && atMaturity.startsWith('renew');
    const renewed = isRenewed ? (atMaturity === 'renew-principal' ? paidIn : paid) : 0;
    const waits = atMaturity === 'wait' || atMaturity === 'pay-out';
    const rest = paid - renewed;
    maturities.push({
      memberId,
      on: end,
      interest: value - paidIn,
      net: paid - paidIn,
      renewed,
      toSavings: waits ? 0 : rest,
      unclaimed: waits ? rest : 0,
    });
    if (renewed > 0) waiting.push({ ...term, openedOn: end, amount: renewed });
  }
  return { payouts, maturities, lived };
}

export interface LivedTerm {
  readonly term: PaperTerm;
  readonly end: Day;
}

/** What each deposit that is open at the end of a day has earned by then and was not given. */
export function accruedOnTerms(lived: readonly LivedTerm[], on: Day) {
  return lived.flatMap(({ term, end }) =>
    term.openedOn > on || end <= on ? [] : [{ term, earned: earnedBy(term, end, on) }],
  );
}

/** What lies on a deposit that is open. */
export function paidInOf({ kind, amount, paidOn }: PaperTerm, on: Day): number {
  return kind.grows === 'instalments' ? amount * (1 + paidOn.filter((paid) => paid <= on).length) : amount;
}
