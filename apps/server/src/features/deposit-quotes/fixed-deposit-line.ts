import {
  addDays,
  calendarDate,
  type DepositTerm,
  type Fraction,
  fixedDepositPremature,
  fixedDepositValue,
  fraction,
  type Money,
  parseRate,
  ZERO,
} from '@kafal/core';
import { z } from 'zod';
import {
  Amount,
  AmountOrNothing,
  Compounding,
  Count,
  type Figures,
  named,
  Percent,
  TermFields,
  termOf,
  Years,
} from './line-fields.ts';

const CompoundingFields = { compounding: Compounding.optional(), compoundEveryMonths: Count.optional() };
const UNROUNDED = { dayCount: 'actual/365', round: { multiple: 1, rounding: 'half-up' } } as const;

const FixedDeposit = z.object({ principal: Amount, annualRatePct: Percent, ...TermFields, ...CompoundingFields });

export function fixedDepositFigures(input: unknown): Figures {
  const { principal, annualRatePct, compounding, compoundEveryMonths, ...term } = FixedDeposit.parse(input);
  const every = compoundEveryMonths ?? compounding;
  if (every === undefined) throw new Error('Say how it compounds: compounding or compoundEveryMonths.');
  const { unrounded } = fixedDepositValue(
    { principal, annualRate: annualRatePct, compoundEveryMonths: every, ...UNROUNDED },
    termOf(term),
  );
  return { maturityValue: unrounded, amountPaid: unrounded, interest: lessAmount(unrounded, principal) };
}

const Premature = z.object({
  principal: Amount,
  /** The card's rate for the time that the deposit ran, where it is not the contract's own. */
  cardRatePct: Percent.optional(),
  annualRatePct: Percent.optional(),
  penaltyPct: Percent.default(parseRate('0')),
  /** How long it ran, beside the term that was agreed. */
  elapsedMonths: Count.optional(),
  elapsedYears: Years.optional(),
  elapsedDays: Count.optional(),
  interestPaid: AmountOrNothing.default(ZERO),
  ...TermFields,
  ...CompoundingFields,
});

/** Tables and leaflets call the same thing by several names. */
const PREMATURE_NAMES = {
  cardRatePct: [
    'cardRateForElapsedPct',
    'cardRateForElapsedTermPct',
    'rateForElapsedPct',
    'rateForElapsedTermPct',
    'elapsedRatePct',
    'applicableRatePct',
  ],
  penaltyPct: ['penaltyRatePct', 'prematurePenaltyPct'],
  elapsedMonths: ['heldMonths', 'runMonths', 'closedAfterMonths', 'monthsHeld', 'monthsElapsed', 'completedMonths'],
  elapsedYears: ['heldYears', 'runYears', 'closedAfterYears', 'yearsHeld', 'yearsElapsed', 'completedYears'],
  elapsedDays: ['heldDays', 'runDays', 'closedAfterDays', 'daysHeld', 'daysElapsed', 'days'],
  interestPaid: ['interestAlreadyPaid', 'alreadyPaid', 'paidInterest', 'interestCredited'],
  from: ['openedOn'],
  to: ['closedOn', 'closesOn'],
};

export function prematureFigures(input: unknown): Figures {
  const form = Premature.parse(named(input, PREMATURE_NAMES));
  const { principal, penaltyPct, interestPaid } = form;
  const cardRate = form.cardRatePct ?? form.annualRatePct;
  if (cardRate === undefined) throw new Error('cardRatePct: the rate of the card for the time that the deposit ran');
  const { unrounded, amountPaidUnrounded } = fixedDepositPremature(
    {
      principal,
      cardRate,
      penalty: penaltyPct,
      noInterestBeforeDays: 0,
      interestPaid,
      compoundEveryMonths: form.compoundEveryMonths ?? form.compounding ?? null,
      ...UNROUNDED,
    },
    elapsedTerm(form),
  );
  return {
    amountPaid: amountPaidUnrounded,
    maturityValue: unrounded,
    interest: lessAmount(unrounded, principal),
  };
}

function elapsedTerm(form: z.output<typeof Premature>): DepositTerm {
  const { elapsedMonths: months, elapsedYears: years, elapsedDays } = form;
  if (months === undefined && years === undefined)
    return elapsedDays === undefined ? termOf(form) : termOfDays(elapsedDays);
  if (elapsedDays !== undefined) throw new Error('Say once how long the deposit ran.');
  return termOf({ months, years });
}

/** Days alone have no calendar: they count from the first day of a common year. */
function termOfDays(days: number): DepositTerm {
  if (days > 36_500) throw new Error('elapsedDays: at most 36500');
  const openedOn = calendarDate('2025-01-01');
  return { openedOn, closesOn: addDays(openedOn, days) };
}

const lessAmount = ({ numerator, denominator }: Fraction, amount: Money): Fraction =>
  fraction(numerator - BigInt(amount) * denominator, denominator);
