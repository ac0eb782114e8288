import type { Platform } from '../platform.ts';

/** Dropped after every write: each one leaves a row in the trail, and recordAudit drops it. */
export const ANY_WRITE = 'any-write';

const MINUTE_MS = 60_000;
/** The brief's upper bounds: lists that everybody asks for, and what is known of one member. */
export const LIST_MS = 5 * MINUTE_MS;
export const MEMBER_DATA_MS = 10 * MINUTE_MS;

/** The key names whose view it is. The answer is kept until the time is over or anything at all is written. */
export async function rememberUntilWritten<Answer>(
  platform: Pick<Platform, 'cache'>,
  key: string,
  ttl: number,
  make: () => Promise<Answer>,
): Promise<Answer> {
  const text = await platform.cache.remember(key, { ttl, tags: [ANY_WRITE] }, async () => JSON.stringify(await make()));
  // Only `make` writes under this key, and its answers are made of text, numbers, flags, lists and null.
  return JSON.parse(text) as Answer;
}
