import type { DeliveryChannel } from '@kafal/contract';
import type { Platform } from '../../platform/platform.ts';

export interface ChannelNews {
  /** When a message last got through. */
  reached: number | undefined;
  /** Why nobody was reached. */
  failure: string | undefined;
}

const MOST_REASON = 300;

/** How a channel fares, for the light and the page. Written when it changes, and once a batch. */
export async function noteChannel(
  platform: Platform,
  channel: DeliveryChannel,
  { reached, failure }: ChannelNews,
): Promise<void> {
  if (reached === undefined && failure === undefined) return;
  const now = platform.clock.now();
  await platform.transact(async (trx) => {
    const before = await trx
      .selectFrom('message_channel')
      .selectAll()
      .where('channel', '=', channel)
      .executeTakeFirst();
    const isUp = reached !== undefined;
    const after = {
      downSince: isUp ? null : (before?.downSince ?? now),
      lastError: isUp ? null : (failure ?? '').slice(0, MOST_REASON),
      lastSentAt: reached ?? before?.lastSentAt ?? null,
    };
    await platform.dialect.upsert(trx, 'message_channel', { channel, ...after }, { key: ['channel'] });
  });
}
