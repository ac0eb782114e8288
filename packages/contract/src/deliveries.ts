import { z } from 'zod';
import { DayText, Id, InstantText, ListQuery, MoneyText, page } from './common.ts';
import { DELIVERY_CHANNELS, DELIVERY_STATES, NOTIFICATION_KINDS } from './notification-kinds.ts';

const Channel = z.enum(DELIVERY_CHANNELS);
const State = z.enum(DELIVERY_STATES);

export const DeliveryView = z.object({
  id: Id,
  channel: Channel,
  state: State,
  kind: z.enum(NOTIFICATION_KINDS),
  event: z.string(),
  /** What the letter or the notification says above all. */
  title: z.string(),
  person: z.object({ name: z.string(), memberId: Id.nullable(), memberNumber: z.string().nullable() }),
  /** In part. */
  sentTo: z.string().nullable(),
  /** Which words it was sent with. */
  template: z.string().nullable(),
  attempts: z.number(),
  createdAt: InstantText,
  /** Of what waits: not before. */
  nextAttemptAt: InstantText.nullable(),
  settledAt: InstantText.nullable(),
  /** What the other side said last. */
  lastError: z.string().nullable(),
  parts: z.number().nullable(),
  cost: MoneyText.nullable(),
  mayRetry: z.boolean(),
});
export const DeliveryList = page(DeliveryView);
export const DeliveriesQuery = z.strictObject({
  channel: Channel.optional(),
  /** `open`: what waits or is on its way; `trouble`: what failed or may not have arrived. */
  state: z.enum(['open', 'trouble', 'sent', 'all']).optional(),
  limit: ListQuery.limit,
  cursor: ListQuery.cursor,
});

export const DeliveryOverview = z.object({
  channels: z.array(
    z.object({
      channel: Channel,
      isInUse: z.boolean(),
      /** Since when nobody is reached. */
      downSince: InstantText.nullable(),
      lastError: z.string().nullable(),
      lastSentAt: InstantText.nullable(),
    }),
  ),
  /** What was sent counts for the month, everything else for all time. */
  counts: z.array(z.object({ channel: Channel, state: State, count: z.number() })),
  month: z.object({
    from: DayText,
    cost: MoneyText,
    days: z.array(z.object({ day: DayText, email: z.number(), sms: z.number(), cost: MoneyText })),
  }),
});
