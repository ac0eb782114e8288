import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { Period } from './interest-share.ts';
import type { Component } from './loan-terms.ts';

/** What a receipt has put on one component of an instalment, or a waiver has taken off it. */
export interface PaidPart {
  readonly on: CalendarDate;
  readonly component: Component;
  readonly amount: number;
  readonly isWaived?: true;
}

/** One due of a loan while its events are gone through. Amounts are minor units. */
export interface Instalment extends Period {
  readonly number: number;
  start: CalendarDate;
  due: CalendarDate;
  isMoved: boolean;
  isBroken: boolean;
  daysUntil: CalendarDate | null;
  /** The level amount of principal and interest, or of principal alone, that the plan aims at. */
  level: number;
  principal: number;
  interest: number;
  fee: number;
  penalty: number;
  /** Of its interest, what it collects beside that of its plan; of this, what was earned before the due day it follows. */
  beside: number;
  earlier: number;
  /** What its days have earned, and later instalments collect. */
  later: number;
  readonly paid: PaidPart[];
  /** Of its charges, what was settled of such that no instalment bears any more since a plan was made anew. */
  readonly settled: { fee: number; penalty: number };
  /** It stands after the last due day for charges alone. */
  readonly isForCharges: boolean;
  /** It had fallen due when what was left was planned anew. */
  isPast: boolean;
}

export function newInstalment(number: number, start: CalendarDate, due: CalendarDate): Instalment {
  return {
    number,
    start,
    due,
    isMoved: false,
    isBroken: false,
    daysUntil: null,
    level: 0,
    principal: 0,
    interest: 0,
    fee: 0,
    penalty: 0,
    beside: 0,
    earlier: 0,
    later: 0,
    paid: [],
    settled: { fee: 0, penalty: 0 },
    isForCharges: false,
    isPast: false,
  };
}

/** Settled, by money or without it. */
export function paidOf({ paid }: Instalment, component: Component): number {
  return paid.reduce((sum, part) => (part.component === component ? sum + part.amount : sum), 0);
}

export function dueOf({ principal, interest, fee, penalty }: Instalment): number {
  return principal + interest + fee + penalty;
}

export function waivedOf({ paid }: Instalment, component: Component): number {
  return paid.reduce((sum, part) => (part.isWaived && part.component === component ? sum + part.amount : sum), 0);
}

/** Settled, by money or without it. */
export function paidInAll({ paid }: Instalment): number {
  return paid.reduce((sum, { amount }) => sum + amount, 0);
}
