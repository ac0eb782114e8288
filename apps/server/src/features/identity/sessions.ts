// Rows of `session`: one per log-in, with everything that hangs on it. Ending the row ends every token of it.

import type { Caller } from '../../platform/http/actor.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { forgetSessions } from './memory.ts';
import { newRefreshToken, type RefreshToken, refreshHash } from './refresh-token.ts';

export type Client = 'web' | 'other';
export type Entry = 'member' | 'staff';

export type EndReason =
  | 'logged-out'
  | 'ended-by-owner'
  | 'ended-by-administrator'
  | 'token-reused'
  | 'password-changed'
  | 'password-reset'
  | 'user-suspended'
  | 'user-closed'
  | 'member-status'
  | 'login-removed';

export interface StartedSession {
  readonly token: RefreshToken;
  insert(trx: Trx): Promise<void>;
}

/** Made before the transaction, so that its tokens can be signed outside of it. */
export function startSession(
  platform: Platform,
  caller: Caller,
  session: { userId: number; entry: Entry; client: Client },
): StartedSession {
  const token = newRefreshToken(platform.keys);
  const now = platform.clock.now();
  return {
    token,
    insert: async (trx) => {
      await trx
        .insertInto('session')
        .values({
          id: token.sessionId,
          userId: session.userId,
          audience: session.entry,
          client: session.client,
          refreshHash: refreshHash(platform.keys, token),
          previousRefreshHash: null,
          rotatedAt: null,
          address: caller.address.slice(0, 64),
          agent: caller.agent.slice(0, 200).toWellFormed(),
          createdAt: now,
          lastSeenAt: now,
          expiresAt: now + platform.config.token.refreshSeconds * 1_000,
          endedAt: null,
          endReason: null,
        })
        .execute();
    },
  };
}

/** Ends one session; false when it had ended before. Acts at once when the transaction has committed. */
export async function endSession(
  trx: Trx,
  platform: Pick<Platform, 'clock' | 'database'>,
  sessionId: string,
  reason: EndReason,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('session')
    .set({ endedAt: platform.clock.now(), endReason: reason })
    .where('id', '=', sessionId)
    .where('endedAt', 'is', null)
    .executeTakeFirst();
  trx.afterCommit(() => forgetSessions(platform, [sessionId]));
  return numUpdatedRows > 0n;
}

/** Ends every session of a user, or every one but the one they act from. */
export async function endSessionsOf(
  trx: Trx,
  platform: Pick<Platform, 'clock' | 'database'>,
  userId: number,
  reason: EndReason,
  exceptSessionId = '',
): Promise<void> {
  const living = await livingSessionsOf(trx, userId);
  const ending = living.filter((id) => id !== exceptSessionId);
  if (ending.length > 0) {
    await trx
      .updateTable('session')
      .set({ endedAt: platform.clock.now(), endReason: reason })
      .where('userId', '=', userId)
      .where('id', '!=', exceptSessionId)
      .where('endedAt', 'is', null)
      .execute();
  }
  // Also the one that stays: what its owner may do may have changed with it.
  trx.afterCommit(() => forgetSessions(platform, ending, living));
}

export async function livingSessionsOf(trx: Trx, userId: number): Promise<string[]> {
  const rows = await trx
    .selectFrom('session')
    .select('id')
    .where('userId', '=', userId)
    .where('endedAt', 'is', null)
    .execute();
  return rows.map(({ id }) => id);
}

/** What the user may do has changed: lines are cut and come back with the new rights; requests see them at once. */
export async function renewRightsOf(trx: Trx, platform: Pick<Platform, 'database'>, userId: number): Promise<void> {
  const living = await livingSessionsOf(trx, userId);
  trx.afterCommit(() => forgetSessions(platform, living));
}

/** A name or language has changed: lines stay open, the next request sees it. */
export async function rereadSessionsOf(trx: Trx, platform: Pick<Platform, 'database'>, userId: number): Promise<void> {
  const living = await livingSessionsOf(trx, userId);
  trx.afterCommit(() => forgetSessions(platform, [], living));
}
