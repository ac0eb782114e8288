// Sends what waits. One instance at a time, under a lease; to each receiver in the order of what happened, one message after the
// other: what fails holds back what comes after it. A message whose answer was lost is sent again under its id, so a receiver may
// get it twice and never not at all.

import { randomBytes } from 'node:crypto';
import { systemActor } from '../../platform/http/actor.ts';
import { dropLease, takeLease } from '../../platform/lease.ts';
import { lookForWork } from '../../platform/look-for-work.ts';
import { type OutsideDoor, type PostOutcome, postOutside } from '../../platform/outbound/post-outside.ts';
import { recordEvent } from '../../platform/outbox/index.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { recordAudit } from '../audit/index.ts';
import { type Signing, signedHeaders } from './sign-delivery.ts';
import { onWakeWebhooks } from './wake-webhooks.ts';

const LEASE = 'webhook-sender';
/** Longer than one message may take. */
const LEASE_MS = 30_000;
const LOOK_EVERY_MS = 5_000;
const FIRST_PAUSE_MS = 30_000;
const LONGEST_PAUSE_MS = 3_600_000;
const LONGEST_ASKED_MS = 6 * 3_600_000;
/** Three days without anything arriving: nobody is there. */
const GIVE_UP_AFTER_MS = 3 * 86_400_000;

export interface WebhookSender {
  start(): void;
  stop(): Promise<void>;
  /** One look: the next message of each receiver that is due. Says how many were tried. */
  sendOnce(): Promise<number>;
}

export function webhookSender(platform: Platform, door: OutsideDoor): WebhookSender {
  const holder = randomBytes(9).toString('base64url');

  async function sendOnce(): Promise<number> {
    const due = await findDue(platform);
    if (due.length === 0 || !(await takeLease(platform, LEASE, holder, LEASE_MS))) return 0;
    // What was found before the lease was ours may have been sent since.
    const ours = await findDue(platform);
    await Promise.all(ours.map((delivery) => deliver(platform, door, delivery)));
    return ours.length;
  }

  const looking = lookForWork({
    look: async () => (await sendOnce()) > 0,
    everyMs: LOOK_EVERY_MS,
    failed: (error) => platform.log.error({ err: error }, 'webhooks could not be sent; the next look tries again'),
  });

  return {
    sendOnce,
    start() {
      onWakeWebhooks(platform, looking.wake);
      looking.start();
    },
    async stop() {
      await looking.stop();
      await dropLease(platform, LEASE, holder).catch(() => undefined);
    },
  };
}

interface DueDelivery extends Signing {
  readonly id: number;
  readonly webhookId: number;
  readonly url: string;
  readonly body: string;
}

/** The oldest message of each receiver that is on and may be tried now. */
function findDue(platform: Platform): Promise<DueDelivery[]> {
  return platform.dialect.all<DueDelivery>(
    platform.database,
    'SELECT d.id, d.webhookId, d.body, w.url, w.secretSealed, w.previousSealed, w.previousUntil FROM webhook w ' +
      'JOIN webhook_delivery d ON d.webhookId = w.id AND d.state = ? AND d.deliverySeq = ' +
      '(SELECT MIN(x.deliverySeq) FROM webhook_delivery x WHERE x.webhookId = w.id AND x.state = ?) ' +
      'WHERE w.state = ? AND w.nextAttemptAt <= ? ORDER BY w.id',
    ['waiting', 'waiting', 'on', platform.clock.now()],
  );
}

async function deliver(platform: Platform, door: OutsideDoor, delivery: DueDelivery): Promise<void> {
  const outcome = await post(platform, door, delivery, delivery.url, delivery.body);
  await platform.transact((trx) => settle(trx, platform, delivery, outcome));
}

export function post(
  platform: Platform,
  door: OutsideDoor,
  signing: Signing,
  url: string,
  body: string,
): Promise<PostOutcome> {
  // bodyOf and testBody wrote it.
  const { id } = JSON.parse(body) as { id: string };
  return postOutside(door, url, signedHeaders(platform, signing, { id, body }), Buffer.from(body));
}

export const hasArrived = (outcome: PostOutcome): boolean =>
  outcome.kind === 'answered' && outcome.status >= 200 && outcome.status < 300;

/** What the log says of an attempt. */
export function attemptOf(platform: Platform, outcome: PostOutcome) {
  const lastProblem = hasArrived(outcome)
    ? null
    : ({ answered: 'refused', 'not-reached': 'not-reached', unknown: 'no-answer', forbidden: 'forbidden' } as const)[
        outcome.kind
      ];
  return {
    lastStatus: outcome.kind === 'answered' ? outcome.status : null,
    lastProblem,
    lastAttemptAt: platform.clock.now(),
  };
}

async function settle(trx: Trx, platform: Platform, delivery: DueDelivery, outcome: PostOutcome): Promise<void> {
  const { id, webhookId } = delivery;
  const webhook = await platform.dialect
    .forUpdate(trx.selectFrom('webhook').selectAll().where('id', '=', webhookId))
    .executeTakeFirstOrThrow();
  const now = platform.clock.now();
  const arrived = hasArrived(outcome);
  await trx
    .updateTable('webhook_delivery')
    .set((is) => ({
      ...attemptOf(platform, outcome),
      attempts: is('attempts', '+', 1),
      ...(arrived ? { state: 'delivered' as const } : {}),
    }))
    .where('id', '=', id)
    .execute();
  if (arrived) {
    if (webhook.failures === 0) return;
    await trx
      .updateTable('webhook')
      .set({ failures: 0, failedSince: null, nextAttemptAt: now })
      .where('id', '=', webhookId)
      .execute();
    return;
  }
  const failedSince = webhook.failedSince ?? now;
  const isGone = outcome.kind === 'answered' && outcome.status === 410;
  const isOver = isGone || now - failedSince >= GIVE_UP_AFTER_MS;
  await trx
    .updateTable('webhook')
    .set({
      failures: webhook.failures + 1,
      failedSince,
      nextAttemptAt: now + pauseOf(webhook.failures, outcome),
      // Somebody may have paused or ended it meanwhile.
      ...(isOver && webhook.state === 'on' ? { state: 'off' as const } : {}),
    })
    .where('id', '=', webhookId)
    .execute();
  if (isOver && webhook.state === 'on') await tellSwitchedOff(trx, platform, webhook);
}

/** Twice as long each time, up to an hour; what the receiver asks for counts, within reason. */
function pauseOf(failures: number, outcome: PostOutcome): number {
  const own = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** failures);
  const asked = outcome.kind === 'answered' ? (outcome.retryAfterSeconds ?? 0) * 1_000 : 0;
  return Math.max(own, Math.min(asked, LONGEST_ASKED_MS));
}

async function tellSwitchedOff(
  trx: Trx,
  platform: Platform,
  {
    id,
    name,
    createdByUserId,
  }: { readonly id: number; readonly name: string; readonly createdByUserId: number | null },
): Promise<void> {
  await recordAudit(trx, platform, systemActor('Webhooks'), {
    action: 'webhook.switched-off',
    subjectKind: 'webhook',
    subjectId: id,
    newValues: { name },
  });
  await recordEvent(trx, platform, {
    name: 'webhook.switched-off',
    userId: createdByUserId,
    payload: { webhookId: id, name },
  });
}
