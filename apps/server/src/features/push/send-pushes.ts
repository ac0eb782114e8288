// Sends what waits. A message is marked as being sent before it leaves, and only what surely did not arrive is tried
// again; so no device is told of one event twice, also when the server dies in between. What is lost that way still
// stands in the app's own list.

import type { Language } from '../../platform/http/actor.ts';
import { lookForWork } from '../../platform/look-for-work.ts';
import { type OutsideDoor, type PostOutcome, postOutside } from '../../platform/outbound/post-outside.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { heldBackUntil, type MannerColumns, quietOfSociety } from '../deliveries/index.ts';
import { findSettings } from '../society/index.ts';
import { encryptPush } from './encrypt-push.ts';
import { pushSentence } from './push-words.ts';
import { dropSubscriptions } from './subscribe-push.ts';
import { onWakeSender } from './wake-sender.ts';

const BATCH = 20;
const LOOK_EVERY_MS = 15_000;
const MOST_ATTEMPTS = 8;
const FIRST_PAUSE_MS = 30_000;
const LONGEST_PAUSE_MS = 6 * 3_600_000;
/** After a day nobody wants to be told any more; the service forgets it then, too. */
const TIME_TO_LIVE_SECONDS = 86_400;
const TOKEN_SECONDS = 3_600;
/** Longer than any sending takes: whoever marked it has died. */
const LOST_AFTER_MS = 600_000;

export interface PushSender {
  start(): void;
  stop(): Promise<void>;
  /** One look: sends what is due and says how many messages it looked at; those of a quiet hour wait on. */
  sendOnce(): Promise<number>;
}

interface DueMessage {
  readonly id: number;
  readonly subscriptionId: number;
  readonly deliverySeq: number;
  readonly name: string;
  readonly attempts: number;
  readonly endpoint: string;
  readonly p256dh: string;
  readonly auth: string;
  readonly language: Language;
}

export function pushSender(platform: Platform, door: OutsideDoor): PushSender {
  async function sendOnce(): Promise<number> {
    const { due, looked } = await takeDue(platform);
    if (due.length === 0) return looked;
    const society = await societyOf(platform);
    await Promise.all(
      due.map(async (message) => {
        const outcome = await send(platform, door, society, message);
        await platform.transact((trx) => settle(trx, platform, message, outcome));
      }),
    );
    return looked;
  }

  const looking = lookForWork({
    look: async () => (await sendOnce()) === BATCH,
    everyMs: LOOK_EVERY_MS,
    failed: (error) => platform.log.error({ err: error }, 'push messages could not be sent; the next look tries again'),
  });

  return {
    sendOnce,
    start() {
      onWakeSender(platform, looking.wake);
      looking.start();
    },
    stop: looking.stop,
  };
}

/** What is due and may still be told, marked as being sent. An ended session or a suspended member is told nothing. */
async function takeDue(platform: Platform): Promise<{ due: DueMessage[]; looked: number }> {
  const now = platform.clock.now();
  const due = await platform.dialect.all<DueMessage & MannerColumns>(
    platform.database,
    'SELECT p.id, p.subscriptionId, p.deliverySeq, p.name, p.attempts, s.endpoint, s.p256dh, s.auth, u.language, ' +
      'm.isQuiet, m.quietFrom, m.quietTo ' +
      'FROM push_message p JOIN push_subscription s ON s.id = p.subscriptionId ' +
      'JOIN `session` x ON x.id = s.sessionId JOIN `user` u ON u.id = s.userId ' +
      'LEFT JOIN notification_manner m ON m.userId = u.id ' +
      "WHERE p.state = 'waiting' AND p.nextAttemptAt <= ? AND x.endedAt IS NULL AND x.expiresAt > ? " +
      `AND u.status = 'active' ORDER BY p.id LIMIT ${BATCH}`,
    [now, now],
  );
  if (due.length === 0) return { due: [], looked: 0 };
  const society = await quietOfSociety(platform);
  const taken = await platform.transact(async (trx) => {
    const taken: DueMessage[] = [];
    for (const message of due) {
      const quiet = heldBackUntil(message.name, message, society, now);
      if (quiet !== undefined) {
        await trx.updateTable('push_message').set({ nextAttemptAt: quiet }).where('id', '=', message.id).execute();
        continue;
      }
      // Another instance may have taken it since.
      const { changes } = await platform.dialect.run(
        trx,
        "UPDATE push_message SET state = 'sending', attempts = attempts + 1, nextAttemptAt = ? " +
          "WHERE id = ? AND state = 'waiting'",
        [now, message.id],
      );
      if (changes > 0) taken.push({ ...message, attempts: message.attempts + 1 });
    }
    return taken;
  });
  return { due: taken, looked: due.length };
}

interface SenderOfPushes {
  readonly names: Record<Language, string>;
  readonly email: string | null;
}

async function societyOf(platform: Platform): Promise<SenderOfPushes> {
  const settings = await findSettings(platform);
  const name = settings?.['society.name'] ?? 'Kafal';
  return {
    names: { en: name, hi: settings?.['society.nameLocal'] ?? name },
    email: settings?.['society.email'] ?? null,
  };
}

function send(
  platform: Platform,
  door: OutsideDoor,
  { names, email }: SenderOfPushes,
  message: DueMessage,
): Promise<PostOutcome> {
  const text = JSON.stringify({
    id: `event-${message.deliverySeq}`,
    title: names[message.language],
    body: pushSentence(message.name, message.language),
    link: '/notifications',
  });
  const headers = {
    authorization: identification(platform, message.endpoint, email),
    'content-encoding': 'aes128gcm',
    'content-type': 'application/octet-stream',
    ttl: TIME_TO_LIVE_SECONDS,
    urgency: 'normal',
  };
  return postOutside(door, message.endpoint, headers, encryptPush(text, message));
}

/** Who is speaking, signed for this one service and an hour (RFC 8292). */
function identification(platform: Platform, endpoint: string, email: string | null): string {
  const { pushIdentity } = platform.keys;
  const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const claims = {
    aud: new URL(endpoint).origin,
    exp: Math.floor(platform.clock.now() / 1_000) + TOKEN_SECONDS,
    ...(email === null ? {} : { sub: `mailto:${email}` }),
  };
  const said = `${encoded({ typ: 'JWT', alg: 'ES256' })}.${encoded(claims)}`;
  return `vapid t=${said}.${pushIdentity.sign(said)}, k=${pushIdentity.publicKey}`;
}

async function settle(trx: Trx, platform: Platform, message: DueMessage, outcome: PostOutcome): Promise<void> {
  if (isGone(outcome)) {
    await dropSubscriptions(trx, [message.subscriptionId]);
    return;
  }
  if (!isWorthAnotherTry(outcome) || message.attempts >= MOST_ATTEMPTS) {
    await trx.deleteFrom('push_message').where('id', '=', message.id).execute();
    return;
  }
  const asked = outcome.kind === 'answered' ? (outcome.retryAfterSeconds ?? 0) * 1_000 : 0;
  const pause = Math.min(LONGEST_PAUSE_MS, Math.max(asked, FIRST_PAUSE_MS * 2 ** (message.attempts - 1)));
  await trx
    .updateTable('push_message')
    .set({ state: 'waiting', nextAttemptAt: platform.clock.now() + pause })
    .where('id', '=', message.id)
    .execute();
}

/** The browser is no longer there, does not know us, or never was where it said. */
function isGone(outcome: PostOutcome): boolean {
  if (outcome.kind === 'forbidden') return true;
  return outcome.kind === 'answered' && [401, 403, 404, 410].includes(outcome.status);
}

function isWorthAnotherTry(outcome: PostOutcome): boolean {
  if (outcome.kind === 'not-reached') return true;
  return outcome.kind === 'answered' && (outcome.status === 429 || outcome.status >= 500);
}

/** Messages that a server took along when it died, and devices whose session has ended without anybody hearing of it. */
export async function sweepPushes(platform: Platform): Promise<void> {
  const now = platform.clock.now();
  const orphans = await platform.database
    .selectFrom('push_subscription')
    .leftJoin('session', 'session.id', 'push_subscription.sessionId')
    .select('push_subscription.id')
    .where((is) =>
      is.or([is('session.id', 'is', null), is('session.endedAt', 'is not', null), is('session.expiresAt', '<=', now)]),
    )
    .limit(500)
    .execute();
  await platform.transact(async (trx) => {
    await dropSubscriptions(
      trx,
      orphans.map(({ id }) => id),
    );
    await trx
      .deleteFrom('push_message')
      .where('state', '=', 'sending')
      .where('nextAttemptAt', '<', now - LOST_AFTER_MS)
      .execute();
  });
}
