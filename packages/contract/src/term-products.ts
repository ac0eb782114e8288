// Deposits of a term: what the society offers, and what a deposit would bring.

import {
  COMPOUNDINGS,
  DAY_COUNTS,
  DEMAND_KINDS,
  DEPOSITOR_CATEGORIES,
  MATURITY_ACTS,
  PAYOUTS,
  RULE_REACHES,
  TERM_KINDS,
  TERM_ROUNDINGS,
} from '@kafal/core';
import { z } from 'zod';
import { AmountInput, AmountOrZeroInput, DayInput, DayText, Id, MoneyText, RateInput, typedText } from './common.ts';
import { setBy, whyFields } from './society.ts';

const choices = {
  compounding: z.enum(COMPOUNDINGS),
  /** Of the days beyond the last whole period. */
  dayCount: z.enum(DAY_COUNTS),
  /** When interest is paid; at maturity it is added to the deposit. */
  payout: z.enum(PAYOUTS),
  isPayoutDiscounted: z.boolean(),
  rounding: z.enum(TERM_ROUNDINGS),
  atMaturity: z.enum(MATURITY_ACTS),
};
const TermUnit = z.enum(['days', 'months']);

export const TermRateView = z.object({
  category: z.enum(DEPOSITOR_CATEGORIES),
  amountFrom: MoneyText,
  termFrom: z.number(),
  termUnit: TermUnit,
  annualRate: z.string(),
});
const termProductFields = {
  kind: z.enum(TERM_KINDS),
  name: z.string(),
  nameEn: z.string(),
  nameHi: z.string(),
  isOffered: z.boolean(),
  minimumAmount: MoneyText,
  maximumAmount: MoneyText.nullable(),
  /** An amount is so much or a multiple of it; null where any will do. */
  multipleOf: MoneyText.nullable(),
  maximumMonths: z.number(),
  ...choices,
  lockInDays: z.number(),
  /** Taken off the rate for the time that was run, in per cent a year. */
  prematurePenalty: z.string(),
  /** For each hundred of an instalment and each month it is late. */
  lateFinePerHundred: MoneyText.nullable(),
  /** Paid within so many days after its day, an instalment is neither late nor missed. */
  graceDays: z.number(),
  /** So many instalments missed in a row make the deposit irregular. */
  irregularAfterMissed: z.number().nullable(),
  /** Whether the fine, the days of grace, the lock-in and the penalty hold for open deposits too. */
  appliesTo: z.enum(RULE_REACHES),
  rates: z.array(TermRateView),
};
export const TermProductView = z.object({
  code: z.string(),
  ...termProductFields,
  effectiveFrom: DayText,
  legalBasis: z.string().nullable(),
});
export const TermProductList = z.object({
  /** Whether fixed deposits may be opened at all. */
  fixedAllowed: z.boolean(),
  /** From this age on a depositor has the rate of senior citizens. */
  seniorAge: z.number(),
  items: z.array(TermProductView),
});
/** For those who set it. */
export const TermProductRule = TermProductView.extend({
  /** Open deposits of this kind. */
  deposits: z.number(),
  /** From which day other rules hold, where they are agreed on. */
  nextFrom: DayText.nullable(),
  waitingApprovalId: Id.nullable(),
});
export const TermProductRuleList = z.object({
  fixedAllowed: z.boolean(),
  items: z.array(TermProductRule),
});
export const TermProductHistory = z.object({ items: z.array(z.object({ ...termProductFields, ...setBy })) });

export const TermProductCodeParams = z.strictObject({
  code: z.string().regex(/^[A-Z][A-Z0-9-]{0,7}$/, 'PRODUCT_CODE'),
});
const RateLine = z.strictObject({
  category: z.enum(DEPOSITOR_CATEGORIES),
  amountFrom: AmountOrZeroInput,
  termFrom: z.int().min(1).max(7_300),
  termUnit: TermUnit,
  annualRate: RateInput,
});
/** All of a product as it holds from a day on, with its whole rate card. A code nobody used makes a new product. */
export const ChangeTermProductBody = z
  .strictObject({
    kind: z.enum(TERM_KINDS),
    nameEn: typedText(80),
    nameHi: typedText(80),
    isOffered: z.boolean(),
    minimumAmount: AmountInput,
    maximumAmount: AmountInput.nullable(),
    multipleOf: AmountInput.nullable().default(null),
    maximumMonths: z.int().min(1).max(240),
    ...choices,
    lockInDays: z.int().min(0).max(3_660),
    prematurePenalty: RateInput,
    lateFinePerHundred: AmountOrZeroInput.nullable(),
    graceDays: z.int().min(0).max(60).default(0),
    irregularAfterMissed: z.int().min(1).max(60).nullable().default(null),
    /** Of the fine, the days of grace, the lock-in and the penalty; all else holds for new deposits alone. */
    appliesTo: z.enum(RULE_REACHES).default('new'),
    rates: z.array(RateLine).min(1).max(60),
    effectiveFrom: DayInput,
    ...whyFields,
  })
  .meta({
    examples: [
      {
        kind: 'fixed',
        nameEn: 'Fixed deposit',
        nameHi: 'सावधि जमा',
        isOffered: true,
        minimumAmount: '1000.00',
        maximumAmount: null,
        multipleOf: '100.00',
        maximumMonths: 120,
        compounding: 'quarterly',
        dayCount: 'actual/365',
        payout: 'maturity',
        isPayoutDiscounted: false,
        rounding: 'rupee',
        lockInDays: 30,
        prematurePenalty: '1',
        lateFinePerHundred: null,
        atMaturity: 'renew-with-interest',
        rates: [
          { category: 'general', amountFrom: '0.00', termFrom: 6, termUnit: 'months', annualRate: '6.75' },
          { category: 'general', amountFrom: '0.00', termFrom: 12, termUnit: 'months', annualRate: '7.5' },
          { category: 'senior', amountFrom: '0.00', termFrom: 12, termUnit: 'months', annualRate: '8' },
        ],
        effectiveFrom: '2027-04-01',
        legalBasis: 'Resolution MC/2027/6',
      },
    ],
  });

/** The version of the product a figure rests on. */
export const TermProductVersion = z.object({ id: Id, effectiveFrom: DayText, legalBasis: z.string().nullable() });

const OwnCategory = z.enum(DEPOSITOR_CATEGORIES).exclude(['general']);
/**
 * What a deposit would bring, without opening one. A fixed deposit says its time in months or in days, every other kind in
 * months.
 */
export const DepositQuoteBody = z
  .strictObject({
    productCode: z.string().max(16),
    /**
     * The sum that is deposited; of a recurring deposit, each instalment; of thrift, what is due each month; of a daily
     * deposit, what is given each day; of savings for a goal, what is to be reached.
     */
    amount: AmountInput,
    /** Of savings: what is put in beside it each month. */
    monthly: AmountOrZeroInput.optional(),
    /** Of savings for a goal: what is there already. */
    saved: AmountOrZeroInput.optional(),
    months: z.int().min(1).max(240).optional(),
    days: z.int().min(1).max(7_300).optional(),
    /** The business day where nothing is said. */
    openedOn: DayInput.optional(),
    /** What the depositor is besides a member. */
    categories: z.array(OwnCategory).max(4).optional(),
  })
  .meta({
    examples: [
      { productCode: 'FD', amount: '100000.00', months: 36, categories: ['senior'] },
      { productCode: 'SB', amount: '10000.00', monthly: '500.00', months: 12 },
      { productCode: 'GS', amount: '100000.00', saved: '5000.00', months: 24 },
    ],
  });

/** A figure before any rounding, to four decimals. */
export const UnroundedText = z.string().meta({ examples: ['126824.1795'] });
export const TermLineView = z.object({
  /** In the reader's words: the time, the balance and the rate. */
  label: z.string(),
  /** The day on which the interest of the line is there. */
  on: DayText,
  balance: UnroundedText,
  interest: UnroundedText,
  /** What is paid out on that day. */
  paid: MoneyText.nullable(),
});
/** Of a fixed or recurring deposit. */
export const DepositQuote = z.object({
  productCode: z.string(),
  product: z.string(),
  kind: z.enum(TERM_KINDS),
  currency: z.string(),
  amount: MoneyText,
  openedOn: DayText,
  maturesOn: DayText,
  annualRate: z.string(),
  /** For whom the card says this rate. */
  category: z.enum(DEPOSITOR_CATEGORIES),
  version: TermProductVersion,
  /** All that the member pays in. */
  paidIn: MoneyText,
  interest: MoneyText,
  /** What is there on the day of maturity, beside the interest that was paid out before. */
  maturityValue: MoneyText,
  /** The value before it was rounded; of interest that is paid out each payment is rounded for itself. */
  unrounded: UnroundedText.nullable(),
  rounding: z.enum(TERM_ROUNDINGS),
  atMaturity: z.enum(MATURITY_ACTS),
  lines: z.array(TermLineView),
  /** How the figure comes about, in a sentence or two. */
  rule: z.string(),
});
/** Of every other kind of account, as if nothing else were put in or taken out. */
export const SavingsQuote = z.object({
  productCode: z.string(),
  product: z.string(),
  kind: z.enum(DEMAND_KINDS),
  currency: z.string(),
  amount: MoneyText,
  openedOn: DayText,
  /** The day for which the value is said. */
  until: DayText,
  /** For everybody; the lines say what the balance and the depositor earn. */
  annualRate: z.string(),
  version: TermProductVersion,
  /** What is put in each month; of a goal, the smallest whole sum that reaches it. */
  monthly: MoneyText,
  paidIn: MoneyText,
  interest: MoneyText,
  /** With the interest that is earned and waits for its credit. */
  value: MoneyText,
  rounding: z.enum(TERM_ROUNDINGS),
  lines: z.array(
    TermLineView.omit({ paid: true }).extend({
      /** What is added to the account with this line: the interest of all lines since the last credit, rounded. */
      credited: MoneyText.nullable(),
    }),
  ),
  rule: z.string(),
});
export const DepositQuoteAnswer = z.union([DepositQuote, SavingsQuote]);
