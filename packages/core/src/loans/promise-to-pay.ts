// A borrower's word to pay an amount by a day. Whether it was kept is read from what came in, never typed.

import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { Money } from '../money/money.ts';

export interface PromiseToPay {
  readonly amount: Money;
  /** The last day that keeps the promise. */
  readonly by: CalendarDate;
  /** Of what was received after it was given and up to its day. */
  readonly received: Money;
  /** Another promise took its place before its day was over. */
  readonly isReplaced: boolean;
}

export type PromiseState = 'open' | 'kept' | 'broken' | 'replaced';

/** Kept as soon as the amount is there; broken once its day is over without it. */
export function promiseState({ amount, by, received, isReplaced }: PromiseToPay, today: CalendarDate): PromiseState {
  if (received >= amount) return 'kept';
  if (isReplaced) return 'replaced';
  return today > by ? 'broken' : 'open';
}
