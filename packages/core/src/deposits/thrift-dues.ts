// What of the dues of compulsory thrift is paid: the oldest first, from all that was ever paid in.

import { type CalendarDate, endOfMonth } from '../calendar/calendar-date.ts';
import { type Money, maximum, minimum, subtract, sum, ZERO } from '../money/money.ts';

export interface ThriftDue {
  readonly dueOn: CalendarDate;
  readonly amount: Money;
  /** All dues up to this one together. */
  readonly raised: Money;
  /** Paid up to this day, the month is not in arrear. */
  readonly graceTo: CalendarDate;
}

export interface PaidDue extends ThriftDue {
  readonly paid: Money;
}

/** Each due with what of it is paid. */
export function paidDues(dues: readonly ThriftDue[], paidIn: Money): PaidDue[] {
  return dues.map((due) => {
    const before = subtract(due.raised, due.amount);
    return { ...due, paid: minimum(due.amount, maximum(ZERO, subtract(paidIn, before))) };
  });
}

/** What came in, or went out, and counts from that day; interest is not paid in. */
export interface PaidIn {
  readonly on: CalendarDate;
  readonly amount: Money;
}

export interface ThriftStanding {
  readonly dues: readonly PaidDue[];
  readonly paidIn: Money;
  /** Due and not paid. */
  readonly arrears: Money;
  /** The day of the oldest due that is not paid whole. */
  readonly since: CalendarDate | null;
  readonly monthsInArrear: number;
  /** Paid beyond every due that was raised. */
  readonly ahead: Money;
}

export function thriftStanding(dues: readonly ThriftDue[], paidIn: Money): ThriftStanding {
  const paid = paidDues(dues, paidIn);
  const unpaid = paid.filter((due) => due.paid < due.amount);
  const raised = dues.at(-1)?.raised ?? ZERO;
  return {
    dues: paid,
    paidIn,
    arrears: maximum(ZERO, subtract(raised, paidIn)),
    since: unpaid[0]?.dueOn ?? null,
    monthsInArrear: unpaid.length,
    ahead: maximum(ZERO, subtract(paidIn, raised)),
  };
}

/**
 * The last days of the months that bear no interest: their due, or one before it, was not paid when its days of grace were
 * over.
 */
export function monthsInArrear(dues: readonly ThriftDue[], paidIn: readonly PaidIn[]): ReadonlySet<CalendarDate> {
  const late = dues.filter(({ raised, graceTo }) => {
    const inTime = paidIn.filter(({ on }) => on <= graceTo);
    return sum(inTime.map(({ amount }) => amount)) < raised;
  });
  return new Set(late.map(({ dueOn }) => endOfMonth(dueOn)));
}
