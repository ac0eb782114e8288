// The plan of an opened deposit as the calculators draw it.

import { calendarDate, type Fraction, fraction, parseMoney } from '@kafal/core';
import type { Deposit, TermPlan } from './answers.ts';
import { type GrowthPoint, growthOf } from './growth.ts';

export type Term = NonNullable<Deposit['term']>;

export function planGrowth(openedOn: string, { amount, payout, maturityValue }: Term, plan: TermPlan): GrowthPoint[] {
  const kind = plan.instalments.length > 0 ? 'recurring' : 'fixed';
  return growthOf(
    { kind, payout },
    { amount: parseMoney(amount), openedOn: calendarDate(openedOn) },
    {
      maturityValue: parseMoney(maturityValue),
      lines: plan.lines.map(({ on, interest, paid }) => ({
        on: calendarDate(on),
        interest: unroundedFraction(interest),
        paid: paid === null ? null : parseMoney(paid),
      })),
    },
  );
}

const DECIMALS = 4;

/** Minor units, of a figure that is written in whole ones with two decimals more than the money has. */
function unroundedFraction(text: string): Fraction {
  const [whole = '0', decimals = ''] = text.split('.');
  return fraction(BigInt(`${whole}${decimals.padEnd(DECIMALS, '0')}`), 100n);
}
