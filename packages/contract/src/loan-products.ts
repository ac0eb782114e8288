// What the society lends, as rules for those who set them.

import {
  COLLATERAL_KINDS,
  ELIGIBILITY_KINDS,
  FLAT_REBATES,
  INSURANCE_BASES,
  LOAN_ALLOCATIONS,
  LOAN_EXCESSES,
  LOAN_INTEREST_BASES,
  LOAN_INTEREST_METHODS,
  LOAN_REPAYMENTS,
  LOAN_UNITS,
  OVERRIDERS,
} from '@kafal/core';
import { z } from 'zod';
import { AmountInput, AmountOrZeroInput, DayInput, DayText, Id, MoneyText, RateInput, typedText } from './common.ts';
import { LoanInsuranceView, LoanPenalRule, LoanProductView } from './loans.ts';
import { setBy, whyFields } from './society.ts';

const EligibilityRuleView = z.object({
  kind: z.enum(ELIGIBILITY_KINDS),
  /** Of the multiples and of what is left of the income a decimal, of days a whole number, else an amount. */
  limit: z.string(),
  /** Of a soft rule; null: it is hard. */
  overrideBy: z.enum(OVERRIDERS).nullable(),
});
const ruleFields = {
  accountCode: z.string(),
  eligibility: z.array(EligibilityRuleView),
  /** Null: it is lent without security. */
  collateral: z
    .object({
      kinds: z.array(z.enum(COLLATERAL_KINDS)),
      /** How much of the value is lent, in per cent, to loans of at most so much; null: to any larger one. */
      tiers: z.array(z.object({ upTo: MoneyText.nullable(), percent: z.string() })),
      overrideBy: z.enum(OVERRIDERS).nullable(),
    })
    .nullable(),
  /** With the account in which the society owes the premium. Null: it is not insured. */
  insurance: LoanInsuranceView.extend({ accountCode: z.string() }).nullable(),
};
export const LoanProductRule = LoanProductView.extend({
  ...ruleFields,
  /** Running loans, and applications that are not decided. */
  loans: z.number(),
  applications: z.number(),
  /** From which day other rules hold, where they are agreed on. */
  nextFrom: DayText.nullable(),
  waitingApprovalId: Id.nullable(),
});
export const LoanProductRuleList = z.object({
  items: z.array(LoanProductRule),
  /** The highest rate a year that may be set; null: the law names none. */
  highestRate: z.string().nullable(),
  /** By the society, where a kind of loan says nothing of its own. */
  penal: LoanPenalRule,
  /** Where the principal of a new kind can stand in the books. */
  accounts: z.array(z.object({ code: z.string(), name: z.string() })),
  /** Where the society can owe the premium of an insurance. */
  insurerAccounts: z.array(z.object({ code: z.string(), name: z.string() })),
});
export const LoanProductHistory = z.object({
  items: z.array(LoanProductView.extend({ ...ruleFields, ...setBy })),
});

export const LoanProductCodeParams = z.strictObject({
  code: z.string().regex(/^[A-Z][A-Z0-9-]{0,7}$/, 'PRODUCT_CODE'),
});
const multiple = RateInput.nullable();
/** All of a kind of loan as it holds from a day on. A code nobody used makes a new one. */
export const ChangeLoanProductBody = z
  .strictObject({
    nameEn: typedText(80),
    nameHi: typedText(80),
    isOffered: z.boolean(),
    /** Said once, with the first version. */
    accountCode: typedText(16),
    interestMethod: z.enum(LOAN_INTEREST_METHODS),
    repayment: z.enum(LOAN_REPAYMENTS),
    interestBasis: z.enum(LOAN_INTEREST_BASES),
    every: z.int().min(1).max(12),
    unit: z.enum(LOAN_UNITS),
    minimumInstalments: z.int().min(1).max(600),
    maximumInstalments: z.int().min(1).max(600),
    minimumAmount: AmountInput,
    maximumAmount: AmountInput,
    annualRate: RateInput,
    instalmentMultiple: AmountInput,
    allocation: z.enum(LOAN_ALLOCATIONS),
    excess: z.enum(LOAN_EXCESSES),
    processingFeePercent: RateInput,
    processingFeeMinimum: AmountOrZeroInput,
    processingFeeMaximum: AmountOrZeroInput.nullable(),
    shareLinkPercent: RateInput,
    guarantorsNeeded: z.int().min(0).max(6),
    guarantorShareMultiple: multiple,
    guarantorDepositMultiple: multiple,
    guarantorMostLoans: z.int().min(1).max(20).nullable(),
    membershipMonths: z.int().min(0).max(120),
    sanctionDays: z.int().min(1).max(730),
    closingFeePercent: RateInput,
    flatRebate: z.enum(FLAT_REBATES),
    /** Its own penal charge, in per cent a year, and days of grace; null: the rule of the society holds. */
    penalRate: RateInput.nullable().default(null),
    penalGraceDays: z.int().min(0).max(60).nullable().default(null),
    eligibility: z
      .array(
        z.strictObject({
          kind: z.enum(ELIGIBILITY_KINDS),
          limit: typedText(20),
          overrideBy: z.enum(OVERRIDERS).nullable(),
        }),
      )
      .max(ELIGIBILITY_KINDS.length),
    /** What is lent against: the tiers go up in amount and down in per cent, and the last names no amount. */
    collateral: z
      .strictObject({
        kinds: z.array(z.enum(COLLATERAL_KINDS)).min(1).max(COLLATERAL_KINDS.length),
        tiers: z
          .array(z.strictObject({ upTo: AmountInput.nullable(), percent: RateInput }))
          .min(1)
          .max(6),
        overrideBy: z.enum(OVERRIDERS).nullable(),
      })
      .nullable()
      .default(null),
    /** What is taken for an insurer when a loan is paid out; `rate` is an amount where it is `fixed`, else a decimal. */
    insurance: z
      .strictObject({ basis: z.enum(INSURANCE_BASES), rate: typedText(16), accountCode: typedText(16) })
      .nullable()
      .default(null),
    effectiveFrom: DayInput,
    ...whyFields,
  })
  .meta({
    examples: [
      {
        nameEn: 'Personal loan',
        nameHi: 'व्यक्तिगत ऋण',
        isOffered: true,
        accountCode: '1301',
        interestMethod: 'declining',
        repayment: 'equalInstalments',
        interestBasis: 'scheduled',
        every: 1,
        unit: 'months',
        minimumInstalments: 3,
        maximumInstalments: 60,
        minimumAmount: '1000.00',
        maximumAmount: '500000.00',
        annualRate: '12',
        instalmentMultiple: '1.00',
        allocation: 'instalmentFirst',
        excess: 'advance',
        processingFeePercent: '0.5',
        processingFeeMinimum: '0.00',
        processingFeeMaximum: null,
        shareLinkPercent: '5',
        guarantorsNeeded: 2,
        guarantorShareMultiple: null,
        guarantorDepositMultiple: null,
        guarantorMostLoans: 2,
        membershipMonths: 1,
        sanctionDays: 90,
        closingFeePercent: '0',
        flatRebate: 'unbegun',
        penalRate: '3',
        penalGraceDays: 5,
        eligibility: [{ kind: 'ownOverdue', limit: '0', overrideBy: null }],
        insurance: { basis: 'perThousandYear', rate: '4.50', accountCode: '2213' },
        effectiveFrom: '2027-04-01',
        legalBasis: 'Resolution MC/2027/5',
      },
    ],
  });
