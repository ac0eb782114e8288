import type { DeliveryChannel } from '@kafal/contract';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Platform } from '../../platform/platform.ts';

/** The ways out that are set up; what has none is never queued, and nothing waits for the day it gets one. */
export async function channelsInUse(reader: Reader, platform: Platform): Promise<ReadonlySet<DeliveryChannel>> {
  const provider = await platform.dialect.one<{ id: number }>(
    reader,
    'SELECT id FROM sms_provider WHERE endedAt IS NULL LIMIT 1',
  );
  return new Set([
    ...(platform.config.mail === null ? [] : ['email' as const]),
    ...(provider === undefined ? [] : ['sms' as const]),
  ]);
}
