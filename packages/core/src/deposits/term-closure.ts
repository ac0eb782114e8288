// What a deposit of a term is paid out with: at its end what was agreed, before it the rate for the time that it ran.

import { type CalendarDate, daysBetween, minDate } from '../calendar/calendar-date.ts';
import { add, type Money, maximum, subtract, sum, ZERO } from '../money/money.ts';
import { formatRate, parseRate, type Rate, rateOf } from '../money/rate.ts';
import type { TermRules } from '../presets/term-products.ts';
import { fixedDepositPremature, fixedDepositValue, lessPenalty } from './fixed-deposit.ts';
import { type PaidInstalment, recurringDepositByDates } from './recurring-deposit.ts';
import {
  MONTHS_OF_COMPOUNDING,
  ROUND_TO,
  type TermLine,
  termLineOf,
  termValue,
  type ValuedTerm,
} from './term-value.ts';

export interface ClosingTerm extends ValuedTerm, Pick<TermRules, 'lockInDays' | 'prematurePenalty'> {
  readonly closesOn: CalendarDate;
  /** The working day up to which it earns its rate where its term ends on a holiday; null where it earns nothing beyond. */
  readonly earnsUntil?: CalendarDate | null;
  /** What the card of the opening day says for the time that the deposit ran; null where it says nothing for so short a time. */
  readonly cardRate: string | null;
  /** Of a recurring deposit, what was paid and when. */
  readonly instalments: readonly PaidInstalment[];
  /** Interest that was paid out before. */
  readonly interestPaid: Money;
}

export interface TermClosure {
  readonly isPremature: boolean;
  /** What it earned a year, after the penalty. */
  readonly annualRate: string;
  readonly paidIn: Money;
  /** All that it earned, also what was paid out before. */
  readonly interest: Money;
  /** Paid out before and not earned: it comes out of the principal. */
  readonly recovered: Money;
  /** What is paid now. */
  readonly paid: Money;
  readonly lines: readonly TermLine[];
}

type Earned = Pick<TermClosure, 'annualRate' | 'paidIn' | 'interest' | 'lines'>;

export function termClosure(term: ClosingTerm): TermClosure {
  const isPremature = term.closesOn < term.maturesOn;
  const earned = isPremature ? earnedBefore(term) : withWaiting(term, earnedInFull(term));
  const { paidIn, interest } = earned;
  return {
    ...earned,
    isPremature,
    recovered: maximum(ZERO, subtract(term.interestPaid, interest)),
    paid: subtract(add(paidIn, interest), term.interestPaid),
  };
}

export interface EndingTerm extends ValuedTerm {
  /** The day on which it is carried out, its last day or a working day after it. */
  readonly endsOn: CalendarDate;
  readonly earnsUntil: CalendarDate | null;
  /** Of a recurring deposit, those that are paid or will be. */
  readonly instalments: readonly PaidInstalment[];
}

/** What it is carried out with when its term is over: interest that is paid on the way has been paid by then. */
export function closureAtEnd({ endsOn, ...term }: EndingTerm): TermClosure {
  return termClosure({
    ...term,
    closesOn: endsOn,
    interestPaid: term.payout === 'maturity' ? ZERO : termValue(term).interest,
    // Of one that is closed before its end.
    cardRate: null,
    lockInDays: 0,
    prematurePenalty: '0',
  });
}

function earnedInFull(term: ClosingTerm): Earned {
  const { annualRate, maturesOn } = term;
  const isComplete = term.kind === 'fixed' || term.instalments.length === term.months;
  // What was promised was promised for every instalment; otherwise each earns from its day on.
  if (!isComplete) return earnedByDates(term, parseRate(annualRate), maturesOn);
  const { paidIn, interest, lines } = termValue(term);
  return { annualRate, paidIn, interest, lines };
}

/** For the days between a last day that was a holiday and the working day: simple interest on all that was due on it. */
function withWaiting(term: ClosingTerm, earned: Earned): Earned {
  const { annualRate, maturesOn, closesOn, earnsUntil, interestPaid, dayCount } = term;
  const until = earnsUntil == null ? maturesOn : minDate(earnsUntil, closesOn);
  const due = subtract(add(earned.paidIn, earned.interest), interestPaid);
  if (until <= maturesOn || due <= ZERO) return earned;
  const { interest, lines } = fixedDepositValue(
    {
      principal: due,
      annualRate: parseRate(annualRate),
      compoundEveryMonths: null,
      dayCount,
      round: ROUND_TO[term.rounding],
    },
    { openedOn: maturesOn, closesOn: until },
  );
  return {
    ...earned,
    interest: add(earned.interest, interest),
    lines: [...earned.lines, ...lines.map((line) => termLineOf(line, until, null))],
  };
}

function earnedBefore(term: ClosingTerm): Earned {
  const { kind, amount, openedOn, closesOn, payout, lockInDays, interestPaid } = term;
  const cardRate = term.cardRate === null ? rateOf(0) : parseRate(term.cardRate);
  const penalty = parseRate(term.prematurePenalty);
  if (kind === 'recurring') {
    const isTooShort = daysBetween(openedOn, closesOn) < lockInDays;
    return earnedByDates(term, isTooShort ? rateOf(0) : lessPenalty(cardRate, penalty), closesOn);
  }
  const { interest, annualRate, lines } = fixedDepositPremature(
    {
      principal: amount,
      // Interest that is paid out is never added to the deposit.
      compoundEveryMonths: payout === 'maturity' ? MONTHS_OF_COMPOUNDING[term.compounding] : null,
      dayCount: term.dayCount,
      round: ROUND_TO[term.rounding],
      cardRate,
      penalty,
      noInterestBeforeDays: lockInDays,
      interestPaid,
    },
    { openedOn, closesOn },
  );
  return {
    annualRate: formatRate(daysBetween(openedOn, closesOn) < lockInDays ? rateOf(0) : annualRate),
    paidIn: amount,
    interest,
    lines: lines.map((line) => termLineOf(line, closesOn, null)),
  };
}

function earnedByDates(term: ClosingTerm, annualRate: Rate, closesOn: CalendarDate): Earned {
  const { interest, instalments } = recurringDepositByDates(
    {
      annualRate,
      compoundEveryMonths: MONTHS_OF_COMPOUNDING[term.compounding],
      dayCount: term.dayCount,
      round: ROUND_TO[term.rounding],
    },
    // What came after the last day earned nothing.
    term.instalments.map(({ on, amount }) => ({ on: minDate(on, closesOn), amount })),
    closesOn,
  );
  return {
    annualRate: formatRate(annualRate),
    paidIn: sum(term.instalments.map(({ amount }) => amount)),
    interest,
    lines: instalments.flatMap(({ grown }) => grown.lines.map((line) => termLineOf(line, closesOn, null))),
  };
}
