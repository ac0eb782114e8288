// How good the loans are: what is owed by class, what is to be put aside for it, and what is.

import { LOAN_CLASS_RULE_NAMES, LOAN_CLASSES } from '@kafal/core';
import { z } from 'zod';
import { DayText, MoneyText } from './common.ts';

const Figures = z.object({
  /** Running loans. */
  loans: z.number(),
  /** Principal that is owed, and what of the loans is unpaid past its day. */
  outstanding: MoneyText,
  /** What of the principal the security would bring on the day, and the rest: each bears a rate of its own. */
  covered: MoneyText,
  uncovered: MoneyText,
  overdue: MoneyText,
  /** To be put aside by the rule of today; what is put aside; how much of it lacks, less than nothing where it is too much. */
  needed: MoneyText,
  held: MoneyText,
  lacks: MoneyText,
});

const LoanClass = z.enum(LOAN_CLASSES);
export const LoanClassReport = z.object({
  on: DayText,
  /** The last day whose end has classed loans; null: none yet. */
  classedOn: DayText.nullable(),
  rule: z.enum(LOAN_CLASS_RULE_NAMES),
  currency: z.string(),
  /** Every class of the rule, the best first. */
  classes: z.array(
    Figures.extend({
      code: LoanClass,
      isPerforming: z.boolean(),
      fromDays: z.number(),
      /** Per cent of what a security covers, and of the rest. */
      secured: z.string(),
      unsecured: z.string(),
    }),
  ),
  /** Kinds of loan with the classes that they have loans in. */
  products: z.array(
    Figures.extend({
      productCode: z.string(),
      productName: z.string(),
      classes: z.array(Figures.extend({ code: LoanClass })),
    }),
  ),
  total: Figures,
  /** Principal owed in the classes that do not perform. */
  nonPerforming: MoneyText,
  /** What is held for the loans by account, beside what stands in the books. */
  accounts: z.array(
    z.object({ accountCode: z.string(), accountName: z.string(), held: MoneyText, balance: MoneyText }),
  ),
});
