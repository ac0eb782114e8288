import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { Money } from '../money/money.ts';
import type { WaivedParts } from './loan-events.ts';
import type { Component } from './loan-terms.ts';

/** One due with what was paid of it, amounts in minor units. What was waived is not due any more. */
export interface InstalmentState {
  readonly number: number;
  readonly start: CalendarDate;
  readonly due: CalendarDate;
  readonly principal: Money;
  readonly interest: Money;
  readonly fee: Money;
  readonly penalty: Money;
  readonly totalDue: Money;
  /** Principal that is owed after it, of what had been paid out before its due day. */
  readonly balance: Money;
  readonly paid: Money;
  /** The same by what it paid. */
  readonly paidOf: Readonly<Record<Component, Money>>;
  /** What would be due of it besides, and was waived. */
  readonly waivedOf: WaivedParts;
  /** The day on which nothing was left of it. */
  readonly paidOn: CalendarDate | null;
  readonly paidInAdvance: Money;
  readonly paidLate: Money;
  readonly outstanding: Money;
  /** Of its interest, what was earned before the due day it follows; and what its days have earned for later instalments. */
  readonly earlierInterest: Money;
  readonly laterInterest: Money;
  /** It had fallen due when what was left was planned anew. */
  readonly isPast: boolean;
}

/** What was owed when the loan was written off, and what has come in since. */
export interface WrittenOff extends Readonly<Record<Component, Money>> {
  readonly on: CalendarDate;
  readonly recovered: Money;
}

export interface ReplayedLoan {
  readonly instalments: readonly InstalmentState[];
  /** Money received beyond all that was owed. */
  readonly overpaid: Money;
  /** Principal that was paid ahead of its time, beside the instalments. */
  readonly prepaid: Money;
  /** Null while it is expected back. */
  readonly writtenOff: WrittenOff | null;
}
