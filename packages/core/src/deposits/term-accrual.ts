// What a deposit of a term has earned by the end of a day and not been given yet, at the rate that was agreed: what the
// society owes, whether or not the deposit then runs to its end.

import { type CalendarDate, daysBetween, minDate } from '../calendar/calendar-date.ts';
import { type Money, maximum, money, subtract, sum, ZERO } from '../money/money.ts';
import { divideRoundedBig } from '../money/rounding.ts';
import { type ClosingTerm, termClosure } from './term-closure.ts';
import { termValue } from './term-value.ts';

export type AccruingTerm = Omit<ClosingTerm, 'closesOn' | 'cardRate' | 'prematurePenalty' | 'lockInDays'>;

export function termAccrued(term: AccruingTerm, on: CalendarDate): Money {
  const until = minDate(on, term.maturesOn);
  const isPaidOnTheWay = term.kind === 'fixed' && term.payout !== 'maturity';
  const earned = isPaidOnTheWay ? partsEarned(term, until) : earnedByThen(term, until);
  return maximum(ZERO, subtract(earned, term.interestPaid));
}

function earnedByThen(term: AccruingTerm, until: CalendarDate): Money {
  const asAgreed = { closesOn: until, cardRate: term.annualRate, prematurePenalty: '0', lockInDays: 0 };
  return termClosure({ ...term, ...asAgreed }).interest;
}

/** The parts whose day has come, and of the next as much as of its days has gone by. */
function partsEarned(term: AccruingTerm, until: CalendarDate): Money {
  const parts: Money[] = [];
  let from = term.openedOn;
  for (const { on, paid } of termValue(term).lines) {
    if (paid === null) continue;
    parts.push(on <= until ? paid : partOf(paid, daysBetween(from, until), daysBetween(from, on)));
    if (on > until) break;
    from = on;
  }
  return sum(parts);
}

function partOf(paid: Money, days: number, ofDays: number): Money {
  return money(Number(divideRoundedBig(BigInt(paid) * BigInt(days), BigInt(ofDays), 'half-up')));
}
