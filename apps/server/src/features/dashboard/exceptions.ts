// What an auditor asks about first: entries taken back, dated back or typed after their day, cash that did not agree or
// was above the limit, and acts worth a question. Days are whole: those of the books, and of the society's calendar.

import {
  type DashboardExceptions,
  EXCEPTION_KINDS,
  type ExceptionList,
  type ExceptionListQuery,
  type ExceptionRow,
} from '@kafal/contract';
import {
  addDays,
  type CalendarDate,
  formatMoney,
  type Money,
  maxDate,
  maximum,
  money,
  subtract,
  todayIn,
} from '@kafal/core';
import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import type { z } from 'zod';
import { rememberUntilWritten } from '../../platform/cache/remember-until-written.ts';
import type { Schema } from '../../platform/database/schema.ts';
import type { Actor, Language } from '../../platform/http/actor.ts';
import type { Platform } from '../../platform/platform.ts';
import {
  calendarToday,
  narrationsIn,
  printedNumber,
  readDayCursor,
  readIdCursor,
  writeDayCursor,
} from '../accounting/index.ts';
import { startOfDay } from '../audit/index.ts';
import { readSettings } from '../society/index.ts';
import { DASHBOARD_MS } from './dashboard-stats.ts';

type ExceptionKind = (typeof EXCEPTION_KINDS)[number];

const USUAL_LIMIT = 50;
/** Where no earlier visit is known; and the furthest that is counted through at one look. */
const FIRST_LOOK_DAYS = 30;
const FURTHEST_DAYS = 92;

/** Acts of the trail that an auditor asks about. */
const ACTS = [
  'approval.refused-to-maker',
  'user.login-failed',
  'user.created',
  'user.one-time-code-issued',
  'role.changed',
  'setting.changed',
  'member.identity_disclosed',
  'member.details_changed',
  'deposit.restricted',
  'deposit.released',
  'deposit.reactivated',
  'receipt.duplicate-printed',
  'members.exported',
  'transactions.exported',
  'trial_balance.exported',
  'audit.exported',
] as const;

export async function dashboardExceptions(
  platform: Platform,
  actor: Actor,
  asked: CalendarDate | undefined,
): Promise<DashboardExceptions> {
  const today = await calendarToday(platform);
  const visit = asked === undefined ? await dayOfLastVisit(platform, actor) : undefined;
  const since = maxDate(asked ?? visit ?? addDays(today, -FIRST_LOOK_DAYS), addDays(today, -FURTHEST_DAYS));
  const counted = await rememberUntilWritten(platform, `dashboard-exceptions:${since}`, DASHBOARD_MS, async () => ({
    kinds: await Promise.all(
      EXCEPTION_KINDS.map(async (kind) => ({ kind, count: await countExceptions(platform, kind, since) })),
    ),
    acts: await countActs(platform, since),
  }));
  return { since, sinceLastVisit: since === visit, ...counted };
}

export async function exceptionList(
  platform: Platform,
  { language }: Pick<Actor, 'language'>,
  { kind, ...query }: z.output<typeof ExceptionListQuery>,
): Promise<z.infer<typeof ExceptionList>> {
  const today = await calendarToday(platform);
  const since = maxDate(query.since ?? addDays(today, -FIRST_LOOK_DAYS), addDays(today, -FURTHEST_DAYS));
  const page = { since, limit: query.limit ?? USUAL_LIMIT, cursor: query.cursor };
  switch (kind) {
    case 'cash-difference':
      return cashDifferences(platform, page);
    case 'cash-above-limit':
      return cashAboveLimit(platform, page);
    default:
      return entriesOf(platform, language, kind, page);
  }
}

interface Page {
  readonly since: CalendarDate;
  readonly limit: number;
  readonly cursor: string | undefined;
}

/** The day this person was last here, before the session they are asking from. */
async function dayOfLastVisit(platform: Platform, actor: Actor): Promise<CalendarDate | undefined> {
  const { lastSeenAt } = await platform.database
    .selectFrom('session')
    .select(({ fn }) => fn.max('lastSeenAt').as('lastSeenAt'))
    .where('userId', '=', actor.userId)
    .where('id', '<>', actor.sessionId)
    .executeTakeFirstOrThrow();
  if (lastSeenAt === null) return undefined;
  const { 'calendar.timeZone': timeZone } = await readSettings(platform);
  return todayIn(timeZone, lastSeenAt);
}

// ---- entries ---------------------------------------------------------------------------------------------------

type EntryKind = Exclude<ExceptionKind, 'cash-difference' | 'cash-above-limit'>;
type EntryBuilder = ExpressionBuilder<Schema & { entry: Schema['journal_entry'] }, 'entry'>;

async function entriesOf(
  platform: Platform,
  language: Language,
  kind: EntryKind,
  { since, limit, cursor }: Page,
): Promise<z.infer<typeof ExceptionList>> {
  const condition = await conditionOf(platform, kind, since);
  const rows = await platform.database
    .selectFrom('journal_entry as entry')
    .leftJoin('user', 'user.id', 'entry.makerUserId')
    .select([
      'entry.id',
      'entry.seriesCode',
      'entry.financialYear',
      'entry.number',
      'entry.postedOn',
      'entry.recordedAt',
      'entry.kind',
      'entry.narration',
      'entry.total',
      'entry.memberId',
      'user.name',
    ])
    .where('entry.postedOn', '>=', since)
    .where('entry.id', '<', readIdCursor(cursor) ?? Number.MAX_SAFE_INTEGER)
    .where((entry) => condition(entry))
    .orderBy('entry.id', 'desc')
    .limit(limit + 1)
    .execute();
  const sayNarration = await narrationsIn(language, platform);
  const items = rows.slice(0, limit).map(
    (row): z.infer<typeof ExceptionRow> => ({
      id: String(row.id),
      on: row.postedOn,
      at: new Date(row.recordedAt).toISOString(),
      by: row.name,
      number: printedNumber(row),
      words: sayNarration(row),
      amount: formatMoney(row.total),
      entryId: String(row.id),
      memberId: row.memberId === null ? null : String(row.memberId),
    }),
  );
  return { items, nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}

async function conditionOf(
  platform: Platform,
  kind: EntryKind,
  since: CalendarDate,
): Promise<(entry: EntryBuilder) => Expression<SqlBool>> {
  switch (kind) {
    case 'reversal':
      return (entry) => entry('entry.reversesEntryId', 'is not', null);
    case 'back-dated':
      return (entry) => entry('entry.valueOn', '<', entry.ref('entry.postedOn'));
    case 'after-day': {
      const { 'calendar.timeZone': timeZone } = await readSettings(platform);
      const days = await platform.database
        .selectFrom('business_day')
        .select('businessDate')
        .where('businessDate', '>=', since)
        .execute();
      // Without a day there is no entry either.
      return (entry) =>
        entry.or(
          days.map(({ businessDate }) =>
            entry.and([
              entry('entry.postedOn', '=', businessDate),
              entry('entry.recordedAt', '>=', startOfDay(addDays(businessDate, 1), timeZone)),
            ]),
          ),
        );
    }
  }
}

// ---- cash ------------------------------------------------------------------------------------------------------

async function cashDifferences(
  { database }: Platform,
  { since, limit, cursor }: Page,
): Promise<z.infer<typeof ExceptionList>> {
  const rows = await database
    .selectFrom('till_session as session')
    .innerJoin('till', 'till.id', 'session.tillId')
    .innerJoin('user', 'user.id', 'session.userId')
    .select([
      'session.id',
      'session.businessDate',
      'session.closedAt',
      'session.expectedCash',
      'session.countedCash',
      'till.code',
      'till.name as till',
      'user.name as cashier',
    ])
    .where('session.businessDate', '>=', since)
    .where('session.status', '=', 'closed')
    .whereRef('session.expectedCash', '<>', 'session.countedCash')
    .where('session.id', '<', readIdCursor(cursor) ?? Number.MAX_SAFE_INTEGER)
    .orderBy('session.id', 'desc')
    .limit(limit + 1)
    .execute();
  const items = rows.slice(0, limit).map(
    (row): z.infer<typeof ExceptionRow> => ({
      id: String(row.id),
      on: row.businessDate,
      at: row.closedAt === null ? null : new Date(row.closedAt).toISOString(),
      by: row.cashier,
      number: row.code,
      words: row.till,
      amount: formatMoney(subtract(row.countedCash ?? money(0), row.expectedCash ?? money(0))),
      entryId: null,
      memberId: null,
    }),
  );
  return { items, nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}

/** Members who paid or were paid at least the limit in cash on one day. */
async function cashAboveLimit(
  platform: Platform,
  { since, limit, cursor }: Page,
): Promise<z.infer<typeof ExceptionList>> {
  const most = (await readSettings(platform))['limit.cashReceipt'];
  if (most === null) return { items: [], nextCursor: null };
  const after = readDayCursor(cursor);
  const found = await selectCashDays(platform, since, most)
    .$if(after !== undefined, (select) =>
      select.where((receipt) =>
        receipt.or([
          receipt('receipt.issuedOn', '<', after?.day ?? since),
          receipt.and([
            receipt('receipt.issuedOn', '=', after?.day ?? since),
            receipt('receipt.memberId', '<', after?.id ?? 0),
          ]),
        ]),
      ),
    )
    .orderBy('receipt.issuedOn', 'desc')
    .orderBy('receipt.memberId', 'desc')
    .limit(limit + 1)
    .execute();
  const shown = found.slice(0, limit);
  const members = await membersById(
    platform,
    shown.map(({ memberId }) => memberId),
  );
  const items = shown.map(
    ({ issuedOn, memberId, received, paid }): z.infer<typeof ExceptionRow> => ({
      id: writeDayCursor({ day: issuedOn, id: memberId }),
      on: issuedOn,
      at: null,
      by: null,
      number: members.get(memberId)?.number ?? '',
      words: members.get(memberId)?.name ?? '',
      amount: formatMoney(maximum(money(received), money(paid))),
      entryId: null,
      memberId: String(memberId),
    }),
  );
  const last = shown.at(-1);
  return {
    items,
    nextCursor:
      found.length > limit && last !== undefined ? writeDayCursor({ day: last.issuedOn, id: last.memberId }) : null,
  };
}

const received = sql<number>`SUM(CASE WHEN receipt.direction = 'in' THEN receipt.total ELSE 0 END)`;
const paid = sql<number>`SUM(CASE WHEN receipt.direction = 'out' THEN receipt.total ELSE 0 END)`;

function selectCashDays({ database }: Platform, since: CalendarDate, most: Money) {
  return database
    .selectFrom('receipt')
    .leftJoin('journal_entry as reversal', 'reversal.reversesEntryId', 'receipt.entryId')
    .select(['receipt.issuedOn', 'receipt.memberId', received.as('received'), paid.as('paid')])
    .where('receipt.issuedOn', '>=', since)
    .where('receipt.mode', '=', 'cash')
    .where('reversal.id', 'is', null)
    .groupBy(['receipt.issuedOn', 'receipt.memberId'])
    .having((having) => having.or([having(received, '>=', most), having(paid, '>=', most)]));
}

async function membersById({ database }: Platform, ids: readonly number[]) {
  const rows =
    ids.length === 0
      ? []
      : await database.selectFrom('member').select(['id', 'number', 'name']).where('id', 'in', ids).execute();
  return new Map(rows.map((row) => [row.id, row]));
}

// ---- how many --------------------------------------------------------------------------------------------------

async function countExceptions(platform: Platform, kind: ExceptionKind, since: CalendarDate): Promise<number> {
  const { database } = platform;
  const all = sql<number>`COUNT(*)`.as('count');
  if (kind === 'cash-difference') {
    const { count } = await database
      .selectFrom('till_session')
      .select(all)
      .where('businessDate', '>=', since)
      .where('status', '=', 'closed')
      .whereRef('expectedCash', '<>', 'countedCash')
      .executeTakeFirstOrThrow();
    return count;
  }
  if (kind === 'cash-above-limit') {
    const most = (await readSettings(platform))['limit.cashReceipt'];
    return most === null ? 0 : (await selectCashDays(platform, since, most).execute()).length;
  }
  const condition = await conditionOf(platform, kind, since);
  const { count } = await database
    .selectFrom('journal_entry as entry')
    .select(all)
    .where('entry.postedOn', '>=', since)
    .where((entry) => condition(entry))
    .executeTakeFirstOrThrow();
  return count;
}

/** Acts that happened; those that did not are left out. */
async function countActs(platform: Platform, since: CalendarDate): Promise<DashboardExceptions['acts']> {
  const { 'calendar.timeZone': timeZone } = await readSettings(platform);
  const counted = await platform.database
    .selectFrom('audit')
    .select(({ fn }) => ['action', fn.countAll<number>().as('count')])
    .where('action', 'in', ACTS)
    .where('recordedAt', '>=', startOfDay(since, timeZone))
    .groupBy('action')
    .execute();
  const counts = new Map(counted.map(({ action, count }) => [action, count]));
  return ACTS.map((action) => ({ action, count: counts.get(action) ?? 0 })).filter(({ count }) => count > 0);
}
