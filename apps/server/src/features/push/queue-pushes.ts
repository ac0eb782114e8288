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
  const now = platform.clock.now();
  const messages = notified.flatMap(({ userId, deliverySeq, name }) =>
    devices
      .filter((device) => device.userId === userId)
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
  trx.afterCommit(() => wakeSender(platform));
}

/** The same for an event that many were notified of at once. */
export async function queuePushesOfEvent(
  trx: Trx,
  platform: Platform,
  { deliverySeq, name }: Omit<Notified, 'userId'>,
): Promise<void> {
  const { changes } = await platform.dialect.run(
    trx,
    'INSERT INTO push_message (subscriptionId, deliverySeq, name, state, attempts, nextAttemptAt) ' +
      "SELECT s.id, n.deliverySeq, ?, 'waiting', 0, ? FROM notification n JOIN push_subscription s ON s.userId = n.userId " +
      'WHERE n.deliverySeq = ? ORDER BY s.id',
    [name, platform.clock.now(), deliverySeq],
  );
  if (changes > 0) trx.afterCommit(() => wakeSender(platform));
}
