// A member's log-in: made at approval, closed when the membership ends.

import { normaliseName } from '@kafal/core';
import type { Language } from '../../platform/http/actor.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { changeLoginNames, type LoginName } from './login-names.ts';
import { endSessionsOf, rereadSessionsOf } from './sessions.ts';
import { findUserOfMember, getUserForUpdate } from './user-queries.ts';

export interface NewMemberLogin {
  readonly memberId: number;
  readonly name: string;
  readonly language: Language;
  /** The member number always; e-mail and phone (+919812345678) as far as nobody else logs in with them. */
  readonly loginNames: readonly LoginName[];
  readonly email?: string | null;
  readonly phone?: string | null;
  /** The demo hands out passwords; everybody else gets a one-time code and chooses. */
  readonly passwordHash?: string;
}

export async function createMemberLogin(
  trx: Trx,
  platform: Platform,
  command: NewMemberLogin,
): Promise<{ userId: number; loginNames: LoginName[] }> {
  const textOf = (kind: LoginName['kind']) => command.loginNames.find((name) => name.kind === kind)?.text ?? null;
  const now = platform.clock.now();
  const { insertId } = await trx
    .insertInto('user')
    .values({
      kind: 'member',
      name: normaliseName(command.name),
      memberId: command.memberId,
      roleCode: null,
      email: command.email ?? textOf('email'),
      phone: command.phone ?? textOf('phone'),
      passwordHash: command.passwordHash ?? null,
      passwordChangedAt: command.passwordHash === undefined ? null : now,
      mustChangePassword: command.passwordHash === undefined ? 1 : 0,
      totpSealed: null,
      totpEnabledAt: null,
      totpLastStep: null,
      status: 'active',
      language: command.language,
      createdAt: now,
      lastLoginAt: null,
      version: 1,
    })
    .executeTakeFirstOrThrow();
  const userId = Number(insertId);
  return { userId, loginNames: await changeLoginNames(trx, platform, userId, command.loginNames) };
}

/**
 * Suspends or reinstates the log-in of a member whose standing changed; acts at once. The caller records the act that
 * it follows from. Nothing happens for a member without a log-in.
 */
export async function setMemberLogin(
  trx: Trx,
  platform: Platform,
  memberId: number,
  isAllowed: boolean,
): Promise<void> {
  const found = await findUserOfMember(trx, memberId);
  if (found === undefined) return;
  const user = await getUserForUpdate(trx, platform, found.id);
  const status = isAllowed ? 'active' : 'suspended';
  if (!isAllowed) await endSessionsOf(trx, platform, user.id, 'member-status');
  if (user.status === status) return;
  await trx
    .updateTable('user')
    .set({ status, version: user.version + 1 })
    .where('id', '=', user.id)
    .execute();
}

export interface MemberContact {
  readonly name?: string;
  readonly language?: Language;
  readonly email?: string | null;
  readonly phone?: string | null;
  /** The e-mail and phone to log in with from now on, in place of the ones before; the number stays. */
  readonly loginNames?: readonly LoginName[];
}

/** What the member or the office changed, as far as the log-in needs it. The caller records the act. */
export async function changeMemberContact(
  trx: Trx,
  platform: Platform,
  memberId: number,
  contact: MemberContact,
): Promise<void> {
  const user = await findUserOfMember(trx, memberId);
  if (user === undefined) return;
  await trx
    .updateTable('user')
    .set({
      name: contact.name === undefined ? user.name : normaliseName(contact.name),
      language: contact.language ?? user.language,
      email: contact.email === undefined ? user.email : contact.email,
      phone: contact.phone === undefined ? user.phone : contact.phone,
    })
    .where('id', '=', user.id)
    .execute();
  if (contact.loginNames !== undefined) {
    const names = contact.loginNames.filter(({ kind }) => kind === 'email' || kind === 'phone');
    await changeLoginNames(trx, platform, user.id, names, ['email', 'phone']);
  }
  await rereadSessionsOf(trx, platform, user.id);
}
