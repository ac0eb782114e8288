import { z } from 'zod';
import { Id, IdInput, InstantText, ListQuery, page } from './common.ts';
import { NOTIFICATION_KINDS } from './notification-kinds.ts';

export const NotificationView = z.object({
  id: Id,
  event: z.string(),
  title: z.string(),
  text: z.string(),
  link: z.string().nullable(),
  createdAt: InstantText,
  readAt: InstantText.nullable(),
});
export const NotificationList = page(NotificationView).extend({ unread: z.number() });
export const NotificationQuery = z.strictObject({
  limit: ListQuery.limit,
  cursor: ListQuery.cursor,
  unread: z.enum(['true', 'false']).optional(),
  kind: z.enum(NOTIFICATION_KINDS).optional(),
});
export const MarkReadBody = z
  .strictObject({
    ids: z.array(IdInput).max(200).optional(),
    all: z.literal(true).optional(),
  })
  .meta({ examples: [{ all: true }] });

/** What was missed since `after`, in order, once each. */
export const LiveEventsQuery = z.strictObject({
  /** The last `seq` seen; without it, from where this user last caught up. */
  after: z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number)
    .optional(),
  limit: ListQuery.limit,
});
export const LiveEvents = z.object({
  events: z.array(
    z.object({
      socketEvent: z.string(),
      type: z.string(),
      data: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
      timestamp: InstantText,
      seq: z.number(),
    }),
  ),
  latestSeq: z.number(),
  more: z.boolean(),
});
