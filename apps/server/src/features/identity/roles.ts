// Roles and what they may do: rows, seeded once; an administrator asks for another set of rights, a second person agrees.

import { FIRST_ROLES, PERMISSIONS, type Permission, type RoleView } from '@kafal/contract';
import type { z } from 'zod';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Actor, Language } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { type ApprovalRequest, agreedBy, changeRule, type RuleChangeBy, waitingRules } from '../approvals/index.ts';
import { recordAudit } from '../audit/index.ts';
import { auditedBy, cleanWhy, touched } from '../society/index.ts';
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

export interface ChangeRole {
  readonly code: string;
  readonly permissions: readonly Permission[];
  readonly reason?: string | undefined;
  readonly version: number;
}

/** Asks for other rights of a role; after a yes everybody with the role may do the new things from their next request on. */
export async function changeRole(platform: Platform, actor: Actor, command: ChangeRole, isPreview: boolean) {
  const wanted = PERMISSIONS.filter((permission) => command.permissions.includes(permission));
  if (wanted.some((permission) => permission.startsWith('own.'))) {
    throw new Refusal('rule', 'PERMISSION_OF_MEMBERS', {}, 'permissions');
  }

  return platform.transact(async (trx) => {
    const role = await getRoleForUpdate(trx, platform, command.code);
    const before = await permissionsOfRole(trx, role.code);
    if (role.version !== command.version) throw new Refusal('conflict', 'ROLE_CHANGED_MEANWHILE');
    const difference = differenceOf(before, wanted);
    if (difference.added.length === 0 && difference.removed.length === 0) throw new Refusal('rule', 'ROLE_UNCHANGED');
    if (difference.added.length > 0 && role.code === actor.roleCode) {
      throw new Refusal('forbidden', 'OWN_ROLE_PERMISSIONS');
    }
    await refuseWithoutAdministrator(trx, role.code, before, wanted);
    const { reason } = cleanWhy(command);
    const change: RoleChange = { code: role.code, permissions: wanted, reason };

    return changeRule(
      trx,
      platform,
      actor,
      {
        kind: 'role',
        subjectKind: 'role',
        subjectId: 0,
        rule: role.code,
        needsSecondPerson: true,
        summary: { code: 'ASKS_ROLE', params: { role: { en: role.nameEn, hi: role.nameHi } } },
        lines: [
          ...difference.added.map((name) => ({ label: { code: 'LINE_GAINS' }, before: null, after: name })),
          ...difference.removed.map((name) => ({ label: { code: 'LINE_LOSES' }, before: null, after: name })),
          ...touched('TOUCHED_USERS', await usersOfRole(trx, role.code)),
          ...(reason === null ? [] : [{ label: { code: 'LINE_REASON' }, before: null, after: reason }]),
        ],
        command: change,
        act: (by) => writeRole(trx, platform, actor, change, by),
      },
      isPreview,
    );
  });
}

interface RoleChange {
  readonly code: string;
  readonly permissions: readonly Permission[];
  readonly reason: string | null;
}

/** What a yes of the second person does. */
export async function applyApprovedRole(
  platform: Platform,
  trx: Trx,
  checker: Actor,
  request: ApprovalRequest,
): Promise<undefined> {
  // changeRole wrote it.
  const change = request.command as RoleChange;
  await writeRole(trx, platform, checker, change, agreedBy(request, checker));
}

async function writeRole(
  trx: Trx,
  platform: Platform,
  actor: Actor,
  { code, permissions: wanted, reason }: RoleChange,
  by: RuleChangeBy,
): Promise<void> {
  const role = await getRoleForUpdate(trx, platform, code);
  const before = await permissionsOfRole(trx, code);
  const { added, removed } = differenceOf(before, wanted);
  if (removed.length > 0) {
    await trx.deleteFrom('role_permission').where('roleCode', '=', code).where('permission', 'in', removed).execute();
  }
  if (added.length > 0) {
    await trx
      .insertInto('role_permission')
      .values(added.map((permission) => ({ roleCode: code, permission })))
      .execute();
  }
  await trx
    .updateTable('role')
    .set({ version: role.version + 1 })
    .where('code', '=', code)
    .execute();
  if (isOfAdministrator(removed)) await refuseLosingLastAdministrator(trx);
  await recordAudit(trx, platform, actor, {
    action: 'role.changed',
    subjectKind: 'role',
    subjectId: code,
    oldValues: { permissions: before },
    newValues: { permissions: wanted, added, removed, ...auditedBy(reason, by) },
  });
  const affected = await livingSessionsOfRole(trx, code);
  trx.afterCommit(() => forgetSessions(platform, affected));
}

/** A role of its own, as a copy of another: it gives nobody anything until somebody gets it, which takes two. */
export async function copyRole(
  platform: Platform,
  actor: Actor,
  command: { from: string; nameEn: string; nameHi: string },
): Promise<string> {
  const code = codeOfName(command.nameEn);
  return platform.transact(async (trx) => {
    const from = await getRoleForUpdate(trx, platform, command.from);
    const permissions = await permissionsOfRole(trx, from.code);
    const { nameEn, nameHi } = command;
    const insert = trx.insertInto('role').values({ code, nameEn, nameHi, builtIn: 0, version: 1 });
    if (!(await platform.dialect.insertIgnore(insert))) throw new Refusal('conflict', 'ROLE_NAME_TAKEN', {}, 'nameEn');
    if (permissions.length > 0) {
      await trx
        .insertInto('role_permission')
        .values(permissions.map((permission) => ({ roleCode: code, permission })))
        .execute();
    }
    await recordAudit(trx, platform, actor, {
      action: 'role.created',
      subjectKind: 'role',
      subjectId: code,
      newValues: { from: from.code, nameEn, nameHi, permissions },
    });
    return code;
  });
}

/** Only a role of the society's own that nobody has or ever had: a user, even a closed one, keeps the name of theirs. */
export async function deleteRole(platform: Platform, actor: Actor, code: string): Promise<void> {
  await platform.transact(async (trx) => {
    const role = await getRoleForUpdate(trx, platform, code);
    if (role.builtIn === 1) throw new Refusal('conflict', 'ROLE_BUILT_IN');
    const { count } = await trx
      .selectFrom('user')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('roleCode', '=', code)
      .executeTakeFirstOrThrow();
    if (Number(count) > 0) throw new Refusal('conflict', 'ROLE_IN_USE', { count: Number(count) });
    if ((await waitingRules(trx, 'role')).has(code)) throw new Refusal('conflict', 'RULE_CHANGE_WAITING');
    const permissions = await permissionsOfRole(trx, code);
    await trx.deleteFrom('role_permission').where('roleCode', '=', code).execute();
    await trx.deleteFrom('role').where('code', '=', code).execute();
    await recordAudit(trx, platform, actor, {
      action: 'role.deleted',
      subjectKind: 'role',
      subjectId: code,
      oldValues: { nameEn: role.nameEn, nameHi: role.nameHi, permissions },
    });
  });
}

export async function getRole(platform: Pick<Platform, 'database'>, language: Language, code: string): Promise<Role> {
  const role = (await listRoles(platform, language)).find((each) => each.code === code);
  if (role === undefined) throw new Refusal('missing', 'ROLE_NOT_FOUND');
  return role;
}

/** "Senior cashier" becomes senior_cashier. */
function codeOfName(name: string): string {
  const code = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, 32);
  if (!/[a-z]/.test(code)) throw new Refusal('rule', 'ROLE_NAME_LATIN', {}, 'nameEn');
  return code;
}

function differenceOf(before: readonly Permission[], wanted: readonly Permission[]) {
  return {
    added: wanted.filter((permission) => !before.includes(permission)),
    removed: before.filter((permission) => !wanted.includes(permission)),
  };
}

/** Said when it is asked, and not only when somebody has thought about it and says yes. */
async function refuseWithoutAdministrator(
  trx: Trx,
  code: string,
  before: readonly Permission[],
  wanted: readonly Permission[],
): Promise<void> {
  if (isOfAdministrator(differenceOf(before, wanted).removed)) await refuseLosingLastAdministrator(trx, { role: code });
}

async function usersOfRole(reader: Reader, code: string): Promise<number> {
  const { count } = await reader
    .selectFrom('user')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('roleCode', '=', code)
    .where('status', '!=', 'closed')
    .executeTakeFirstOrThrow();
  return Number(count);
}

export async function findRole(reader: Reader, code: string) {
  return reader.selectFrom('role').select(['code', 'nameEn', 'nameHi']).where('code', '=', code).executeTakeFirst();
}

async function getRoleForUpdate(trx: Trx, platform: Platform, code: string) {
  // Always all of them, in one order: two administrators who take each other's rights away wait for one another.
  const query = trx.selectFrom('role').select(['code', 'nameEn', 'nameHi', 'builtIn', 'version']).orderBy('code');
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
