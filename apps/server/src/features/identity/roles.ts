// Roles and what they may do: rows, seeded once and changed by an administrator.

import { FIRST_ROLES, PERMISSIONS, type Permission, type RoleView } from '@kafal/contract';
import type { z } from 'zod';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Actor, Language } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { recordAudit } from '../audit/index.ts';
import { isOfAdministrator, refuseLosingLastAdministrator } from './administrators.ts';
import { forgetSessions } from './memory.ts';
import { permissionsOfRole } from './user-queries.ts';

type Role = z.infer<typeof RoleView>;

/** The roles a society starts with; a role that is there already keeps what it may do. */
export async function seedRoles(trx: Trx, platform: Pick<Platform, 'dialect'>): Promise<void> {
  for (const { code, nameEn, nameHi, permissions } of FIRST_ROLES) {
    const insert = trx.insertInto('role').values({ code, nameEn, nameHi, builtIn: 1, version: 1 });
    if (!(await platform.dialect.insertIgnore(insert))) continue;
    await trx
      .insertInto('role_permission')
      .values(permissions.map((permission) => ({ roleCode: code, permission })))
      .execute();
  }
}

export async function listRoles(platform: Pick<Platform, 'database'>, language: Language): Promise<Role[]> {
  const db = platform.database;
  const [roles, permissions, users] = await Promise.all([
    db.selectFrom('role').select(['code', 'nameEn', 'nameHi', 'builtIn', 'version']).orderBy('code').execute(),
    db
      .selectFrom('role_permission')
      .select(['roleCode', 'permission'])
      .orderBy('roleCode')
      .orderBy('permission')
      .execute(),
    db
      .selectFrom('user')
      .select(['roleCode', ({ fn }) => fn.countAll<number>().as('users')])
      .where('kind', '=', 'staff')
      .where('status', '!=', 'closed')
      .groupBy('roleCode')
      .execute(),
  ]);
  return roles.map((role) => ({
    code: role.code,
    name: language === 'hi' ? role.nameHi : role.nameEn,
    nameEn: role.nameEn,
    nameHi: role.nameHi,
    builtIn: role.builtIn === 1,
    // Only seedRoles and changeRole write the column, from the list of permissions.
    permissions: permissions
      .filter(({ roleCode }) => roleCode === role.code)
      .map((row) => row.permission as Permission),
    users: Number(users.find(({ roleCode }) => roleCode === role.code)?.users ?? 0),
    version: role.version,
  }));
}

/** Everybody with the role may do the new things, and no longer the old ones, from their next request on. */
export async function changeRole(
  platform: Platform,
  actor: Actor,
  command: { code: string; permissions: readonly Permission[]; version: number },
): Promise<Role> {
  const wanted = PERMISSIONS.filter((permission) => command.permissions.includes(permission));
  if (wanted.some((permission) => permission.startsWith('own.'))) {
    throw new Refusal('rule', 'PERMISSION_OF_MEMBERS', {}, 'permissions');
  }

  await platform.transact(async (trx) => {
    const role = await getRoleForUpdate(trx, platform, command.code);
    const before = await permissionsOfRole(trx, role.code);
    if (role.version !== command.version) throw new Refusal('conflict', 'ROLE_CHANGED_MEANWHILE');
    const added = wanted.filter((permission) => !before.includes(permission));
    const removed = before.filter((permission) => !wanted.includes(permission));
    if (added.length > 0 && role.code === actor.roleCode) throw new Refusal('forbidden', 'OWN_ROLE_PERMISSIONS');
    if (added.length === 0 && removed.length === 0) return;

    if (removed.length > 0) {
      await trx
        .deleteFrom('role_permission')
        .where('roleCode', '=', role.code)
        .where('permission', 'in', removed)
        .execute();
    }
    if (added.length > 0) {
      await trx
        .insertInto('role_permission')
        .values(added.map((permission) => ({ roleCode: role.code, permission })))
        .execute();
    }
    await trx
      .updateTable('role')
      .set({ version: role.version + 1 })
      .where('code', '=', role.code)
      .execute();
    if (isOfAdministrator(removed)) await refuseLosingLastAdministrator(trx);
    await recordAudit(trx, platform, actor, {
      action: 'role.changed',
      subjectKind: 'role',
      subjectId: role.code,
      oldValues: { permissions: before },
      newValues: { permissions: wanted, added, removed },
    });
    const affected = await livingSessionsOfRole(trx, role.code);
    trx.afterCommit(() => forgetSessions(platform, affected));
  });

  const changed = (await listRoles(platform, actor.language)).find(({ code }) => code === command.code);
  if (changed === undefined) throw new Refusal('missing', 'ROLE_NOT_FOUND');
  return changed;
}

export async function findRole(reader: Reader, code: string) {
  return reader.selectFrom('role').select(['code', 'nameEn', 'nameHi']).where('code', '=', code).executeTakeFirst();
}

async function getRoleForUpdate(trx: Trx, platform: Platform, code: string) {
  // Always all of them, in one order: two administrators who take each other's rights away wait for one another.
  const query = trx.selectFrom('role').select(['code', 'version']).orderBy('code');
  const roles = await platform.dialect.forUpdate(query).execute();
  const role = roles.find((each) => each.code === code);
  if (role === undefined) throw new Refusal('missing', 'ROLE_NOT_FOUND');
  return role;
}

async function livingSessionsOfRole(reader: Reader, roleCode: string): Promise<string[]> {
  const rows = await reader
    .selectFrom('session')
    .innerJoin('user', 'user.id', 'session.userId')
    .select('session.id')
    .where('user.roleCode', '=', roleCode)
    .where('session.endedAt', 'is', null)
    .execute();
  return rows.map(({ id }) => id);
}
