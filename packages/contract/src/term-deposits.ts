// Deposits of a term that were opened: how their value comes about, and what is paid in and out until then.

import { TERM_ROUNDINGS } from '@kafal/core';
import { z } from 'zod';
import { ActPreview, DayInput, DayText, Id, InstantText, LanguageCode, MoneyText, typedText } from './common.ts';
import { DepositHolding, DepositNominees } from './deposit-holders.ts';
import { DepositView, InterestTaxView, TermPayment } from './deposits.ts';
import { TermLineView, TermProductVersion, UnroundedText } from './term-products.ts';
import { ThriftStandingView } from './thrift.ts';

/** The answer of the quote for what was agreed, from the same function. */
export const TermPlan = z.object({
  version: TermProductVersion,
  paidIn: MoneyText,
  interest: MoneyText,
  unrounded: UnroundedText.nullable(),
  rounding: z.enum(TERM_ROUNDINGS),
  lines: z.array(TermLineView),
  rule: z.string(),
  /** The working day on which it is paid out where its last day is a holiday; null where it stays. */
  maturityMovesTo: DayText.nullable(),
  /** Empty for a fixed deposit. */
  instalments: z.array(
    z.object({
      number: z.number(),
      dueOn: DayText,
      /** The working day that it may be paid on in time where its due day is a holiday; null where it stays. */
      movesTo: DayText.nullable(),
      amount: MoneyText,
      paidOn: DayText.nullable(),
      entryId: Id.nullable(),
      /** The end of the day that found it unpaid. */
      missedOn: DayText.nullable(),
    }),
  ),
});
/** What is still to be put by for a goal, at the rate of today. */
export const GoalPlanView = z.object({
  missing: MoneyText,
  /** Whole months until the day of the goal, and what each of them takes. */
  months: z.number(),
  instalment: MoneyText,
  /** What is saved already, as it will stand on that day. */
  grownSavings: MoneyText,
  annualRate: z.string(),
  /** The day of the goal has come, reached or not. */
  isOver: z.boolean(),
});
const DepositRef = z.object({ id: Id, accountNumber: z.string() });
/** What a deposit that is closed became: renewed as another, moved to savings, or waiting unclaimed. */
export const DepositSuccession = z.object({
  /** The deposit that this one was before it was renewed, or before it waited. */
  cameFrom: DepositRef.nullable(),
  /** Null while it is open. */
  closing: z.object({ entryId: Id, postedOn: DayText }).nullable(),
  /** Empty where all of it was paid out. */
  became: z.array(DepositRef.extend({ kind: z.enum(['renewed', 'savings', 'unclaimed']), amount: MoneyText })),
});
export const DepositDetail = DepositView.extend({
  holding: DepositHolding,
  nominees: DepositNominees,
  /** Of a dormant account: since when, and the day of the last thing its member did. */
  dormancy: z.object({ dormantOn: DayText, lastActiveOn: DayText }).nullable(),
  /** Null for savings. */
  plan: TermPlan.nullable(),
  /**
   * What would be withheld from the interest at maturity, by the rule of today and what the member has in that tax year so
   * far; null where nothing is withheld from anybody, where the interest is paid on its way, and once it is closed.
   */
  taxAtMaturity: InterestTaxView.extend({ paid: MoneyText }).nullable(),
  /** Of savings for a goal. */
  goalPlan: GoalPlanView.nullable(),
  /** What is due each month; null where nothing is. */
  thrift: ThriftStandingView.nullable(),
  succession: DepositSuccession,
});
/** Without a language, that of whoever asks. */
/** A day of the financial year that is asked for; today's when nothing is said. */
export const InterestCertificateQuery = z.strictObject({ on: DayInput.optional(), language: LanguageCode.optional() });
export const CertificateQuery = z.strictObject({ language: LanguageCode.optional() });

export const TermRequestView = z.object({
  id: Id,
  status: z.enum(['pending', 'approved', 'rejected', 'withdrawn']),
  product: z.string(),
  amount: MoneyText,
  months: z.number().nullable(),
  days: z.number().nullable(),
  /** The savings account that the money is to come from. */
  fromAccount: z.string(),
  /** What the member was shown. */
  annualRate: z.string(),
  requestedAt: InstantText,
  decidedAt: InstantText.nullable(),
  /** Why not, in the society's words. */
  reason: z.string().nullable(),
});
/** What the member asked the society to open, newest first: what waits, and what was decided of late. */
export const TermRequestList = z.object({ items: z.array(TermRequestView) });

export const CloseTermDepositBody = z
  .strictObject({
    payment: TermPayment,
    /** Before its end a deposit is not closed without one; the second person reads it. */
    reason: typedText(200, 5).optional(),
  })
  .meta({ examples: [{ payment: { mode: 'cash' }, reason: 'Money for the wedding of a daughter' }] });
export const TermClosureView = z.object({
  /** Before its end: the rate for the time that it ran, less the penalty. */
  isPremature: z.boolean(),
  annualRate: z.string(),
  paidIn: MoneyText,
  interest: MoneyText,
  /** Interest that was paid out before and not earned; it comes out of what was paid in. */
  recovered: MoneyText,
  /** Taken for closing a daily deposit too early. */
  charge: MoneyText,
  /** Withheld from the interest that is paid now; null where the society withholds none. */
  tax: InterestTaxView.nullable(),
  /** Less the tax. */
  paid: MoneyText,
  lines: z.array(TermLineView),
});
export const CloseTermDepositAnswer = z.union([
  ActPreview.extend({
    closure: TermClosureView,
    /** Running loans whose instalments are taken from the account: nobody pays them from it any more. */
    paysLoans: z.array(z.object({ id: Id, number: z.string() })),
  }),
  z.object({
    preview: z.literal(false),
    status: z.literal('closed'),
    paid: MoneyText,
    /** Null where nothing lay on the account. */
    entryId: Id.nullable(),
    receiptId: Id.nullable(),
  }),
  z.object({ preview: z.literal(false), status: z.literal('waiting'), approvalId: Id }),
]);
