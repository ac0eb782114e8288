import type { Actor } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import { recordEvent } from '../../platform/outbox/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { recordAudit } from '../audit/index.ts';
import { verifyPassword } from './password-hash.ts';
import { endSessionsOf } from './sessions.ts';
import { hashOwnPassword, savePassword } from './set-password.ts';
import { findUser, getUserForUpdate, type User } from './user-queries.ts';

/** One's own password: the current one is asked for, and every other session ends. */
export async function changePassword(
  platform: Platform,
  actor: Actor,
  command: { currentPassword: string; newPassword: string },
): Promise<void> {
  const user = await confirmPassword(platform, actor, command.currentPassword, 'currentPassword');
  if (command.newPassword.normalize('NFC') === command.currentPassword.normalize('NFC')) {
    throw new Refusal('rule', 'PASSWORD_SAME', {}, 'newPassword');
  }
  const passwordHash = await hashOwnPassword(platform, user, command.newPassword, {
    hasTotp: user.totpEnabledAt !== null,
  });

  await platform.transact(async (trx) => {
    const now = await getUserForUpdate(trx, platform, user.id);
    if (now.passwordHash !== user.passwordHash || now.status !== 'active') {
      throw new Refusal('conflict', 'PASSWORD_CHANGED_MEANWHILE');
    }
    await savePassword(trx, platform, now, passwordHash);
    await endSessionsOf(trx, platform, user.id, 'password-changed', actor.sessionId);
    await recordAudit(trx, platform, actor, {
      action: 'user.password-changed',
      subjectKind: 'user',
      subjectId: user.id,
    });
    await recordEvent(trx, platform, { name: 'password.changed', userId: user.id, payload: { userId: user.id } });
  });
}

/**
 * Whoever sits at an open screen does not become its owner: the password is asked for again, and guesses at it are
 * counted like those of a log-in.
 */
export async function confirmPassword(
  platform: Platform,
  actor: Actor,
  password: string,
  field: string,
): Promise<User> {
  const user = await findUser(platform.database, actor.userId);
  if (user === undefined) throw new Refusal('missing', 'USER_NOT_FOUND');
  const attempt = await platform.limits.takeLogin({
    identifier: `user ${user.id}`,
    address: actor.address,
    isKnownPlace: true,
  });
  if (!(await verifyPassword(platform, user.passwordHash, password))) {
    throw new Refusal('rule', 'CURRENT_PASSWORD_WRONG', {}, field);
  }
  attempt.succeeded();
  return user;
}
