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
}

export interface PaperPayout {
  readonly memberId: number;
  readonly on: Day;
  readonly amount: number;
}

export interface PaperMaturity {
  readonly memberId: number;
  readonly on: Day;
  readonly renewed: number;
  readonly toSavings: number;
  readonly unclaimed: number;
}

const monthLengths = (year: number) => {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
};

/** The same day of a later month, or the last one where the month is too short. */
export function monthsAfter(day: Day, months: number): Day {
  const [year = 0, month = 0, of = 0] = day.split('-').map(Number);
  const place = month - 1 + months;
  const then = year + Math.floor(place / 12);
  const last = monthLengths(then)[place % 12] ?? 0;
  return [then, (place % 12) + 1, Math.min(of, last)].map((part) => String(part).padStart(2, '0')).join('-');
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
    const paidIn = BigInt(amount) * months;
    const halfProduct = BigInt(amount) * months * (months + 1n) * rate;
    return { paidIn: Number(paidIn), paid: rounded(paidIn * 240_000n + halfProduct, 240_000n) };
  }
  if (kind.grows !== 'quarterly') return { paidIn: amount, paid: amount };
  const { whole, days } = periodsIn(openedOn, end, 3);
  const numerator = BigInt(amount) * (40_000n + rate) ** BigInt(whole) * (3_650_000n + rate * BigInt(days));
  return { paidIn: amount, paid: rounded(numerator, 40_000n ** BigInt(whole) * 3_650_000n) };
}

function payoutsOf(term: PaperTerm, end: Day): PaperPayout[] {
  const { kind, amount, openedOn, memberId } = term;
  if (typeof kind.grows === 'string') return [];
  const { paysEveryMonths } = kind.grows;
  const rate = rateOn(kind, openedOn);
  const { whole, days } = periodsIn(openedOn, end, paysEveryMonths);
  const payouts = Array.from({ length: whole }, (_, place) => ({
    memberId,
    on: monthsAfter(openedOn, paysEveryMonths * (place + 1)),
    amount: afterTax(rounded(BigInt(amount) * rate * BigInt(paysEveryMonths), 120_000n)),
  }));
  if (days === 0) return payouts;
  return [
    ...payouts,
    { memberId, on: end, amount: afterTax(rounded(BigInt(amount) * rate * BigInt(days), 3_650_000n)) },
  ];
}

/** What standing instructions take from savings, up to a day; those that have it are never short. */
export function instalmentsTaken(terms: readonly PaperTerm[], last: Day): PaperPayout[] {
  return terms.flatMap(({ isInstructed, memberId, openedOn, amount, length }) => {
    if (!isInstructed || !('months' in length)) return [];
    const dues = Array.from({ length: length.months - 1 }, (_, place) => monthsAfter(openedOn, place + 1));
    return dues.filter((on) => on <= last).map((on) => ({ memberId, on, amount }));
  });
}

/** All that happens to a deposit and to those it is renewed as, up to a day. */
export function termsOnPaper(terms: readonly PaperTerm[], last: Day) {
  const payouts: PaperPayout[] = [];
  const maturities: PaperMaturity[] = [];
  const waiting = [...terms];
  for (let term = waiting.pop(); term !== undefined; term = waiting.pop()) {
    const end = endOf(term);
    payouts.push(...payoutsOf(term, end).filter(({ on }) => on <= last));
    if (end > last) continue;
    const { atMaturity, kind, memberId } = term;
    const { paidIn, paid: value } = worth(term, end);
    const paid = paidIn + afterTax(value - paidIn);
    const isRenewed = kind.grows !== 'instalments' && atMaturity.startsWith('renew');
    const renewed = isRenewed ? (atMaturity === 'renew-principal' ? paidIn : paid) : 0;
    const waits = atMaturity === 'wait' || atMaturity === 'pay-out';
    const rest = paid - renewed;
    maturities.push({ memberId, on: end, renewed, toSavings: waits ? 0 : rest, unclaimed: waits ? rest : 0 });
    if (renewed > 0) waiting.push({ ...term, openedOn: end, amount: renewed });
  }
  return { payouts, maturities };
}
