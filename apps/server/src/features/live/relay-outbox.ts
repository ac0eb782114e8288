// Stamps committed events with their place in the order of delivery, keeps a notification for each member who may be
// away, and then tells. One relay at a time holds the lease; the order of row ids is not the order of commits, so
// nobody ever reads by the row id.

import { audienceOf, isEventName, isKeptForOne, keptForMany } from '@kafal/contract';
import type { Trx } from '../../platform/database/transaction.ts';
import type { Platform } from '../../platform/platform.ts';
import { newestNotification, queueDeliveries } from '../deliveries/index.ts';
import { holderUsersOf } from '../deposits/index.ts';
import { type Notified, queuePushes, queuePushesOfEvent } from '../push/index.ts';
import { queueWebhooks } from '../webhooks/index.ts';
import { type DeliveredRow, textIds } from './live-message.ts';

const LEASE = 'outbox-relay';
const LEASE_MS = 10_000;
const LOOK_EVERY_MS = 1_000;
const BATCH = 500;
/** Between two looks: under load many events share one transaction, and nobody notices so short a wait. */
const PAUSE_MS = 50;

export interface Relay {
  start(): void;
  /** Finishes the batch in hand and gives the lease back. */
  stop(): Promise<void>;
  /** One look: stamps what waits and tells it. Returns how many events were told. */
  relayOnce(): Promise<number>;
}

export function outboxRelay(platform: Platform, tell: (rows: readonly DeliveredRow[]) => void): Relay {
  const holder = platform.ids.randomToken(16);
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  let running: Promise<number> | undefined;
  let pausing: NodeJS.Timeout | undefined;
  let again = false;

  async function relayOnce(): Promise<number> {
    const rows = await platform.transact(async (trx) => {
      if (!(await holdLease(trx, platform, holder))) return [];
      return stampWaiting(trx, platform);
    });
    if (rows.length > 0) tell(rows);
    return rows.length;
  }

  /** One relay run at a time; a wake during a run, or in the pause after it, means another run after that. */
  function wake(): void {
    if (stopped) return;
    if (running !== undefined || pausing !== undefined) {
      again = true;
      return;
    }
    running = relayOnce()
      .catch((error: unknown) => {
        platform.log.error({ err: error }, 'relay of events failed; the next look tries again');
        return 0;
      })
      .then((count) => {
        running = undefined;
        if (count === BATCH) again = true;
        if (!stopped) pausing = setTimeout(goOn, count === BATCH ? 0 : PAUSE_MS).unref();
        return count;
      });
  }

  function goOn(): void {
    pausing = undefined;
    if (!again) return;
    again = false;
    wake();
  }

  return {
    relayOnce,
    start() {
      platform.outboxSignal.onWake(() => setImmediate(wake));
      timer = setInterval(wake, LOOK_EVERY_MS);
      timer.unref();
      wake();
    },
    async stop() {
      stopped = true;
      clearInterval(timer);
      clearTimeout(pausing);
      await running;
      await platform
        .transact(async (trx) => {
          await platform.dialect.run(trx, 'DELETE FROM lease WHERE name = ? AND holder = ?', [LEASE, holder]);
        })
        .catch(() => undefined);
    },
  };
}

async function holdLease(trx: Trx, platform: Platform, holder: string): Promise<boolean> {
  const now = platform.clock.now();
  const { changes } = await platform.dialect.run(
    trx,
    'UPDATE lease SET holder = ?, expiresAt = ? WHERE name = ? AND (holder = ? OR expiresAt < ?)',
    [holder, now + LEASE_MS, LEASE, holder, now],
  );
  if (changes > 0) return true;
  return platform.dialect.insertIgnore(
    trx.insertInto('lease').values({ name: LEASE, holder, expiresAt: now + LEASE_MS }),
  );
}

interface WaitingRow {
  id: number;
  name: string;
  audience: string;
  memberId: number | null;
  userId: number | null;
  payload: string;
  recordedAt: number;
}

async function stampWaiting(trx: Trx, platform: Platform): Promise<DeliveredRow[]> {
  const { dialect } = platform;
  const waiting = await dialect.all<WaitingRow>(
    trx,
    `SELECT id, name, audience, memberId, userId, payload, recordedAt FROM outbox WHERE deliverySeq IS NULL ORDER BY id LIMIT ${BATCH}`,
  );
  if (waiting.length === 0) return [];

  const last = await dialect.one<{ seq: number | null }>(trx, 'SELECT MAX(deliverySeq) AS seq FROM outbox');
  const kept = await dialect.one<{ seq: number }>(
    trx,
    "SELECT nextNumber AS seq FROM sequence WHERE name = 'delivery'",
  );
  let seq = Math.max(last?.seq ?? 0, (kept?.seq ?? 1) - 1);

  const afterId = await newestNotification(trx, platform);
  const delivered: DeliveredRow[] = [];
  const notified: Notified[] = [];
  const holders = await holderUsersOf(trx, [...new Set(waiting.flatMap((row) => depositOf(row) ?? []))]);
  for (const row of waiting) {
    seq += 1;
    await dialect.run(trx, 'UPDATE outbox SET deliverySeq = ? WHERE id = ?', [seq, row.id]);
    const first = await storedFor(trx, platform, row);
    for (const receiver of [...(first === undefined ? [] : [first]), ...(holders.get(depositOf(row) ?? 0) ?? [])]) {
      await dialect.run(
        trx,
        'INSERT INTO notification (userId, deliverySeq, name, payload, createdAt) VALUES (?, ?, ?, ?, ?)',
        [receiver, seq, row.name, row.payload, row.recordedAt],
      );
      if (isPushed(row)) notified.push({ userId: receiver, deliverySeq: seq, name: row.name });
    }
    const many = receiversOf(row);
    if (many !== undefined) await storeForMany(trx, platform, { row, seq, kinds: many });
    delivered.push({ ...row, deliverySeq: seq });
  }
  await queuePushes(trx, platform, notified);
  const events = delivered.filter(isPushed).map(({ deliverySeq, name }) => ({ deliverySeq, name }));
  await queueDeliveries(trx, platform, { afterId, events });
  await queueWebhooks(
    trx,
    platform,
    delivered.flatMap(({ name, deliverySeq, recordedAt, payload }) =>
      // The payload was written by recordEvent, whose type allows nothing else.
      isEventName(name) ? [{ name, deliverySeq, recordedAt, data: textIds(JSON.parse(payload)) }] : [],
    ),
  );
  // Sent rows are swept, so the highest number is kept apart from them and never used again.
  await dialect.upsert(trx, 'sequence', { name: 'delivery', nextNumber: seq + 1 }, { key: ['name'] });
  return delivered;
}

/** A notice of low priority stands in its list alone. */
const receiversOf = (row: WaitingRow) => (priorityOf(row) === 'low' ? undefined : keptForMany(row.name));

/** However many they are, in two statements. */
async function storeForMany(
  trx: Trx,
  platform: Platform,
  { row, seq, kinds }: { readonly row: WaitingRow; readonly seq: number; readonly kinds: readonly string[] },
): Promise<void> {
  await platform.dialect.run(
    trx,
    'INSERT INTO notification (userId, deliverySeq, name, payload, createdAt) SELECT u.id, ?, ?, ?, ? FROM `user` u ' +
      `WHERE u.status = 'active' AND u.kind IN (${kinds.map(() => '?').join(', ')}) ORDER BY u.id`,
    [seq, row.name, row.payload, row.recordedAt, ...kinds],
  );
  if (isPushed(row)) await queuePushesOfEvent(trx, platform, { deliverySeq: seq, name: row.name });
}

/** Whatever is told goes out of the house too, but for notices: of those only the high ones knock. */
function isPushed(row: Pick<WaitingRow, 'name' | 'payload'>): boolean {
  const priority = priorityOf(row);
  return priority === undefined || priority === 'high';
}

/** Of a notice; undefined of anything else. */
function priorityOf({ name, payload }: Pick<WaitingRow, 'name' | 'payload'>): unknown {
  if (!name.startsWith('notice.')) return undefined;
  // Written by recordEvent, from the act that publishes it.
  return (JSON.parse(payload) as { priority?: unknown }).priority;
}

async function storedFor(trx: Trx, platform: Platform, row: WaitingRow): Promise<number | undefined> {
  if (!isEventName(row.name) || !isKeptForOne(row.name) || priorityOf(row) === 'low') return undefined;
  if (audienceOf(row.name) === 'user' || row.name === 'approval.decided') return row.userId ?? undefined;
  if (row.memberId === null) return undefined;
  const user = await platform.dialect.one<{ id: number }>(trx, 'SELECT id FROM user WHERE memberId = ?', [
    row.memberId,
  ]);
  return user?.id;
}

/** What happens to an account is told to all who hold it; the first holder is the member whom the event is for. */
function depositOf({ name, audience, memberId, payload }: WaitingRow): number | undefined {
  if (memberId === null || audience === 'staff' || !isEventName(name)) return undefined;
  const told = audienceOf(name);
  if (told !== 'both' && told !== 'member') return undefined;
  // Written by recordEvent, from the payload of the contract.
  const { depositId } = JSON.parse(payload) as { depositId?: unknown };
  return typeof depositId === 'number' ? depositId : undefined;
}

/** Sent events older than this are no longer needed to catch up: notifications and the books hold what happened. */
const KEEP_SENT_MS = 7 * 86_400_000;

export async function sweepOutbox(platform: Platform): Promise<number> {
  return platform.transact(async (trx) => {
    const { changes } = await platform.dialect.run(
      trx,
      'DELETE FROM outbox WHERE deliverySeq IS NOT NULL AND recordedAt < ?',
      [platform.clock.now() - KEEP_SENT_MS],
    );
    return changes;
  });
}
