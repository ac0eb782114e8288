import { z } from 'zod';
import { BankLineStatus } from './bank-statements.ts';
import { Id, InstantText, ListQuery, MoneyText, page, typedText } from './common.ts';

/**
 * How a gateway writes and signs. `kafal`: the form of docs/payment-gateway.md, for a bridge of the society's own or of its
 * bank. `razorpay`: as Razorpay signs its webhooks.
 */
export const GatewayKind = z.enum(['kafal', 'razorpay']);
export type GatewayKind = z.infer<typeof GatewayKind>;

/** What both sides know; it is kept sealed and shown to nobody again. */
export const SharedSecret = z
  .string()
  .min(16)
  .max(200)
  .regex(/^[\x21-\x7e]+$/, 'SECRET_CHARACTERS');

export const SetGatewayBody = z
  .strictObject({ kind: GatewayKind, name: typedText(80, 2), secret: SharedSecret, reason: typedText(400).optional() })
  .meta({
    examples: [{ kind: 'kafal', name: 'Bridge of the bank', secret: 'example-only-example-only-example' }],
  });
export const GatewayView = z.object({
  /** Null while no gateway tells of payments. */
  gateway: z
    .object({
      kind: GatewayKind,
      name: z.string(),
      startedAt: InstantText,
      setBy: z.string().nullable(),
      approvedBy: z.string().nullable(),
    })
    .nullable(),
  /** Where the gateway sends its messages, after the society's own address. */
  path: z.string(),
  waitingApprovalId: Id.nullable(),
});

/** In the form of the gateway that the society has named; docs/payment-gateway.md. Each form names what has happened. */
const namesWhatHappened = (body: Readonly<Record<string, unknown>>) => 'type' in body || 'event' in body;
export const GatewayMessageBody = z
  .record(z.string().max(80), z.unknown())
  .refine(namesWhatHappened, 'GATEWAY_UNNAMED')
  .meta({
    examples: [
      {
        id: 'evt_1',
        type: 'payment.received',
        amount: '500.00',
        currency: 'INR',
        number: '633412345678',
        reference: 'KFCJRY5BHQX4N',
        payer: 'A MEMBER',
        paidAt: '2026-11-30T04:00:00Z',
      },
    ],
  });
/**
 * `taken`: it is a line of the bank now. `known`: the bank, or an earlier message, told of the same money. `ignored`: it
 * tells of no payment that arrived. Whether the line became a receipt is for the society to see.
 */
export const GatewayMessageAnswer = z.object({ outcome: z.enum(['taken', 'known', 'ignored']) });
export const GatewayMessageQuery = z.strictObject({ limit: ListQuery.limit, cursor: ListQuery.cursor });
export const GatewayMessageRow = z.object({
  id: Id,
  eventId: z.string(),
  receivedAt: InstantText,
  amount: MoneyText,
  currency: z.string(),
  number: z.string(),
  description: z.string(),
  wasKnown: z.boolean(),
  /** What became of its line. */
  status: BankLineStatus,
  /** Whether a statement of the bank has shown the same money since. */
  isOnStatement: z.boolean(),
  receiptId: Id.nullable(),
  receiptNumber: z.string().nullable(),
});
export const GatewayMessageList = page(GatewayMessageRow);
