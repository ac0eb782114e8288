// What the postings of a day come to on each account. A day may hold millions of them: they are read in the order of an
// index, so that nothing is gathered to be sorted, and without keeping anybody from posting.

import { add, type CalendarDate, type Money, money, type Side, ZERO } from '@kafal/core';
import { sql } from 'kysely';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Platform, Trx } from '../../platform/platform.ts';

type SumsPlatform = Pick<Platform, 'dialect'>;

export type DaySums = Map<string, { readonly debit: Money; readonly credit: Money }>;

/** Of the postings up to this one; of all when none is named. */
export async function sumsOfDay(reader: Reader, day: CalendarDate, upToId = Number.MAX_SAFE_INTEGER): Promise<DaySums> {
  const rows = await reader
    .selectFrom('posting')
    .select([
      'accountCode',
      sql<number>`SUM(CASE WHEN side = 'debit' THEN amount ELSE 0 END)`.as('debit'),
      sql<number>`SUM(CASE WHEN side = 'credit' THEN amount ELSE 0 END)`.as('credit'),
    ])
    .where('postedOn', '=', day)
    .where('id', '<=', upToId)
    .groupBy('accountCode')
    .orderBy('accountCode')
    .execute();
  return new Map(
    rows.map(({ accountCode, debit, credit }) => [accountCode, { debit: money(debit), credit: money(credit) }]),
  );
}

export async function newestPostingId(platform: SumsPlatform, reader: Reader): Promise<number> {
  const newest = await platform.dialect.one<{ id: number | null }>(reader, 'SELECT MAX(id) AS id FROM posting');
  return newest?.id ?? 0;
}

const SINCE = 'SELECT accountCode, side, amount FROM posting WHERE id > ? AND postedOn = ? ORDER BY id';

/** With what has been posted into the day since. */
export async function withLaterPostings(
  trx: Trx,
  platform: SumsPlatform,
  day: CalendarDate,
  { sums, upToId }: { readonly sums: DaySums; readonly upToId: number },
): Promise<DaySums> {
  const later = await platform.dialect.all<{ accountCode: string; side: Side; amount: number }>(trx, SINCE, [
    upToId,
    day,
  ]);
  const all: DaySums = new Map(sums);
  for (const { accountCode, side, amount } of later) {
    const before = all.get(accountCode) ?? { debit: ZERO, credit: ZERO };
    all.set(accountCode, { ...before, [side]: add(before[side], money(amount)) });
  }
  return all;
}
