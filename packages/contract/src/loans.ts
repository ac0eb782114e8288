// Loans: what the society lends, what a loan would cost, and a loan from the application to its last rupee.

import {
  ELIGIBILITY_KINDS,
  FLAT_REBATES,
  INSURANCE_BASES,
  LOAN_ALLOCATIONS,
  LOAN_CLASSES,
  LOAN_EXCESSES,
  LOAN_INTEREST_BASES,
  LOAN_INTEREST_METHODS,
  LOAN_REPAYMENTS,
  LOAN_UNITS,
  OVERRIDERS,
  PREPAYMENT_CHOICES,
  SHOWN_LOAN_STATUSES,
} from '@kafal/core';
import { z } from 'zod';
import {
  ActPreview,
  AmountInput,
  DayInput,
  DayText,
  Id,
  IdInput,
  InstantText,
  ListQuery,
  MoneyText,
  page,
  typedText,
} from './common.ts';
import { CollateralItem } from './loan-collateral.ts';
import { LoanMeasureView } from './loan-measures.ts';

export const LoanStatus = z.enum(SHOWN_LOAN_STATUSES);

/** A per cent of the loan, an amount for each thousand of it and each year of its term, or one amount. */
export const LoanInsuranceView = z.object({ basis: z.enum(INSURANCE_BASES), rate: z.string() });

export const LoanProductView = z.object({
  code: z.string(),
  name: z.string(),
  nameEn: z.string(),
  nameHi: z.string(),
  isOffered: z.boolean(),
  interestMethod: z.enum(LOAN_INTEREST_METHODS),
  repayment: z.enum(LOAN_REPAYMENTS),
  interestBasis: z.enum(LOAN_INTEREST_BASES),
  /** The length of a period: so many weeks or months. */
  every: z.number(),
  unit: z.enum(LOAN_UNITS),
  minimumInstalments: z.number(),
  maximumInstalments: z.number(),
  minimumAmount: MoneyText,
  maximumAmount: MoneyText,
  annualRate: z.string(),
  instalmentMultiple: MoneyText,
  allocation: z.enum(LOAN_ALLOCATIONS),
  excess: z.enum(LOAN_EXCESSES),
  processingFeePercent: z.string(),
  processingFeeMinimum: MoneyText,
  processingFeeMaximum: MoneyText.nullable(),
  /** Taken at the payout and owed to an insurer; null: it is not insured. */
  insurance: LoanInsuranceView.nullable(),
  shareLinkPercent: z.string(),
  guarantorsNeeded: z.number(),
  /** What a guarantor may owe and stand for, as a multiple of shares and of deposits, and for how many loans. */
  guarantorShareMultiple: z.string().nullable(),
  guarantorDepositMultiple: z.string().nullable(),
  guarantorMostLoans: z.number().nullable(),
  membershipMonths: z.number(),
  sanctionDays: z.number(),
  closingFeePercent: z.string(),
  flatRebate: z.enum(FLAT_REBATES),
  /** Its own penal charge, in per cent a year, and days of grace; null: the rule of the society holds. */
  penalRate: z.string().nullable(),
  penalGraceDays: z.number().nullable(),
  effectiveFrom: DayText,
  legalBasis: z.string().nullable(),
});
/** What is charged on overdue principal and interest a year, and from how many days after the due day on. */
export const LoanPenalRule = z.object({ annualRate: z.string(), graceDays: z.number() });

export const LoanProductList = z.object({
  items: z.array(LoanProductView),
  /** Tax on the processing fee, in per cent of it; 0: none. */
  feeTaxPercent: z.string(),
});

const productCode = z.string().max(16);
const instalments = z.int().min(1).max(1_200);

export const LoanQuoteBody = z
  .strictObject({
    productCode,
    amount: AmountInput,
    instalments,
    /** The day on which the money goes out; the business day where nothing is said. */
    startsOn: DayInput.optional(),
    /** The first due day; one period later where nothing is said. Days beside whole periods bear interest with the first instalment. */
    firstDueOn: DayInput.optional(),
  })
  .meta({ examples: [{ productCode: 'PL', amount: '100000.00', instalments: 12 }] });
export const LoanQuote = z.object({
  productCode: z.string(),
  productName: z.string(),
  amount: MoneyText,
  annualRate: z.string(),
  /** What the loan costs a year with its fee, the tax on it and its insurance, in per cent. */
  annualCost: z.string(),
  startsOn: DayText,
  instalments: z.array(
    z.object({
      number: z.number(),
      dueOn: DayText,
      principal: MoneyText,
      interest: MoneyText,
      total: MoneyText,
      /** Principal that is owed after it. */
      balance: MoneyText,
    }),
  ),
  interest: MoneyText,
  total: MoneyText,
  processingFee: MoneyText,
  feeTax: MoneyText,
  insurance: MoneyText,
  inHand: MoneyText,
  penal: LoanPenalRule,
});

/** A rule of lending against one member and one wish. */
export const EligibilityResultView = z.object({
  kind: z.enum(['membership', 'loanToValue', ...ELIGIBILITY_KINDS]),
  unit: z.enum(['day', 'money', 'days', 'percent']),
  /** Null where the income, or what the security is worth, is not known. */
  value: z.string().nullable(),
  limit: z.string(),
  holds: z.boolean(),
  /** Who may lend against it; null: nobody. */
  overrideBy: z.enum(OVERRIDERS).nullable(),
  /** Of a limit that is a multiple: of what. */
  times: z.object({ multiple: z.string(), of: MoneyText }).nullable(),
});
/** A member about themselves; staff name the member. */
export const LoanEligibilityQuery = z.strictObject({
  memberId: IdInput.optional(),
  productCode: productCode.optional(),
  amount: AmountInput.optional(),
  instalments: z.coerce.number().int().min(1).max(1_200).optional(),
  monthlyIncome: AmountInput.optional(),
  /** What would be given as security is worth. */
  collateralValue: AmountInput.optional(),
  /** A running loan that the payout would close counts as paid. */
  replacesLoanId: IdInput.optional(),
});
export const LoanEligibility = z.object({
  items: z.array(
    z.object({
      productCode: z.string(),
      productName: z.string(),
      annualRate: z.string(),
      /** What the rules below were asked about. */
      amount: MoneyText,
      instalments: z.number(),
      /** The largest loan that no rule forbids, and the largest where the soft rules are overridden. */
      largest: MoneyText,
      largestWithOverride: MoneyText,
      rules: z.array(EligibilityResultView),
    }),
  ),
});

/** A member for themselves; staff name the member. */
export const ApplyForLoanBody = z
  .strictObject({
    memberId: IdInput.optional(),
    productCode,
    amount: AmountInput,
    instalments,
    purpose: typedText(200, 3),
    monthlyIncome: AmountInput.optional(),
    /** A running loan of the same borrower that the payout of this one closes. */
    replacesLoanId: IdInput.optional(),
    /** Members who are asked to stand surety, by their numbers. */
    guarantors: z.array(typedText(32)).max(6).default([]),
  })
  .meta({
    examples: [
      { productCode: 'EML', amount: '12000.00', instalments: 6, purpose: 'School fees', monthlyIncome: '20000.00' },
    ],
  });

/** Whose question it is: staff name the member, a member never does. */
export const LoanDraftQuery = z.strictObject({ memberId: IdInput.optional() });

/** As it was typed so far: nothing must be there, and nothing is checked before it is asked. */
const draftFields = {
  productCode: z.string().max(16).default(''),
  amount: z.string().max(40).default(''),
  instalments: z.string().max(16).default(''),
  purpose: z.string().max(800).default(''),
  monthlyIncome: z.string().max(40).default(''),
  replacesLoanId: z.string().max(20).default(''),
  guarantors: z.array(z.string().max(64)).max(6).default([]),
};
export const LoanDraftBody = z
  .strictObject({ memberId: IdInput.optional(), ...draftFields })
  .meta({ examples: [{ productCode: 'EML', amount: '12,000', purpose: 'School fees' }] });
export const LoanDraft = z.object({ ...draftFields, savedAt: InstantText, savedBy: z.string() });
export const LoanDraftAnswer = z.object({ draft: LoanDraft.nullable() });

export const LoanRow = z.object({
  id: Id,
  number: z.string(),
  memberId: Id,
  memberNumber: z.string(),
  memberName: z.string(),
  productCode: z.string(),
  productName: z.string(),
  status: LoanStatus,
  /** What was asked for; once it is sanctioned, what was. */
  amount: MoneyText,
  instalments: z.number(),
  appliedOn: DayText,
  /** Principal that is owed. */
  outstanding: MoneyText,
  /** The oldest instalment that is not paid. */
  nextDueOn: DayText.nullable(),
  /** What is unpaid of that one. */
  nextAmount: MoneyText.nullable(),
  /** What is unpaid of all instalments whose day is over. */
  overdue: MoneyText,
  daysPastDue: z.number(),
  /** Nobody expects it back, but it is owed: what was owed on the day, what of that has come in, and what is left. */
  writtenOff: z.object({ on: DayText, amount: MoneyText, recovered: MoneyText, left: MoneyText }).nullable(),
});
export const LoanQuery = z.strictObject({
  ...ListQuery,
  memberId: IdInput.optional(),
  /** `written-off`: also those of which all has come in since. */
  status: LoanStatus.optional(),
  /** For a member: the loans they stand surety for, or are asked to, instead of their own. */
  as: z.enum(['borrower', 'guarantor']).optional(),
});
export const LoanList = page(LoanRow).extend({ currency: z.string() });

export const LoanInstalmentView = z.object({
  number: z.number(),
  dueOn: DayText,
  principal: MoneyText,
  interest: MoneyText,
  fee: MoneyText,
  penalty: MoneyText,
  total: MoneyText,
  paid: MoneyText,
  outstanding: MoneyText,
  /** Principal that is owed after it. */
  balance: MoneyText,
  paidOn: DayText.nullable(),
  /** It had fallen due, or was paid ahead, when what was left was planned anew. */
  isPast: z.boolean(),
});
export const LoanDetail = LoanRow.extend({
  askedAmount: MoneyText,
  askedInstalments: z.number(),
  sanctionedAmount: MoneyText.nullable(),
  annualRate: z.string().nullable(),
  purpose: z.string(),
  monthlyIncome: MoneyText.nullable(),
  resolutionNumber: z.string().nullable(),
  sanctionedOn: DayText.nullable(),
  validUntil: DayText.nullable(),
  disbursedOn: DayText.nullable(),
  closedOn: DayText.nullable(),
  reason: z.string().nullable(),
  version: z.number(),
  /** What is unpaid of the instalment of today, and of all. */
  dueToday: MoneyText,
  owed: MoneyText,
  /** What closes it today. */
  payoff: MoneyText,
  /** Principal that was paid ahead of its time, beside the instalments. */
  prepaid: MoneyText,
  /** By the days that the borrower is past due, as the last end of a day found it. */
  classCode: z.enum(LOAN_CLASSES),
  /** The account that instalments are taken from at the end of their days, where the borrower has agreed to it. */
  debitFrom: z.object({ depositId: Id, accountNumber: z.string() }).nullable(),
  /** Of the sanction: what went out so far, and what may still go out until `validUntil`. */
  paidOut: MoneyText,
  stillToPayOut: MoneyText,
  /** The loan that the payout of this one closes, and the one whose payout closed this one; for the borrower and staff. */
  replaces: z.object({ id: Id, number: z.string(), amount: MoneyText.nullable() }).nullable(),
  replacedBy: z.object({ id: Id, number: z.string() }).nullable(),
  instalmentsPlan: z.array(LoanInstalmentView),
  guarantors: z.array(
    z.object({
      memberId: Id,
      memberNumber: z.string(),
      memberName: z.string(),
      /** Released: another has taken the place, or the loan is over. */
      status: z.enum(['asked', 'consented', 'declined', 'released']),
      releasedOn: DayText.nullable(),
      /** What is left of their part of what is owed; the society may ask any of them for all of it. */
      part: MoneyText,
      /** What they have paid of it. */
      paid: MoneyText,
      /** The end of the number to which a code can be sent, while an answer is missing; for staff. */
      textTo: z.string().nullable(),
      /** Who is asked to take whose place: the member's number. */
      replaces: z.string().nullable(),
      /** What they stand for beside this loan; for staff and themselves. */
      capacity: z
        .object({
          exposure: MoneyText,
          limit: MoneyText.nullable(),
          free: MoneyText.nullable(),
          loans: z.number(),
          mostLoans: z.number().nullable(),
        })
        .nullable(),
      /** Names on the way on which this guarantee comes back to its giver; for staff. */
      circle: z.array(z.string()),
    }),
  ),
  /** Before it is decided: the rules of the product against what is asked. For the borrower and staff. */
  eligibility: z.array(EligibilityResultView),
  /** Rules it was lent against, with the sentence that says why. */
  overrides: z.array(
    z.object({
      kind: z.string(),
      value: z.string().nullable(),
      limit: z.string(),
      note: z.string(),
      by: z.string(),
      at: InstantText,
    }),
  ),
  /** What was given as security and where it is, in the order it was named; for the borrower and staff. */
  collateral: z.array(CollateralItem),
  /** Waivers and what else was done about it, the oldest first; for the borrower and staff. */
  measures: z.array(LoanMeasureView),
  steps: z.array(z.object({ act: z.string(), by: z.string(), at: InstantText, note: z.string().nullable() })),
  /** While it waits for its decision, for whoever decides: why they may not, and the most that their level sanctions. */
  mayNotDecideBecause: z.string().nullable(),
  sanctionsUpTo: MoneyText.nullable(),
  payments: z.array(
    z.object({ on: DayText, amount: MoneyText, entryId: Id, entryNumber: z.string(), isTakenBack: z.boolean() }),
  ),
  currency: z.string(),
});

/** Days on which one balance bore one rate: balance × rate ÷ 100 × the part of the year. */
const LoanInterestDays = z.object({
  from: DayText,
  /** The day after the last of them. */
  to: DayText,
  days: z.number(),
  balance: MoneyText,
  annualRate: z.string(),
  yearPart: z.object({ numerator: z.number(), denominator: z.number() }),
  /** Before it is rounded, in the money's whole unit. */
  interest: z.string(),
});
/** Days at the end of which the same was overdue: overdue × rate ÷ 100 × days ÷ 365. */
const LoanPenalDays = z.object({
  from: DayText,
  to: DayText,
  days: z.number(),
  overdue: MoneyText,
  annualRate: z.string(),
  /** Before it is rounded, in the money's whole unit. */
  charge: z.string(),
});
/**
 * What was taken once: a part of an amount, within what the kind of loan takes at least and at most. Of an insurance `percent`
 * is its rate by its `basis`, and `years` the term where it counts.
 */
const LoanFeeTaken = z.object({
  kind: z.enum(['processing', 'feeTax', 'insurance', 'closing']),
  basis: z.enum(INSURANCE_BASES),
  years: z.string().nullable(),
  on: DayText,
  percent: z.string(),
  of: MoneyText,
  least: MoneyText,
  most: MoneyText.nullable(),
  amount: MoneyText,
});
/** How every interest, penal charge and fee of a loan comes about, as its rules say today. */
export const LoanExplanation = z.object({
  loanId: Id,
  number: z.string(),
  currency: z.string(),
  asOf: DayText,
  interestMethod: z.enum(LOAN_INTEREST_METHODS),
  interestBasis: z.enum(LOAN_INTEREST_BASES),
  /** The version of the product the loan was sanctioned by. */
  rules: z.object({ code: z.string(), effectiveFrom: DayText, legalBasis: z.string().nullable() }),
  instalments: z.array(
    z.object({
      number: z.number(),
      dueOn: DayText,
      /** What is owed before it and after it, of principal. */
      opening: MoneyText,
      principal: MoneyText,
      interest: MoneyText,
      closing: MoneyText,
      lines: z.array(LoanInterestDays),
      /** The lines after their one rounding; with what earlier instalments left to it, less what it leaves to later ones. */
      rounded: MoneyText,
      brought: MoneyText,
      carried: MoneyText,
      waived: MoneyText,
    }),
  ),
  /** By the kind of loan, or by the society where that says nothing; of instalments that fall due today. */
  penal: LoanPenalRule,
  /** Days that bore a penal charge, by rate, the oldest first; what they come to together is rounded once for each rate. */
  penalDays: z.array(LoanPenalDays),
  penalties: MoneyText,
  fees: z.array(LoanFeeTaken),
});

const reason = typedText(400, 3);
const version = z.int().min(1);
export const RecommendLoanBody = z
  .strictObject({
    note: typedText(400, 3),
    /** Why it is lent against the soft rules that do not hold, where they are the recommender's to override. */
    override: typedText(400, 3).optional(),
    version,
  })
  .meta({ examples: [{ note: 'Income seen, two good sureties', version: 1 }] });
export const RefuseLoanBody = z
  .strictObject({ reason, version })
  .meta({ examples: [{ reason: 'The salary slip is missing', version: 1 }] });
/** What the committee decided; less than was asked, or over another time, is a counter-offer that the borrower sees. */
export const SanctionLoanBody = z
  .strictObject({
    amount: AmountInput,
    instalments,
    resolutionNumber: typedText(40),
    note: typedText(400).optional(),
    /** Why it is sanctioned against the rules that do not hold. */
    override: typedText(400, 3).optional(),
    version,
  })
  .meta({ examples: [{ amount: '12000.00', instalments: 6, resolutionNumber: 'LC/2026/14', version: 2 }] });
/**
 * The money goes to an account of the borrower, or out of the society: in cash from the till of whoever asks, by cheque, bank
 * transfer or UPI under a number that counts once. A second person says yes before it does.
 */
export const DisburseLoanBody = z
  .strictObject({
    /** A part of what is still to be paid out; without it all of that. */
    amount: AmountInput.optional(),
    /** With the first payout alone: as in `LoanQuoteBody`. */
    firstDueOn: DayInput.optional(),
    toDepositId: IdInput.optional(),
    mode: z.enum(['cash', 'cheque', 'bank', 'upi']).optional(),
    reference: typedText(64).optional(),
  })
  .meta({ examples: [{ toDepositId: '1' }] });
export const DisburseLoanAnswer = z.union([
  ActPreview.extend({
    amount: MoneyText,
    /** Of the sanction, after this payout. */
    stillToPayOut: MoneyText,
    processingFee: MoneyText,
    /** Owed to the state and to the insurer. */
    feeTax: MoneyText,
    insurance: MoneyText,
    shares: MoneyText,
    /** What closes the loan that this one replaces, on the day; null where it replaces none that still runs. */
    earlierLoan: z.object({ number: z.string(), amount: MoneyText }).nullable(),
    inHand: MoneyText,
    /** The first that is due after this payout. */
    nextInstalment: z.object({ dueOn: DayText, total: MoneyText, interest: MoneyText }),
  }),
  z.object({ preview: z.literal(false), approvalId: Id }),
]);
/** What money ahead of its time does to what is left: the borrower chooses. */
export const PrepaymentChoice = z.enum(PREPAYMENT_CHOICES);
/**
 * From an account of the borrower. With `prepayment` all beyond what is due is principal at once; the amount that closes the
 * loan on the day closes it.
 */
export const RepayLoanBody = z
  .strictObject({
    fromDepositId: IdInput,
    amount: AmountInput,
    prepayment: PrepaymentChoice.optional(),
    /** For staff: the day it counts from, when it came in earlier. */
    valueOn: DayInput.optional(),
  })
  .meta({ examples: [{ fromDepositId: '1', amount: '1000.00' }] });
/** An account of the borrower, who alone agrees to it. */
export const LoanDebitBody = z.strictObject({ fromDepositId: IdInput }).meta({ examples: [{ fromDepositId: '1' }] });
/** All nothing where the loan was written off: what comes in then pays no part of it. */
export const LoanSplit = z.object({
  principal: MoneyText,
  interest: MoneyText,
  fee: MoneyText,
  penalty: MoneyText,
});
export const RepayLoanAnswer = z.union([
  ActPreview.extend({ split: LoanSplit }),
  z.object({
    preview: z.literal(false),
    entryId: Id,
    entryNumber: z.string(),
    split: LoanSplit,
    isClosed: z.boolean(),
  }),
]);
/** Another member is asked to take the place of a guarantor, who answers until then. */
export const SubstituteGuarantorBody = z
  .strictObject({ replacesMemberId: IdInput, memberNumber: typedText(32), reason: typedText(400, 3) })
  .meta({ examples: [{ replacesMemberId: '2', memberNumber: 'M-000003', reason: 'He moves to another district' }] });
export const SubstituteGuarantorAnswer = z.object({
  /** Null: nothing was decided on the loan yet, so the other is asked at once. */
  approvalId: Id.nullable(),
});
/** From an account of a guarantor, of a loan that is overdue; a second person agrees first. */
export const RecoverFromGuarantorBody = z
  .strictObject({ fromDepositId: IdInput, amount: AmountInput, reason: typedText(400, 3) })
  .meta({ examples: [{ fromDepositId: '2', amount: '500.00', reason: 'Three letters were not answered' }] });
export const RecoverFromGuarantorAnswer = z.union([
  ActPreview.extend({ split: LoanSplit }),
  z.object({ preview: z.literal(false), approvalId: Id }),
]);
export const GuarantorParams = z.strictObject({ id: IdInput, memberId: IdInput });
/** For a guarantor without the app, who says yes at the office. */
export const IssueSuretyCodeBody = z
  .strictObject({
    memberId: IdInput,
    /** To the phone on record, where the guarantor's `textTo` names it; nobody of the office sees the code then. */
    bySms: z.boolean().default(false),
  })
  .meta({ examples: [{ memberId: '2' }] });
export const IssuedSuretyCode = z.object({
  /** Null where it was sent. */
  code: z.string().nullable(),
  /** The end of the number it was sent to. */
  sentTo: z.string().nullable(),
  /** The provider gave no answer: it may have arrived. */
  isUnsure: z.boolean(),
  expiresAt: InstantText,
});
/** The guarantor's yes by the code that somebody else of the office handed to them. */
export const ConsentByCodeBody = z
  .strictObject({ memberId: IdInput, code: typedText(24) })
  .meta({ examples: [{ memberId: '2', code: '4711 2208' }] });

/** As a guarantor, about oneself. */
export const AnswerSuretyBody = z.strictObject({ consents: z.boolean() }).meta({ examples: [{ consents: true }] });

export const LoanPayoffQuery = z.strictObject({ on: DayInput.optional() });
/** What closes the loan on a day when nothing is paid before it; the figure holds for that day. */
export const LoanPayoff = z.object({
  on: DayText,
  total: MoneyText,
  /** What has fallen due by the day and is not paid. */
  due: MoneyText,
  /** Principal that would fall due later. */
  principalAhead: MoneyText,
  /** Interest of the period that has begun, up to the day. */
  interest: MoneyText,
  /** How that interest comes about: its days, from the first of the period. */
  interestFrom: DayText.nullable(),
  interestDays: z.number(),
  annualRate: z.string(),
  closingFee: MoneyText,
  /** By how much it differs when it is paid a day later. */
  oneDayMore: MoneyText,
  /** What paying every instalment on its day would cost more. */
  spared: MoneyText,
  currency: z.string(),
});
export const LoanPrepaymentQuery = z.strictObject({ amount: AmountInput });
/** Both choices beside what stands, from the same figures that the payment would make. */
export const LoanPrepayment = z.object({
  amount: MoneyText,
  /** What of the amount pays what is due. */
  due: MoneyText,
  principal: MoneyText,
  now: z.object({ instalment: MoneyText, instalmentsLeft: z.number(), lastDueOn: DayText, interestLeft: MoneyText }),
  choices: z.array(
    z.object({
      choice: PrepaymentChoice,
      /** The next one that is owed. */
      instalment: MoneyText,
      instalmentsLeft: z.number(),
      lastDueOn: DayText,
      lastInstalment: MoneyText,
      interestLeft: MoneyText,
      interestSpared: MoneyText,
    }),
  ),
  currency: z.string(),
});
