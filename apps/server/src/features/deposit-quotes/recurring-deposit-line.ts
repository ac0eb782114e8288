import { fraction, instalmentValue, type RecurringMethod, recurringDepositValue } from '@kafal/core';
import { z } from 'zod';
import { Amount, Compounding, Count, type Figures, Percent } from './line-fields.ts';

const SIMPLE = /^simple\b/i;
const YEARLY = /^simple inside each (\d{1,3}) months, capitalised/i;

/** "simple on each instalment for its remaining months", or "simple inside each 12 months, capitalised yearly". */
const Interest = z.string().transform((text, context): RecurringMethod => {
  const [, months] = YEARLY.exec(text) ?? [];
  if (months !== undefined && Number(months) > 0) return { by: 'product', addEveryMonths: Number(months) };
  if (SIMPLE.test(text) && months === undefined) return { by: 'product', addEveryMonths: null };
  context.issues.push({
    code: 'custom',
    input: text,
    message: 'simple, or "simple inside each 12 months, capitalised yearly"',
  });
  return z.NEVER;
});

const RecurringDeposit = z.object({
  monthly: Amount,
  months: Count,
  annualRatePct: Percent,
  interest: Interest.optional(),
  compounding: Compounding.optional(),
});

export function recurringFigures(input: unknown): Figures {
  const { monthly, months, annualRatePct, interest, compounding } = RecurringDeposit.parse(input);
  if ((interest === undefined) === (compounding === undefined)) {
    throw new Error('Say how it bears interest, once: interest or compounding.');
  }
  const { unrounded, paidIn } = recurringDepositValue({
    instalment: monthly,
    months,
    annualRate: annualRatePct,
    method: interest ?? methodOf(compounding ?? null),
    round: { multiple: 1, rounding: 'half-up' },
  });
  return {
    maturityValue: unrounded,
    amountPaid: unrounded,
    interest: fraction(unrounded.numerator - BigInt(paidIn) * unrounded.denominator, unrounded.denominator),
  };
}

const methodOf = (everyMonths: number | null): RecurringMethod =>
  everyMonths === null ? { by: 'product', addEveryMonths: null } : { by: 'compound', everyMonths };

const Instalment = z.object({
  amount: Amount,
  annualRatePct: Percent,
  monthsRemaining: Count,
  compounding: Compounding,
});

export function recurringInstalmentFigures(input: unknown): Figures {
  const { amount, annualRatePct, monthsRemaining, compounding } = Instalment.parse(input);
  if (compounding === null) throw new Error('compounding: after how many months an instalment compounds');
  const value = instalmentValue(amount, annualRatePct, monthsRemaining, compounding);
  return {
    maturityValue: value,
    amountPaid: value,
    interest: fraction(value.numerator - BigInt(amount) * value.denominator, value.denominator),
  };
}
