// Where the law sets a limit to cash, the cashier is told before the money changes hands. It is a warning: whether the
// limit holds for this payment is for the society to judge.

import type { ActPreview } from '@kafal/contract';
import { add, formatMoney, type Money, money, subtract } from '@kafal/core';
import type { z } from 'zod';
import type { Actor, Language } from '../../platform/http/actor.ts';
import type { Platform } from '../../platform/platform.ts';
import { currentBusinessDay } from '../accounting/index.ts';
import type { Settings } from '../society/index.ts';
import { say } from './say.ts';

export async function cashWarnings(
  platform: Platform,
  actor: Actor,
  settings: Settings,
  cash: Cash,
): Promise<Warnings> {
  const reader = { language: actor.language, currency: settings['money.currency'] };
  return [...(await memberWarnings(platform, reader, settings, cash)), ...(await tillWarnings(platform, reader, cash))];
}

interface Cash {
  readonly memberId: number;
  readonly tillId: number;
  readonly total: Money;
  readonly direction: 'in' | 'out';
}

interface Reader {
  readonly language: Language;
  readonly currency: string;
}

type Warnings = z.input<typeof ActPreview>['warnings'];

/** The drawer would hold more than the society wants in it, and the excess belongs in the vault; or it holds too little. */
async function tillWarnings({ dialect, database }: Platform, reader: Reader, cash: Cash): Promise<Warnings> {
  const till = await dialect.one<{ code: string; cashLimit: number | null; amount: number }>(
    database,
    "SELECT t.code, t.cashLimit, b.amount FROM till t JOIN balance b ON b.subLedger = 'till' AND b.subLedgerId = t.id " +
      'WHERE t.id = ?',
    [cash.tillId],
  );
  if (till === undefined) return [];
  if (cash.direction === 'out') {
    const short = subtract(cash.total, money(till.amount));
    if (short <= 0) return [];
    const params = { code: till.code, cash: formatMoney(money(till.amount)), short: formatMoney(short) };
    return [{ code: 'TILL_SHORT', detail: say(reader, 'TILL_SHORT', params) }];
  }
  if (till.cashLimit === null) return [];
  const held = add(money(till.amount), cash.total);
  if (held <= till.cashLimit) return [];
  const params = { code: till.code, cash: formatMoney(held), limit: formatMoney(money(till.cashLimit)) };
  return [{ code: 'TILL_LIMIT_PASSED', detail: say(reader, 'TILL_LIMIT_PASSED', params) }];
}

async function memberWarnings(platform: Platform, reader: Reader, settings: Settings, cash: Cash): Promise<Warnings> {
  const limit = settings['limit.cashReceipt'];
  if (limit === null) return [];

  const today = add(cash.total, await cashOfToday(platform, cash));
  if (today < limit) return [];
  const code = cash.direction === 'in' ? 'CASH_LIMIT_IN' : 'CASH_LIMIT_OUT';
  return [{ code, detail: say(reader, code, { today: formatMoney(today), limit: formatMoney(limit) }) }];
}

/** What the member has already paid or been paid in cash today, but for what was taken back. */
async function cashOfToday(
  platform: Platform,
  { memberId, direction }: Pick<Cash, 'memberId' | 'direction'>,
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
