// A refresh token is good for one use. Two tabs that use the same one within ten seconds get the same next one. Later
// it is answered anew only while nothing of the answer to it was ever used, for then that answer was lost; what was lost
// opens nothing any more. Any other second use means that somebody has a copy, and the whole session ends.

import type { Caller } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import { recordEvent } from '../../platform/outbox/index.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { recordAudit } from '../audit/index.ts';
import { signAccessToken } from './access-token.ts';
import type { LoggedIn } from './log-in.ts';
import { forgetSessions } from './memory.ts';
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

interface Renewed {
  readonly user: User;
  readonly entry: Entry;
  readonly next: RefreshToken;
  readonly generation: number;
}
type Renewal = Renewed | 'reused' | 'no-session';

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
  const { user, entry, next, generation } = renewal;
  return {
    accessToken: await signAccessToken(platform, {
      sessionId: next.sessionId,
      userId: user.id,
      audience: entry,
      generation,
    }),
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

  const { refreshHash: stored, previousRefreshHash: before, rotatedAt, generation } = session;
  if (isRefreshHashOf(platform.keys, stored, token)) {
    return { ...known, ...(await rotate(trx, platform, session, { token, stored, arrivedGeneration: generation })) };
  }
  if (before !== null && isRefreshHashOf(platform.keys, before, token) && session.agent === caller.agent) {
    const isOtherTab = rotatedAt !== null && now - rotatedAt <= GRACE_MS;
    if (isOtherTab) return { ...known, next: nextRefreshToken(platform.keys, before, token, generation), generation };

    const { arrivedGeneration } = session;
    if (arrivedGeneration < generation) {
      return { ...known, ...(await rotate(trx, platform, session, { token, stored: before, arrivedGeneration })) };
    }
  }
  if (!isRefreshTokenOfOurs(platform.keys, token)) return 'no-session';
  await endStolenSession(trx, platform, caller, session.id, user);
  return 'reused';
}

/** The next answer; the ones between it and `arrivedGeneration` are void. */
async function rotate(
  trx: Trx,
  platform: Platform,
  session: { readonly id: string; readonly generation: number },
  { token, stored, arrivedGeneration }: { token: RefreshToken; stored: string; arrivedGeneration: number },
): Promise<Pick<Renewed, 'next' | 'generation'>> {
  const now = platform.clock.now();
  const generation = session.generation + 1;
  const next = nextRefreshToken(platform.keys, stored, token, generation);
  await trx
    .updateTable('session')
    .set({
      refreshHash: refreshHash(platform.keys, next),
      previousRefreshHash: stored,
      rotatedAt: now,
      generation,
      arrivedGeneration,
      lastSeenAt: now,
      expiresAt: now + platform.config.token.refreshSeconds * 1_000,
    })
    .where('id', '=', session.id)
    .execute();
  trx.afterCommit(() => forgetSessions(platform, [], [session.id]));
  return { next, generation };
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
