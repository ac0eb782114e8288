// What the security of loans would bring on a day: gold by the rate of that day, a lien what its account has, everything else what
// it was valued at. Only what was received counts.

import { add, type CalendarDate, goldValue, type Money, ZERO } from '@kafal/core';
import type { Reader } from '../../platform/database/dialect.ts';
import { valueLiens } from '../deposits/index.ts';
import { settingWithin } from '../society/index.ts';
import type { Collateral } from './collateral-queries.ts';

/** Of the loans from one id to another; what has no security is not in it. In minor units. */
export async function valueSecurity(
  reader: Reader,
  loans: { readonly from: number; readonly to: number },
  on: CalendarDate,
): Promise<ReadonlyMap<number, Money>> {
  const items = await reader
    .selectFrom('loan_collateral')
    .selectAll()
    .where('loanId', '>=', loans.from)
    .where('loanId', '<=', loans.to)
    .where('status', '=', 'held')
    .execute();
  if (items.length === 0) return new Map();
  const goldRate = items.some(({ kind }) => kind === 'gold') ? await settingWithin(reader, 'loans.goldRate', on) : null;
  const liens = await valueLiens(
    reader,
    items.flatMap(({ restrictionId }) => restrictionId ?? []),
  );
  const values = new Map<number, Money>();
  for (const item of items) {
    const value = item.restrictionId === null ? keptValue(item, goldRate) : (liens.get(item.restrictionId) ?? ZERO);
    values.set(item.loanId, add(values.get(item.loanId) ?? ZERO, value));
  }
  return values;
}

/** Without a rate of the day gold is worth what it was valued at. */
function keptValue({ value, grossMilligrams, deductionMilligrams, purity }: Collateral, goldRate: Money | null): Money {
  if (goldRate === null || grossMilligrams === null || deductionMilligrams === null || purity === null) return value;
  return goldValue({ grossMilligrams, deductionMilligrams, purity }, goldRate);
}
