import type { Platform } from '../../platform/platform.ts';

// The sender of this process, by the database it serves. Another process finds what waits at its next look.

const wakers = new WeakMap<object, () => void>();

export function onWakeWebhooks(platform: Pick<Platform, 'database'>, wake: () => void): void {
  wakers.set(platform.database, wake);
}

export function wakeWebhooks(platform: Pick<Platform, 'database'>): void {
  wakers.get(platform.database)?.();
}
