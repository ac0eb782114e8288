// Who may answer for a till: staff who can log in and whose role opens one.

import type { Reader } from '../../platform/database/dialect.ts';

export interface Cashier {
  readonly id: number;
  readonly name: string;
}

export async function listCashiers(reader: Reader): Promise<Cashier[]> {
  return cashiers(reader).execute();
}

export async function findCashier(reader: Reader, userId: number): Promise<Cashier | undefined> {
  return cashiers(reader).where('user.id', '=', userId).executeTakeFirst();
}

function cashiers(reader: Reader) {
  return reader
    .selectFrom('user')
    .innerJoin('role_permission', (join) =>
      join
        .onRef('role_permission.roleCode', '=', 'user.roleCode')
        .on('role_permission.permission', '=', 'till.operate'),
    )
    .select(['user.id', 'user.name'])
    .where('user.kind', '=', 'staff')
    .where('user.status', '=', 'active')
    .orderBy('user.name')
    .orderBy('user.id');
}
