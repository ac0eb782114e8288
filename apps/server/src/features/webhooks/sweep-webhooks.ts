import type { Platform } from '../../platform/platform.ts';

const KEEP_MS = 30 * 86_400_000;

/** What was sent is looked up for a month; so long, too, waits what somebody may still turn on. */
export async function sweepWebhooks(platform: Platform): Promise<void> {
  const before = platform.clock.now() - KEEP_MS;
  await platform.transact(async (trx) => {
    await trx
      .deleteFrom('webhook_delivery')
      .where('state', 'in', ['delivered', 'failed'])
      .where('createdAt', '<', before)
      .execute();
    const idle = trx.selectFrom('webhook').select('id').where('state', '!=', 'on');
    await trx
      .deleteFrom('webhook_delivery')
      .where('state', '=', 'waiting')
      .where('createdAt', '<', before)
      .where('webhookId', 'in', idle)
      .execute();
  });
}
