// Where the law sets a limit to cash, the cashier is told before the money changes hands. It is a warning: whether the
// limit holds for this payment is for the society to judge.

import type { ActPreview } from '@kafal/contract';
import { add, formatMoney, type Money, money } from '@kafal/core';
import type { z } from 'zod';
import type { Actor } from '../../platform/http/actor.ts';
import type { Platform } from '../../platform/platform.ts';
import { currentBusinessDay } from '../accounting/index.ts';
import type { Settings } from '../society/index.ts';
import { say } from './say.ts';

export async function cashWarnings(
  platform: Platform,
  actor: Actor,
  settings: Settings,
  cash: { readonly memberId: number; readonly total: Money; readonly direction: 'in' | 'out' },
): Promise<z.input<typeof ActPreview>['warnings']> {
  const limit = settings['limit.cashReceipt'];
  if (limit === null) return [];

  const today = add(cash.total, await cashOfToday(platform, cash));
  if (today < limit) return [];
  const code = cash.direction === 'in' ? 'CASH_LIMIT_IN' : 'CASH_LIMIT_OUT';
  return [{ code, detail: say(actor.language, code, { today: formatMoney(today), limit: formatMoney(limit) }) }];
}

/** What the member has already paid or been paid in cash today, but for what was taken back. */
async function cashOfToday(
  platform: Platform,
  { memberId, direction }: { readonly memberId: number; readonly direction: 'in' | 'out' },
): Promise<Money> {
  const { dialect, database } = platform;
  const row = await dialect.one<{ amount: number }>(
    database,
    `SELECT ${dialect.sumText('r.total')} AS amount FROM receipt r WHERE r.memberId = ? AND r.direction = ? ` +
      "AND r.mode = 'cash' AND r.issuedOn = ? " +
      'AND NOT EXISTS (SELECT 1 FROM journal_entry x WHERE x.reversesEntryId = r.entryId)',
    [memberId, direction, await currentBusinessDay(platform)],
  );
  return money(row?.amount ?? 0);
}
