// How the penal charges and the fees of a loan come about: the days that bore a charge, and what was taken once.

import type { LoanExplanation } from '@kafal/contract';
import {
  addDays,
  daysBetween,
  type Fraction,
  formatMoney,
  fraction,
  fractionText,
  type LoanEvent,
  type Money,
  parseRate,
  percentOf,
  processingFee,
  standingEvents,
  subtract,
  sum,
  timesFraction,
  ZERO,
} from '@kafal/core';
import type { z } from 'zod';
import type { Reader } from '../../platform/database/dialect.ts';
import type { getProductVersion } from './loan-products.ts';
import type { LoanWithBalance } from './loan-queries.ts';
import { type RunningLoan, stateOf } from './loan-state.ts';

type Explained = z.input<typeof LoanExplanation>;
type PenalDays = Explained['penalDays'][number];
type Product = Awaited<ReturnType<typeof getProductVersion>>;

/** Days one after the other with the same overdue stand in one line. */
export async function explainedPenalties(
  reader: Reader,
  loanId: number,
): Promise<Pick<Explained, 'penalDays' | 'penalties'>> {
  const days = await reader
    .selectFrom('loan_penal_day')
    .select(['chargedOn', 'annualRate', 'overdue', 'amount'])
    .where('loanId', '=', loanId)
    .orderBy('annualRate')
    .orderBy('chargedOn')
    .execute();
  const lines: {
    from: (typeof days)[number]['chargedOn'];
    to: (typeof days)[number]['chargedOn'];
    overdue: Money;
    annualRate: string;
  }[] = [];
  for (const { chargedOn, annualRate, overdue } of days) {
    const line = lines.at(-1);
    const goesOn = line?.annualRate === annualRate && line.overdue === overdue && addDays(line.to, 1) === chargedOn;
    if (line !== undefined && goesOn) line.to = chargedOn;
    else lines.push({ from: chargedOn, to: chargedOn, overdue, annualRate });
  }
  return {
    penalDays: lines.map(penalLine),
    penalties: formatMoney(sum(days.map(({ amount }) => amount))),
  };
}

function penalLine({
  from,
  to,
  overdue,
  annualRate,
}: Pick<PenalDays, 'annualRate'> & { from: Day; to: Day; overdue: Money }) {
  const days = daysBetween(from, to) + 1;
  const exact = timesFraction(fraction(overdue), timesFraction(percentOf(parseRate(annualRate)), fraction(days, 365)));
  return { from, to, days, overdue: formatMoney(overdue), annualRate, charge: inWholeUnits(exact) };
}

type Day = Parameters<typeof daysBetween>[0];

export const inWholeUnits = ({ numerator, denominator }: Fraction) =>
  fractionText({ numerator, denominator: denominator * 100n }, 6);

/** The fee of the payout, and that of a closing before the end. */
export function explainedFees(
  { sanctionedAmount, disbursedOn }: Pick<LoanWithBalance, 'sanctionedAmount' | 'disbursedOn'>,
  product: Product,
  running: RunningLoan,
): Explained['fees'] {
  if (sanctionedAmount === null || disbursedOn === null) return [];
  const amount = processingFee(product, sanctionedAmount);
  const { processingFeeMinimum: least, processingFeeMaximum: most } = product;
  const taken = {
    kind: 'processing' as const,
    on: disbursedOn,
    percent: product.processingFeePercent,
    of: formatMoney(sanctionedAmount),
    least: formatMoney(least),
    most: most === null ? null : formatMoney(most),
    amount: formatMoney(amount),
  };
  return [...(amount > ZERO ? [taken] : []), ...closingFees(product, running)];
}

function closingFees({ closingFeePercent }: Product, running: RunningLoan): Explained['fees'] {
  return standingEvents(running.events).flatMap((event) => {
    if (event.type !== 'settlement' || event.fee <= ZERO) return [];
    return {
      kind: 'closing' as const,
      on: event.on,
      percent: closingFeePercent,
      of: formatMoney(aheadBefore(running, event)),
      least: formatMoney(ZERO),
      most: null,
      amount: formatMoney(event.fee),
    };
  });
}

/** Principal that the closing paid ahead of its time. */
function aheadBefore(running: RunningLoan, settlement: Extract<LoanEvent, { type: 'settlement' }>): Money {
  const { on } = settlement;
  const events = standingEvents(running.events).filter((event) => event !== settlement);
  const { instalments } = stateOf({ ...running, events }, on);
  return sum(instalments.flatMap((one) => (on < one.due ? subtract(one.principal, one.paidOf.principal) : [])));
}
