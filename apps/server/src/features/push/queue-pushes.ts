import { kindOfEvent, mustCome } from '@kafal/contract';
import type { Platform, Trx } from '../../platform/platform.ts';
import { wakeSender } from './wake-sender.ts';

export interface Notified {
  readonly userId: number;
  readonly deliverySeq: number;
  readonly name: string;
}

/** For each notification just kept, a message to every device of its reader; sent once the relay has committed. */
export async function queuePushes(trx: Trx, platform: Platform, notified: readonly Notified[]): Promise<void> {
  if (notified.length === 0) return;
  const devices = await trx
    .selectFrom('push_subscription')
    .select(['id', 'userId'])
    .where('userId', 'in', [...new Set(notified.map(({ userId }) => userId))])
    .execute();
  if (devices.length === 0) return;
  const unwanted = await unwantedBy(
    trx,
    devices.map(({ userId }) => userId),
  );
  const now = platform.clock.now();
  const messages = notified.flatMap(({ userId, deliverySeq, name }) =>
    devices
      .filter((device) => device.userId === userId && !unwanted.has(`${userId} ${kindOfEvent(name)}`))
      .map(({ id }) => ({
        subscriptionId: id,
        deliverySeq,
        name,
        state: 'waiting' as const,
        attempts: 0,
        nextAttemptAt: now,
      })),
  );
  for (const message of messages) await trx.insertInto('push_message').values(message).execute();
  if (messages.length > 0) trx.afterCommit(() => wakeSender(platform));
}

/** The kinds of news that each of them does not want on a phone. */
async function unwantedBy(trx: Trx, userIds: readonly number[]): Promise<ReadonlySet<string>> {
  const rows = await trx
    .selectFrom('notification_choice')
    .select(['userId', 'kind'])
    .where('userId', 'in', [...new Set(userIds)])
    .where('channel', '=', 'push')
    .where('isOn', '=', 0)
    .execute();
  return new Set(rows.flatMap(({ userId, kind }) => (mustCome(kind) ? [] : `${userId} ${kind}`)));
}

/** The same for an event that many were notified of at once. */
export async function queuePushesOfEvent(
  trx: Trx,
  platform: Platform,
  { deliverySeq, name }: Omit<Notified, 'userId'>,
): Promise<void> {
  const kind = kindOfEvent(name);
  const { changes } = await platform.dialect.run(
    trx,
    'INSERT INTO push_message (subscriptionId, deliverySeq, name, state, attempts, nextAttemptAt) ' +
      "SELECT s.id, n.deliverySeq, ?, 'waiting', 0, ? FROM notification n JOIN push_subscription s ON s.userId = n.userId " +
      "LEFT JOIN notification_choice c ON c.userId = n.userId AND c.channel = 'push' AND c.kind = ? " +
      `WHERE n.deliverySeq = ?${mustCome(kind) ? '' : ' AND (c.isOn IS NULL OR c.isOn = 1)'} ORDER BY s.id`,
    [name, platform.clock.now(), kind, deliverySeq],
  );
  if (changes > 0) trx.afterCommit(() => wakeSender(platform));
}
