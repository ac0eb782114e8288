import { type CalendarDate, invariant } from '@kafal/core';
import type { Platform, Trx } from '../../platform/platform.ts';
import { endRestriction, sumHolds } from './restrictions.ts';

/** At maturity, holds and liens go along to the account that the money goes to: what was security stays it. */
export async function moveRestrictions(
  trx: Trx,
  platform: Platform,
  { fromId, toId, on }: { readonly fromId: number; readonly toId: number | undefined; readonly on: CalendarDate },
): Promise<void> {
  const rows = await trx
    .selectFrom('deposit_restriction')
    .select(['id', 'kind', 'amount', 'reference', 'reason', 'untilOn', 'setOn', 'setByUserId', 'approvedByUserId'])
    .where('depositId', '=', fromId)
    .where('status', '=', 'active')
    .orderBy('id')
    .execute();
  if (rows.length === 0) return;
  invariant(toId !== undefined, 'what is held waits or is renewed');
  for (const { id, ...restriction } of rows) {
    await endRestriction(trx, id, { status: 'moved', on });
    await trx
      .insertInto('deposit_restriction')
      .values({ ...restriction, depositId: toId, movedFromId: id, status: 'active' })
      .execute();
  }
  await sumHolds(trx, platform, fromId);
  await sumHolds(trx, platform, toId);
}
