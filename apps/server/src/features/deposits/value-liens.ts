// What liens on deposits are worth: no more than the accounts have, wherever a deposit that matured has passed them on to.

import { lienValue, type Money } from '@kafal/core';
import type { Reader } from '../../platform/database/dialect.ts';

/** By the ids they were put under; of one that is over there is nothing. In minor units. */
export async function valueLiens(reader: Reader, ids: readonly number[]): Promise<ReadonlyMap<number, Money>> {
  const values = new Map<number, Money>();
  let firstOf = new Map(ids.map((id) => [id, id]));
  while (firstOf.size > 0) {
    const rows = await reader
      .selectFrom('deposit_restriction as r')
      .innerJoin('balance as b', (join) =>
        join.on('b.subLedger', '=', 'deposit').onRef('b.subLedgerId', '=', 'r.depositId'),
      )
      .select(['r.id', 'r.status', 'r.amount', 'b.amount as balance', 'b.hold as kept'])
      .where('r.id', 'in', [...firstOf.keys()])
      .execute();
    for (const { id, status, amount, balance, kept } of rows) {
      const first = firstOf.get(id);
      if (first !== undefined && status === 'active' && amount !== null) {
        values.set(first, lienValue(amount, { balance, kept }));
      }
    }
    const moved = rows.filter(({ status }) => status === 'moved').map(({ id }) => id);
    firstOf = await nextOf(reader, moved, firstOf);
  }
  return values;
}

async function nextOf(
  reader: Reader,
  moved: readonly number[],
  firstOf: ReadonlyMap<number, number>,
): Promise<Map<number, number>> {
  if (moved.length === 0) return new Map();
  const rows = await reader
    .selectFrom('deposit_restriction')
    .select(['id', 'movedFromId'])
    .where('movedFromId', 'in', [...moved])
    .execute();
  return new Map(
    rows.flatMap(({ id, movedFromId }) => {
      const first = movedFromId === null ? undefined : firstOf.get(movedFromId);
      return first === undefined ? [] : [[id, first] as const];
    }),
  );
}
