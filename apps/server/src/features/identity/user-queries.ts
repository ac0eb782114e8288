import type { Permission } from '@kafal/contract';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Row } from '../../platform/database/schema.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform, Trx } from '../../platform/platform.ts';

export type User = Row<'user'>;

const COLUMNS = [
  'id',
  'kind',
  'name',
  'memberId',
  'roleCode',
  'email',
  'phone',
  'passwordHash',
  'passwordChangedAt',
  'mustChangePassword',
  'totpSealed',
  'totpEnabledAt',
  'totpLastStep',
  'status',
  'language',
  'createdAt',
  'lastLoginAt',
  'version',
] as const;

export async function findUser(reader: Reader, id: number): Promise<User | undefined> {
  return reader.selectFrom('user').select(COLUMNS).where('id', '=', id).executeTakeFirst();
}

export async function getUserForUpdate(trx: Trx, platform: Pick<Platform, 'dialect'>, id: number): Promise<User> {
  const query = trx.selectFrom('user').select(COLUMNS).where('id', '=', id);
  const user = await platform.dialect.forUpdate(query).executeTakeFirst();
  if (user === undefined) throw new Refusal('missing', 'USER_NOT_FOUND');
  return user;
}

export async function findUserOfMember(reader: Reader, memberId: number): Promise<User | undefined> {
  return reader.selectFrom('user').select(COLUMNS).where('memberId', '=', memberId).executeTakeFirst();
}

export async function permissionsOfRole(reader: Reader, roleCode: string): Promise<Permission[]> {
  const rows = await reader
    .selectFrom('role_permission')
    .select('permission')
    .where('roleCode', '=', roleCode)
    .orderBy('permission')
    .execute();
  // Only seedRoles and changeRole write the column, from the list of permissions.
  return rows.map(({ permission }) => permission as Permission);
}
