import type { EventName } from '@kafal/contract';
import type { Platform, Trx } from '../../platform/platform.ts';
import { wakeWebhooks } from './wake-webhooks.ts';

export interface ToldEvent {
  readonly name: EventName;
  readonly deliverySeq: number;
  readonly recordedAt: number;
  /** Ids as text, as the live messages have them. */
  readonly data: Readonly<Record<string, string | number | null>>;
}

/** In the transaction that gives the events their places: what is told live is told here, in the same order and once. */
export async function queueWebhooks(trx: Trx, platform: Platform, events: readonly ToldEvent[]): Promise<void> {
  if (events.length === 0) return;
  const receivers = await trx
    .selectFrom('webhook')
    .select(['id', 'events'])
    .where('state', 'in', ['on', 'paused'])
    .orderBy('id')
    .execute();
  let count = 0;
  for (const { id, events: chosen } of receivers) {
    // set-webhook.ts wrote them.
    const wanted = new Set(JSON.parse(chosen) as EventName[]);
    for (const event of events) {
      if (!wanted.has(event.name)) continue;
      count += 1;
      await trx
        .insertInto('webhook_delivery')
        .values({
          webhookId: id,
          deliverySeq: event.deliverySeq,
          event: event.name,
          body: bodyOf(event),
          state: 'waiting',
          attempts: 0,
          lastStatus: null,
          lastProblem: null,
          createdAt: platform.clock.now(),
          lastAttemptAt: null,
        })
        .execute();
    }
  }
  if (count > 0) trx.afterCommit(() => wakeWebhooks(platform));
}

export function bodyOf({ name, deliverySeq, recordedAt, data }: ToldEvent): string {
  const occurredAt = new Date(recordedAt).toISOString();
  return JSON.stringify({ id: `evt_${deliverySeq}`, type: name, sequence: deliverySeq, occurredAt, data });
}
