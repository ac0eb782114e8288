// Who could be the second person. One person may have two log-ins; the same phone, e-mail or membership is one person.

import type { Reader } from '../../platform/database/dialect.ts';

export interface Colleague {
  readonly userId: number;
  readonly name: string;
}

interface Identity {
  readonly userId: number;
  readonly memberId: number | null;
  readonly email: string | null;
  readonly phone: string | null;
}

export function isSamePerson(one: Identity, other: Identity): boolean {
  return (
    one.userId === other.userId ||
    (one.memberId !== null && one.memberId === other.memberId) ||
    (one.email !== null && one.email.toLowerCase() === other.email?.toLowerCase()) ||
    (one.phone !== null && one.phone === other.phone)
  );
}

/** Whether the two log-ins are one person's. */
export async function areOnePerson(reader: Reader, oneUserId: number, otherUserId: number): Promise<boolean> {
  if (oneUserId === otherUserId) return true;
  const rows = await reader
    .selectFrom('user')
    .select(['id as userId', 'memberId', 'email', 'phone'])
    .where('id', 'in', [oneUserId, otherUserId])
    .execute();
  const [one, other] = rows;
  return one !== undefined && other !== undefined && isSamePerson(one, other);
}

/**
 * Everybody else who may decide approvals. Somebody suspended counts: a suspension passes, and must not be the way to
 * stand alone. Who has left for good is closed and counts no more.
 */
export async function othersWhoDecide(
  reader: Reader,
  makerUserId: number,
  besidesUserId?: number | undefined,
): Promise<Colleague[]> {
  const rows = await reader
    .selectFrom('user')
    .leftJoin('role_permission', (join) =>
      join
        .onRef('role_permission.roleCode', '=', 'user.roleCode')
        .on('role_permission.permission', '=', 'approval.decide'),
    )
    .select([
      'user.id as userId',
      'user.name',
      'user.memberId',
      'user.email',
      'user.phone',
      'role_permission.permission',
    ])
    .where('user.kind', '=', 'staff')
    .where('user.status', '!=', 'closed')
    .orderBy('user.id')
    .execute();
  const maker = rows.find((row) => row.userId === makerUserId);
  return rows
    .filter((row) => row.permission !== null && row.userId !== makerUserId && row.userId !== besidesUserId)
    .filter((row) => maker === undefined || !isSamePerson(row, maker))
    .map(({ userId, name }) => ({ userId, name }));
}
