// What a running loan has earned of its interest by a day that lies within a period.

import { addDays, type CalendarDate, daysBetween } from '../calendar/calendar-date.ts';
import { fraction, roundToMoney, timesFraction } from '../money/fraction.ts';
import { add, type Money, money, subtract, sum, ZERO } from '../money/money.ts';
import type { InstalmentState, ReplayedLoan } from './instalment-state.ts';
import type { LoanEvent } from './loan-events.ts';
import type { LoanTerms } from './loan-terms.ts';
import { replayLoan } from './replay-loan.ts';

/**
 * Interest that the loan has earned when a day is over, paid or not. The day of the payout bears interest and the due day of an
 * instalment does not, so the day before a due day completes its period. That of a period is earned evenly over its days, and
 * interest held back to a later instalment over all the days since the last one that bore some.
 */
export function interestEarned(
  terms: LoanTerms,
  agreedOn: CalendarDate,
  events: readonly LoanEvent[],
  dayOver: CalendarDate,
): Money {
  const until = addDays(dayOver, 1);
  return evenlyEarned(replayLoan(terms, agreedOn, events, until), until);
}

/** What was waived was earned like the rest before it was taken away. */
function evenlyEarned({ instalments }: ReplayedLoan, until: CalendarDate): Money {
  const waived = sum(instalments.map(({ waivedOf }) => waivedOf.interest));
  return subtract(earnedBeforeWaivers(instalments, until), waived);
}

function earnedBeforeWaivers(instalments: ReplayedLoan['instalments'], until: CalendarDate): Money {
  const bearing = instalments
    .map((one) => ({ ...one, interest: ownInterest(one) }))
    .filter(({ interest }) => interest > 0);
  const past = bearing.filter(({ due }) => due <= until);
  const earned = sum(past.map(({ interest }) => interest));
  const running = bearing[past.length];
  const start = past.at(-1)?.due ?? instalments[0]?.start;
  if (running === undefined || start === undefined) return earned;
  return add(earned, earnedOfPeriod(running.interest, { start, due: running.due }, until));
}

/** Of the interest of one period, what its days before `until` have earned: interest × days / days of the period, half up. */
export function earnedOfPeriod(
  interest: Money,
  { start, due }: { readonly start: CalendarDate; readonly due: CalendarDate },
  until: CalendarDate,
): Money {
  if (until <= start) return ZERO;
  const share = fraction(daysBetween(start, until), daysBetween(start, due));
  return money(roundToMoney(timesFraction(fraction(interest), share), { multiple: 1, rounding: 'half-up' }));
}

/** That of its days, whichever instalment collects it. */
function ownInterest({ interest, waivedOf, earlierInterest, laterInterest }: InstalmentState): Money {
  return subtract(sum([interest, waivedOf.interest, laterInterest]), earlierInterest);
}
