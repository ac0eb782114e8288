// What nobody needs any more, in small pieces so that nobody waits for the writer.

import type { Platform } from '../../platform/platform.ts';
import { memoryOf } from './memory.ts';

const PIECE = 500;
const DAY_MS = 86_400_000;
/** An ended session still says that its address is one its owner logs in from. */
const SESSIONS_KEPT_MS = 30 * DAY_MS;
const CODES_KEPT_MS = DAY_MS;
const ATTEMPTS_KEPT_MS = 400 * DAY_MS;

/** Sessions past their time. */
export async function sweepSessions(platform: Platform): Promise<number> {
  const now = platform.clock.now();
  memoryOf(platform).sweep(now);
  return inPieces(async () => {
    const rows = await platform.database
      .selectFrom('session')
      .select('id')
      .where('expiresAt', '<', now)
      .where('createdAt', '<', now - SESSIONS_KEPT_MS)
      .limit(PIECE)
      .execute();
    const ids = rows.map(({ id }) => id);
    if (ids.length > 0) {
      await platform.transact((trx) => trx.deleteFrom('session').where('id', 'in', ids).execute());
    }
    return ids.length;
  });
}

/** One-time codes a day past their time. */
export async function sweepOneTimeCodes(platform: Platform): Promise<number> {
  const before = platform.clock.now() - CODES_KEPT_MS;
  return inPieces(async () => {
    const rows = await platform.database
      .selectFrom('one_time_code')
      .select('id')
      .where('expiresAt', '<', before)
      .orderBy('id')
      .limit(PIECE)
      .execute();
    const ids = rows.map(({ id }) => id);
    if (ids.length > 0) {
      await platform.transact((trx) => trx.deleteFrom('one_time_code').where('id', 'in', ids).execute());
    }
    return ids.length;
  });
}

/** The history of log-ins, older than 400 days; the audit trail keeps them for good. */
export async function sweepLoginAttempts(platform: Platform): Promise<number> {
  const before = platform.clock.now() - ATTEMPTS_KEPT_MS;
  return inPieces(async () => {
    const rows = await platform.database
      .selectFrom('login_attempt')
      .select(['id', 'attemptedAt'])
      .orderBy('id')
      .limit(PIECE)
      .execute();
    const ids = rows.filter(({ attemptedAt }) => attemptedAt < before).map(({ id }) => id);
    if (ids.length > 0) {
      await platform.transact((trx) => trx.deleteFrom('login_attempt').where('id', 'in', ids).execute());
    }
    return ids.length;
  });
}

async function inPieces(sweepPiece: () => Promise<number>): Promise<number> {
  let swept = 0;
  for (;;) {
    const piece = await sweepPiece();
    swept += piece;
    if (piece < PIECE) return swept;
  }
}
