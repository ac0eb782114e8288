import { comesInQuiet } from '@kafal/contract';
import type { Platform } from '../../platform/platform.ts';
import { findSettings } from '../society/index.ts';
import { endOfQuiet, type QuietHours } from './quiet-hours.ts';

/** A row of `notification_manner` beside whatever is to be told, as columns of a query; null where there is none. */
export interface MannerColumns {
  readonly isQuiet: number | null;
  readonly quietFrom: string | null;
  readonly quietTo: string | null;
}

export async function quietOfSociety(platform: Platform): Promise<QuietHours> {
  const settings = await findSettings(platform);
  return {
    from: settings?.['messages.quietFrom'] ?? '00:00',
    to: settings?.['messages.quietTo'] ?? '00:00',
    timeZone: settings?.['calendar.timeZone'] ?? 'UTC',
  };
}

/** Until when this event waits for this reader; undefined where it may go out now. */
export function heldBackUntil(
  event: string,
  { isQuiet, quietFrom, quietTo }: MannerColumns,
  society: QuietHours,
  now: number,
): number | undefined {
  if (isQuiet === 0 || comesInQuiet(event)) return undefined;
  const own = quietFrom !== null && quietFrom !== '' && quietTo !== null;
  return endOfQuiet(now, own ? { ...society, from: quietFrom, to: quietTo } : society);
}
