import { type Money, money } from '@kafal/core';
import type { Reader } from '../../platform/database/dialect.ts';

/** Share money received from a member and not yet allotted. */
export async function shareMoneyPending(reader: Reader, memberId: number): Promise<Money> {
  const row = await reader
    .selectFrom('balance')
    .select('amount')
    .where('subLedger', '=', 'share_pending')
    .where('subLedgerId', '=', memberId)
    .executeTakeFirst();
  return row?.amount ?? money(0);
}
