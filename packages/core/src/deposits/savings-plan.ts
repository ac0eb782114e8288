// What an account without a term would hold if money were put in as is wished, by the rules of its product. The quote and
// the calculator in the browser ask here, and it asks the functions that credit the interest, so that they cannot differ.

import {
  addDays,
  addMonths,
  type CalendarDate,
  daysBetween,
  endOfMonth,
  monthOf,
  yearOf,
} from '../calendar/calendar-date.ts';
import type { DayCountConvention } from '../calendar/day-count.ts';
import { addFractions, type Fraction, fraction, roundToMoney } from '../money/fraction.ts';
import { add, formatMoney, type Money, money, subtract, ZERO } from '../money/money.ts';
import { formatRate, parseRate } from '../money/rate.ts';
import type { TermRounding } from '../presets/term-products.ts';
import { dailyClosure } from './daily-deposit.ts';
import type { DemandKind, InterestRule } from './demand-kinds.ts';
import { goalPlan } from './goal.ts';
import type { RateVersion, SlabMethod } from './rate-versions.ts';
import { instalmentValue } from './recurring-deposit.ts';
import {
  type EndOfDayBalance,
  type ExplainedInterest,
  type SavingsBasis,
  savingsInterest,
} from './savings-interest.ts';
import { type SavingsRate, savingsSlabs } from './savings-rates.ts';
import type { DepositorCategory } from './term-rates.ts';
import { ROUND_TO, type TermLine } from './term-value.ts';

/** The rules of one day. */
export interface OfferedSavings {
  readonly kind: DemandKind;
  readonly interestRule: InterestRule;
  readonly interestBasis: SavingsBasis;
  readonly dayCount: DayCountConvention;
  readonly slabMethod: SlabMethod;
  readonly rounding: TermRounding;
  /** At the end of which months it is credited. */
  readonly interestMonths: readonly number[];
  readonly minimumDeposit: Money;
  readonly annualRate: string;
  /** Beside the rate for everybody. */
  readonly rates: readonly SavingsRate[];
  readonly effectiveFrom: CalendarDate;
}

/** What the society says of every new daily deposit. */
export interface DailyRules {
  readonly termMonths: number;
  readonly keptMonths: number;
  readonly addEveryMonths: number;
}

export interface WishedSavings {
  /** Put in on the first day; of thrift each month, of a daily deposit each day, and of a goal what is to be reached. */
  readonly amount: Money;
  /** Put in beside it on the same day of each month that follows. */
  readonly monthly: Money;
  /** Of a goal, what is there already. */
  readonly saved: Money;
  readonly months: number;
  readonly openedOn: CalendarDate;
  readonly categories: readonly DepositorCategory[];
}

export interface SavingsLine extends TermLine {
  readonly annualRate: string;
  /** What is added to the account at the end of the line's period; null where nothing is. */
  readonly credited: Money | null;
}

export interface SavingsPlan {
  readonly until: CalendarDate;
  /** What is put in each month; of a goal, what reaches it. */
  readonly monthly: Money;
  readonly paidIn: Money;
  readonly interest: Money;
  readonly value: Money;
  readonly lines: readonly SavingsLine[];
  /** What stands there from the first day to the last, with its interest. */
  readonly growth: readonly { readonly on: CalendarDate; readonly amount: Money }[];
}

export interface SavingsRefusal {
  readonly code: 'TERM_AMOUNT_BELOW' | 'QUOTE_NOT_ASKED';
  readonly field: 'amount' | 'monthly' | 'saved';
  readonly params: Readonly<Record<string, string>>;
}

export type PlannedSavings =
  | { readonly ok: true; readonly plan: SavingsPlan }
  | { readonly ok: false; readonly refusal: SavingsRefusal };

/** Whether every month something is put in beside the first sum. */
export const takesMonthly = ({ kind, interestRule }: Pick<OfferedSavings, 'kind' | 'interestRule'>): boolean =>
  kind !== 'goal' && interestRule !== 'thrift' && interestRule !== 'daily';

export function savingsPlan(product: OfferedSavings, daily: DailyRules, wish: WishedSavings): PlannedSavings {
  const { kind, interestRule, minimumDeposit } = product;
  if (wish.monthly > 0 && !takesMonthly(product)) return refused('QUOTE_NOT_ASKED', 'monthly');
  if (wish.saved > 0 && kind !== 'goal') return refused('QUOTE_NOT_ASKED', 'saved');
  if (wish.amount < minimumDeposit) {
    return refused('TERM_AMOUNT_BELOW', 'amount', { minimum: formatMoney(minimumDeposit) });
  }
  if (kind === 'goal') return { ok: true, plan: planOfGoal(product, wish) };
  if (interestRule === 'daily') return { ok: true, plan: planOfDays(product, daily, wish) };
  return { ok: true, plan: planOfBalances(product, wish) };
}

function refused(
  code: SavingsRefusal['code'],
  field: SavingsRefusal['field'],
  params: SavingsRefusal['params'] = {},
): PlannedSavings {
  return { ok: false, refusal: { code, field, params } };
}

/** After so many months what a product credits bears interest: the longest time between two of its credits. */
export function compoundEveryMonths(interestMonths: readonly number[]): number {
  const months = [...interestMonths].sort((one, other) => one - other);
  const [first = 12] = months;
  const gaps = months.map((month, place) => (months[place + 1] ?? first + 12) - month);
  return Math.max(1, ...gaps);
}

/** Nobody puts by parts of a rupee each month. */
export const WHOLE_UNITS = 100;

function planOfGoal(product: OfferedSavings, wish: WishedSavings): SavingsPlan {
  const { amount: target, saved, months, openedOn } = wish;
  const annualRate = parseRate(product.interestRule === 'none' ? '0' : product.annualRate);
  const every = compoundEveryMonths(product.interestMonths);
  const { instalment, plan, grownSavings } = goalPlan({
    target,
    saved,
    months,
    annualRate,
    compoundEveryMonths: every,
    instalmentMultiple: WHOLE_UNITS,
  });
  const savedAfter = (month: number) =>
    saved === 0 ? ZERO : roundToMoney(instalmentValue(saved, annualRate, month, every), ROUND_TO.paisa);
  let interest: Fraction = fraction(0);
  const growth = Array.from({ length: months }, (_, place) => {
    interest = addFractions(interest, plan?.lines[place]?.interest ?? fraction(0));
    const grown = addFractions(fraction(instalment * (place + 1)), interest);
    return {
      on: addMonths(openedOn, place + 1),
      amount: add(savedAfter(place + 1), roundToMoney(grown, ROUND_TO.paisa)),
    };
  });
  const value = add(grownSavings, plan?.value ?? ZERO);
  const paidIn = add(saved, plan?.paidIn ?? ZERO);
  return {
    until: addMonths(openedOn, months),
    monthly: instalment,
    paidIn,
    interest: subtract(value, paidIn),
    value,
    lines: (plan?.lines ?? []).map(({ month, balance, interest }) => ({
      length: { month },
      on: addMonths(openedOn, month),
      balance,
      interest,
      paid: null,
      annualRate: formatRate(annualRate),
      credited: null,
    })),
    growth: [{ on: openedOn, amount: saved }, ...growth],
  };
}

/** Something is put in on every day, also on the first; on the last all is paid out. */
function planOfDays(product: OfferedSavings, daily: DailyRules, wish: WishedSavings): SavingsPlan {
  const { amount, months, openedOn } = wish;
  const until = addMonths(openedOn, months);
  const paidIn: EndOfDayBalance[] = [];
  for (let on = openedOn; on < until; on = addDays(on, 1)) {
    paidIn.push({ on, balance: money(amount * (paidIn.length + 1)) });
  }
  const { annualRate } = product;
  const { earned, lines } = dailyClosure(
    { openedOn, maturesOn: until, annualRate, serviceCharge: null, ...daily },
    paidIn,
    {
      closesOn: until,
      credited: ZERO,
    },
  );
  let interest: Fraction = fraction(0);
  const growth = lines.map((line) => {
    interest = addFractions(interest, line.interest);
    const held = paidIn[daysBetween(openedOn, line.on)] ?? paidIn.at(-1);
    return { on: line.on, amount: add(held?.balance ?? ZERO, roundToMoney(interest, ROUND_TO.paisa)) };
  });
  const total = paidIn.at(-1)?.balance ?? ZERO;
  const value = add(total, earned);
  return {
    until,
    monthly: ZERO,
    paidIn: total,
    interest: earned,
    value,
    lines: lines.map((line) => ({ ...line, annualRate, credited: null })),
    growth: [{ on: openedOn, amount: ZERO }, ...growth.filter(({ on }) => on < until), { on: until, amount: value }],
  };
}

/** Credited at the end of its months, each credit bearing interest from the next day on; the last days are earned by the end. */
function planOfBalances(product: OfferedSavings, wish: WishedSavings): SavingsPlan {
  const { amount, months, openedOn } = wish;
  const isThrift = product.interestRule === 'thrift';
  const monthly = isThrift ? amount : wish.monthly;
  const until = addMonths(openedOn, months);
  const terms = {
    basis: isThrift ? ('monthEnd' as const) : product.interestBasis,
    dayCount: product.dayCount,
    slabMethod: product.slabMethod,
    rates: [ratesOf(product, wish)],
    round: ROUND_TO[product.rounding],
  };
  const balances: EndOfDayBalance[] = [];
  const lines: SavingsLine[] = [];
  let [paidIn, interest, putIn] = [amount, ZERO, 1];
  for (let from = openedOn; from < until; ) {
    const to = endOfPeriod(product.interestMonths, from, addDays(until, -1));
    if (from === openedOn) balances.push({ on: openedOn, balance: amount });
    for (let on = addMonths(openedOn, putIn); on <= to && monthly > 0; on = addMonths(openedOn, putIn)) {
      put(balances, on, monthly);
      paidIn = add(paidIn, monthly);
      putIn += 1;
    }
    const period = savingsInterest(terms, balances, { from, to });
    if (period.interest > 0) put(balances, to, period.interest);
    interest = add(interest, period.interest);
    const isCredited = to === endOfMonth(to) && product.interestMonths.includes(monthOf(to));
    lines.push(...linesOf(period, terms.basis === 'dailyProduct' ? null : openedOn, isCredited));
    from = addDays(to, 1);
  }
  const value = add(paidIn, interest);
  // Month after month, so that a picture of it has even steps.
  const growth = Array.from({ length: months }, (_, place) => {
    const on = addMonths(openedOn, place);
    return { on, amount: balances.findLast((held) => held.on <= on)?.balance ?? ZERO };
  });
  return { until, monthly, paidIn, interest, value, lines, growth: [...growth, { on: until, amount: value }] };
}

function ratesOf(product: OfferedSavings, { categories, openedOn }: WishedSavings): RateVersion {
  const { interestRule, annualRate, effectiveFrom } = product;
  // The rules are those of the day of the question, also where the account is thought of as opened before.
  const from = effectiveFrom < openedOn ? effectiveFrom : openedOn;
  const general = { category: 'general', amountFrom: ZERO, annualRate } as const;
  return {
    from,
    slabs: savingsSlabs(
      interestRule === 'none' ? [{ ...general, annualRate: '0' }] : [general, ...product.rates],
      categories,
    ),
  };
}

function endOfPeriod(interestMonths: readonly number[], from: CalendarDate, last: CalendarDate): CalendarDate {
  let end = endOfMonth(from);
  while (end < last && !interestMonths.includes(monthOf(end))) end = endOfMonth(addDays(end, 1));
  return end < last ? end : last;
}

/** Onto what the day held; days come in their order. */
function put(balances: EndOfDayBalance[], on: CalendarDate, amount: Money): void {
  const held = balances.at(-1);
  if (held?.on === on) balances.pop();
  balances.push({ on, balance: add(held?.balance ?? ZERO, amount) });
}

/** A month is a twelfth of the year whatever its days, and is named by its place after the opening. */
function linesOf(
  { lines, interest }: ExplainedInterest,
  monthsFrom: CalendarDate | null,
  isCredited: boolean,
): SavingsLine[] {
  return lines.map((line, place) => ({
    length: monthsFrom === null ? { days: line.days } : { month: monthPlace(line.to) - monthPlace(monthsFrom) + 1 },
    on: line.to,
    balance: fraction(line.balance),
    interest: line.interest,
    paid: null,
    annualRate: formatRate(line.annualRate),
    credited: isCredited && place === lines.length - 1 ? interest : null,
  }));
}

const monthPlace = (day: CalendarDate): number => yearOf(day) * 12 + monthOf(day);
