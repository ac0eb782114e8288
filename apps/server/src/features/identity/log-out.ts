import type { Actor, Caller } from '../../platform/http/actor.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { recordAudit } from '../audit/index.ts';
import { isRefreshHashOf, parseRefreshToken } from './refresh-token.ts';
import { endSession } from './sessions.ts';
import { findUser } from './user-queries.ts';

/** Ends the session of the access token and that of the refresh token; what has ended already stays ended. */
export async function logOut(
  platform: Platform,
  caller: Caller,
  command: { actor: Actor | undefined; refreshToken: string | undefined },
): Promise<void> {
  const { actor } = command;
  const token = command.refreshToken === undefined ? undefined : parseRefreshToken(command.refreshToken);
  if (actor === undefined && token === undefined) return;

  await platform.transact(async (trx) => {
    if (actor !== undefined) await end(trx, platform, caller, actor.userId, actor.sessionId);
    if (token === undefined || token.sessionId === actor?.sessionId) return;
    const session = await trx
      .selectFrom('session')
      .select(['id', 'userId', 'refreshHash', 'previousRefreshHash'])
      .where('id', '=', token.sessionId)
      .executeTakeFirst();
    if (session === undefined) return;
    const isHolder = [session.refreshHash, session.previousRefreshHash].some((stored) =>
      isRefreshHashOf(platform.keys, stored, token),
    );
    if (isHolder) await end(trx, platform, caller, session.userId, session.id);
  });
}

async function end(trx: Trx, platform: Platform, caller: Caller, userId: number, sessionId: string): Promise<void> {
  if (!(await endSession(trx, platform, sessionId, 'logged-out'))) return;
  const user = await findUser(trx, userId);
  if (user === undefined) return;
  const { address, agent, requestId } = caller;
  await recordAudit(
    trx,
    platform,
    { userId, kind: user.kind === 'staff' ? 'staff' : 'member', name: user.name, address, agent, requestId },
    { action: 'user.logged-out', subjectKind: 'user', subjectId: userId, newValues: { sessionId } },
  );
}
