// A second calculation of every credit of savings interest, as a clerk would make it on paper: day by day, in whole
// numbers, from what was paid in and out by the days it counts from. It knows nothing of the program, not even its dates.

/** `YYYY-MM-DD`, so that days compare as texts. */
type Day = string;

export interface PaperKind {
  readonly code: string;
  readonly kind: 'savings' | 'current' | 'goal' | 'optional' | 'emergency' | 'thrift';
  /** On every day's balance, each month on the lowest from the 10th on, or each month on what it ends with. */
  readonly basis: 'dailyProduct' | 'minimumFromTenth' | 'monthEnd';
  readonly dayCount: 'actual/365' | 'actual/actual' | '30/360';
  /** At the end of which months interest is credited; of current accounts none is. */
  readonly months: readonly number[];
  /** A credit is a multiple of so many paise. */
  readonly multiple: number;
  /** In hundredths of a percent, the oldest first. */
  readonly rates: readonly { readonly from: Day; readonly hundredths: number }[];
}

export interface PaperAccount {
  readonly depositId: number;
  readonly kind: PaperKind;
  readonly openedOn: Day;
  /** Months that earn nothing, as `YYYY-MM`: thrift that was not paid in time. */
  readonly resting?: ReadonlySet<string>;
}

export interface PaperMovement {
  readonly depositId: number;
  /** The day interest counts from. */
  readonly valueOn: Day;
  /** In paise; what is paid out is below nothing. */
  readonly amount: number;
}

/** What an account has, and what it has earned since its last credit, when a day is over. */
export interface PaperStanding {
  readonly balance: number;
  readonly earned: number;
}

export interface PaperCredit {
  readonly depositId: number;
  readonly from: Day;
  readonly to: Day;
  readonly interest: number;
  /** What reaches the account: less the tax that is withheld from every credit. */
  readonly net: number;
}

const TAX_HUNDREDTHS = 6n;

/** What is left of interest when the tax on it, to the nearest paisa, is withheld. */
export function afterTax(interest: number): number {
  return interest - Number((2n * BigInt(interest) * TAX_HUNDREDTHS + 100n) / 200n);
}

const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
export const monthOf = (day: Day) => day.slice(0, 7);
const monthLength = (year: number, month: number) =>
  [31, isLeap(year) ? 29 : 28, 31, 30][month - 1] ?? laterMonth(month);
const laterMonth = (month: number) => ([6, 9, 11].includes(month) ? 30 : 31);
const partsOf = (day: Day) => ({
  year: Number(day.slice(0, 4)),
  month: Number(day.slice(5, 7)),
  of: Number(day.slice(8)),
});
const written = (year: number, month: number, of: number) =>
  `${year}-${String(month).padStart(2, '0')}-${String(of).padStart(2, '0')}`;

export function dayAfter(day: Day): Day {
  const { year, month, of } = partsOf(day);
  if (of < monthLength(year, month)) return written(year, month, of + 1);
  return month === 12 ? written(year + 1, 1, 1) : written(year, month + 1, 1);
}

export function isMonthEnd(day: Day): boolean {
  const { year, month, of } = partsOf(day);
  return of === monthLength(year, month);
}

/** The credits of an account up to this day; also those of nothing, which are a row without an entry. */
export function accountOnPaper(
  account: PaperAccount,
  movements: readonly PaperMovement[],
  last: Day,
): PaperStanding & { readonly credits: readonly PaperCredit[] } {
  const { depositId, kind, openedOn, resting } = account;
  const credits: PaperCredit[] = [];
  const moved = new Map<Day, number>();
  for (const { valueOn, amount } of movements) moved.set(valueOn, (moved.get(valueOn) ?? 0) + amount);

  const denominator = BigInt(denominatorOf(kind)) * 10_000n;
  let [balance, earned, from, lowest] = [0n, 0n, openedOn, undefined as bigint | undefined];
  for (let day = openedOn; day <= last; day = dayAfter(day)) {
    balance += BigInt(moved.get(day) ?? 0);
    const { year, month, of } = partsOf(day);
    const isLast = of === monthLength(year, month);
    if (kind.basis === 'monthEnd') {
      if (isLast && balance > 0n && resting?.has(monthOf(day)) !== true) earned += balance * rateOn(kind, day);
    } else if (kind.basis === 'dailyProduct') {
      if (balance > 0n) earned += balance * rateOn(kind, day) * BigInt(weightOf(kind, day));
    } else {
      const tenth = written(year, month, 10);
      if (of === 10) lowest = balance;
      else if (of > 10 && lowest !== undefined && balance < lowest) lowest = balance;
      if (isLast && lowest !== undefined && lowest > 0n) earned += lowest * rateOn(kind, tenth);
      if (isLast) lowest = undefined;
    }
    if (!isLast || !kind.months.includes(month)) continue;

    const interest = roundedTo(kind.multiple, earned, denominator);
    const net = afterTax(interest);
    credits.push({ depositId, from, to: day, interest, net });
    balance += BigInt(net);
    earned = 0n;
    from = dayAfter(day);
  }
  return { credits, balance: Number(balance), earned: roundedTo(kind.multiple, earned, denominator) };
}

function roundedTo(multiple: number, numerator: bigint, denominator: bigint): number {
  const step = BigInt(multiple);
  return Number(((2n * numerator + denominator * step) / (2n * denominator * step)) * step);
}

function rateOn({ code, rates }: PaperKind, day: Day): bigint {
  const rate = rates.findLast(({ from }) => from <= day);
  if (rate === undefined) throw new Error(`${code} has no rate on ${day}`);
  return BigInt(rate.hundredths);
}

function denominatorOf({ basis, dayCount }: PaperKind): number {
  if (basis !== 'dailyProduct') return 12;
  return { 'actual/365': 365, 'actual/actual': 365 * 366, '30/360': 360 }[dayCount];
}

/** A day ends at the beginning of the next, and belongs to the year in which it ends. */
function weightOf({ dayCount }: PaperKind, day: Day): number {
  if (dayCount === 'actual/365') return 1;
  const next = partsOf(dayAfter(day));
  if (dayCount === 'actual/actual') return isLeap(next.year) ? 365 : 366;
  const { year, month, of } = partsOf(day);
  const of360 = (inYear: number, inMonth: number, ofMonth: number) =>
    inYear * 360 + inMonth * 30 + Math.min(ofMonth, 30);
  return of360(next.year, next.month, next.of) - of360(year, month, of);
}
