// What would be withheld when a deposit matures, as far as anybody can say today: by the function that the day's end asks.

import { formatMoney, subtract, termValue } from '@kafal/core';
import type { Platform } from '../../platform/platform.ts';
import type { DepositWithBalance } from './deposit-queries.ts';
import { taxIn, taxView, withheld } from './tax-on-interest.ts';
import type { TermDeposit } from './term-deposits.ts';

/** Where interest is paid on its way, each part is taxed by itself. */
export async function taxAtMaturityOf(
  platform: Platform,
  { memberId, openedOn }: DepositWithBalance,
  { product, amount, annualRate, maturesOn, months }: TermDeposit,
) {
  if (product.payout !== 'maturity') return null;
  const { interest, maturityValue } = termValue({ ...product, amount, annualRate, openedOn, maturesOn, months });
  const tax = await taxIn(platform, platform.database, { memberId, interest }, maturesOn);
  const view = taxView(tax);
  return view === null ? null : { ...view, paid: formatMoney(subtract(maturityValue, withheld(tax))) };
}
