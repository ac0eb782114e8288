// A member asks to be told on this device, or no longer. One device a session: logging out ends both.

import { hash } from 'node:crypto';
import type { SubscribePushBody } from '@kafal/contract';
import type { z } from 'zod';
import type { Actor } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { OutsideDoor } from '../../platform/outbound/post-outside.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { recordAudit } from '../audit/index.ts';
import { arePushKeys } from './encrypt-push.ts';

/** Phones and computers of one person; the one that asked longest ago gives way. */
const MOST_DEVICES = 10;

export async function subscribePush(
  platform: Platform,
  door: OutsideDoor,
  actor: Actor,
  { endpoint, keys }: z.output<typeof SubscribePushBody>,
): Promise<void> {
  if (!door.mayName(new URL(endpoint))) throw new Refusal('malformed', 'PUSH_ENDPOINT_REFUSED', {}, 'endpoint');
  if (!arePushKeys(keys)) throw new Refusal('malformed', 'PUSH_KEYS_MALFORMED', {}, 'keys');
  const endpointHash = hash('sha256', endpoint, 'hex');

  await platform.transact(async (trx) => {
    const before = await trx
      .selectFrom('push_subscription')
      .select(['id', 'userId', 'sessionId', 'endpointHash', 'p256dh', 'auth'])
      .where((is) => is.or([is('sessionId', '=', actor.sessionId), is('endpointHash', '=', endpointHash)]))
      .execute();
    const isSame = before.some(
      (each) =>
        each.sessionId === actor.sessionId &&
        each.endpointHash === endpointHash &&
        each.p256dh === keys.p256dh &&
        each.auth === keys.auth,
    );
    if (isSame && before.length === 1) return;
    // A browser belongs to whoever is logged in on it now, and to nobody before.
    await dropSubscriptions(
      trx,
      before.map(({ id }) => id),
    );
    await dropSubscriptions(trx, await beyondMostDevices(trx, actor.userId));
    await trx
      .insertInto('push_subscription')
      .values({
        userId: actor.userId,
        sessionId: actor.sessionId,
        endpoint,
        endpointHash,
        ...keys,
        createdAt: platform.clock.now(),
      })
      .execute();
    await recordAudit(trx, platform, actor, {
      action: 'push.subscribed',
      subjectKind: 'user',
      subjectId: actor.userId,
      newValues: { sessionId: actor.sessionId, service: new URL(endpoint).host },
    });
  });
}

export async function unsubscribePush(platform: Platform, actor: Actor): Promise<void> {
  await platform.transact(async (trx) => {
    const own = await subscriptionsOf(trx, [actor.sessionId]);
    if (own.length === 0) return;
    await dropSubscriptions(trx, own);
    await recordAudit(trx, platform, actor, {
      action: 'push.unsubscribed',
      subjectKind: 'user',
      subjectId: actor.userId,
      newValues: { sessionId: actor.sessionId },
    });
  });
}

export async function isSubscribed(platform: Platform, actor: Actor): Promise<boolean> {
  return (await subscriptionsOf(platform.database, [actor.sessionId])).length > 0;
}

/** Log-out, suspension, a new password: what the ended session was told on is told nothing more. */
export async function dropSubscriptionsOfSessions(platform: Platform, sessionIds: readonly string[]): Promise<void> {
  if ((await subscriptionsOf(platform.database, sessionIds)).length === 0) return;
  await platform.transact(async (trx) => dropSubscriptions(trx, await subscriptionsOf(trx, sessionIds)));
}

export async function dropSubscriptions(trx: Trx, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  await trx.deleteFrom('push_message').where('subscriptionId', 'in', ids).execute();
  await trx.deleteFrom('push_subscription').where('id', 'in', ids).execute();
}

async function subscriptionsOf(reader: Platform['database'], sessionIds: readonly string[]): Promise<number[]> {
  const rows = await reader
    .selectFrom('push_subscription')
    .select('id')
    .where('sessionId', 'in', [...sessionIds])
    .execute();
  return rows.map(({ id }) => id);
}

async function beyondMostDevices(trx: Trx, userId: number): Promise<number[]> {
  const rows = await trx
    .selectFrom('push_subscription')
    .select('id')
    .where('userId', '=', userId)
    .orderBy('id', 'desc')
    .execute();
  return rows.slice(MOST_DEVICES - 1).map(({ id }) => id);
}
