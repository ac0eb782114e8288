import { type Money, money, type Side } from '@kafal/core';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Platform } from '../../platform/platform.ts';

/** What an account of the books holds by all its postings: debits less credits, below nothing where credits prevail. */
export async function accountBalance(
  platform: Pick<Platform, 'dialect'>,
  reader: Reader,
  accountCode: string,
): Promise<Money> {
  const rows = await platform.dialect.all<{ side: Side; total: number }>(
    reader,
    `SELECT side, ${platform.dialect.sumText('amount')} AS total FROM posting WHERE accountCode = ? GROUP BY side`,
    [accountCode],
  );
  const of = (wanted: Side) => rows.find(({ side }) => side === wanted)?.total ?? 0;
  return money(of('debit') - of('credit'));
}
