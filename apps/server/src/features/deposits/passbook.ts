// What happened on an account, entry by entry. The balance beside each line is the one that was written with it.

import { type CalendarDate, formatMoney, type Money, money, parseMoney, ZERO } from '@kafal/core';
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Language } from '../../platform/http/actor.ts';
import { readIdCursor } from '../../platform/http/id-cursor.ts';
import type { Platform } from '../../platform/platform.ts';
import { printedNumber } from '../accounting/index.ts';
import { wordsOfPassbook } from './passbook-words.ts';

export interface PassbookLine {
  readonly id: number;
  readonly entryId: number;
  readonly entryNumber: string;
  readonly kind: string;
  readonly postedOn: CalendarDate;
  readonly valueOn: CalendarDate;
  readonly particulars: string;
  readonly side: 'debit' | 'credit';
  readonly amount: Money;
  readonly balance: Money;
  readonly receiptId: number | null;
  readonly recordedAt: number;
}

export interface PassbookRange {
  readonly from?: CalendarDate | undefined;
  readonly to?: CalendarDate | undefined;
  /** As a person looks for a line; see `lineMatches`. */
  readonly q?: string | undefined;
  /** Lines with an id below this one, newest first; or above it, oldest first. */
  readonly before?: number | undefined;
  readonly after?: number | undefined;
  readonly order: 'newest first' | 'oldest first';
  readonly limit: number;
}

export async function passbookLines(
  platform: Pick<Platform, 'dialect' | 'database'>,
  depositId: number,
  range: PassbookRange,
  language: Language,
): Promise<PassbookLine[]> {
  const direction = range.order === 'newest first' ? 'desc' : 'asc';
  let select = platform.database
    .selectFrom('posting as p')
    .innerJoin('journal_entry as e', 'e.id', 'p.entryId')
    .leftJoin('receipt as r', 'r.entryId', 'e.id')
    .leftJoin('journal_entry as o', 'o.id', 'e.reversesEntryId')
    .where('p.subLedger', '=', 'deposit')
    .where('p.subLedgerId', '=', depositId)
    .select([
      'p.id',
      'p.entryId',
      'p.side',
      'p.amount',
      'p.balanceAfter',
      'p.memo',
      'p.postedOn',
      'e.valueOn',
      'e.seriesCode',
      'e.financialYear',
      'e.number',
      'e.kind',
      'e.mode',
      'e.recordedAt',
      'r.id as receiptId',
      'o.seriesCode as reversedSeries',
      'o.financialYear as reversedYear',
      'o.number as reversedNumber',
      // What stands against a transfer says where it went: another account, share money, or an income of the society.
      // Only there: an entry of another kind may have a line for each of a thousand accounts.
      sql<
        string | null
      >`CASE WHEN e.kind = 'transfer' THEN (SELECT MIN(x.subLedger) FROM posting x WHERE x.entryId = p.entryId AND x.id <> p.id) END`.as(
        'otherSubLedger',
      ),
    ]);
  if (range.from !== undefined) select = select.where('p.postedOn', '>=', range.from);
  if (range.to !== undefined) select = select.where('p.postedOn', '<=', range.to);
  if (range.q !== undefined && range.q.trim() !== '') select = select.where(lineMatches(platform.dialect, range.q));
  if (range.before !== undefined) select = select.where('p.id', '<', range.before);
  if (range.after !== undefined) select = select.where('p.id', '>', range.after);
  const rows = await select.orderBy('p.id', direction).limit(range.limit).execute();

  const say = wordsOfPassbook(language);
  return rows.map((row) => {
    const side = row.side === 'debit' ? ('debit' as const) : ('credit' as const);
    const { reversedSeries, reversedYear, reversedNumber } = row;
    return {
      id: row.id,
      entryId: row.entryId,
      entryNumber: printedNumber(row),
      kind: row.kind,
      postedOn: row.postedOn,
      valueOn: row.valueOn,
      particulars: say({
        kind: row.kind,
        mode: row.mode,
        side,
        memo: row.memo,
        otherSubLedger: row.otherSubLedger,
        reversedNumber:
          reversedSeries === null || reversedYear === null || reversedNumber === null
            ? null
            : printedNumber({ seriesCode: reversedSeries, financialYear: reversedYear, number: reversedNumber }),
      }),
      side,
      amount: row.amount,
      balance: row.balanceAfter ?? ZERO,
      receiptId: row.receiptId,
      recordedAt: row.recordedAt,
    };
  });
}

const PRINTED_NUMBER = /^([A-Za-z0-9]{1,24})\/([0-9/-]{4,12})\/0*([0-9]{1,15})$/;

/** A printed number finds its entry, an amount the lines of just that much, anything else what was written. */
function lineMatches(dialect: Pick<Platform['dialect'], 'likePrefix'>, q: string): RawBuilder<SqlBool> {
  const typed = q.trim();
  const [, series, year, number] = PRINTED_NUMBER.exec(typed) ?? [];
  if (series !== undefined) {
    return sql<SqlBool>`(e.seriesCode = ${series.toUpperCase()} AND e.financialYear = ${year} AND e.number = ${Number(number)})`;
  }
  const amount = amountOf(typed);
  if (amount !== undefined) return sql<SqlBool>`p.amount = ${amount}`;
  const within = `%${dialect.likePrefix(typed.toLowerCase())}`;
  return sql<SqlBool>`(LOWER(e.narration) LIKE ${within} ESCAPE '!' OR LOWER(p.memo) LIKE ${within} ESCAPE '!')`;
}

/** "1,250" and "1250.50" as people type them; undefined for anything that is no amount. */
function amountOf(typed: string): Money | undefined {
  const [, whole, decimals = ''] = /^(\d{1,12})(?:\.(\d{1,2}))?$/.exec(typed.replace(/[\s,₹]/g, '')) ?? [];
  return whole === undefined ? undefined : parseMoney(`${whole.replace(/^0+(?=\d)/, '')}.${decimals.padEnd(2, '0')}`);
}

/** The balance before the first act of a day, which is the one written with the last act before it. */
export async function balanceBefore(platform: Platform, depositId: number, day: CalendarDate): Promise<Money> {
  return balanceOfLastLine(platform, depositId, '<', day);
}

/** The balance after the last act of a day. */
export async function balanceAtEndOf(platform: Platform, depositId: number, day: CalendarDate): Promise<Money> {
  return balanceOfLastLine(platform, depositId, '<=', day);
}

async function balanceOfLastLine(platform: Platform, depositId: number, compare: '<' | '<=', day: CalendarDate) {
  const row = await platform.dialect.one<{ balanceAfter: number }>(
    platform.database,
    "SELECT balanceAfter FROM posting WHERE subLedger = 'deposit' AND subLedgerId = ? " +
      `AND postedOn ${compare} ? ORDER BY id DESC LIMIT 1`,
    [depositId, day],
  );
  return money(row?.balanceAfter ?? 0);
}

export function depositSide(line: Pick<PassbookLine, 'side' | 'amount'>): Money | null {
  return line.side === 'credit' ? line.amount : null;
}

export function withdrawalSide(line: Pick<PassbookLine, 'side' | 'amount'>): Money | null {
  return line.side === 'debit' ? line.amount : null;
}

/** One page of the passbook, newest first. The cursor is the id of the last line shown. */
export async function passbookPage(
  platform: Platform,
  deposit: { readonly id: number; readonly number: string },
  query: {
    limit?: number | undefined;
    cursor?: string | undefined;
    from?: CalendarDate | undefined;
    to?: CalendarDate | undefined;
    q?: string | undefined;
  },
  language: Language,
) {
  const { limit = 50, cursor, from, to, q } = query;
  const before = readIdCursor(cursor);
  const lines = await passbookLines(
    platform,
    deposit.id,
    { from, to, q, before, order: 'newest first', limit: limit + 1 },
    language,
  );
  const shown = lines.slice(0, limit);
  const optional = (amount: Money | null) => (amount === null ? null : formatMoney(amount));
  return {
    accountNumber: deposit.number,
    items: shown.map((line) => ({
      id: String(line.id),
      entryId: String(line.entryId),
      entryNumber: line.entryNumber,
      kind: line.kind,
      postedOn: line.postedOn,
      valueOn: line.valueOn,
      narration: line.particulars,
      deposit: optional(depositSide(line)),
      withdrawal: optional(withdrawalSide(line)),
      balance: formatMoney(line.balance),
      receiptId: line.receiptId === null ? null : String(line.receiptId),
      recordedAt: new Date(line.recordedAt).toISOString(),
    })),
    nextCursor: lines.length > limit ? String(shown.at(-1)?.id) : null,
  };
}
