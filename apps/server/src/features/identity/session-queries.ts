import type { LoginHistoryItem, SessionView } from '@kafal/contract';
import type { z } from 'zod';
import type { Actor } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform } from '../../platform/platform.ts';
import { findUser } from './user-queries.ts';

/** Living sessions of one user, the latest used first. */
export async function listSessions(
  platform: Platform,
  actor: Actor,
  userId: number,
): Promise<{ items: z.infer<typeof SessionView>[] }> {
  const rows = await platform.database
    .selectFrom('session')
    .select(['id', 'audience', 'address', 'agent', 'createdAt', 'lastSeenAt'])
    .where('userId', '=', userId)
    .where('endedAt', 'is', null)
    .where('expiresAt', '>', platform.clock.now())
    .orderBy('lastSeenAt', 'desc')
    .orderBy('id')
    .execute();
  return {
    items: rows.map((row) => ({
      ...row,
      audience: row.audience === 'staff' ? ('staff' as const) : ('member' as const),
      createdAt: new Date(row.createdAt).toISOString(),
      lastSeenAt: new Date(row.lastSeenAt).toISOString(),
      isCurrent: row.id === actor.sessionId,
    })),
  };
}

export async function listSessionsOfUser(platform: Platform, actor: Actor, userId: number) {
  if ((await findUser(platform.database, userId)) === undefined) throw new Refusal('missing', 'USER_NOT_FOUND');
  return listSessions(platform, actor, userId);
}

const USUAL_LIMIT = 50;

/** One's own log-ins and failed ones, newest first; the cursor is the id of the last one shown. */
export async function listOwnLogins(
  platform: Platform,
  actor: Actor,
  query: { limit?: number | undefined; cursor?: string | undefined },
): Promise<{ items: z.infer<typeof LoginHistoryItem>[]; nextCursor: string | null }> {
  const limit = query.limit ?? USUAL_LIMIT;
  const rows = await platform.database
    .selectFrom('login_attempt')
    .select(['id', 'outcome', 'address', 'agent', 'attemptedAt'])
    .where('userId', '=', actor.userId)
    .where('id', '<', beforeId(query.cursor))
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute();
  const shown = rows.slice(0, limit);
  return {
    items: shown.map(({ attemptedAt, outcome, address, agent }) => ({
      attemptedAt: new Date(attemptedAt).toISOString(),
      outcome,
      address,
      agent,
    })),
    nextCursor: rows.length > limit ? String(shown.at(-1)?.id) : null,
  };
}

function beforeId(cursor: string | undefined): number {
  if (cursor === undefined) return Number.MAX_SAFE_INTEGER;
  if (!/^[1-9]\d{0,14}$/.test(cursor)) throw new Refusal('malformed', 'CURSOR_MALFORMED', undefined, 'cursor');
  return Number(cursor);
}
