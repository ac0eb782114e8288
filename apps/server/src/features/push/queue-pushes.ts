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
