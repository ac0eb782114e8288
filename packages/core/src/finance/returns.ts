// What flows of money are worth at a rate, and the rate at which they come out even. Source: the definitions of
// OpenDocument 1.3, part 4, §6.12 (NPV, IRR, XNPV, XIRR, EFFECT, NOMINAL); days are actual/365.

import { type CalendarDate, daysBetween } from '../calendar/calendar-date.ts';
import { FinanceError, hasAnswer } from './finance-error.ts';
import { findRate } from './find-root.ts';

const USUAL_GUESS = 0.1;

/** The value now of flows that come at the end of each period. */
export function netPresentValue(rate: number, flows: readonly number[]): number {
  if (rate === -1) throw new FinanceError('#DIV/0!', 'at -100 % there is nothing to divide by');
  return flows.reduce((sum, flow, index) => sum + flow / (1 + rate) ** (index + 1), 0);
}

/** The rate for one period at which flows, the first of them now, come out even. */
export function internalRate(flows: readonly number[], guess = USUAL_GUESS): number {
  return rateOfFlows(
    flows.map((amount, index) => ({ amount, time: index })),
    guess,
  );
}

export interface DatedFlow {
  readonly on: CalendarDate;
  readonly amount: number;
}

/** The value on the day of the first flow; no later flow lies before it. */
export function netPresentValueOfDates(rate: number, flows: readonly DatedFlow[]): number {
  hasAnswer(rate > -1, 'a rate lies above -100 %');
  hasAnswer(flows.length > 0, 'there is a flow');
  return inYears(flows).reduce((sum, { amount, time }) => {
    hasAnswer(time >= 0, 'no flow lies before the first');
    return sum + amount / (1 + rate) ** time;
  }, 0);
}

/** The yearly rate at which dated flows come out even, in whatever order they stand. */
export function internalRateOfDates(flows: readonly DatedFlow[], guess = USUAL_GUESS): number {
  const earliest = [...flows].sort((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0));
  return rateOfFlows(inYears(earliest), guess);
}

/** The yearly rate that a nominal rate comes to when it is compounded this many times a year. */
export function effectiveRate(nominal: number, timesAYear: number): number {
  const times = Math.trunc(timesAYear);
  hasAnswer(nominal > 0 && times >= 1, 'the rate is positive and compounded at least once a year');
  return Math.expm1(times * Math.log1p(nominal / times));
}

/** The nominal rate that comes to this effective rate when it is compounded this many times a year. */
export function nominalRate(effective: number, timesAYear: number): number {
  const times = Math.trunc(timesAYear);
  hasAnswer(effective > 0 && times >= 1, 'the rate is positive and compounded at least once a year');
  return times * Math.expm1(Math.log1p(effective) / times);
}

export interface TimedFlow {
  /** In periods of the rate that is looked for, from now. */
  readonly time: number;
  readonly amount: number;
}

/** The rate for one unit of time at which flows come out even. */
export function rateOfFlows(flows: readonly TimedFlow[], guess = USUAL_GUESS): number {
  const isEven = flows.some(({ amount }) => amount > 0) && flows.some(({ amount }) => amount < 0);
  hasAnswer(isEven, 'something is paid and something received');
  return findRate((rate) => flows.reduce((sum, { amount, time }) => sum + amount / (1 + rate) ** time, 0), guess);
}

function inYears(flows: readonly DatedFlow[]): TimedFlow[] {
  const first = flows[0]?.on;
  return flows.map(({ on, amount }) => ({ amount, time: first === undefined ? 0 : daysBetween(first, on) / 365 }));
}
