import { z } from 'zod';
import {
  ActPreview,
  AmountInput,
  DayInput,
  DayText,
  Explanation,
  Id,
  IdInput,
  InstantText,
  ListQuery,
  MoneyText,
  PostingView,
  page,
  typedText,
} from './common.ts';

export const AccountType = z.enum(['asset', 'liability', 'equity', 'income', 'expense']);
export const AccountView = z.object({
  code: z.string(),
  name: z.string(),
  type: AccountType,
  isControl: z.boolean(),
  subLedger: z.string().nullable(),
  isActive: z.boolean(),
});
export const AccountList = z.object({ items: z.array(AccountView) });
export const AccountParams = z.strictObject({ code: z.string().max(16) });

export const JournalEntryRow = z.object({
  id: Id,
  /** Series, year and number as printed, e.g. `T1/2026-27/00042`. */
  number: z.string(),
  kind: z.string(),
  postedOn: DayText,
  valueOn: DayText,
  narration: z.string(),
  total: MoneyText,
  memberId: Id.nullable(),
  memberNumber: z.string().nullable(),
  memberName: z.string().nullable(),
  mode: z.string().nullable(),
  tillCode: z.string().nullable(),
  maker: z.string(),
  recordedAt: InstantText,
  reversesEntryId: Id.nullable(),
  reversedByEntryId: Id.nullable(),
  receiptId: Id.nullable(),
});
export const JournalEntryView = JournalEntryRow.extend({
  postings: z.array(PostingView.extend({ balanceAfter: MoneyText.nullable() })),
  checker: z.string().nullable(),
  reversesNumber: z.string().nullable(),
  reversedByNumber: z.string().nullable(),
  receiptNumber: z.string().nullable(),
  approvalId: Id.nullable(),
  previousHash: z.string(),
  hash: z.string(),
});
export const EntryExplanation = Explanation;
export const ReverseEntryBody = z
  .strictObject({ reason: typedText(200, 5) })
  .meta({ examples: [{ reason: 'The amount was typed twice' }] });
export const ReverseEntryAnswer = z.union([
  ActPreview,
  z.object({ preview: z.literal(false), status: z.literal('reversed'), entryId: Id, entryNumber: z.string() }),
  z.object({ preview: z.literal(false), status: z.literal('waiting'), approvalId: Id }),
]);

export const ENTRY_KINDS = [
  'receipt',
  'withdrawal',
  'transfer',
  'allotment',
  'till',
  'voucher',
  'bank',
  'reversal',
  'opening',
  'interest',
  'maturity',
  'collection',
  'handover',
  'commission',
  'accrual',
  'disbursement',
  'correction',
  'waiver',
  'write-off',
] as const;
export const TransactionQuery = z.strictObject({
  ...ListQuery,
  from: DayInput.optional(),
  to: DayInput.optional(),
  kind: z.enum(ENTRY_KINDS).optional(),
  memberId: IdInput.optional(),
  accountCode: z.string().max(16).optional(),
  mode: z.enum(['cash', 'cheque', 'bank', 'upi', 'transfer']).optional(),
  tillId: IdInput.optional(),
  sort: z.enum(['-recordedAt', 'recordedAt']).optional(),
  total: z.enum(['true', 'false']).optional(),
});
export const TransactionRow = JournalEntryRow.extend({
  /** For a member who reads: what came into their own savings, or went out of them, by this entry. */
  ownSavings: z.object({ direction: z.enum(['in', 'out']), amount: MoneyText }).nullable(),
});
export const TransactionList = page(TransactionRow).extend({
  /** Sums over the whole filter, not the page: money in, money out, and everything posted. */
  totals: z.object({ receipts: MoneyText, payments: MoneyText, posted: MoneyText, entries: z.number() }).nullable(),
  currency: z.string(),
});

export const DayBookQuery = z.strictObject({ on: DayInput });
export const DayBook = z.object({
  on: DayText,
  status: z.enum(['open', 'closed', 'none']),
  currency: z.string(),
  entries: z.array(JournalEntryRow.extend({ postings: z.array(PostingView) })),
  debit: MoneyText,
  credit: MoneyText,
  cash: z.object({ opening: MoneyText, receipts: MoneyText, payments: MoneyText, closing: MoneyText }),
  nextCursor: z.string().nullable(),
});
export const DayBookPageQuery = DayBookQuery.extend({ cursor: ListQuery.cursor, limit: ListQuery.limit });

export const TrialBalanceQuery = z.strictObject({ asOf: DayInput.optional() });
export const TrialBalanceRow = z.object({
  accountCode: z.string(),
  accountName: z.string(),
  type: AccountType,
  isControl: z.boolean(),
  openingDebit: MoneyText,
  openingCredit: MoneyText,
  debit: MoneyText,
  credit: MoneyText,
  closingDebit: MoneyText,
  closingCredit: MoneyText,
});
/** Opening and period are of the financial year that holds `asOf`. */
export const TrialBalance = z.object({
  asOf: DayText,
  periodFrom: DayText,
  currency: z.string(),
  rows: z.array(TrialBalanceRow),
  totals: z.object({
    openingDebit: MoneyText,
    openingCredit: MoneyText,
    debit: MoneyText,
    credit: MoneyText,
    closingDebit: MoneyText,
    closingCredit: MoneyText,
  }),
  agrees: z.boolean(),
});
export const LedgerQuery = z.strictObject({
  from: DayInput.optional(),
  to: DayInput.optional(),
  limit: ListQuery.limit,
  cursor: ListQuery.cursor,
});
export const AccountLedger = page(
  z.object({
    id: Id,
    entryId: Id,
    entryNumber: z.string(),
    postedOn: DayText,
    narration: z.string(),
    side: z.enum(['debit', 'credit']),
    amount: MoneyText,
    subLedgerNumber: z.string().nullable(),
  }),
).extend({ account: AccountView, currency: z.string(), debit: MoneyText, credit: MoneyText });

// ---- vouchers: entered by one person, approved by another ----------------------------------------------------
export const VoucherLineInput = z.strictObject({
  accountCode: z.string().max(16),
  side: z.enum(['debit', 'credit']),
  amount: AmountInput,
  memo: typedText(120).optional(),
  /** In a journal voucher, a member's account by its number: money that came for it is credited, from `valueOn` on. */
  accountNumber: z.string().max(32).optional(),
});
/**
 * kind `opening`: opening cash and bank against the funds; `cash`: between till, vault and bank; `expense`, `contra`,
 * `journal`: simple vouchers. On a control account only where a line of a `journal` names a member's account; a till is named by `tillId` in a `cash` voucher.
 */
export const EnterVoucherBody = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.enum(['opening', 'expense', 'contra', 'journal']),
      lines: z.array(VoucherLineInput).min(2).max(40),
      narration: typedText(300, 3),
      valueOn: DayInput.optional(),
    }),
    z.strictObject({
      kind: z.literal('cash'),
      from: z.discriminatedUnion('place', [
        z.strictObject({ place: z.literal('vault') }),
        z.strictObject({ place: z.literal('till'), tillId: IdInput }),
        z.strictObject({ place: z.literal('bank'), accountCode: z.string().max(16) }),
      ]),
      to: z.discriminatedUnion('place', [
        z.strictObject({ place: z.literal('vault') }),
        z.strictObject({ place: z.literal('till'), tillId: IdInput }),
        z.strictObject({ place: z.literal('bank'), accountCode: z.string().max(16) }),
      ]),
      amount: AmountInput,
      narration: typedText(300, 3),
    }),
  ])
  .meta({
    examples: [
      {
        kind: 'expense',
        lines: [
          { accountCode: '5203', side: 'debit', amount: '250.00' },
          { accountCode: '1201', side: 'credit', amount: '250.00' },
        ],
        narration: 'Printing of receipt books',
      },
    ],
  });
export const EnterVoucherAnswer = z.union([ActPreview, z.object({ preview: z.literal(false), approvalId: Id })]);

export const BusinessDayView = z.object({
  businessDate: DayText,
  status: z.enum(['open', 'closed']),
  openedAt: InstantText,
  closedAt: InstantText.nullable(),
  closedBy: z.string().nullable(),
  entries: z.number(),
});
export const BusinessDayList = page(BusinessDayView);
export const BusinessDayState = z.object({
  businessDate: DayText,
  calendarToday: DayText,
  waits: z.boolean(),
  /** Tills that keep the day from moving on. */
  openTills: z.array(z.object({ id: Id, code: z.string(), cashier: z.string() })),
});
export const DayParams = z.strictObject({ date: DayInput });
export const CloseDayAnswer = z.object({ closed: DayText, businessDate: DayText });
