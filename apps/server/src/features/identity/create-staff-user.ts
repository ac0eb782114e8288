import { isEmail, normaliseName, normalisePhone, type PhoneCountry } from '@kafal/core';
import type { Actor, Language } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { recordAudit } from '../audit/index.ts';
import { changeLoginNames, type LoginName } from './login-names.ts';
import { type IssuedOneTimeCode, makeOneTimeCode } from './one-time-code.ts';
import { findRole } from './roles.ts';
import { societyFacts } from './society-facts.ts';

export interface NewStaffUser {
  readonly username: string;
  readonly name: string;
  readonly role: string;
  readonly email?: string | null | undefined;
  readonly phone?: string | null | undefined;
  readonly language?: Language | undefined;
  /** Of hashFirstPassword or hashPassword; without it the user gets a one-time code. */
  readonly passwordHash?: string | undefined;
}

/** A member of staff, in the caller's transaction. The names are checked; the phone is in the form +919812345678. */
export async function createStaffUser(
  trx: Trx,
  platform: Platform,
  actor: Actor,
  command: NewStaffUser,
): Promise<{ userId: number }> {
  const username = command.username.normalize('NFC').trim().toLowerCase();
  refuseUsername(username);
  if ((await findRole(trx, command.role)) === undefined) throw new Refusal('missing', 'ROLE_NOT_FOUND', {}, 'role');
  const email = command.email ?? null;
  const phone = command.phone ?? null;
  const name = normaliseName(command.name);
  const now = platform.clock.now();

  const { insertId } = await trx
    .insertInto('user')
    .values({
      kind: 'staff',
      name,
      memberId: null,
      roleCode: command.role,
      email,
      phone,
      passwordHash: command.passwordHash ?? null,
      passwordChangedAt: command.passwordHash === undefined ? null : now,
      mustChangePassword: command.passwordHash === undefined ? 1 : 0,
      totpSealed: null,
      totpEnabledAt: null,
      totpLastStep: null,
      status: 'active',
      language: command.language ?? 'en',
      createdAt: now,
      lastLoginAt: null,
      version: 1,
    })
    .executeTakeFirstOrThrow();
  const userId = Number(insertId);
  await changeLoginNames(trx, platform, userId, staffLoginNames({ username, email, phone }));
  await recordAudit(trx, platform, actor, {
    action: 'user.created',
    subjectKind: 'user',
    subjectId: userId,
    newValues: { username, name, role: command.role, email, phone },
  });
  return { userId };
}

/** By an administrator: the new colleague gets a one-time code, and the administrator never learns a password. */
export async function addStaffUser(
  platform: Platform,
  actor: Actor,
  command: Omit<NewStaffUser, 'passwordHash'>,
): Promise<{ userId: number; issued: IssuedOneTimeCode }> {
  const { phoneCountry } = await societyFacts(platform);
  const email = checkedEmail(command.email);
  const phone = checkedPhone(command.phone, phoneCountry);
  return platform.transact(async (trx) => {
    const { userId } = await createStaffUser(trx, platform, actor, { ...command, email, phone });
    const issued = await makeOneTimeCode(trx, platform, {
      userId,
      purpose: 'issued-by-staff',
      issuedByUserId: actor.userId === 0 ? null : actor.userId,
    });
    return { userId, issued };
  });
}

export function staffLoginNames(user: { username?: string; email: string | null; phone: string | null }): LoginName[] {
  const names: LoginName[] = [];
  if (user.username !== undefined) names.push({ kind: 'username', text: user.username });
  if (user.email !== null) names.push({ kind: 'email', text: user.email });
  if (user.phone !== null) names.push({ kind: 'phone', text: user.phone });
  return names;
}

export function checkedEmail(typed: string | null | undefined): string | null {
  const email = typed?.normalize('NFC').trim() ?? '';
  if (email === '') return null;
  if (!isEmail(email)) throw new Refusal('rule', 'USER_EMAIL_FORM', {}, 'email');
  return email;
}

export function checkedPhone(typed: string | null | undefined, country: PhoneCountry): string | null {
  if (typed == null || typed.trim() === '') return null;
  const phone = normalisePhone(typed, country);
  if (phone === undefined) throw new Refusal('rule', 'USER_PHONE_FORM', {}, 'phone');
  return phone;
}

/** A user name of digits alone could be mistaken for somebody's phone or member number. */
function refuseUsername(username: string): void {
  if (!/^[a-z0-9][a-z0-9._-]{1,30}$/.test(username) || !/[a-z]/.test(username)) {
    throw new Refusal('rule', 'USERNAME_NEEDS_LETTER', {}, 'username');
  }
}
