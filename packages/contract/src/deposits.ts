import {
  DAY_COUNTS,
  DEMAND_KINDS,
  DEPOSITOR_CATEGORIES,
  INTEREST_RULES,
  MATURITY_ACTS,
  PAYOUTS,
  SAVINGS_BASES,
  SLAB_METHODS,
  TAX_REASONS,
  TERM_KINDS,
  TERM_ROUNDINGS,
  WITHDRAWAL_RULES,
} from '@kafal/core';
import { z } from 'zod';
import {
  ActPreview,
  AmountInput,
  DayInput,
  DayText,
  Explanation,
  FlagQuery,
  Id,
  IdInput,
  InstantText,
  LanguageCode,
  ListQuery,
  MoneyText,
  page,
  typedText,
} from './common.ts';
import { HoldingInput } from './deposit-holders.ts';
import { DepositQuote, TermRateView } from './term-products.ts';

export const DepositStatus = z.enum(['active', 'dormant', 'frozen', 'closed']);
/** What a fixed or recurring deposit was opened with. */
export const TermFacts = z.object({
  /** The sum that was deposited; of a recurring deposit, each instalment. */
  amount: MoneyText,
  /** The term stands in months or in days, one of them. */
  months: z.number().nullable(),
  days: z.number().nullable(),
  annualRate: z.string(),
  category: z.enum(DEPOSITOR_CATEGORIES),
  maturesOn: DayText,
  /** As it was promised. */
  maturityValue: MoneyText,
  /**
   * When it is carried out and what with, before any tax: with the interest of a holiday at its end, and, where instalments
   * were missed, with what those that are paid have earned. Null where it was closed before its end.
   */
  end: z.object({ on: DayText, value: MoneyText }).nullable(),
  payout: z.enum(PAYOUTS),
  atMaturity: z.enum(MATURITY_ACTS),
  /** Of a recurring deposit: how many are paid, of how many, and the day of the first that is not. */
  instalments: z
    .object({
      paid: z.number(),
      count: z.number(),
      nextDueOn: DayText.nullable(),
      /** Found unpaid by the end of a day, and unpaid still. */
      missed: z.number(),
      /** So many of them that the product calls the deposit irregular. */
      isIrregular: z.boolean(),
    })
    .nullable(),
});
/** What a member saves for in an account of the kind `goal`. */
export const GoalFacts = z.object({
  purpose: z.string(),
  target: MoneyText,
  targetOn: DayText,
});
export const DepositView = z.object({
  id: Id,
  accountNumber: z.string(),
  memberId: Id,
  memberNumber: z.string(),
  memberName: z.string(),
  /** Who holds it beside the member, by name. */
  jointHolders: z.array(z.string()),
  productCode: z.string(),
  product: z.string(),
  kind: z.string(),
  status: DepositStatus,
  balance: MoneyText,
  hold: MoneyText,
  minimumBalance: MoneyText,
  /** What can be withdrawn now: balance less hold and less the minimum balance, where the rule of the account lets it go. */
  available: MoneyText,
  withdrawal: z.enum(WITHDRAWAL_RULES),
  /** The smallest sum that is put in at once. */
  minimumDeposit: MoneyText,
  goal: GoalFacts.nullable(),
  openedOn: DayText,
  /** Null for savings. */
  term: TermFacts.nullable(),
  currency: z.string(),
  version: z.number(),
});
export const DepositList = page(DepositView).extend({
  totals: z.object({ balance: MoneyText, hold: MoneyText }).optional(),
});
export const DepositQuery = z.strictObject({
  ...ListQuery,
  memberId: IdInput.optional(),
  status: DepositStatus.optional(),
  kind: z.enum([...DEMAND_KINDS, ...TERM_KINDS, 'unclaimed']).optional(),
  /** Recurring deposits with so many instalments missed that the product calls them irregular. */
  irregular: FlagQuery.optional(),
  /** Of what has a term, the first and the last day of maturity. */
  maturesFrom: DayInput.optional(),
  maturesTo: DayInput.optional(),
  /** By day of maturity stand those that have one. */
  sort: z.enum(['accountNumber', '-accountNumber', 'openedOn', '-openedOn', 'maturesOn', '-maturesOn']).optional(),
  /** Asked for, the answer also counts and sums the whole filter. */
  total: FlagQuery.optional(),
});
/** Over the counter through the cashier's own open till, or from and to a savings account of the member. */
export const TermPayment = z.discriminatedUnion('mode', [
  z.strictObject({ mode: z.literal('cash') }),
  z.strictObject({ mode: z.literal('transfer'), depositId: IdInput }),
]);
/** At the counter also by cheque, bank transfer or UPI: each is proved by a number that counts once, as on any receipt. */
export const TermOpeningPayment = z.discriminatedUnion('mode', [
  ...TermPayment.options,
  z.strictObject({
    mode: z.enum(['cheque', 'bank', 'upi']),
    reference: typedText(64).optional(),
    referenceOn: DayInput.optional(),
    /** The bank that a cheque is drawn on. */
    drawnOn: typedText(80).optional(),
  }),
]);
/**
 * Opens an account without a term for a member; staff name the member, a member opens their own. Savings for a goal say
 * what for, how much, and until when. A fixed or recurring deposit is opened with its money: it needs amount, term and payment besides. A member asks for one from their own savings; it waits
 * until the society says yes.
 */
export const OpenDepositBody = z
  .strictObject({
    memberId: IdInput.optional(),
    productCode: z.string().max(16),
    /** The sum that is deposited; of a recurring deposit, each instalment. */
    amount: AmountInput.optional(),
    months: z.int().min(1).max(240).optional(),
    days: z.int().min(1).max(7_300).optional(),
    /** The business day where nothing is said. */
    openedOn: DayInput.optional(),
    /** What the product says where nothing is said. */
    atMaturity: z.enum(MATURITY_ACTS).optional(),
    payment: TermOpeningPayment.optional(),
    /** At the counter: who holds it beside the member, and who may take money out; the member alone where nothing is said. */
    holding: HoldingInput.optional(),
    goal: z.strictObject({ purpose: typedText(80), target: AmountInput, targetOn: DayInput }).optional(),
  })
  .meta({
    examples: [
      { memberId: '1', productCode: 'SB' },
      {
        memberId: '1',
        productCode: 'GS',
        goal: { purpose: 'School fees', target: '50000.00', targetOn: '2028-04-01' },
      },
      { memberId: '1', productCode: 'FD', amount: '5000.00', months: 12, payment: { mode: 'cash' } },
    ],
  });
export const OpenedTermDeposit = z.union([
  z.object({
    preview: z.literal(false),
    status: z.literal('opened'),
    id: Id,
    accountNumber: z.string(),
    annualRate: z.string(),
    maturesOn: DayText,
    maturityValue: MoneyText,
    entryId: Id,
    /** Null where no cash was taken. */
    receiptId: Id.nullable(),
  }),
  z.object({ preview: z.literal(false), status: z.literal('waiting'), approvalId: Id }),
]);
export const OpenDepositAnswer = z.union([
  DepositView,
  OpenedTermDeposit,
  /** What a deposit of a term would bring, for this member, and where its money would come from. */
  ActPreview.extend({ quote: DepositQuote }),
]);
export const DepositProductView = z.object({
  code: z.string(),
  kind: z.enum(DEMAND_KINDS),
  name: z.string(),
  minimumBalance: MoneyText,
  minimumDeposit: MoneyText,
  withdrawal: z.enum(WITHDRAWAL_RULES),
  interestRule: z.enum(INTEREST_RULES),
  interestBasis: z.enum(SAVINGS_BASES),
  dayCount: z.enum(DAY_COUNTS),
  slabMethod: z.enum(SLAB_METHODS),
  /** Of what is credited at once. */
  rounding: z.enum(TERM_ROUNDINGS),
  /** At the end of which months it is credited. */
  interestMonths: z.array(z.number()),
  /** For everybody. */
  annualRate: z.string(),
  /** Beside it, by category and from a balance on. */
  rates: z.array(TermRateView.pick({ category: true, amountFrom: true, annualRate: true })),
  effectiveFrom: DayText,
  legalBasis: z.string().nullable(),
});
export const DepositProductList = z.object({
  /** What is said of every new daily deposit. */
  daily: z.object({ termMonths: z.number(), keptMonths: z.number(), addEveryMonths: z.number() }),
  items: z.array(DepositProductView),
});

/** Money paid out over the counter. Cash needs the cashier's own open till. */
export const WithdrawBody = z
  .strictObject({
    amount: AmountInput,
    mode: z.enum(['cash', 'bank', 'cheque']),
    reference: typedText(64).optional(),
    note: typedText(200).optional(),
  })
  .meta({ examples: [{ amount: '500.00', mode: 'cash' }] });
export const WithdrawAnswer = z.union([
  ActPreview,
  z.object({
    preview: z.literal(false),
    status: z.literal('paid'),
    receiptId: Id,
    receiptNumber: z.string(),
    entryId: Id,
    balance: MoneyText,
  }),
  z.object({ preview: z.literal(false), status: z.literal('waiting'), approvalId: Id }),
]);

/** To an own account, to shares, to dues, or to another member's savings account by its number. */
export const TransferBody = z
  .strictObject({
    amount: AmountInput,
    to: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('deposit'), accountNumber: z.string().max(32) }),
      z.strictObject({ kind: z.literal('shares') }),
      z.strictObject({ kind: z.literal('dues') }),
    ]),
    note: typedText(120).optional(),
  })
  .meta({ examples: [{ amount: '100.00', to: { kind: 'shares' } }] });
export const TransferAnswer = z.union([
  ActPreview.extend({ recipient: z.string().nullable() }),
  z.object({
    preview: z.literal(false),
    status: z.literal('posted'),
    entryId: Id,
    entryNumber: z.string(),
    balance: MoneyText,
  }),
  z.object({ preview: z.literal(false), status: z.literal('waiting'), approvalId: Id }),
]);

export const PassbookRow = z.object({
  id: Id,
  entryId: Id,
  entryNumber: z.string(),
  /** Of the entry: a line of the kind `interest` has an explanation. */
  kind: z.string(),
  postedOn: DayText,
  valueOn: DayText,
  narration: z.string(),
  deposit: MoneyText.nullable(),
  withdrawal: MoneyText.nullable(),
  balance: MoneyText,
  receiptId: Id.nullable(),
  recordedAt: InstantText,
});
export const Passbook = page(PassbookRow).extend({ accountNumber: z.string(), currency: z.string() });
export const PassbookQuery = z.strictObject({
  limit: ListQuery.limit,
  cursor: ListQuery.cursor,
  /** An entry's printed number, an exact amount, or words of what was written about it. */
  q: ListQuery.q,
  from: DayInput.optional(),
  to: DayInput.optional(),
});
/** The month that a day falls into, of the society's calendar; without one that of the business day, or of the last payment. */
export const PaidDaysQuery = z.strictObject({ on: DayInput.optional() });
export const PaidDays = z.object({
  accountNumber: z.string(),
  /** `2026-11`, or under Bikram Sambat `2083-08`. */
  month: z.string(),
  from: DayText,
  to: DayText,
  businessDate: DayText,
  /** A day of the month before, where the account was open then; a day of the month after, where it has begun. */
  before: DayText.nullable(),
  after: DayText.nullable(),
  total: MoneyText,
  /** Those on which something was paid. */
  days: z.array(
    z.object({
      day: DayText,
      amount: MoneyText,
      receipts: z.array(z.object({ id: Id, number: z.string() })),
    }),
  ),
  currency: z.string(),
});
export const StatementQuery = z.strictObject({ from: DayInput, to: DayInput, language: LanguageCode.optional() });
export const DepositExplanation = Explanation;

const InterestPeriod = z.object({
  from: DayText,
  to: DayText,
  interest: MoneyText,
  /** The sum of the lines before it was rounded, in the money's whole unit. */
  unrounded: z.string(),
  roundedTo: MoneyText,
  /** Null where nothing was credited. */
  entryId: Id.nullable(),
  creditedOn: DayText.nullable(),
  /** Balance × yearly rate × days. */
  lines: z.array(
    z.object({
      from: DayText,
      to: DayText,
      days: z.number(),
      balance: MoneyText,
      annualRate: z.string(),
      /** The day from which the rate was set. */
      rateFrom: DayText,
      interest: z.string(),
    }),
  ),
});
/** An interest or a fine that an entry holds, by the function that posted it. */
export const EntryFigure = z.object({
  figure: z.string(),
  value: MoneyText,
  lines: z.array(
    z.object({
      label: z.string(),
      /** What the line counts on, before any rounding; null where it counts on nothing. */
      balance: z.string().nullable(),
      value: z.string(),
      on: DayText.nullable(),
    }),
  ),
  /** How the figure comes about and is rounded, in a sentence or two. */
  rule: z.string(),
  /** The versions of the product that it rests on. */
  versions: z.array(z.object({ effectiveFrom: DayText, legalBasis: z.string().nullable() })),
});
export const EntryFigures = z.object({ items: z.array(EntryFigure) });
/** How much of a credit of interest was withheld for the treasury, and why. */
export const InterestTaxView = z.object({
  reason: z.enum(TAX_REASONS),
  /** All that the credit brought. */
  interest: MoneyText,
  /** Of all accounts of the member in the tax year, before it and with it. */
  interestBefore: MoneyText,
  interestSoFar: MoneyText,
  /** Null where every credit is taxed for itself. */
  threshold: MoneyText.nullable(),
  /** Per cent of the interest. */
  rate: z.string(),
  /** Of the whole year, or of this credit. */
  due: MoneyText,
  taxBefore: MoneyText,
  tax: MoneyText,
  /** Due, and more than the credit had: withheld from the next one. */
  left: MoneyText,
});
/** What days were credited before an entry was dated back into them; the figure of their period counts, not this one. */
const ReplacedInterest = InterestPeriod.extend({
  /** The entry that took it back; null where nothing had been credited. */
  reversalEntryId: Id.nullable(),
  becauseEntryId: Id,
  becauseNumber: z.string(),
});
const CreditedInterest = InterestPeriod.extend({
  /** The newest first. */
  replaced: z.array(ReplacedInterest),
});
/** With an entry, only the period for which it credited, now or before it was counted anew. */
export const DepositInterestQuery = z.strictObject({ entryId: IdInput.optional() });
/** What a savings account earned: since the last credit, as it stands today, and each credit before, newest first. */
export const DepositInterest = z.object({
  accountNumber: z.string(),
  earned: InterestPeriod.nullable(),
  credits: z.array(CreditedInterest),
  /** Of the entries that the tax rule looked at, newest first; also of a deposit of a term. */
  taxes: z.array(InterestTaxView.extend({ entryId: Id, postedOn: DayText })),
});
