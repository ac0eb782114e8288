import type { Actor } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { recordAudit } from '../audit/index.ts';
import { type IssuedOneTimeCode, makeOneTimeCode } from './one-time-code.ts';
import { findUserOfMember, getUserForUpdate } from './user-queries.ts';

/** Staff hand the code to its owner, whom they have recognised; nobody but the owner ever learns the password. */
export async function issueOneTimeCode(
  trx: Trx,
  platform: Platform,
  actor: Actor,
  userId: number,
): Promise<IssuedOneTimeCode> {
  const user = await getUserForUpdate(trx, platform, userId);
  if (user.id === actor.userId) throw new Refusal('forbidden', 'CODE_FOR_SELF');
  if (user.status !== 'active') throw new Refusal('conflict', 'USER_NOT_ACTIVE');
  const issued = await makeOneTimeCode(trx, platform, {
    userId,
    purpose: 'issued-by-staff',
    issuedByUserId: actor.userId === 0 ? null : actor.userId,
  });
  await recordAudit(trx, platform, actor, {
    action: 'user.one-time-code-issued',
    subjectKind: 'user',
    subjectId: userId,
    newValues: { expiresAt: new Date(issued.expiresAt).toISOString() },
  });
  return issued;
}

export async function issueCodeToStaff(platform: Platform, actor: Actor, userId: number): Promise<IssuedOneTimeCode> {
  return platform.transact(async (trx) => {
    const user = await getUserForUpdate(trx, platform, userId);
    // A member's code is issued at the member's own page, under its own permission.
    if (user.kind !== 'staff') throw new Refusal('missing', 'USER_NOT_FOUND');
    return issueOneTimeCode(trx, platform, actor, userId);
  });
}

export async function issueCodeToMember(
  platform: Platform,
  actor: Actor,
  memberId: number,
): Promise<IssuedOneTimeCode> {
  return platform.transact(async (trx) => {
    const user = await findUserOfMember(trx, memberId);
    if (user === undefined) throw new Refusal('missing', 'MEMBER_LOGIN_NOT_FOUND');
    return issueOneTimeCode(trx, platform, actor, user.id);
  });
}
