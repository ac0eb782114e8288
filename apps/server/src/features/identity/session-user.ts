import { MEMBER_PERMISSIONS, type SessionUser } from '@kafal/contract';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Language } from '../../platform/http/actor.ts';
import { permissionsOfRole, type User } from './user-queries.ts';

/** The user as they and their screen see them: what a log-in answers. */
export async function toSessionUser(reader: Reader, user: User, language?: Language): Promise<SessionUser> {
  const own = languageOf(user);
  const [role, memberNumber, permissions] = await Promise.all([
    user.roleCode === null ? undefined : findRoleNames(reader, user.roleCode),
    user.memberId === null ? null : findMemberNumber(reader, user.memberId),
    user.kind === 'member' ? [...MEMBER_PERMISSIONS] : permissionsOfRole(reader, user.roleCode ?? ''),
  ]);
  return {
    id: String(user.id),
    kind: user.kind === 'staff' ? 'staff' : 'member',
    name: user.name,
    memberId: user.memberId === null ? null : String(user.memberId),
    memberNumber,
    role: user.roleCode,
    roleName: role === undefined ? null : (language ?? own) === 'hi' ? role.nameHi : role.nameEn,
    permissions,
    language: own,
    mustChangePassword: user.mustChangePassword === 1,
    totpEnabled: user.totpEnabledAt !== null,
  };
}

export function languageOf(user: Pick<User, 'language'>): Language {
  return user.language === 'hi' ? 'hi' : 'en';
}

async function findRoleNames(reader: Reader, code: string) {
  return reader.selectFrom('role').select(['nameEn', 'nameHi']).where('code', '=', code).executeTakeFirst();
}

async function findMemberNumber(reader: Reader, memberId: number): Promise<string | null> {
  const member = await reader.selectFrom('member').select('number').where('id', '=', memberId).executeTakeFirst();
  return member?.number ?? null;
}
