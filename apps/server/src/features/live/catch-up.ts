// What somebody missed while the line was lost: the same messages, in the same order, once each.

import { EVENTS, type EventName, hearsOfTheHouse, isEventName } from '@kafal/contract';
import type { Actor } from '../../platform/http/actor.ts';
import type { Platform } from '../../platform/platform.ts';
import { type DeliveredRow, liveMessage, socketEventFor } from './live-message.ts';

const eventsFor = (audiences: readonly string[]): EventName[] =>
  Object.entries(EVENTS)
    .filter(([, { audience }]) => audiences.includes(audience))
    .map(([name]) => name)
    .filter(isEventName);

const STAFF_EVENTS = eventsFor(['staff', 'both', 'all']);
const MEMBER_EVENTS = eventsFor(['member', 'both']);
const EVERYBODY_EVENTS = eventsFor(['all']);
const OF_KIND: Readonly<Record<Actor['kind'], readonly EventName[]>> = {
  member: eventsFor(['every-member']),
  staff: eventsFor(['every-staff']),
  system: [],
};

export async function latestSeq(platform: Platform): Promise<number> {
  const row = await platform.dialect.one<{ next: number }>(
    platform.database,
    "SELECT nextNumber AS next FROM sequence WHERE name = 'delivery'",
  );
  return row === undefined ? 0 : row.next - 1;
}

export async function missedEvents(platform: Platform, actor: Actor, after: number | undefined, limit: number) {
  const newest = await latestSeq(platform);
  // A number that was never given out is no place to go on from.
  const from = Math.min(after ?? (await cursorOf(platform, actor.userId)) ?? newest, newest);
  const rows = await findDelivered(platform, actor, from, limit + 1);
  const events = rows.slice(0, limit).map((row) => ({
    socketEvent: socketEventFor(row.name, actor.kind === 'member' ? 'member' : 'staff'),
    ...liveMessage(row),
  }));
  const more = rows.length > limit;
  const seen = more ? (events.at(-1)?.seq ?? from) : Math.max(newest, from);
  await keepCursor(platform, actor.userId, seen);
  return { events, latestSeq: seen, more };
}

async function findDelivered(platform: Platform, actor: Actor, after: number, limit: number) {
  const rows: DeliveredRow[] = await platform.database
    .selectFrom('outbox')
    .select(['name', 'memberId', 'userId', 'payload', 'recordedAt', 'deliverySeq'])
    .$narrowType<{ deliverySeq: number }>()
    .where('deliverySeq', '>', after)
    .where((where) =>
      where.or([
        where('userId', '=', actor.userId),
        where('name', 'in', [...EVERYBODY_EVENTS, ...OF_KIND[actor.kind]]),
        ...(actor.kind === 'staff' && hearsOfTheHouse(actor.permissions) ? [where('name', 'in', STAFF_EVENTS)] : []),
        ...(actor.memberId === null
          ? []
          : [where.and([where('memberId', '=', actor.memberId), where('name', 'in', MEMBER_EVENTS)])]),
      ]),
    )
    .orderBy('deliverySeq')
    .limit(limit)
    .execute();
  return rows.flatMap((row) => (isEventName(row.name) ? [{ ...row, name: row.name }] : []));
}

async function cursorOf(platform: Platform, userId: number): Promise<number | undefined> {
  const row = await platform.dialect.one<{ deliverySeq: number }>(
    platform.database,
    'SELECT deliverySeq FROM delivery_cursor WHERE userId = ?',
    [userId],
  );
  return row?.deliverySeq;
}

/** Written only when it moves, so that a quiet screen that polls writes nothing. */
async function keepCursor(platform: Platform, userId: number, deliverySeq: number): Promise<void> {
  if ((await cursorOf(platform, userId)) === deliverySeq) return;
  await platform.transact((trx) =>
    platform.dialect.upsert(
      trx,
      'delivery_cursor',
      { userId, deliverySeq, updatedAt: platform.clock.now() },
      { key: ['userId'] },
    ),
  );
}
