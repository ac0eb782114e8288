// The second calculation of daily deposits and of what their agents earn, as a clerk would make it on paper: each month on
// what it ends with, in exact fractions of whole numbers.

import { afterTax, dayAfter, isMonthEnd, monthOf } from './day-end-books.ts';
import { monthsAfter } from './term-books.ts';

type Day = string;

/** Kept for fewer months it earns nothing, and what it earned bears interest after so many. */
export const KEPT_MONTHS = 1;
export const ADDED_EVERY = 2;
/** In hundredths of a percent, the oldest first; a deposit keeps the rate of its first day. */
export const DAILY_RATES = [
  { from: '2023-03-02', hundredths: 325 },
  { from: '2023-05-20', hundredths: 350 },
] as const;

/** In hundredths of a percent; tax once the year's commission is above so many paise. */
export const COMMISSION_HUNDREDTHS = 300;
export const COMMISSION_TAX_HUNDREDTHS = 200;
export const COMMISSION_TAX_FROM = 300_000;

export interface PaperCollection {
  readonly on: Day;
  /** The day on the agent's paper. */
  readonly collectedOn: Day;
  readonly amount: number;
}

export interface PaperDaily {
  readonly memberId: number;
  /** Which agent's route it lies on. */
  readonly agent: number;
  readonly openedOn: Day;
  readonly months: number;
  readonly collections: readonly PaperCollection[];
}

export interface PaperDailyCredit {
  readonly memberId: number;
  readonly on: Day;
  readonly interest: number;
  readonly net: number;
}

export interface PaperDailyLife {
  readonly daily: PaperDaily;
  readonly credits: readonly PaperDailyCredit[];
  /** What its end brought, and what went to savings then; undefined while it is open. */
  readonly ended: (PaperDailyCredit & { readonly paid: number }) | undefined;
  readonly balance: number;
}

const rounded = (numerator: bigint, denominator: bigint) => Number((2n * numerator + denominator) / (2n * denominator));
const paidInBy = ({ collections }: PaperDaily, day: Day) =>
  collections.reduce((sum, { collectedOn, amount }) => (collectedOn <= day ? sum + amount : sum), 0);

/** Of the whole months up to a day. Each block of months has its own denominator, so nothing is rounded on the way. */
function earnedBy(daily: PaperDaily, ends: readonly Day[], day: Day): number {
  const rate = BigInt(DAILY_RATES.findLast(({ from }) => from <= daily.openedOn)?.hundredths ?? 0);
  let [added, block, denominator] = [0n, 0n, 1n];
  for (const [place, end] of ends.filter((each) => each <= day).entries()) {
    block += (BigInt(paidInBy(daily, end)) * denominator + added) * rate;
    if ((place + 1) % ADDED_EVERY !== 0) continue;
    added = added * 120_000n + block;
    [block, denominator] = [0n, denominator * 120_000n];
  }
  return rounded(added * 120_000n + block, denominator * 120_000n);
}

export function dailyOnPaper(daily: PaperDaily, last: Day): PaperDailyLife {
  const { memberId, openedOn, months } = daily;
  const end = monthsAfter(openedOn, months);
  const keptFrom = monthsAfter(openedOn, KEPT_MONTHS);
  const ends: Day[] = [];
  for (let day = openedOn; day <= end; day = dayAfter(day)) if (isMonthEnd(day)) ends.push(day);
  const credits: PaperDailyCredit[] = [];
  let [credited, onAccount] = [0, 0];
  for (const [place, on] of ends.entries()) {
    if ((place + 1) % ADDED_EVERY !== 0 || on < keptFrom || on >= end || on > last) continue;
    const interest = earnedBy(daily, ends, on) - credited;
    const net = afterTax(interest);
    credits.push({ memberId, on, interest, net });
    [credited, onAccount] = [credited + interest, onAccount + net];
  }
  const balance = paidInBy(daily, last) + onAccount;
  if (end > last) return { daily, credits, ended: undefined, balance };
  const interest = earnedBy(daily, ends, end) - credited;
  const net = afterTax(interest);
  return { daily, credits, ended: { memberId, on: end, interest, net, paid: balance + net }, balance: 0 };
}

export interface PaperCommission {
  readonly agent: number;
  readonly month: string;
  readonly paidOn: Day;
  readonly collected: number;
  readonly commission: number;
  readonly tax: number;
}

/** Of each month that is over, paid on the first day that is worked after it. The year begins with April. */
export function commissionsOnPaper(dailies: readonly PaperDaily[], days: readonly Day[]): PaperCommission[] {
  const paid: PaperCommission[] = [];
  for (const [place, paidOn] of days.entries()) {
    const before = days[place - 1];
    if (before === undefined || monthOf(before) === monthOf(paidOn)) continue;
    const month = monthOf(before);
    for (const agent of new Set(dailies.map((daily) => daily.agent))) {
      const collected = dailies
        .filter((daily) => daily.agent === agent)
        .flatMap(({ collections }) => collections)
        .reduce((sum, { collectedOn, amount }) => (monthOf(collectedOn) === month ? sum + amount : sum), 0);
      const commission = rounded(BigInt(collected) * BigInt(COMMISSION_HUNDREDTHS), 10_000n);
      if (commission === 0) continue;
      const ofYear = paid
        .filter((each) => each.agent === agent && yearOf(each.month) === yearOf(month))
        .reduce((sum, each) => sum + each.commission, commission);
      const tax =
        ofYear > COMMISSION_TAX_FROM ? rounded(BigInt(commission) * BigInt(COMMISSION_TAX_HUNDREDTHS), 10_000n) : 0;
      paid.push({ agent, month, paidOn, collected, commission, tax });
    }
  }
  return paid;
}

const yearOf = (month: string) => monthsAfter(`${month}-01`, -3).slice(0, 4);
