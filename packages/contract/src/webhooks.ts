import { z } from 'zod';
import { Id, IdInput, InstantText, ListQuery, page, typedText } from './common.ts';
import type { EventName } from './events.ts';

/**
 * What another system may be told of, by the business's names. Each tells where to look and nothing of what is to be seen there:
 * ids and short words, as the live messages do.
 */
export const WEBHOOK_EVENTS = [
  'receipt.issued',
  'savings.withdrawn',
  'savings.transferred',
  'voucher.posted',
  'entry.reversed',
  'interest.credited',
  'shares.allotted',
  'deposit.matured',
  'loan.sanctioned',
  'loan.disbursed',
  'loan.repaid',
  'loan.closed',
  'loan.overdue',
  'application.submitted',
  'member.approved',
  'member.activated',
  'member.status-changed',
  'payment.claimed',
  'payment.rejected',
  'statement.imported',
  'bank-line.resolved',
  'till.opened',
  'till.closed',
  'business-day.moved',
  'day-end.finished',
  'day-end.stopped',
  'notice.published',
  'message.received',
] as const satisfies readonly EventName[];
export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number];

/** `off`: it did not answer for days, and somebody has to turn it on again. */
export const WebhookState = z.enum(['on', 'paused', 'off']);

const WebhookFields = {
  name: typedText(80, 2),
  url: z.url().max(1_000),
  events: z
    .array(z.enum(WEBHOOK_EVENTS))
    .min(1)
    .max(WEBHOOK_EVENTS.length)
    .transform((events) => WEBHOOK_EVENTS.filter((event) => events.includes(event))),
};
export const AddWebhookBody = z.strictObject(WebhookFields).meta({
  examples: [
    {
      name: 'Accounting program',
      url: 'https://books.example.org/kafal',
      events: ['receipt.issued', 'voucher.posted', 'entry.reversed'],
    },
  ],
});
export const ChangeWebhookBody = z.strictObject({ ...WebhookFields, state: z.enum(['on', 'paused']) }).meta({
  examples: [
    {
      name: 'Accounting program',
      url: 'https://books.example.org/kafal',
      events: ['receipt.issued', 'entry.reversed'],
      state: 'on',
    },
  ],
});
export const WebhookView = z.object({
  id: Id,
  name: z.string(),
  url: z.string(),
  events: z.array(z.enum(WEBHOOK_EVENTS)),
  state: WebhookState,
  /** How many messages wait for it. */
  waiting: z.number(),
  /** Since when nothing has arrived; null while all is well. */
  failedSince: InstantText.nullable(),
  /** When it is tried next, where it failed last. */
  nextAttemptAt: InstantText.nullable(),
  /** Until then the secret of before signs too. */
  previousSecretUntil: InstantText.nullable(),
  createdBy: z.string().nullable(),
  createdAt: InstantText,
});
export const WebhookList = z.object({
  items: z.array(WebhookView),
  /** Every event that can be chosen. */
  offered: z.array(z.enum(WEBHOOK_EVENTS)),
});
/** The secret stands here once and never again. */
export const WebhookWithSecret = z.object({ webhook: WebhookView, secret: z.string() });

export const WebhookDelivery = z.object({
  id: Id,
  /** `test` for one that was sent to try it. */
  event: z.string(),
  sequence: z.number().nullable(),
  body: z.string(),
  state: z.enum(['waiting', 'delivered', 'failed']),
  attempts: z.number(),
  /** What was answered last; null where nothing was. */
  lastStatus: z.number().nullable(),
  lastProblem: z.enum(['not-reached', 'no-answer', 'forbidden', 'refused']).nullable(),
  createdAt: InstantText,
  lastAttemptAt: InstantText.nullable(),
});
export const WebhookDeliveryList = page(WebhookDelivery);
export const WebhookDeliveryQuery = z.strictObject({
  limit: ListQuery.limit,
  cursor: ListQuery.cursor,
  state: z.enum(['waiting', 'delivered', 'failed']).optional(),
});
export const WebhookDeliveryParams = z.strictObject({ id: IdInput, deliveryId: IdInput });
