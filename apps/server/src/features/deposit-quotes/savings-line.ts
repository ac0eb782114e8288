import {
  type CalendarDate,
  calendarDate,
  daysBetween,
  endOfMonth,
  fraction,
  type InterestAdded,
  type Movement,
  minDate,
  negate,
  parseRate,
  percentOf,
  type Rate,
  runningBalance,
  savingsInterest,
  startOfMonth,
  ZERO,
} from '@kafal/core';
import { z } from 'zod';
import { Amount, AmountOrNothing, Count, Day, type Figures, NumberText, named, Percent } from './line-fields.ts';

const DatedAmount = z.tuple([Day, Amount]);
/** One with its day, a list of them, or an amount of the first day. */
const Amounts = z.union([DatedAmount.transform((each) => [each]), z.array(DatedAmount), Amount]).default([]);

const ADDED: Readonly<Record<string, InterestAdded>> = {
  daily: 'daily',
  monthly: { everyMonths: 1 },
  quarterly: { everyMonths: 3 },
  'half-yearly': { everyMonths: 6 },
  annual: { everyMonths: 12 },
  yearly: { everyMonths: 12 },
  none: 'never',
};

const Unsigned = NumberText.transform((text): string | number => text.replace(/^-/, '')).pipe(Amount);

const Common = {
  annualRatePct: Percent,
  daysInYear: Count.pipe(z.number().min(360).max(366)).default(365),
};

const Averaged = z.object({
  ...Common,
  averageDailyBalance: Amount,
  /** Such as "1/12". */
  monthFraction: z
    .string()
    .regex(/^[1-9]\d{0,2}\/[1-9]\d{0,2}$/)
    .optional(),
  days: Count.optional(),
});

const Listed = z.object({
  ...Common,
  balances: z.array(z.tuple([Day, AmountOrNothing])).min(1),
  from: Day.optional(),
  to: Day.optional(),
  basis: z.string(),
});

const Moving = z.object({
  ...Common,
  overdraftRatePct: Percent.optional(),
  overdraftAllowed: z.boolean().default(false),
  openingDeposit: Amount.optional(),
  /** With or without its sign. */
  overdrawn: Unsigned.optional(),
  deposit: Amounts,
  withdrawal: Amounts,
  from: Day.optional(),
  to: Day.optional(),
  /** The last day counts as well. */
  inclusiveEnd: z.boolean().default(false),
  days: Count.optional(),
  /** The interest of this day alone, counted from 1. */
  interestOfDay: Count.optional(),
  compounding: z.string().optional(),
  posting: z.string().optional(),
});

const NAMES = {
  averageDailyBalance: ['minimumBalance', 'balance'],
  days: ['asOfDays'],
  deposit: ['deposits'],
  withdrawal: ['withdrawals'],
};

export function savingsFigures(input: unknown): Figures {
  const fields = named(input, NAMES);
  if (typeof fields === 'object' && fields !== null) {
    if ('balances' in fields) return listedFigures(Listed.parse(fields));
    if ('averageDailyBalance' in fields) return averagedFigures(Averaged.parse(fields));
  }
  const form = Moving.parse(fields);
  const overdraftRate = form.overdraftAllowed ? (form.overdraftRatePct ?? form.annualRatePct) : null;
  return movingFigures(form, form.annualRatePct, overdraftRate);
}

const OVERDRAFT_NAMES = {
  annualRatePct: ['overdraftRatePct', 'overdraftAnnualRatePct'],
  overdrawn: ['overdrawnBalance', 'overdrawnAmount', 'overdraftBalance', 'balance'],
  days: ['asOfDays'],
  deposit: ['deposits'],
  withdrawal: ['withdrawals'],
};

/** Interest is what the overdraft costs, and so above nothing; the balance is below. Without a time it is that of a day. */
export function overdraftFigures(input: unknown): Figures {
  const form = Moving.parse(named(input, OVERDRAFT_NAMES));
  const { interest, ...rest } = movingFigures(form, parseRate('0'), form.annualRatePct, 1);
  return interest === undefined ? rest : { interest: { ...interest, numerator: -interest.numerator }, ...rest };
}

const MINIMUM = /^minimum balance between the 10th and (the )?month end$/i;
const DAILY = /^daily (balance|product)$/i;

function listedFigures({ balances, annualRatePct, daysInYear, basis, ...days }: z.output<typeof Listed>): Figures {
  const isMinimum = MINIMUM.test(basis);
  if (!isMinimum && !DAILY.test(basis)) {
    throw new Error('basis: "daily balance", or "minimum balance between the 10th and month end"');
  }
  if (daysInYear !== 365) throw new Error('daysInYear: a list of balances is told by 365 days');
  const listed = balances.map(([on, balance]) => ({ on, balance }));
  const [first, last] = [minDate(...dates(listed)), listed.at(-1)?.on];
  const from = days.from ?? (isMinimum ? startOfMonth(first) : first);
  const { unrounded } = savingsInterest(
    {
      basis: isMinimum ? 'minimumFromTenth' : 'dailyProduct',
      slabMethod: 'wholeBalance',
      rates: [{ from: calendarDate('1900-01-01'), slabs: [{ from: ZERO, annualRate: annualRatePct }] }],
      dayCount: 'actual/365',
      round: { multiple: 1, rounding: 'half-up' },
    },
    listed,
    { from, to: days.to ?? endOfMonth(last ?? first) },
  );
  return { interest: unrounded };
}

function averagedFigures(form: z.output<typeof Averaged>): Figures {
  const { averageDailyBalance: balance, annualRatePct, daysInYear, monthFraction, days } = form;
  if ((monthFraction === undefined) === (days === undefined)) {
    throw new Error('Say the time once: days, or monthFraction such as 1/12.');
  }
  const [part = '', whole = ''] = monthFraction?.split('/') ?? [String(days), String(daysInYear)];
  const rate = percentOf(annualRatePct);
  const interest = fraction(BigInt(balance) * rate.numerator * BigInt(part), rate.denominator * BigInt(whole));
  return {
    interest,
    balance: fraction(interest.numerator + BigInt(balance) * interest.denominator, interest.denominator),
  };
}

/** Postings are kept to four decimals, a hundredth of a paisa. */
const POSTED_IN_PARTS = 100;

function movingFigures(
  form: z.output<typeof Moving>,
  annualRate: Rate,
  overdraftRate: Rate | null,
  usualLength?: number,
): Figures {
  const isPostedDaily = firstWord(form.posting) === 'daily';
  const added = isPostedDaily ? 'daily' : addedBy(form.compounding ?? 'none');
  const dated = [...datedOf(form.deposit), ...datedOf(form.withdrawal)];
  const from = form.from ?? (dated.length > 0 ? minDate(...dates(dated)) : SOME_DAY);
  const movements: Movement[] = [
    ...datedOf(form.deposit, from),
    ...datedOf(form.withdrawal, from).map(({ on, amount }) => ({ on, amount: negate(amount) })),
  ];
  if (form.openingDeposit !== undefined) movements.push({ on: from, amount: form.openingDeposit });
  if (form.overdrawn !== undefined) movements.push({ on: from, amount: negate(form.overdrawn) });
  if (movements.length === 0) throw new Error('Say what the account holds: openingDeposit, deposit or withdrawal.');

  const { balance, interest, days } = runningBalance(
    {
      annualRate,
      overdraftRate,
      daysInYear: form.daysInYear,
      added,
      postedInParts: isPostedDaily ? POSTED_IN_PARTS : null,
    },
    movements,
    from,
    lengthOf(form, from) ?? usualLength ?? noTime(),
  );
  return { interest: form.interestOfDay === undefined ? interest : (days.at(-1)?.interest ?? interest), balance };
}

/** An amount without a day is one of the first day, and left out until that is known. */
function datedOf(amounts: z.output<typeof Amounts>, first?: CalendarDate): Movement[] {
  if (typeof amounts === 'number') return first === undefined ? [] : [{ on: first, amount: amounts }];
  return amounts.map(([on, amount]) => ({ on, amount }));
}

/** For lines that name no day. */
const SOME_DAY = calendarDate('2025-01-01');

function lengthOf({ days, interestOfDay, to, inclusiveEnd }: z.output<typeof Moving>, from: CalendarDate) {
  const until = to === undefined ? undefined : daysBetween(from, to) + (inclusiveEnd ? 1 : 0);
  const [length, second] = [days, interestOfDay, until].filter((each) => each !== undefined);
  return second === undefined ? length : noTime();
}

function noTime(): never {
  throw new Error('Say the time once: to, days, asOfDays or interestOfDay.');
}

function addedBy(compounding: string): InterestAdded {
  const name = firstWord(compounding);
  const found = Object.hasOwn(ADDED, name) ? ADDED[name] : undefined;
  if (found === undefined) throw new Error(`compounding: one of ${Object.keys(ADDED).join(', ')}`);
  return found;
}

const firstWord = (text = '') => (/^[a-z-]+/.exec(text.trim().toLowerCase()) ?? [''])[0];

function dates(dated: readonly { readonly on: CalendarDate }[]): [CalendarDate, ...CalendarDate[]] {
  const [first, ...others] = dated.map(({ on }) => on);
  if (first === undefined) throw new Error('Say at least one day.');
  return [first, ...others];
}
