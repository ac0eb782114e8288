import { z } from 'zod';
import { DayText, FlagQuery, Id, IdInput, InstantText, ListQuery, MoneyText, page, typedText } from './common.ts';
import { ReceiptLineInput } from './counter.ts';

/**
 * A payment from a phone is asked for, shown as a code, perhaps said to be paid, and receipted when the bank has it. What
 * the member says is a claim: it moves no money.
 */
export const PaymentRequestStatus = z.enum(['created', 'shown', 'claimed', 'expired', 'receipted', 'rejected']);
export const PaymentScheme = z.enum(['upi', 'nepal-qr']);

export const AskPaymentBody = z
  .strictObject({
    /** Left out by a member, who asks for themselves. */
    memberId: IdInput.optional(),
    lines: z.array(ReceiptLineInput).min(1).max(20),
  })
  .meta({ examples: [{ lines: [{ kind: 'savings', depositId: '1', amount: '500.00' }] }] });
export const ClaimPaymentBody = z
  .strictObject({
    /** The UTR of a payment by UPI: twelve digits. By Nepal QR the number that the app prints. */
    number: typedText(40),
  })
  .meta({ examples: [{ number: '633412345678' }] });
export const RejectPaymentBody = z
  .strictObject({ reason: typedText(400, 3) })
  .meta({ examples: [{ reason: 'No such payment in the statement of the month' }] });

const PaymentRequestFacts = {
  scheme: PaymentScheme,
  amount: MoneyText,
  currency: z.string(),
  lines: z.array(z.object({ label: z.string(), amount: MoneyText })),
  payeeName: z.string(),
  payeeAddress: z.string(),
};
export const PaymentRequestRow = z.object({
  id: Id,
  reference: z.string(),
  memberId: Id,
  memberNumber: z.string(),
  memberName: z.string(),
  status: PaymentRequestStatus,
  ...PaymentRequestFacts,
  askedBy: z.string(),
  askedAt: InstantText,
  askedOn: DayText,
  expiresAt: InstantText,
  /** What the member said they paid with; it proves nothing. */
  claimedNumber: z.string().nullable(),
  claimedAt: InstantText.nullable(),
  receiptId: Id.nullable(),
  receiptNumber: z.string().nullable(),
  reason: z.string().nullable(),
});
export const PaymentRequestView = PaymentRequestRow.extend({
  /** While it can be paid and was shown: what opens a payment app, and the same as a picture. */
  code: z.object({ link: z.string().nullable(), payload: z.string(), qrSvg: z.string() }).nullable(),
});
export const AskPaymentAnswer = z.union([
  z.object({ preview: z.literal(true), ...PaymentRequestFacts, expiresAt: InstantText }),
  z.object({ preview: z.literal(false), request: PaymentRequestView }),
]);
export const PaymentRequestList = page(PaymentRequestRow);
export const PaymentRequestQuery = z.strictObject({
  ...ListQuery,
  memberId: IdInput.optional(),
  status: PaymentRequestStatus.optional(),
  /** What can still be paid or waits for the bank. */
  open: FlagQuery.optional(),
});
