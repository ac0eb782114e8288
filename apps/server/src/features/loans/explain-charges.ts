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
  payoutDeductions,
  percentOf,
  standingEvents,
  subtract,
  sum,
  timesFraction,
  yearsOfTerm,
  ZERO,
} from '@kafal/core';
import type { z } from 'zod';
import type { Reader } from '../../platform/database/dialect.ts';
import { insuranceRulesOf, premiumText, withDeductions } from './insurance-rules.ts';
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

/** What the payout kept back, by the rules of its day, and the fee of a closing before the end. */
export async function explainedFees(
  reader: Reader,
  loan: Pick<LoanWithBalance, 'sanctionedAmount' | 'instalments' | 'askedInstalments' | 'disbursedOn'>,
  product: Product,
  running: RunningLoan,
): Promise<Explained['fees']> {
  const { sanctionedAmount, disbursedOn } = loan;
  if (sanctionedAmount === null || disbursedOn === null) return [];
  const rules = await withDeductions(reader, product, disbursedOn);
  const instalments = loan.instalments ?? loan.askedInstalments;
  const { fee, feeTax, insurance } = payoutDeductions(rules, sanctionedAmount, instalments);
  const { processingFeeMinimum: least, processingFeeMaximum: most } = product;
  const within = { on: disbursedOn, basis: 'percent' as const, years: null, least: formatMoney(ZERO), most: null };
  const premium = insuranceRulesOf(product);
  const taken: Explained['fees'] = [
    {
      ...within,
      kind: 'processing',
      percent: product.processingFeePercent,
      of: formatMoney(sanctionedAmount),
      least: formatMoney(least),
      most: most === null ? null : formatMoney(most),
      amount: formatMoney(fee),
    },
    { ...within, kind: 'feeTax', percent: rules.feeTaxPercent, of: formatMoney(fee), amount: formatMoney(feeTax) },
    {
      ...within,
      kind: 'insurance',
      basis: premium?.basis ?? 'fixed',
      years: premium?.basis === 'perThousandYear' ? fractionText(yearsOfTerm(product, instalments), 2) : null,
      percent: premium === null ? '0' : premiumText(premium),
      of: formatMoney(sanctionedAmount),
      amount: formatMoney(insurance),
    },
  ];
  const isTaken = [fee, feeTax, insurance].map((amount) => amount > ZERO);
  return [...taken.filter((_, place) => isTaken[place]), ...closingFees(product, running)];
}

function closingFees({ closingFeePercent }: Product, running: RunningLoan): Explained['fees'] {
  return standingEvents(running.events).flatMap((event) => {
    if (event.type !== 'settlement' || event.fee <= ZERO) return [];
    return {
      kind: 'closing' as const,
      basis: 'percent' as const,
      years: null,
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
