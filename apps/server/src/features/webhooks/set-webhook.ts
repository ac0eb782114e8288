// Who is told of what, and where: added, changed, given another secret, ended. The address is looked at here and again wherever it
// is called.

import type { AddWebhookBody, ChangeWebhookBody } from '@kafal/contract';
import type { z } from 'zod';
import type { Actor } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import { leadsInside, type OutsideDoor } from '../../platform/outbound/post-outside.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { recordAudit } from '../audit/index.ts';
import { newSecret, sealSecret } from './sign-delivery.ts';
import { wakeWebhooks } from './wake-webhooks.ts';

const MOST_RECEIVERS = 10;
/** Time to carry the new secret to the other side. */
const OVERLAP_MS = 86_400_000;

export async function addWebhook(
  platform: Platform,
  door: OutsideDoor,
  actor: Actor,
  { name, url, events }: z.output<typeof AddWebhookBody>,
): Promise<{ readonly id: number; readonly secret: string }> {
  await refuseAddress(door, url);
  const secret = newSecret();
  const now = platform.clock.now();
  const id = await platform.transact(async (trx) => {
    const there = await platform.dialect
      .forUpdate(trx.selectFrom('webhook').select('id').where('state', '!=', 'ended'))
      .execute();
    if (there.length >= MOST_RECEIVERS) throw new Refusal('conflict', 'WEBHOOK_MANY', { maximum: MOST_RECEIVERS });
    const { insertId } = await trx
      .insertInto('webhook')
      .values({
        name,
        url,
        events: JSON.stringify(events),
        secretSealed: sealSecret(platform, secret),
        previousSealed: null,
        previousUntil: null,
        state: 'on',
        failures: 0,
        failedSince: null,
        nextAttemptAt: now,
        createdByUserId: actor.userId,
        createdAt: now,
      })
      .executeTakeFirstOrThrow();
    await recordAudit(trx, platform, actor, {
      action: 'webhook.added',
      subjectKind: 'webhook',
      subjectId: Number(insertId),
      newValues: { name, url, events: events.join(', ') },
    });
    return Number(insertId);
  });
  return { id, secret };
}

export async function changeWebhook(
  platform: Platform,
  door: OutsideDoor,
  actor: Actor,
  { id, name, url, events, state }: z.output<typeof ChangeWebhookBody> & { readonly id: number },
): Promise<void> {
  await refuseAddress(door, url);
  await platform.transact(async (trx) => {
    const before = await lockWebhook(trx, platform, id);
    const isBack = before.state !== 'on' && state === 'on';
    await trx
      .updateTable('webhook')
      .set({
        ...{ name, url, state, events: JSON.stringify(events) },
        // Whoever turns it on again wants to see at once whether it works.
        ...(isBack || before.url !== url
          ? { failures: 0, failedSince: null, nextAttemptAt: platform.clock.now() }
          : {}),
      })
      .where('id', '=', id)
      .execute();
    await recordAudit(trx, platform, actor, {
      action: 'webhook.changed',
      subjectKind: 'webhook',
      subjectId: id,
      oldValues: {
        ...{ name: before.name, url: before.url, state: before.state },
        events: (JSON.parse(before.events) as string[]).join(', '),
      },
      newValues: { name, url, state, events: events.join(', ') },
    });
    trx.afterCommit(() => wakeWebhooks(platform));
  });
}

/** The secret of before signs beside the new one for a day. */
export async function renewSecret(platform: Platform, actor: Actor, id: number): Promise<string> {
  const secret = newSecret();
  await platform.transact(async (trx) => {
    const { secretSealed } = await lockWebhook(trx, platform, id);
    await trx
      .updateTable('webhook')
      .set({
        secretSealed: sealSecret(platform, secret),
        previousSealed: secretSealed,
        previousUntil: platform.clock.now() + OVERLAP_MS,
      })
      .where('id', '=', id)
      .execute();
    await recordAudit(trx, platform, actor, {
      action: 'webhook.secret-renewed',
      subjectKind: 'webhook',
      subjectId: id,
      newValues: {},
    });
  });
  return secret;
}

/** What was sent stays readable in the audit log's own words; what waits is told to nobody. */
export async function endWebhook(platform: Platform, actor: Actor, id: number): Promise<void> {
  await platform.transact(async (trx) => {
    const { name, url } = await lockWebhook(trx, platform, id);
    await trx.updateTable('webhook').set({ state: 'ended' }).where('id', '=', id).execute();
    await trx.deleteFrom('webhook_delivery').where('webhookId', '=', id).where('state', '=', 'waiting').execute();
    await recordAudit(trx, platform, actor, {
      action: 'webhook.ended',
      subjectKind: 'webhook',
      subjectId: id,
      oldValues: { name, url },
    });
  });
}

export async function lockWebhook(trx: Trx, platform: Platform, id: number) {
  const webhook = await platform.dialect
    .forUpdate(trx.selectFrom('webhook').selectAll().where('id', '=', id).where('state', '!=', 'ended'))
    .executeTakeFirst();
  if (webhook === undefined) throw new Refusal('missing', 'WEBHOOK_UNKNOWN');
  return webhook;
}

async function refuseAddress(door: OutsideDoor, address: string): Promise<void> {
  const url = new URL(address);
  if (!door.mayName(url)) throw new Refusal('malformed', 'WEBHOOK_ADDRESS', undefined, 'url');
  if (await leadsInside(door, url)) throw new Refusal('malformed', 'WEBHOOK_INSIDE', undefined, 'url');
}
