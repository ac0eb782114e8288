// The day book: every entry of one business day with its postings, and the cash of that day.

import type { DayBook } from '@kafal/contract';
import { add, type CalendarDate, formatMoney, money, subtract } from '@kafal/core';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Actor } from '../../platform/http/actor.ts';
import type { Platform } from '../../platform/platform.ts';
import { bookRules } from './book-rules.ts';
import { CASH_ACCOUNTS } from './cash-accounts.ts';
import { entryRow, findPostings, postingView, selectEntries } from './entry-rows.ts';
import { readIdCursor } from './page-cursor.ts';
import { narrationsIn } from './say-narration.ts';

const USUAL_LIMIT = 100;

export interface DayBookPage {
  readonly on: CalendarDate;
  readonly limit?: number | undefined;
  readonly cursor?: string | undefined;
}

export async function dayBook(platform: Platform, actor: Actor, query: DayBookPage): Promise<z.input<typeof DayBook>> {
  const { on } = query;
  const day = await platform.database
    .selectFrom('business_day')
    .select('status')
    .where('businessDate', '=', on)
    .executeTakeFirst();
  const { debit, credit } = await totalsOf(platform, on);

  return {
    on,
    status: day === undefined ? 'none' : day.status === 'closed' ? 'closed' : 'open',
    currency: (await bookRules(platform)).currency,
    ...(await dayBookEntries(platform, actor, query)),
    debit: formatMoney(money(debit)),
    credit: formatMoney(money(credit)),
    cash: await cashOf(platform, on),
  };
}

/** The entries alone, page by page, without the sums of the day. */
export async function dayBookEntries(
  platform: Platform,
  actor: Actor,
  { on, limit = USUAL_LIMIT, cursor }: DayBookPage,
): Promise<Pick<z.input<typeof DayBook>, 'entries' | 'nextCursor'>> {
  const after = readIdCursor(cursor) ?? 0;
  const entries = await selectEntries(platform.database)
    .where('entry.postedOn', '=', on)
    .where('entry.id', '>', after)
    .orderBy('entry.id')
    .limit(limit + 1)
    .execute();
  const shown = entries.slice(0, limit);
  const postings = await findPostings(
    platform.database,
    shown.map(({ id }) => id),
  );
  const sayNarration = await narrationsIn(actor.language, platform);
  const byEntry = Map.groupBy(postings, ({ entryId }) => entryId);
  return {
    entries: shown.map((entry) => ({
      ...entryRow(entry, actor, sayNarration),
      postings: (byEntry.get(entry.id) ?? []).map((posting) => postingView(posting, actor)),
    })),
    nextCursor: entries.length > limit ? String(shown.at(-1)?.id) : null,
  };
}

async function totalsOf(platform: Platform, on: CalendarDate): Promise<{ debit: number; credit: number }> {
  return platform.database
    .selectFrom('posting')
    .select([
      sql<number>`COALESCE(SUM(CASE WHEN side = 'debit' THEN amount ELSE 0 END), 0)`.as('debit'),
      sql<number>`COALESCE(SUM(CASE WHEN side = 'credit' THEN amount ELSE 0 END), 0)`.as('credit'),
    ])
    .where('postedOn', '=', on)
    .executeTakeFirstOrThrow();
}

/** Cash in hand: what the day began with, what came in, what went out. Cash between vault and till is neither. */
async function cashOf(platform: Platform, on: CalendarDate): Promise<z.input<typeof DayBook>['cash']> {
  const signed = sql<number>`CASE WHEN posting.side = 'debit' THEN posting.amount ELSE -posting.amount END`;
  const { kept, since, flow } = await platform.database.transaction().execute(async (snapshot) => ({
    kept: await snapshot
      .selectFrom('daily_total')
      .select(sql<number>`COALESCE(SUM(debit - credit), 0)`.as('amount'))
      .where('accountCode', 'in', [...CASH_ACCOUNTS])
      .where('businessDate', '<', on)
      .executeTakeFirstOrThrow(),
    since: await snapshot
      .selectFrom('posting')
      .innerJoin('business_day', 'business_day.businessDate', 'posting.postedOn')
      .select(sql<number>`COALESCE(SUM(${signed}), 0)`.as('amount'))
      .where('business_day.status', '=', 'open')
      .where('posting.accountCode', 'in', [...CASH_ACCOUNTS])
      .where('posting.postedOn', '<', on)
      .executeTakeFirstOrThrow(),
    flow: await snapshot
      .selectFrom(
        snapshot
          .selectFrom('posting')
          .select(['posting.entryId', sql<number>`SUM(${signed})`.as('net')])
          .where('posting.accountCode', 'in', [...CASH_ACCOUNTS])
          .where('posting.postedOn', '=', on)
          .groupBy('posting.entryId')
          .as('moved'),
      )
      .select([
        sql<number>`COALESCE(SUM(CASE WHEN moved.net > 0 THEN moved.net ELSE 0 END), 0)`.as('received'),
        sql<number>`COALESCE(SUM(CASE WHEN moved.net < 0 THEN -moved.net ELSE 0 END), 0)`.as('paid'),
      ])
      .executeTakeFirstOrThrow(),
  }));

  const opening = add(money(kept.amount), money(since.amount));
  const receipts = money(flow.received);
  const payments = money(flow.paid);
  return {
    opening: formatMoney(opening),
    receipts: formatMoney(receipts),
    payments: formatMoney(payments),
    closing: formatMoney(subtract(add(opening, receipts), payments)),
  };
}
