import type { Reader } from '../../platform/database/dialect.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform, Trx } from '../../platform/platform.ts';

/** Without these two nobody could let anybody in again. */
const KEEP = ['user.manage', 'role.manage'] as const;

/** Whether a change of these permissions could take the last administrator away. */
export function isOfAdministrator(permissions: readonly string[]): boolean {
  return KEEP.some((permission) => permissions.includes(permission));
}

/** Who would have it no more. */
interface Without {
  readonly role?: string;
  readonly userId?: number;
}

/**
 * After the change, inside its transaction: somebody active must still be able to manage users and roles. Before it,
 * who is about to lose the right is not counted.
 */
export async function refuseLosingLastAdministrator(trx: Trx, without: Without = {}): Promise<void> {
  if (!(await hasAdministrator(trx, without))) throw new Refusal('conflict', 'LAST_ADMINISTRATOR');
}

/** Taken by every change that could take the last administrator away, so that two of them do not pass each other. */
export async function lockRoles(trx: Trx, platform: Pick<Platform, 'dialect'>): Promise<void> {
  await platform.dialect.forUpdate(trx.selectFrom('role').select('code').orderBy('code')).execute();
}

async function hasAdministrator(reader: Reader, { role, userId }: Without): Promise<boolean> {
  const [users, roles] = KEEP;
  const row = await reader
    .selectFrom('user')
    .innerJoin('role_permission as manages_users', 'manages_users.roleCode', 'user.roleCode')
    .innerJoin('role_permission as manages_roles', 'manages_roles.roleCode', 'user.roleCode')
    .select('user.id')
    .where('user.kind', '=', 'staff')
    .where('user.status', '=', 'active')
    .where('manages_users.permission', '=', users)
    .where('manages_roles.permission', '=', roles)
    .$if(role !== undefined, (query) => query.where('user.roleCode', '!=', role ?? ''))
    .$if(userId !== undefined, (query) => query.where('user.id', '!=', userId ?? 0))
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
