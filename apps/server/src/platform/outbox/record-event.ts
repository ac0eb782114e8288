import { EVENTS, type EventName } from '@kafal/contract';
import { insertRows } from '../database/many-rows.ts';
import type { Trx } from '../database/transaction.ts';
import type { Platform } from '../platform.ts';

export interface RecordedEvent {
  name: EventName;
  /** The member whom it concerns; needed where the event's audience includes the member. */
  memberId?: number | null;
  /** The one receiver of an event whose audience is `user`; of a decision, whoever asked for it. */
  userId?: number | null;
  /** Ids and short words only: a message says where to look again, never what is to be seen. */
  payload: Readonly<Record<string, string | number | null>>;
}

/** The tag of kept answers that are made of everything that happens, such as the dashboard. */
export const ANY_EVENT = 'any-event';

const add = insertRows('INSERT INTO outbox (name, audience, memberId, userId, payload, recordedAt)');

type OutboxPlatform = Pick<Platform, 'dialect' | 'clock' | 'cache' | 'outboxSignal'>;

/** Keeps the event in the transaction that caused it; the relay tells it after the commit. */
export function recordEvent(trx: Trx, platform: OutboxPlatform, event: RecordedEvent): Promise<void> {
  return recordEvents(trx, platform, [event]);
}

export async function recordEvents(
  trx: Trx,
  platform: OutboxPlatform,
  events: readonly RecordedEvent[],
): Promise<void> {
  if (events.length === 0) return;
  const now = platform.clock.now();
  const rows = events.map((event) => [
    event.name,
    EVENTS[event.name].audience,
    event.memberId ?? null,
    event.userId ?? null,
    JSON.stringify(event.payload),
    now,
  ]);
  await add(trx, platform, rows);
  trx.afterCommit(() => {
    platform.cache.dropTag(ANY_EVENT);
    platform.outboxSignal.wake();
  });
}
