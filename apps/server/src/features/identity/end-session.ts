import type { Actor } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform } from '../../platform/platform.ts';
import { recordAudit } from '../audit/index.ts';
import { endSession } from './sessions.ts';

/** One's own, or anybody's for an administrator; somebody else's is otherwise as if it did not exist. */
export async function endSessionById(platform: Platform, actor: Actor, sessionId: string): Promise<void> {
  await platform.transact(async (trx) => {
    const session = await trx
      .selectFrom('session')
      .select(['id', 'userId'])
      .where('id', '=', sessionId)
      .where('endedAt', 'is', null)
      .executeTakeFirst();
    const isOwn = session?.userId === actor.userId;
    if (session === undefined || !(isOwn || actor.permissions.has('user.manage'))) {
      throw new Refusal('missing', 'SESSION_NOT_FOUND');
    }
    await endSession(trx, platform, session.id, isOwn ? 'ended-by-owner' : 'ended-by-administrator');
    await recordAudit(trx, platform, actor, {
      action: 'session.ended',
      subjectKind: 'user',
      subjectId: session.userId,
      newValues: { sessionId: session.id },
    });
  });
}
