// The register of receipts, payments and entries: filtered, searched, summed over the whole filter, newest first.

import type { TransactionQuery, TransactionRow } from '@kafal/contract';
import { absolute, formatMoney, isCalendarDate, money, subtract, ZERO } from '@kafal/core';
import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import type { z } from 'zod';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Schema } from '../../platform/database/schema.ts';
import type { Actor } from '../../platform/http/actor.ts';
import type { Platform } from '../../platform/platform.ts';
import { type MembersTyped, membersTyped } from '../search/index.ts';
import { bookRules } from './book-rules.ts';
import { MONEY_ACCOUNTS } from './cash-accounts.ts';
import { type EntryRow, entryRow, selectEntries } from './entry-rows.ts';
import { readIdCursor } from './page-cursor.ts';
import { narrationsIn } from './say-narration.ts';

export type TransactionFilter = z.infer<typeof TransactionQuery>;

const USUAL_LIMIT = 50;

export async function transactionList(platform: Platform, actor: Actor, query: TransactionFilter) {
  const { limit = USUAL_LIMIT } = query;
  const rows = await transactionRows(platform, actor, query, readIdCursor(query.cursor), limit + 1);
  const shown = rows.slice(0, limit);
  const totals = query.total === 'true' ? await totalsOf(platform, actor, query) : null;
  const ownSavings = await ownSavingsOf(platform.database, actor, shown);
  const sayNarration = await narrationsIn(actor.language, platform);
  return {
    items: shown.map((row) => ({ ...entryRow(row, actor, sayNarration), ownSavings: ownSavings.get(row.id) ?? null })),
    nextCursor: rows.length > limit ? String(shown.at(-1)?.id) : null,
    ...(totals === null ? {} : { total: totals.entries }),
    totals,
    currency: (await bookRules(platform)).currency,
  };
}

/** One page of entries after a row; entries are numbered as they are recorded, so their ids are that order. */
export async function transactionRows(
  platform: Platform,
  actor: Actor,
  query: TransactionFilter,
  after: number | undefined,
  limit: number,
): Promise<EntryRow[]> {
  const isOldestFirst = query.sort === 'recordedAt';
  const members = await membersTyped(platform, query.q);
  return selectEntries(platform.database)
    .where((entry) => entry.and(conditions(platform, entry, actor, query, members)))
    .$if(after !== undefined, (select) => select.where('entry.id', isOldestFirst ? '>' : '<', after ?? 0))
    .orderBy('entry.id', isOldestFirst ? 'asc' : 'desc')
    .limit(limit)
    .execute();
}

type OwnSavings = NonNullable<z.infer<typeof TransactionRow>['ownSavings']>;

/** What each entry did to the reading member's savings as a whole: between two accounts of theirs, nothing. */
async function ownSavingsOf(
  reader: Reader,
  { memberId }: Actor,
  entries: readonly EntryRow[],
): Promise<Map<number, OwnSavings>> {
  if (memberId === null || entries.length === 0) return new Map();
  const sumOf = (side: 'debit' | 'credit') =>
    sql<number>`SUM(CASE WHEN posting.side = ${side} THEN posting.amount ELSE 0 END)`;
  const rows = await reader
    .selectFrom('posting')
    .innerJoin('deposit', 'deposit.id', 'posting.subLedgerId')
    .where('posting.subLedger', '=', 'deposit')
    .where('deposit.memberId', '=', memberId)
    .where(
      'posting.entryId',
      'in',
      entries.map(({ id }) => id),
    )
    .groupBy('posting.entryId')
    .select(['posting.entryId', sumOf('credit').as('paidIn'), sumOf('debit').as('paidOut')])
    .execute();
  return new Map(
    rows.flatMap(({ entryId, paidIn, paidOut }) => {
      const net = subtract(money(paidIn), money(paidOut));
      if (net === ZERO) return [];
      const moved: OwnSavings = { direction: net > ZERO ? 'in' : 'out', amount: formatMoney(absolute(net)) };
      return [[entryId, moved] as const];
    }),
  );
}

async function totalsOf(platform: Platform, actor: Actor, query: TransactionFilter) {
  const { database } = platform;
  const members = await membersTyped(platform, query.q);
  const whole = await database
    .selectFrom('journal_entry as entry')
    .where((entry) => entry.and(conditions(platform, entry, actor, query, members)))
    .select(({ fn }) => [fn.countAll<number>().as('entries'), fn.sum<number | null>('entry.total').as('posted')])
    .executeTakeFirstOrThrow();

  // Cash moved from one drawer to another is neither received nor paid: what counts is what an entry adds up to.
  const signed = sql<number>`CASE WHEN posting.side = 'debit' THEN posting.amount ELSE -posting.amount END`;
  const netOfEntry = database
    .selectFrom('journal_entry as entry')
    .innerJoin('posting', 'posting.entryId', 'entry.id')
    .where('posting.accountCode', 'in', [...MONEY_ACCOUNTS])
    .where((entry) => entry.and(conditions(platform, entry, actor, query, members)))
    .groupBy('posting.entryId')
    .select(sql<number>`SUM(${signed})`.as('net'));
  const flow = await database
    .selectFrom(netOfEntry.as('moved'))
    .select([
      sql<number>`COALESCE(SUM(CASE WHEN moved.net > 0 THEN moved.net ELSE 0 END), 0)`.as('received'),
      sql<number>`COALESCE(SUM(CASE WHEN moved.net < 0 THEN -moved.net ELSE 0 END), 0)`.as('paid'),
    ])
    .executeTakeFirstOrThrow();

  return {
    receipts: formatMoney(money(flow.received)),
    payments: formatMoney(money(flow.paid)),
    posted: formatMoney(money(whole.posted ?? 0)),
    entries: whole.entries,
  };
}

type EntryTable = Pick<Schema, 'journal_entry'>['journal_entry'];
// The builder of any query whose entries go by the name `entry`; more joined tables do no harm.
// biome-ignore lint/suspicious/noExplicitAny: Kysely's type names every table of the query it is used in.
type EntryBuilder = ExpressionBuilder<Schema & { entry: EntryTable }, any>;

function conditions(
  { dialect, database }: Platform,
  entry: EntryBuilder,
  actor: Actor,
  query: TransactionFilter,
  members: MembersTyped | undefined,
): Expression<SqlBool>[] {
  const { from, to, kind, memberId, accountCode, mode, tillId, q } = query;
  const all: Expression<SqlBool>[] = [];
  if (actor.kind === 'member') all.push(belongsTo(entry, database, actor.memberId ?? 0));
  if (from !== undefined) all.push(entry('entry.postedOn', '>=', from));
  if (to !== undefined) all.push(entry('entry.postedOn', '<=', to));
  if (kind !== undefined) all.push(entry('entry.kind', '=', kind));
  if (memberId !== undefined) all.push(belongsTo(entry, database, memberId));
  if (mode !== undefined) all.push(entry('entry.mode', '=', mode));
  if (tillId !== undefined) all.push(entry('entry.tillId', '=', tillId));
  if (accountCode !== undefined) {
    const onAccount = database.selectFrom('posting').select('entryId').where('accountCode', '=', accountCode);
    all.push(entry('entry.id', 'in', onAccount));
  }
  if (q !== undefined && members !== undefined) all.push(matches(entry, database, dialect.likePrefix, q, members));
  return all;
}

/** Entries of the member, and entries of others that touched the member's own deposits. */
function belongsTo(entry: EntryBuilder, database: Reader, memberId: number): Expression<SqlBool> {
  const onOwnDeposits = database
    .selectFrom('deposit')
    .innerJoin('posting', (join) =>
      join.onRef('posting.subLedgerId', '=', 'deposit.id').on('posting.subLedger', '=', 'deposit'),
    )
    .select('posting.entryId')
    .where('deposit.memberId', '=', memberId);
  return entry.or([entry('entry.memberId', '=', memberId), entry('entry.id', 'in', onOwnDeposits)]);
}

const PRINTED_NUMBER = /^([A-Za-z0-9]{1,24})\/([0-9/-]{4,12})\/0*([0-9]{1,15})$/;

/** A printed number, a member's number or name, the reference of a payment, or words of the narration. */
function matches(
  entry: EntryBuilder,
  database: Reader,
  likePrefix: (text: string) => string,
  q: string,
  members: MembersTyped,
): Expression<SqlBool> {
  const printed = PRINTED_NUMBER.exec(q);
  if (printed !== null) {
    const [, series = '', year = '', number = ''] = printed;
    return entry.and([
      entry('entry.seriesCode', '=', series.toUpperCase()),
      entry('entry.financialYear', '=', year),
      entry('entry.number', '=', Number(number)),
    ]);
  }
  const receipts = database.selectFrom('receipt').select('entryId').where('reference', '=', q);
  return entry.or([
    entry('entry.memberId', 'in', members),
    entry('entry.id', 'in', receipts),
    sql<SqlBool>`LOWER(entry.narration) LIKE ${`%${likePrefix(q.toLowerCase())}`} ESCAPE '!'`,
    ...(isCalendarDate(q) ? [entry('entry.postedOn', '=', q)] : []),
  ]);
}
