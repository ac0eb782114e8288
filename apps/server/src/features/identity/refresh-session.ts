// A refresh token is good for one use. Two tabs that use the same one within ten seconds get the same next one; any
// other second use means that somebody has a copy, and the whole session ends.

import type { Caller } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import { recordEvent } from '../../platform/outbox/index.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { recordAudit } from '../audit/index.ts';
import { signAccessToken } from './access-token.ts';
import type { LoggedIn } from './log-in.ts';
import {
  isRefreshHashOf,
  isRefreshTokenOfOurs,
  nextRefreshToken,
  parseRefreshToken,
  type RefreshToken,
  refreshHash,
} from './refresh-token.ts';
import { toSessionUser } from './session-user.ts';
import { type Entry, endSession } from './sessions.ts';
import { findUser, type User } from './user-queries.ts';

const GRACE_MS = 10_000;

type Renewal = { readonly user: User; readonly entry: Entry; readonly next: RefreshToken } | 'reused' | 'no-session';

/** `entry` is given where a cookie says it: a member's cookie never opens a staff session. */
export async function refreshSession(
  platform: Platform,
  caller: Caller,
  command: { refreshToken: string; entry?: Entry | undefined },
): Promise<LoggedIn> {
  const token = parseRefreshToken(command.refreshToken);
  if (token === undefined) throw new Refusal('unauthorised', 'REFRESH_TOKEN_INVALID');
  await platform.limits.takeRefresh(token.sessionId);

  const renewal = await platform.transact((trx) => renew(trx, platform, caller, token, command.entry));
  if (renewal === 'reused' || renewal === 'no-session') throw new Refusal('unauthorised', 'REFRESH_TOKEN_INVALID');
  const { user, entry, next } = renewal;
  return {
    accessToken: await signAccessToken(platform, { sessionId: next.sessionId, userId: user.id, audience: entry }),
    refreshToken: next,
    entry,
    user: await toSessionUser(platform.database, user, caller.language),
  };
}

async function renew(
  trx: Trx,
  platform: Platform,
  caller: Caller,
  token: RefreshToken,
  entry: Entry | undefined,
): Promise<Renewal> {
  const now = platform.clock.now();
  const query = trx.selectFrom('session').selectAll().where('id', '=', token.sessionId);
  const session = await platform.dialect.forUpdate(query).executeTakeFirst();
  if (session === undefined || session.endedAt !== null || session.expiresAt <= now) return 'no-session';
  const user = await findUser(trx, session.userId);
  if (user === undefined || user.status !== 'active') return 'no-session';
  if (entry !== undefined && entry !== session.audience) return 'no-session';
  const known = { user, entry: session.audience === 'staff' ? 'staff' : 'member' } as const;

  if (isRefreshHashOf(platform.keys, session.refreshHash, token)) {
    const next = nextRefreshToken(platform.keys, session.refreshHash, token);
    await trx
      .updateTable('session')
      .set({
        refreshHash: refreshHash(platform.keys, next),
        previousRefreshHash: session.refreshHash,
        rotatedAt: now,
        lastSeenAt: now,
        expiresAt: now + platform.config.token.refreshSeconds * 1_000,
      })
      .where('id', '=', session.id)
      .execute();
    return { ...known, next };
  }

  const { previousRefreshHash, rotatedAt } = session;
  const isLast = previousRefreshHash !== null && isRefreshHashOf(platform.keys, previousRefreshHash, token);
  const isOtherTab = rotatedAt !== null && now - rotatedAt <= GRACE_MS && session.agent === caller.agent;
  if (isLast && isOtherTab) {
    return { ...known, next: nextRefreshToken(platform.keys, previousRefreshHash, token) };
  }
  if (!isRefreshTokenOfOurs(platform.keys, token)) return 'no-session';
  await endStolenSession(trx, platform, caller, session.id, user);
  return 'reused';
}

async function endStolenSession(
  trx: Trx,
  platform: Platform,
  caller: Caller,
  sessionId: string,
  user: User,
): Promise<void> {
  await endSession(trx, platform, sessionId, 'token-reused');
  const kind = user.kind === 'staff' ? 'staff' : 'member';
  const { address, agent, requestId } = caller;
  await recordAudit(
    trx,
    platform,
    { userId: user.id, kind, name: user.name, address, agent, requestId },
    { action: 'session.theft-suspected', subjectKind: 'user', subjectId: user.id, newValues: { sessionId } },
  );
  await recordEvent(trx, platform, { name: 'session.theft-suspected', userId: user.id, payload: { userId: user.id } });
}
