import { type Money, sum } from '@kafal/core';
import type { Reader } from '../../platform/database/dialect.ts';

/** Shares a member holds at their face value, and share money that waits for its allotment. */
export async function sharesOf(reader: Reader, memberId: number): Promise<{ held: Money; waiting: Money }> {
  const held = await reader
    .selectFrom('share_holding as h')
    .innerJoin('balance as b', (join) => join.on('b.subLedger', '=', 'share').onRef('b.subLedgerId', '=', 'h.id'))
    .select('b.amount')
    .where('h.memberId', '=', memberId)
    .execute();
  const waiting = await reader
    .selectFrom('balance')
    .select('amount')
    .where('subLedger', '=', 'share_pending')
    .where('subLedgerId', '=', memberId)
    .execute();
  return { held: sum(held.map(({ amount }) => amount)), waiting: sum(waiting.map(({ amount }) => amount)) };
}
