// Rates as data: by the balance, and each with the day from which it holds.

import type { CalendarDate } from '../calendar/calendar-date.ts';
import { invariant } from '../invariant.ts';
import type { Money } from '../money/money.ts';
import type { Rate } from '../money/rate.ts';
import { DepositError } from './deposit-error.ts';

export interface RateSlab {
  /** The smallest balance that bears this rate. A balance below the first slab bears nothing. */
  readonly from: Money;
  /** Per cent a year. */
  readonly annualRate: Rate;
}

export interface RateVersion {
  /** Holds from this day until the next version does. */
  readonly from: CalendarDate;
  /** Rising. */
  readonly slabs: readonly RateSlab[];
}

/** `wholeBalance`: all of it bears the rate of its slab. `marginal`: each part the rate of the slab it lies in. */
export const SLAB_METHODS = ['wholeBalance', 'marginal'] as const;
export type SlabMethod = (typeof SLAB_METHODS)[number];

/** A part of a balance and the rate that it bears. */
export interface RatedPart {
  readonly amount: Money;
  readonly annualRate: Rate;
}

/** The version that holds on a day; the versions stand in any order. */
export function rateVersionOn(versions: readonly RateVersion[], on: CalendarDate): RateVersion {
  let found: RateVersion | undefined;
  for (const version of versions) {
    if (version.from <= on && (found === undefined || version.from >= found.from)) found = version;
  }
  if (found === undefined) {
    throw new DepositError('DEPOSIT_RATE_MISSING', `No rate was set for ${on}.`, { params: { on } });
  }
  return found;
}

/** The parts of a balance that bear interest, lowest slab first. */
export function ratedParts({ slabs }: RateVersion, method: SlabMethod, balance: Money): RatedPart[] {
  invariant(
    slabs.every(({ from }, place) => place === 0 || from > (slabs[place - 1]?.from ?? from)),
    'slabs rise',
  );
  const reached = slabs.filter(({ from }) => balance > 0 && from <= balance);
  const highest = reached.at(-1);
  if (highest === undefined) return [];
  if (method === 'wholeBalance') return [{ amount: balance, annualRate: highest.annualRate }];
  return reached.map(({ from, annualRate }, place) => {
    const upTo = reached[place + 1]?.from ?? balance;
    // A difference of two amounts, both positive, stays an amount.
    return { amount: (upTo - from) as Money, annualRate };
  });
}
