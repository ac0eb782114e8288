// Hands over what waits for one channel. Under a lease one process does it; a message is marked before it leaves, and the
// hand-over is noted in a statement of its own as soon as the other side has taken it. What becomes of a message whose
// sender died in between is said in docs/decisions/0023.

import { randomBytes } from 'node:crypto';
import type { DeliveryChannel, MessageLanguage } from '@kafal/contract';
import type { Money } from '@kafal/core';
import { dropLease, takeLease } from '../../platform/lease.ts';
import { lookForWork } from '../../platform/look-for-work.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { REASONS } from './delivery-reasons.ts';
import { type ChannelNews, noteChannel } from './note-channel.ts';
import { heldBackUntil, type MannerColumns, quietOfSociety } from './quiet-of.ts';
import { onWakeDeliverer } from './wake-deliverer.ts';

const BATCH = 20;
const LOOK_EVERY_MS = 5_000;
const LEASE_MS = 60_000;
/** After so many refusals a message is given up: with the pauses between them that is a little over 20 hours. */
export const MOST_ATTEMPTS = 12;
const FIRST_PAUSE_MS = 60_000;
const LONGEST_PAUSE_MS = 6 * 3_600_000;
/** While the other side cannot be reached nobody's tries are used up, but after two days it is no news any more. */
export const STALE_AFTER_MS = 48 * 3_600_000;
const FIRST_DOWN_MS = 1_000;
const LONGEST_DOWN_MS = 300_000;

export interface DueDelivery {
  readonly id: number;
  readonly userId: number;
  readonly deliverySeq: number;
  readonly name: string;
  readonly attempts: number;
  readonly createdAt: number;
  readonly payload: string;
  /** When it happened. */
  readonly happenedAt: number;
  readonly memberId: number | null;
  readonly person: string;
  readonly audience: 'member' | 'staff';
  readonly email: string | null;
  readonly phone: string | null;
  readonly language: MessageLanguage;
}

export interface HandedOver {
  readonly kind: 'sent';
  readonly template: string;
  readonly parts?: number;
  readonly cost?: Money;
}

export type Outcome =
  | HandedOver
  /** The other side said no to this message; for good, or it may say yes another time. */
  | { readonly kind: 'refused'; readonly reason: string; readonly isFinal: boolean }
  /** Nobody is there: no fault of the message. */
  | { readonly kind: 'unreachable'; readonly reason: string }
  /** It was handed over and no answer came. */
  | { readonly kind: 'unsure'; readonly reason: string }
  /** Nothing to say it with. */
  | { readonly kind: 'dropped'; readonly reason: string };

export interface Channel {
  readonly name: DeliveryChannel;
  /** Whether the receiver keeps a second transmission of the same message apart: then it is sent again after a death. */
  readonly isKeptOnce: boolean;
  addressOf(message: DueDelivery): string | null;
  /** Everything that is read for a batch is read here; what comes back hands one message over. */
  prepare(messages: readonly DueDelivery[]): Promise<(message: DueDelivery, address: string) => Promise<Outcome>>;
  close(): Promise<void>;
}

export interface Deliverer {
  start(): void;
  stop(): Promise<void>;
  /** One look: hands over what is due and says how many messages were looked at. */
  deliverOnce(): Promise<number>;
}

export function deliverer(platform: Platform, channel: Channel): Deliverer {
  const holder = randomBytes(12).toString('base64url');
  const lease = `deliver-${channel.name}`;
  let soon: NodeJS.Timeout | undefined;
  let downUntil = 0;
  let downMs = 0;

  async function deliverOnce(): Promise<number> {
    const now = platform.clock.now();
    if (now < downUntil || !(await isAnythingDue(platform, channel.name, now))) return 0;
    if (!(await takeLease(platform, lease, holder, LEASE_MS))) return 0;
    const renewing = setInterval(() => {
      takeLease(platform, lease, holder, LEASE_MS).catch(() => undefined);
    }, LEASE_MS / 3).unref();
    try {
      await takeOver(platform, channel, holder);
      const { due, looked } = await takeDue(platform, channel, holder);
      if (due.length > 0) await handOver(due);
      return looked;
    } finally {
      clearInterval(renewing);
    }
  }

  async function handOver(due: readonly DueDelivery[]): Promise<void> {
    const hand = await channel.prepare(due);
    const news: ChannelNews = { reached: undefined, failure: undefined };
    await Promise.all(
      due.map(async (message) => {
        const address = channel.addressOf(message) ?? '';
        const outcome = await hand(message, address);
        if (outcome.kind === 'sent') news.reached = platform.clock.now();
        if (outcome.kind === 'unreachable') news.failure = outcome.reason;
        await platform.transact((trx) => settle(trx, platform, message, address, outcome));
      }),
    );
    await noteChannel(platform, channel.name, news);
    pause(news);
  }

  /** One message that got through says the channel is up, whatever became of the rest. */
  function pause({ reached, failure }: ChannelNews): void {
    if (failure === undefined || reached !== undefined) {
      downMs = 0;
      downUntil = 0;
      return;
    }
    downMs = Math.min(LONGEST_DOWN_MS, downMs === 0 ? FIRST_DOWN_MS : downMs * 2);
    downUntil = platform.clock.now() + downMs;
    clearTimeout(soon);
    soon = setTimeout(looking.wake, downMs).unref();
  }

  const looking = lookForWork({
    look: async () => (await deliverOnce()) > 0,
    everyMs: LOOK_EVERY_MS,
    failed: (error) =>
      platform.log.error(
        { err: error, channel: channel.name },
        'messages could not be sent; the next look tries again',
      ),
  });

  return {
    deliverOnce,
    start() {
      onWakeDeliverer(platform, channel.name, looking.wake);
      looking.start();
      looking.wake();
    },
    async stop() {
      await looking.stop();
      clearTimeout(soon);
      await channel.close();
      await dropLease(platform, lease, holder).catch(() => undefined);
    },
  };
}

async function isAnythingDue(platform: Platform, channel: DeliveryChannel, now: number): Promise<boolean> {
  const row = await platform.dialect.one<{ id: number }>(
    platform.database,
    'SELECT id FROM message_delivery WHERE channel = ? AND ' +
      "((state = 'waiting' AND nextAttemptAt <= ?) OR state = 'sending') LIMIT 1",
    [channel, now],
  );
  return row !== undefined;
}

/** What another sender marked and never noted: it died, or its lease has run out. */
async function takeOver(platform: Platform, { name, isKeptOnce }: Channel, holder: string): Promise<void> {
  const now = platform.clock.now();
  await platform.transact(async (trx) => {
    const left = "WHERE channel = ? AND state = 'sending' AND takenBy <> ?";
    if (isKeptOnce) {
      await platform.dialect.run(trx, `UPDATE message_delivery SET state = 'waiting', nextAttemptAt = ? ${left}`, [
        now,
        name,
        holder,
      ]);
    } else {
      await platform.dialect.run(
        trx,
        `UPDATE message_delivery SET state = 'unsure', settledAt = ?, lastError = ? ${left}`,
        [now, REASONS.ended, name, holder],
      );
    }
  });
}

interface WaitingRow extends DueDelivery, MannerColumns {
  readonly userStatus: string;
}

/** What is due, marked as being sent. What a quiet hour holds back waits on, and nobody is told who has left. */
async function takeDue(
  platform: Platform,
  channel: Channel,
  holder: string,
): Promise<{ due: DueDelivery[]; looked: number }> {
  const now = platform.clock.now();
  const rows = await platform.dialect.all<WaitingRow>(
    platform.database,
    'SELECT d.id, d.userId, d.deliverySeq, d.name, d.attempts, d.createdAt, n.payload, n.createdAt AS happenedAt, ' +
      'u.memberId, u.name AS person, u.kind AS audience, u.email, u.phone, u.status AS userStatus, ' +
      'COALESCE(m.language, u.language) AS language, m.isQuiet, m.quietFrom, m.quietTo FROM message_delivery d ' +
      'JOIN notification n ON n.userId = d.userId AND n.deliverySeq = d.deliverySeq JOIN `user` u ON u.id = d.userId ' +
      'LEFT JOIN notification_manner m ON m.userId = d.userId ' +
      `WHERE d.channel = ? AND d.state = 'waiting' AND d.nextAttemptAt <= ? ORDER BY d.nextAttemptAt, d.id LIMIT ${BATCH}`,
    [channel.name, now],
  );
  if (rows.length === 0) return { due: [], looked: 0 };
  const society = await quietOfSociety(platform);
  const due: DueDelivery[] = [];
  await platform.transact(async (trx) => {
    due.length = 0;
    for (const row of rows) {
      if (row.userStatus !== 'active' || channel.addressOf(row) === null) {
        await drop(trx, row.id, now);
        continue;
      }
      const quiet = heldBackUntil(row.name, row, society, now);
      if (quiet !== undefined) {
        await trx.updateTable('message_delivery').set({ nextAttemptAt: quiet }).where('id', '=', row.id).execute();
        continue;
      }
      const { changes } = await platform.dialect.run(
        trx,
        "UPDATE message_delivery SET state = 'sending', attempts = attempts + 1, takenBy = ? WHERE id = ? AND state = 'waiting'",
        [holder, row.id],
      );
      if (changes > 0) due.push({ ...row, attempts: row.attempts + 1 });
    }
  });
  return { due, looked: rows.length };
}

async function drop(trx: Trx, id: number, now: number): Promise<void> {
  await trx
    .updateTable('message_delivery')
    .set({ state: 'dropped', settledAt: now, lastError: REASONS.nobody })
    .where('id', '=', id)
    .execute();
}

async function settle(
  trx: Trx,
  platform: Platform,
  message: DueDelivery,
  address: string,
  outcome: Outcome,
): Promise<void> {
  const now = platform.clock.now();
  await trx
    .updateTable('message_delivery')
    .set(settled(message, address, outcome, now))
    .where('id', '=', message.id)
    .where('state', '<>', 'sent')
    .execute();
}

function settled(message: DueDelivery, address: string, outcome: Outcome, now: number) {
  switch (outcome.kind) {
    case 'sent':
      return {
        ...{ state: 'sent' as const, settledAt: now, sentTo: address, template: outcome.template, lastError: null },
        ...{ parts: outcome.parts ?? null, cost: outcome.cost ?? null },
      };
    case 'unsure':
    case 'dropped':
      return { state: outcome.kind, settledAt: now, sentTo: address, lastError: plain(outcome.reason) };
    case 'unreachable':
      if (now - message.createdAt > STALE_AFTER_MS) return given(outcome.reason, now);
      return {
        ...{ state: 'waiting' as const, nextAttemptAt: now, attempts: message.attempts - 1 },
        ...{ lastError: plain(outcome.reason) },
      };
    case 'refused': {
      if (outcome.isFinal || message.attempts >= MOST_ATTEMPTS) return given(outcome.reason, now);
      const pause = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (message.attempts - 1));
      return { state: 'waiting' as const, nextAttemptAt: now + pause, lastError: plain(outcome.reason) };
    }
  }
}

const given = (reason: string, now: number) => ({
  ...{ state: 'failed' as const, settledAt: now, lastError: plain(reason) },
});

const MOST_REASON = 300;
/** What another machine said is shown on a page: one line, and not a long one. */
const plain = (reason: string) =>
  reason
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim()
    .slice(0, MOST_REASON);
