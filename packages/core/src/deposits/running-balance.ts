// A balance that bears interest every day and takes it in: interest on what is above nothing, a cost on what is below.

import { addDays, type CalendarDate, endOfMonth, monthOf } from '../calendar/calendar-date.ts';
import { type Fraction, percentOf } from '../money/fraction.ts';
import type { Money } from '../money/money.ts';
import type { Rate } from '../money/rate.ts';
import { divideRoundedBig } from '../money/rounding.ts';
import { DepositError } from './deposit-error.ts';
import { SCALE } from './growth.ts';

/** When interest begins to bear interest: each day, or after the last day of so many months of the year; `never` at all. */
export type InterestAdded = 'daily' | { readonly everyMonths: 1 | 3 | 6 | 12 } | 'never';

export interface RunningBalanceTerms {
  readonly annualRate: Rate;
  /** Of an amount below nothing; such a day is refused where there is none. */
  readonly overdraftRate: Rate | null;
  readonly daysInYear: number;
  readonly added: InterestAdded;
  /** Each day's interest is rounded to this part of a minor unit before it is added: 100 is a hundredth of a paisa. `null` is not. */
  readonly postedInParts: number | null;
}

export interface Movement {
  readonly on: CalendarDate;
  /** Above nothing comes in, below goes out. */
  readonly amount: Money;
}

export interface RunningDay {
  readonly on: CalendarDate;
  /** What bears the interest of the day, in minor units. */
  readonly balance: Fraction;
  /** Below nothing on an overdraft. */
  readonly interest: Fraction;
}

export interface RunningBalance {
  /** With all interest. */
  readonly balance: Fraction;
  readonly interest: Fraction;
  readonly days: readonly RunningDay[];
}

const MOST_DAYS = 36_600;

/** The movements of a day count for the whole day. */
export function runningBalance(
  terms: RunningBalanceTerms,
  movements: readonly Movement[],
  from: CalendarDate,
  length: number,
): RunningBalance {
  if (!Number.isInteger(length) || length < 1 || length > MOST_DAYS) {
    throw new DepositError('DEPOSIT_PERIOD_INVALID', `Interest is told for 1 to ${MOST_DAYS} days.`);
  }
  const moved = new Map<CalendarDate, bigint>();
  for (const { on, amount } of movements) moved.set(on, (moved.get(on) ?? 0n) + BigInt(amount) * SCALE);
  const last = addDays(from, length - 1);
  const outside = movements.find(({ on }) => on < from || on > last);
  if (outside !== undefined) {
    throw new DepositError(
      'DEPOSIT_PERIOD_INVALID',
      `The movement of ${outside.on} lies outside the days from ${from} to ${last}.`,
    );
  }

  const days: RunningDay[] = [];
  let [balance, waiting, interest] = [0n, 0n, 0n];
  let on = from;
  for (let day = 0; day < length; day += 1, on = addDays(on, 1)) {
    balance += moved.get(on) ?? 0n;
    const earned = interestOfDay(terms, balance, on);
    days.push({
      on,
      balance: { numerator: balance, denominator: SCALE },
      interest: { numerator: earned, denominator: SCALE },
    });
    interest += earned;
    waiting += earned;
    if (isAdded(terms.added, on)) {
      balance += waiting;
      waiting = 0n;
    }
  }
  return {
    balance: { numerator: balance + waiting, denominator: SCALE },
    interest: { numerator: interest, denominator: SCALE },
    days,
  };
}

function interestOfDay(
  { annualRate, overdraftRate, daysInYear, postedInParts }: RunningBalanceTerms,
  balance: bigint,
  on: CalendarDate,
) {
  const rate = balance < 0n ? overdraftRate : annualRate;
  if (rate === null) {
    throw new DepositError(
      'DEPOSIT_AMOUNT_INVALID',
      `More went out by ${on} than had come in, and no overdraft is allowed.`,
    );
  }
  const { numerator, denominator } = percentOf(rate);
  const earned = (balance * numerator) / (denominator * BigInt(daysInYear));
  if (postedInParts === null) return earned;
  const part = SCALE / BigInt(postedInParts);
  return divideRoundedBig(earned, part, 'half-up') * part;
}

function isAdded(added: InterestAdded, on: CalendarDate): boolean {
  if (added === 'daily') return true;
  return added !== 'never' && on === endOfMonth(on) && monthOf(on) % added.everyMonths === 0;
}
