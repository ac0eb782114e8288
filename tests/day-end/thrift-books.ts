// The second calculation of compulsory thrift, as a clerk would keep its list on paper: what is due from whom on which day,
// and which months earn nothing because they, or one before them, were not paid in time.

import { dayAfter, monthOf, type PaperKind } from './day-end-books.ts';

type Day = string;

export const DUE_DAY = 5;
export const GRACE_DAY = 10;
/** In paise, each month. */
export const MONTHLY_DUE = 50_000;
/** Credited with three months, of which two end in the first sixty days. */
export const THRIFT: PaperKind = {
  code: 'CD',
  kind: 'thrift',
  basis: 'monthEnd',
  dayCount: 'actual/365',
  months: [3, 4, 9],
  multiple: 1,
  rates: [
    { from: '2023-03-02', hundredths: 600 },
    { from: '2023-07-31', hundredths: 625 },
  ],
};

export interface PaperDue {
  readonly dueOn: Day;
  readonly graceTo: Day;
  /** With all dues before it. */
  readonly raised: number;
}

export interface PaidIn {
  readonly valueOn: Day;
  readonly amount: number;
}

/** Every month from the day on which somebody is a member. */
export function duesOnPaper(joinedOn: Day, last: Day): PaperDue[] {
  const dues: PaperDue[] = [];
  for (let day = joinedOn; day <= last; day = dayAfter(day)) {
    if (Number(day.slice(8)) !== DUE_DAY) continue;
    dues.push({ dueOn: day, graceTo: `${monthOf(day)}-${GRACE_DAY}`, raised: MONTHLY_DUE * (dues.length + 1) });
  }
  return dues;
}

/** Interest is not paid in. */
export function monthsAtRest(dues: readonly PaperDue[], paidIn: readonly PaidIn[]): ReadonlySet<string> {
  const late = dues.filter(({ graceTo, raised }) => {
    const inTime = paidIn.filter(({ valueOn }) => valueOn <= graceTo);
    return inTime.reduce((sum, { amount }) => sum + amount, 0) < raised;
  });
  return new Set(late.map(({ dueOn }) => monthOf(dueOn)));
}
