import type { DeliveryChannel } from '@kafal/contract';
import type { Platform } from '../../platform/platform.ts';

// The deliverers of this process, by the database they serve. Another process finds what waits at its next look.

const wakers = new WeakMap<object, Map<DeliveryChannel, () => void>>();

export function onWakeDeliverer(
  platform: Pick<Platform, 'database'>,
  channel: DeliveryChannel,
  wake: () => void,
): void {
  const known = wakers.get(platform.database) ?? new Map<DeliveryChannel, () => void>();
  known.set(channel, wake);
  wakers.set(platform.database, known);
}

export function wakeDeliverer(platform: Pick<Platform, 'database'>, channel: DeliveryChannel): void {
  wakers.get(platform.database)?.get(channel)?.();
}
