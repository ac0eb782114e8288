// What would be withheld when a deposit matures, as far as anybody can say today: by the function that the day's end asks.

import { formatMoney, subtract } from '@kafal/core';
import type { Platform } from '../../platform/platform.ts';
import type { DepositWithBalance } from './deposit-queries.ts';
import { taxIn, taxView, withheld } from './tax-on-interest.ts';
import type { TermDeposit } from './term-deposits.ts';
import { termEndsOf } from './term-end.ts';

/** Where interest is paid on its way, each part is taxed by itself. */
export async function taxAtMaturityOf(
  platform: Platform,
  { id, memberId }: DepositWithBalance,
  { product, maturesOn }: TermDeposit,
) {
  if (product.payout !== 'maturity') return null;
  const end = (await termEndsOf(platform.database, [id])).get(id);
  if (end === undefined) return null;
  const { interest, value } = end;
  const tax = await taxIn(platform, platform.database, { memberId, interest }, maturesOn);
  const view = taxView(tax);
  return view === null ? null : { ...view, paid: formatMoney(subtract(value, withheld(tax))) };
}
