// By hand: a message that says nothing, to see whether anybody is there; and one that was sent or waits, once more.

import type { Actor } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { OutsideDoor } from '../../platform/outbound/post-outside.ts';
import type { Platform } from '../../platform/platform.ts';
import { recordAudit } from '../audit/index.ts';
import { attemptOf, hasArrived, post } from './send-deliveries.ts';
import { lockWebhook } from './set-webhook.ts';
import { wakeWebhooks } from './wake-webhooks.ts';

/** Sent at once, beside what waits; answers the id of what the log says of it. */
export async function testWebhook(platform: Platform, door: OutsideDoor, actor: Actor, id: number): Promise<number> {
  const webhook = await platform.transact(async (trx) => {
    await recordAudit(trx, platform, actor, {
      action: 'webhook.tested',
      subjectKind: 'webhook',
      subjectId: id,
      newValues: {},
    });
    return lockWebhook(trx, platform, id);
  });
  const occurredAt = new Date(platform.clock.now()).toISOString();
  const name = `test_${platform.ids.randomToken(12)}`;
  const body = JSON.stringify({ id: name, type: 'test', sequence: null, occurredAt, data: {} });
  const outcome = await post(platform, door, webhook, webhook.url, body);
  return platform.transact(async (trx) => {
    const { insertId } = await trx
      .insertInto('webhook_delivery')
      .values({
        ...{ webhookId: id, deliverySeq: null, event: 'test', body, attempts: 1 },
        state: hasArrived(outcome) ? 'delivered' : 'failed',
        createdAt: platform.clock.now(),
        ...attemptOf(platform, outcome),
      })
      .executeTakeFirstOrThrow();
    return Number(insertId);
  });
}

/** What waits is tried now, in its order; what has arrived is sent once more under its id. */
export async function tryAgain(
  platform: Platform,
  door: OutsideDoor,
  actor: Actor,
  { id, deliveryId }: { readonly id: number; readonly deliveryId: number },
): Promise<void> {
  const { webhook, delivery } = await platform.transact(async (trx) => {
    const found = await lockWebhook(trx, platform, id);
    const message = await trx
      .selectFrom('webhook_delivery')
      .select(['id', 'body', 'state'])
      .where('id', '=', deliveryId)
      .where('webhookId', '=', id)
      .executeTakeFirst();
    if (message === undefined) throw new Refusal('missing', 'WEBHOOK_DELIVERY_UNKNOWN');
    if (message.state === 'waiting') {
      if (found.state !== 'on') throw new Refusal('conflict', 'WEBHOOK_NOT_ON');
      await trx.updateTable('webhook').set({ nextAttemptAt: platform.clock.now() }).where('id', '=', id).execute();
      trx.afterCommit(() => wakeWebhooks(platform));
    }
    await recordAudit(trx, platform, actor, {
      action: 'webhook.sent-again',
      subjectKind: 'webhook',
      subjectId: id,
      newValues: { deliveryId },
    });
    return { webhook: found, delivery: message };
  });
  if (delivery.state === 'waiting') return;
  const outcome = await post(platform, door, webhook, webhook.url, delivery.body);
  await platform.transact((trx) =>
    trx
      .updateTable('webhook_delivery')
      .set((is) => ({
        ...attemptOf(platform, outcome),
        attempts: is('attempts', '+', 1),
        ...(hasArrived(outcome) ? { state: 'delivered' as const } : {}),
      }))
      .where('id', '=', deliveryId)
      .execute(),
  );
}
