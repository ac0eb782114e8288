// A sheet of repayments, such as an employer's: one sum of money for many loans.

import { z } from 'zod';
import { AmountInput, DayInput, DayText, Id, InstantText, ListQuery, MoneyText, page, typedText } from './common.ts';
import { PaymentMode } from './counter.ts';
import { LoanSplit } from './loans.ts';

export const REPAYMENT_SHEET_STATUSES = ['posting', 'done', 'taken-back'] as const;

/**
 * A row names a loan, or a member with one running loan, and an amount; a heading is understood in English and Hindi. `total` is
 * the money that came: what no row of it can be paid with stays as received and not yet assigned.
 */
export const EnterRepaymentSheetBody = z
  .strictObject({
    csv: z.string().min(1).max(120_000),
    total: AmountInput,
    mode: PaymentMode,
    /** Cheque number, UTR or bank reference; needed for all but cash, and each counts once. */
    reference: typedText(64).optional(),
    referenceOn: DayInput.optional(),
    drawnOn: typedText(80).optional(),
  })
  .meta({
    examples: [
      {
        csv: 'Loan,Amount,Reference\nPL-000001,8885.00,Salary of December\n',
        total: '8885.00',
        mode: 'bank',
        reference: 'HDFC N2026120500017',
      },
    ],
  });

export const RepaymentSheetRow = z.object({
  /** As a person counts lines in the file. */
  line: z.number(),
  typed: z.string(),
  memberId: Id.nullable(),
  memberNumber: z.string().nullable(),
  memberName: z.string().nullable(),
  loanId: Id.nullable(),
  loanNumber: z.string().nullable(),
  amount: MoneyText.nullable(),
  note: z.string().nullable(),
  /** `ready`: in a preview, it would be paid. */
  status: z.enum(['ready', 'waiting', 'paid', 'refused']),
  /** What it pays, or would pay, in its parts. */
  split: LoanSplit.nullable(),
  /** Why it is not paid. */
  problem: z.string().nullable(),
  receiptId: Id.nullable(),
});

const sheetFields = {
  total: MoneyText,
  rows: z.number(),
  /** Rows that are paid, or would be, and what they come to. */
  paidRows: z.number(),
  paid: MoneyText,
  refusedRows: z.number(),
  /** Received, and not assigned to any loan. */
  left: MoneyText,
};
export const RepaymentSheetView = z.object({
  id: Id,
  number: z.string(),
  ...sheetFields,
  mode: PaymentMode,
  reference: z.string().nullable(),
  status: z.enum(REPAYMENT_SHEET_STATUSES),
  enteredBy: z.string(),
  enteredOn: DayText,
  enteredAt: InstantText,
  entryId: Id,
  entryNumber: z.string(),
});
export const RepaymentSheetList = page(RepaymentSheetView).extend({ currency: z.string() });
export const RepaymentSheetQuery = z.strictObject({ limit: ListQuery.limit, cursor: ListQuery.cursor });
export const RepaymentSheetDetail = RepaymentSheetView.extend({ items: z.array(RepaymentSheetRow) });
export const EnterRepaymentSheetAnswer = z.union([
  z.object({ preview: z.literal(true), ...sheetFields, items: z.array(RepaymentSheetRow) }),
  /** Rows are paid one by one from here on: the sheet says how far it is. */
  z.object({ preview: z.literal(false), sheetId: Id, number: z.string() }),
]);
