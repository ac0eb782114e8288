// The interest that is owed beyond what has fallen due when a loan is closed within a period.

import type { CalendarDate } from '../calendar/calendar-date.ts';
import { divideRoundedBig } from '../money/rounding.ts';
import { interestShare } from './interest-share.ts';
import type { FlatRebate } from './loan-events.ts';
import { type LoanState, planInstalments } from './plan-instalments.ts';

/**
 * In minor units. A flat loan owes what its rebate leaves of the interest agreed. Where interest follows days, it is that of
 * the days. Where every period bears the same part of a year, the days of the period that has begun bear balance × rate ×
 * days / 365, and never more than the whole period would.
 */
export function interestToClose(loan: LoanState, on: CalendarDate, rebate: FlatRebate): number {
  const place = loan.instalments.findIndex(({ due }) => on < due);
  if (place === -1) return 0;
  if (loan.terms.interestMethod === 'flat') return flatInterest(loan, place, on, rebate);
  if (loan.terms.interestPeriod.by === 'day') return interestUntil(loan, place, on);

  // What earlier periods have held back is owed with that of the period that has begun.
  const start = loan.instalments[place]?.start ?? on;
  const whole = planInstalments(loan, on)[place]?.calculated ?? 0;
  return interestUntil(loan, place, start) + Math.min(interestOfDays(loan, place, on), whole);
}

/** Of the instalments from one on, with interest counted to a day: what they collect, their own and what was left to them. */
export function interestUntil(loan: LoanState, place: number, until: CalendarDate): number {
  return planInstalments(loan, until, until)
    .slice(place)
    .reduce((sum, { interest }) => sum + interest, 0);
}

function flatInterest(loan: LoanState, place: number, on: CalendarDate, rebate: FlatRebate): number {
  const planned = planInstalments(loan, on);
  const count = planned.length;
  const all = planned.reduce((sum, { interest, beside }) => sum + interest - beside, 0);
  const ahead = planned.slice(place).reduce((sum, { interest }) => sum + interest, 0);
  const unbegun = loan.instalments.findIndex(({ start }) => on <= start);
  if (rebate === 'nothing' || unbegun === -1) return ahead;
  if (rebate === 'unbegun') {
    const beside = planned.slice(unbegun).reduce((sum, one) => sum + one.beside, 0);
    return planned.slice(place, unbegun).reduce((sum, { interest }) => sum + interest, beside);
  }
  const left = BigInt(count - unbegun);
  const spared = BigInt(all) * left * (left + 1n);
  return Math.max(0, ahead - Number(divideRoundedBig(spared, BigInt(count * (count + 1)), loan.terms.rounding)));
}

function interestOfDays(loan: LoanState, place: number, on: CalendarDate): number {
  const { terms, rates, payouts, instalments } = loan;
  const period = instalments[place];
  if (period === undefined) return 0;
  const byDay = { ...terms, interestPeriod: { by: 'day' }, instalmentBasis: 'periodFactors' } as const;
  const rules = { ...byDay, dayCount: { year: 365, month: 'actual' } } as const;
  const repaid = planInstalments(loan, on)
    .slice(0, place)
    .reduce((sum, { principal }) => sum + principal, 0);
  const ahead =
    terms.recalculation === null
      ? []
      : instalments.slice(place).flatMap(({ paid }) => paid.filter(({ component }) => component === 'principal'));
  const changes = [...payouts, ...ahead.map((part) => ({ on: part.on, amount: -part.amount }))];
  let [numerator, denominator] = [0n, 1n];
  const add = (amount: number, from: CalendarDate) => {
    const share = interestShare(rules, rates, period, from, on);
    numerator += BigInt(amount) * share.numerator;
    denominator = share.denominator;
  };
  add(-repaid, period.start);
  for (const change of changes) {
    const from = change.on < period.start ? period.start : change.on;
    if (from < on) add(change.amount, from);
  }
  return Math.max(0, Number(divideRoundedBig(numerator, denominator, terms.rounding)));
}
