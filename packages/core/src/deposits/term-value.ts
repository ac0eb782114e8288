// What a deposit of a term comes to, by the rules it was opened with. The quote, the opening, the explanation and the
// calculator in the browser ask here, so that they cannot differ.

import { addMonths, type CalendarDate } from '../calendar/calendar-date.ts';
import type { Fraction, RoundTo } from '../money/fraction.ts';
import type { Money } from '../money/money.ts';
import { parseRate } from '../money/rate.ts';
import type { Compounding, Payout, TermKind, TermRounding, TermRules } from '../presets/term-products.ts';
import { fixedDepositPayouts, fixedDepositValue, type GrowthLine } from './fixed-deposit.ts';
import { recurringDepositValue } from './recurring-deposit.ts';

export interface ValuedTerm
  extends Pick<TermRules, 'compounding' | 'dayCount' | 'payout' | 'isPayoutDiscounted' | 'rounding'> {
  readonly kind: TermKind;
  readonly amount: Money;
  readonly annualRate: string;
  readonly openedOn: CalendarDate;
  readonly maturesOn: CalendarDate;
  /** Null for a term in days. */
  readonly months: number | null;
}

export interface TermLine {
  readonly length: { readonly months: number } | { readonly days: number } | { readonly month: number };
  readonly on: CalendarDate;
  readonly balance: Fraction;
  readonly interest: Fraction;
  readonly paid: Money | null;
}

export interface TermValue {
  readonly paidIn: Money;
  readonly interest: Money;
  readonly maturityValue: Money;
  readonly unrounded: Fraction | null;
  readonly lines: readonly TermLine[];
}

export const MONTHS_OF_COMPOUNDING: Readonly<Record<Compounding, 1 | 3 | 6 | 12 | null>> = {
  simple: null,
  monthly: 1,
  quarterly: 3,
  'half-yearly': 6,
  yearly: 12,
};

const MONTHS_OF_PAYOUT: Readonly<Record<Exclude<Payout, 'maturity'>, number>> = {
  monthly: 1,
  quarterly: 3,
  'half-yearly': 6,
};

export const ROUND_TO: Readonly<Record<TermRounding, RoundTo>> = {
  paisa: { multiple: 1, rounding: 'half-up' },
  rupee: { multiple: 100, rounding: 'half-up' },
};

export function termValue(term: ValuedTerm): TermValue {
  const { kind, months } = term;
  return kind === 'recurring' && months !== null ? valueOfInstalments(term, months) : valueOfSum(term);
}

function valueOfInstalments(term: ValuedTerm, months: number): TermValue {
  const every = MONTHS_OF_COMPOUNDING[term.compounding];
  const { value, paidIn, interest, unrounded, lines } = recurringDepositValue({
    instalment: term.amount,
    months,
    annualRate: parseRate(term.annualRate),
    method: every === null ? { by: 'product', addEveryMonths: null } : { by: 'compound', everyMonths: every },
    round: ROUND_TO[term.rounding],
  });
  return {
    paidIn,
    interest,
    maturityValue: value,
    unrounded,
    lines: lines.map((line) => ({
      length: { month: line.month },
      on: addMonths(term.openedOn, line.month),
      balance: line.balance,
      interest: line.interest,
      paid: null,
    })),
  };
}

function valueOfSum(term: ValuedTerm): TermValue {
  const { amount, openedOn, maturesOn, payout } = term;
  const terms = {
    principal: amount,
    annualRate: parseRate(term.annualRate),
    compoundEveryMonths: MONTHS_OF_COMPOUNDING[term.compounding],
    dayCount: term.dayCount,
    round: ROUND_TO[term.rounding],
  };
  if (payout === 'maturity') {
    const { value, interest, unrounded, lines } = fixedDepositValue(terms, { openedOn, closesOn: maturesOn });
    const valued = lines.map((line) => termLineOf(line, maturesOn, null));
    return { paidIn: amount, interest, maturityValue: value, unrounded, lines: valued };
  }
  const { interest, lines } = fixedDepositPayouts(
    { ...terms, payoutEveryMonths: MONTHS_OF_PAYOUT[payout], isDiscounted: term.isPayoutDiscounted },
    openedOn,
    maturesOn,
  );
  const paid = lines.map((line) => termLineOf(line, maturesOn, line.paid));
  return { paidIn: amount, interest, maturityValue: amount, unrounded: null, lines: paid };
}

/** Every line of a term from day to day has its last day. */
export function termLineOf(
  { length, to, opening, interest }: GrowthLine,
  maturesOn: CalendarDate,
  paid: Money | null,
): TermLine {
  return { length, on: to ?? maturesOn, balance: opening, interest, paid };
}
