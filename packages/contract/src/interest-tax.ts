import { z } from 'zod';
import { DayInput, DayText, FlagQuery, Id, ListQuery, MoneyText, page, typedText } from './common.ts';

/** A tax year, or a quarter or month of it. */
export const TAX_YEAR_PARTS = [
  'year',
  ...(['q1', 'q2', 'q3', 'q4'] as const),
  ...(['m1', 'm2', 'm3', 'm4', 'm5', 'm6', 'm7', 'm8', 'm9', 'm10', 'm11', 'm12'] as const),
] as const;
export type TaxYearPart = (typeof TAX_YEAR_PARTS)[number];

/** By the label that the books give it, "2026-27"; the year of today where nothing is said. */
const TaxYear = typedText(12).optional();

/** The interest of an account in a period, and the tax that was withheld from it. */
export const AccountInterestView = z.object({
  depositId: Id,
  accountNumber: z.string(),
  interest: MoneyText,
  tax: MoneyText,
  /** Earned by the end of the period and not given then. */
  accrued: MoneyText,
});

export const InterestTaxRow = z.object({
  memberId: Id,
  memberNumber: z.string(),
  memberName: z.string(),
  panMasked: z.string().nullable(),
  isSenior: z.boolean(),
  /** The number of the form by which nothing is withheld in the tax year. */
  declaration: z.string().nullable(),
  accounts: z.array(AccountInterestView),
  /** Of the period; with an entry that names the member and no account. */
  interest: MoneyText,
  tax: MoneyText,
  accrued: MoneyText,
  /** From the first day of the tax year to the last of the period. */
  interestOfYear: MoneyText,
  taxOfYear: MoneyText,
  /** Null where the rule knows none. */
  threshold: MoneyText.nullable(),
  /** Of the year so far, and not withheld yet: no credit was large enough. */
  due: MoneyText,
});
const TaxPeriod = {
  year: z.string(),
  /** All tax years since the books began, the newest first. */
  years: z.array(z.string()),
  from: DayText,
  to: DayText,
  currency: z.string(),
} as const;
export const InterestTaxList = page(InterestTaxRow).extend({
  ...TaxPeriod,
  /** The first day of each month of the year. */
  months: z.array(DayText),
  totals: z.object({ interest: MoneyText, tax: MoneyText, accrued: MoneyText }).optional(),
});
export const InterestTaxQuery = z.strictObject({
  ...ListQuery,
  year: TaxYear,
  part: z.enum(TAX_YEAR_PARTS).optional(),
  /** Everybody with interest; those from whom tax was withheld, with a declaration, without a PAN. */
  who: z.enum(['all', 'withheld', 'declared', 'without-pan']).optional(),
  sort: z.enum(['memberNumber', '-memberNumber']).optional(),
  /** Asked for, the answer also counts and sums the whole filter. */
  total: FlagQuery.optional(),
});

/** What the society owes the tax office, month by month, as the ledger has it. */
export const TaxPayableMonths = z.object({
  ...TaxPeriod,
  accountCode: z.string(),
  months: z.array(
    z.object({
      from: DayText,
      to: DayText,
      opening: MoneyText,
      /** From interest, less what was given back; the sum of the tax list of the month. */
      onInterest: MoneyText,
      /** From commission, or entered by a voucher. */
      other: MoneyText,
      paidOver: MoneyText,
      closing: MoneyText,
    }),
  ),
  totals: z.object({ onInterest: MoneyText, other: MoneyText, paidOver: MoneyText }),
  closing: MoneyText,
});
export const TaxPayableQuery = z.strictObject({ year: TaxYear });

/** A member's interest of a tax year and the tax on it, as both certificates say it. */
export const InterestOfYearView = z.object({
  year: z.string(),
  from: DayText,
  /** The last day of the year, or today within it. */
  to: DayText,
  currency: z.string(),
  accounts: z.array(AccountInterestView),
  interest: MoneyText,
  tax: MoneyText,
  accrued: MoneyText,
  declaration: z.string().nullable(),
});
/** A day of the year that is asked for; today's where nothing is said. */
export const InterestOfYearQuery = z.strictObject({ on: DayInput.optional() });
