import type { WebhookDelivery, WebhookDeliveryQuery, WebhookEvent, WebhookView } from '@kafal/contract';
import type { z } from 'zod';
import type { Row } from '../../platform/database/schema.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform } from '../../platform/platform.ts';
import { readIdCursor } from '../deposits/index.ts';

const MOST_SHOWN = 50;

export async function listWebhooks(platform: Platform): Promise<z.input<typeof WebhookView>[]> {
  const rows = await webhookRows(platform).orderBy('w.id').execute();
  const now = platform.clock.now();
  return rows.map((row) => viewOf(row, now));
}

export async function webhookView(platform: Platform, id: number): Promise<z.input<typeof WebhookView>> {
  const row = await webhookRows(platform).where('w.id', '=', id).executeTakeFirst();
  if (row === undefined) throw new Refusal('missing', 'WEBHOOK_UNKNOWN');
  return viewOf(row, platform.clock.now());
}

function webhookRows({ database }: Platform) {
  return database
    .selectFrom('webhook as w')
    .leftJoin('user as u', 'u.id', 'w.createdByUserId')
    .selectAll('w')
    .select('u.name as createdBy')
    .select((is) =>
      is
        .selectFrom('webhook_delivery as d')
        .select((count) => count.fn.countAll<number>().as('waiting'))
        .whereRef('d.webhookId', '=', 'w.id')
        .where('d.state', '=', 'waiting')
        .as('waiting'),
    )
    .where('w.state', '!=', 'ended');
}

type FoundWebhook = Awaited<ReturnType<ReturnType<typeof webhookRows>['execute']>>[number];

function viewOf(row: FoundWebhook, now: number): z.input<typeof WebhookView> {
  const at = (instant: number | null) => (instant === null ? null : new Date(instant).toISOString());
  return {
    id: String(row.id),
    name: row.name,
    url: row.url,
    // set-webhook.ts wrote them.
    events: JSON.parse(row.events) as WebhookEvent[],
    state: row.state === 'ended' ? 'off' : row.state,
    waiting: Number(row.waiting ?? 0),
    failedSince: at(row.failedSince),
    nextAttemptAt: row.failures > 0 && row.state === 'on' ? at(row.nextAttemptAt) : null,
    previousSecretUntil: row.previousUntil !== null && row.previousUntil > now ? at(row.previousUntil) : null,
    createdBy: row.createdBy,
    createdAt: new Date(row.createdAt).toISOString(),
  };
}

/** Newest first. */
export async function listDeliveries(platform: Platform, id: number, query: z.output<typeof WebhookDeliveryQuery>) {
  await webhookView(platform, id);
  const { limit = MOST_SHOWN, state } = query;
  const before = readIdCursor(query.cursor);
  const rows = await platform.database
    .selectFrom('webhook_delivery')
    .selectAll()
    .where('webhookId', '=', id)
    .$if(state !== undefined, (select) => select.where('state', '=', state ?? 'waiting'))
    .$if(before !== undefined, (select) => select.where('id', '<', before ?? 0))
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute();
  const shown = rows.slice(0, limit);
  return {
    items: shown.map(deliveryOf),
    nextCursor: rows.length > limit ? String(shown.at(-1)?.id) : null,
  };
}

export async function deliveryView(platform: Platform, id: number): Promise<z.input<typeof WebhookDelivery>> {
  const row = await platform.database
    .selectFrom('webhook_delivery')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return deliveryOf(row);
}

function deliveryOf(row: Row<'webhook_delivery'>): z.input<typeof WebhookDelivery> {
  return {
    id: String(row.id),
    event: row.event,
    sequence: row.deliverySeq,
    body: row.body,
    state: row.state,
    attempts: row.attempts,
    lastStatus: row.lastStatus,
    lastProblem: row.lastProblem,
    createdAt: new Date(row.createdAt).toISOString(),
    lastAttemptAt: row.lastAttemptAt === null ? null : new Date(row.lastAttemptAt).toISOString(),
  };
}
