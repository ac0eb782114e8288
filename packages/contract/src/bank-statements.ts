import { UNMATCHED_REASONS } from '@kafal/core';
import { z } from 'zod';
import {
  ActPreview,
  DayText,
  Id,
  IdInput,
  InstantText,
  ListQuery,
  MoneyText,
  NoQuery,
  PreviewQuery,
  page,
  typedText,
} from './common.ts';
import { ReceiptLineInput } from './counter.ts';

/**
 * What became of a line of the bank. `waiting`: it is being matched. `received`: a payment request was receipted by it.
 * `settled`: what a receipt or a gateway had told of before. `unidentified`: kept for whoever it is. `allotted`,
 * `returned`: by two people. `debit`: money that left the bank, which is not looked at here.
 */
export const BankLineStatus = z.enum([
  'waiting',
  'received',
  'settled',
  'unidentified',
  'allotted',
  'returned',
  'debit',
]);
export const BankLineReason = z.enum([
  ...UNMATCHED_REASONS,
  /** Its number came in with an earlier line, or with a receipt of another amount. */
  'number-used',
  /** The request is of whoever brought the statement in. */
  'own-payment',
  /** What it was for cannot be paid so any more; the sentence stands beside it. */
  'refused',
  /** The receipt that it had become was taken back. */
  'receipt-reversed',
  /** Its matching failed for a reason nobody foresaw; it can be tried again. */
  'failed',
]);

/** The headings of the columns, where the bank does not call them as banks usually do. */
export const StatementHeadingsInput = z.strictObject({
  date: typedText(80),
  description: typedText(80),
  credit: typedText(80),
  reference: typedText(80).optional(),
  debit: typedText(80).optional(),
  balance: typedText(80).optional(),
});
/** A month of a busy society. */
export const STATEMENT_BYTES = 2_000_000;
export const ImportStatementBody = z
  .strictObject({
    fileName: typedText(120),
    csv: z.string().min(1).max(STATEMENT_BYTES),
    headings: StatementHeadingsInput.optional(),
  })
  .meta({
    examples: [
      {
        fileName: 'november.csv',
        csv: 'Date,Description,Reference,Debit,Credit,Balance\n01/11/2026,UPI/CR/633411112222/A MEMBER,633411112222,,500.00,"10,500.00"\n',
      },
    ],
  });

const LinesOf = z.object({ lines: z.number(), amount: MoneyText });
export const StatementPreview = z.object({
  preview: z.literal(true),
  accountCode: z.string(),
  headings: z.record(z.string(), z.string()),
  from: DayText.nullable(),
  to: DayText.nullable(),
  credits: LinesOf,
  debits: LinesOf,
  /** Lines that an earlier statement brought in already; they are not taken again. */
  known: z.number(),
  mistakes: z.array(z.object({ line: z.number(), code: z.string(), detail: z.string() })),
  /** The first lines as they were understood. */
  sample: z.array(
    z.object({
      bookedOn: DayText,
      description: z.string(),
      reference: z.string(),
      credit: MoneyText,
      debit: MoneyText,
      isKnown: z.boolean(),
    }),
  ),
});
export const BankStatementView = z.object({
  id: Id,
  accountCode: z.string(),
  fileName: z.string(),
  from: DayText.nullable(),
  to: DayText.nullable(),
  lines: z.number(),
  known: z.number(),
  credits: MoneyText,
  debits: MoneyText,
  currency: z.string(),
  importedBy: z.string(),
  importedAt: InstantText,
  entryId: Id.nullable(),
  byStatus: z.array(z.object({ status: BankLineStatus, lines: z.number(), amount: MoneyText })),
});
export const ImportStatementAnswer = z.union([
  StatementPreview,
  z.object({ preview: z.literal(false), statement: BankStatementView }),
]);
export const BankStatementList = page(BankStatementView);
export const BankStatementQuery = z.strictObject({ limit: ListQuery.limit, cursor: ListQuery.cursor });

export const BankLineRow = z.object({
  id: Id,
  /** Null while a gateway alone has told of it. */
  statementId: Id.nullable(),
  accountCode: z.string(),
  bookedOn: DayText,
  description: z.string(),
  /** The number of the payment, where the bank prints one. */
  number: z.string().nullable(),
  credit: MoneyText,
  debit: MoneyText,
  status: BankLineStatus,
  reason: BankLineReason.nullable(),
  /** Why it waits, in a sentence. */
  reasonText: z.string().nullable(),
  requestId: Id.nullable(),
  requestReference: z.string().nullable(),
  memberId: Id.nullable(),
  memberNumber: z.string().nullable(),
  memberName: z.string().nullable(),
  receiptId: Id.nullable(),
  receiptNumber: z.string().nullable(),
  entryId: Id.nullable(),
  waitingApprovalId: Id.nullable(),
});
export const BankLineList = page(BankLineRow);
export const BankLineQuery = z.strictObject({
  ...ListQuery,
  statementId: IdInput.optional(),
  status: BankLineStatus.optional(),
});
/** Whose it could be, the likeliest first, each with what speaks for it. */
export const BankLineSuggestions = z.object({
  items: z.array(
    z.object({
      memberId: Id,
      memberNumber: z.string(),
      memberName: z.string(),
      requestId: Id.nullable(),
      reasons: z.array(z.enum(['reference', 'claim', 'amount', 'phone', 'name'])),
      reasonText: z.string(),
    }),
  ),
});
export const AllotBankLineBody = z
  .strictObject({
    memberId: IdInput,
    lines: z.array(ReceiptLineInput).min(1).max(20),
    reason: typedText(400, 3),
  })
  .meta({
    examples: [
      {
        memberId: '1',
        lines: [{ kind: 'savings', depositId: '1', amount: '500.00' }],
        reason: 'She showed the payment in her app',
      },
    ],
  });
export const ReturnBankLineBody = z
  .strictObject({ reference: typedText(64), reason: typedText(400, 3) })
  .meta({ examples: [{ reference: '633499998888', reason: 'Paid to the society by mistake' }] });
export const BankLineActAnswer = z.union([ActPreview, z.object({ preview: z.literal(false), approvalId: Id })]);
export const BankLineActQuery = PreviewQuery;
export const BankReconciliationQuery = NoQuery;

/** Where every rupee of the bank's lines is, and what the two accounts between must hold because of it. */
export const BankReconciliation = z.object({
  currency: z.string(),
  byStatus: z.array(z.object({ status: BankLineStatus, lines: z.number(), amount: MoneyText })),
  clearing: z.object({
    accountCode: z.string(),
    balance: MoneyText,
    /** Receipts by UPI that no statement has shown yet. */
    onTheWay: LinesOf,
    /** Lines that are still being matched. */
    waiting: MoneyText,
    /** Posted by other vouchers; not explained by lines and receipts. */
    other: MoneyText,
  }),
  unidentified: z.object({ accountCode: z.string(), balance: MoneyText, open: LinesOf, other: MoneyText }),
});
