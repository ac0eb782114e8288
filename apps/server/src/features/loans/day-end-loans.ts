// What the steps of a day's end that go from loan to loan, or from borrower to borrower, have in common.

import type { CalendarDate, Money } from '@kafal/core';

/** Those after an id, at most so many. */
export interface LoansAtOnce {
  readonly on: CalendarDate;
  readonly afterId: number;
  readonly limit: number;
}

export interface LoansDone {
  /** The last id that was looked at; undefined where none was left. */
  readonly lastId: number | undefined;
  readonly done: number;
  readonly amount: Money;
}

/** The entries of a day's end, as those of deposits. */
export const DAY_END_SERIES = 'DE';
