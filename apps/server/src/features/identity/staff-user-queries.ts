import type { StaffUserQuery, StaffUserView } from '@kafal/contract';
import { searchWords } from '@kafal/core';
import type { z } from 'zod';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Language } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform } from '../../platform/platform.ts';

type StaffUser = z.infer<typeof StaffUserView>;

const USUAL_LIMIT = 50;

/**
 * Staff by user name. A society has tens of them, so the words are looked for here and not in SQL, where every database
 * compares letters in its own way.
 */
export async function listStaffUsers(
  platform: Pick<Platform, 'database'>,
  language: Language,
  query: z.infer<typeof StaffUserQuery>,
): Promise<{ items: StaffUser[]; nextCursor: string | null; total?: number }> {
  const limit = query.limit ?? USUAL_LIMIT;
  const after = query.cursor ?? '';
  const wanted = searchWords(query.q ?? '');
  const all = (await readStaffUsers(platform.database, language, query.status)).filter((user) => matches(user, wanted));
  const further = all.filter(({ username }) => username > after);
  const items = further.slice(0, limit);
  return {
    items,
    nextCursor: further.length > limit ? (items.at(-1)?.username ?? null) : null,
    ...(query.total === true ? { total: all.length } : {}),
  };
}

export async function getStaffUser(reader: Reader, language: Language, id: number): Promise<StaffUser> {
  const [user] = await readStaffUsers(reader, language, undefined, id);
  if (user === undefined) throw new Refusal('missing', 'USER_NOT_FOUND');
  return user;
}

async function readStaffUsers(
  reader: Reader,
  language: Language,
  status?: StaffUser['status'],
  id?: number,
): Promise<StaffUser[]> {
  let select = reader
    .selectFrom('user')
    .innerJoin('login_name', 'login_name.userId', 'user.id')
    .innerJoin('role', 'role.code', 'user.roleCode')
    .select([
      'user.id',
      'login_name.nameKey as username',
      'user.name',
      'user.email',
      'user.phone',
      'role.code as role',
      'role.nameEn',
      'role.nameHi',
      'user.status',
      'user.mustChangePassword',
      'user.totpEnabledAt',
      'user.lastLoginAt',
      'user.version',
    ])
    .where('user.kind', '=', 'staff')
    .where('login_name.kind', '=', 'username');
  if (status !== undefined) select = select.where('user.status', '=', status);
  if (id !== undefined) select = select.where('user.id', '=', id);
  const rows = await select.orderBy('login_name.nameKey').execute();

  return rows.map(({ nameEn, nameHi, totpEnabledAt, ...row }) => ({
    ...row,
    id: String(row.id),
    roleName: language === 'hi' ? nameHi : nameEn,
    // The table's own check allows nothing else.
    status: row.status as StaffUser['status'],
    mustChangePassword: row.mustChangePassword === 1,
    totpEnabled: totpEnabledAt !== null,
    lastLoginAt: row.lastLoginAt === null ? null : new Date(row.lastLoginAt).toISOString(),
  }));
}

function matches(user: StaffUser, wanted: readonly string[]): boolean {
  if (wanted.length === 0) return true;
  const words = [user.username, user.name, user.email ?? '', user.phone ?? '', user.roleName].flatMap(searchWords);
  return wanted.every((word) => words.some((own) => own.startsWith(word)));
}
