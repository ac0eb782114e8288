// Daily accounts along their routes, as staff see them, and the round of one agent.

import type { DailyAccountQuery } from '@kafal/contract';
import { type CalendarDate, formatMoney, type Money, sum, ZERO } from '@kafal/core';
import type { z } from 'zod';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform } from '../../platform/platform.ts';
import { moveBusinessDayIfDue } from '../accounting/index.ts';
import { membersTyped } from '../search/index.ts';
import { readSettings } from '../society/index.ts';
import { getAgent } from './agent-queries.ts';
import { getOwnAgent } from './agent-row.ts';
import { collectedByAccount } from './collection-queries.ts';

const SORTS = {
  accountNumber: 'd.number',
  maturesOn: 'y.maturesOn',
  position: 'y.position',
} as const;

function accountRows(reader: Reader) {
  return reader
    .selectFrom('daily_deposit as y')
    .innerJoin('deposit as d', 'd.id', 'y.depositId')
    .innerJoin('member as m', 'm.id', 'd.memberId')
    .innerJoin('balance as b', (join) => join.on('b.subLedger', '=', 'deposit').onRef('b.subLedgerId', '=', 'd.id'))
    .innerJoin('collection_route as r', 'r.id', 'y.routeId')
    .innerJoin('agent as a', 'a.id', 'r.agentId')
    .innerJoin('user as u', 'u.id', 'a.userId')
    .select([
      'd.id',
      'd.number',
      'd.memberId',
      'm.number as memberNumber',
      'm.name as memberName',
      'm.nameLocal as memberNameLocal',
      'd.status',
      'y.routeId',
      'r.code as routeCode',
      'r.name as routeName',
      'r.agentId',
      'u.name as agentName',
      'y.position',
      'y.dailyAmount',
      'b.amount as balance',
      'd.openedOn',
      'y.maturesOn',
    ]);
}

type AccountRow = Awaited<ReturnType<ReturnType<typeof accountRows>['execute']>>[number];

function accountView(row: AccountRow, collected: Money) {
  return {
    id: String(row.id),
    accountNumber: row.number,
    memberId: String(row.memberId),
    memberNumber: row.memberNumber,
    memberName: row.memberName,
    status: row.status,
    routeId: String(row.routeId),
    routeCode: row.routeCode,
    routeName: row.routeName,
    agentId: String(row.agentId),
    agentName: row.agentName,
    position: row.position,
    dailyAmount: formatMoney(row.dailyAmount),
    balance: formatMoney(row.balance),
    openedOn: row.openedOn,
    maturesOn: row.maturesOn,
    collectedToday: formatMoney(collected),
  };
}

export async function getDailyAccount(platform: Platform, id: number) {
  const row = await accountRows(platform.database).where('d.id', '=', id).executeTakeFirst();
  if (row === undefined) throw new Refusal('missing', 'DAILY_ACCOUNT_UNKNOWN');
  const today = await moveBusinessDayIfDue(platform);
  const collected = await collectedByAccount(platform.database, platform, [row.id], today);
  return accountView(row, collected.get(row.id) ?? ZERO);
}

export async function listDailyAccounts(platform: Platform, query: z.output<typeof DailyAccountQuery>) {
  const { limit = 50, sort = 'accountNumber', q = '', routeId, agentId, memberId, status } = query;
  const by = SORTS[sort];
  const members = await membersTyped(platform, q);
  const typed = q.trim().toUpperCase();
  const asked = accountRows(platform.database).where((is) =>
    is.and([
      ...(routeId === undefined ? [] : [is('y.routeId', '=', routeId)]),
      ...(agentId === undefined ? [] : [is('r.agentId', '=', agentId)]),
      ...(memberId === undefined ? [] : [is('d.memberId', '=', memberId)]),
      ...(status === undefined ? [] : [is('d.status', status === 'closed' ? '=' : '!=', 'closed')]),
      ...(members === undefined ? [] : [is.or([is('d.number', '=', typed), is('d.memberId', 'in', members)])]),
    ]),
  );
  const cursor = readCursor(query.cursor);
  const select =
    cursor === undefined
      ? asked
      : asked.where((is) =>
          is.or([
            is(by, '>', sortValueOf(by, cursor.value)),
            is.and([is(by, '=', sortValueOf(by, cursor.value)), is('d.id', '>', cursor.id)]),
          ]),
        );
  const rows = await select
    .orderBy(by)
    .orderBy('d.id')
    .limit(limit + 1)
    .execute();
  const shown = rows.slice(0, limit);
  const collected = await collectedByAccount(
    platform.database,
    platform,
    shown.map(({ id }) => id),
    await moveBusinessDayIfDue(platform),
  );
  const last = shown.at(-1);
  return {
    items: shown.map((row) => accountView(row, collected.get(row.id) ?? ZERO)),
    nextCursor: rows.length > limit && last !== undefined ? writeCursor(placeOf(last, by), last.id) : null,
    ...(query.total === true ? { total: await countOf(asked) } : {}),
  };
}

async function countOf(asked: ReturnType<typeof accountRows>): Promise<number> {
  const { accounts } = await asked
    .clearSelect()
    .select(({ fn }) => fn.countAll<number>().as('accounts'))
    .executeTakeFirstOrThrow();
  return Number(accounts);
}

/** What an agent sees when they set out: their routes, door by door, and nothing of anybody else. */
export async function ownRound(platform: Platform, actor: Actor) {
  const today = await moveBusinessDayIfDue(platform);
  const { database } = platform;
  const { id } = await getOwnAgent(database, actor);
  const routes = await database
    .selectFrom('collection_route')
    .select(['id', 'code', 'name'])
    .where('agentId', '=', id)
    .orderBy('code')
    .execute();
  const rows = await accountRows(database)
    .where('r.agentId', '=', id)
    .where('d.status', '!=', 'closed')
    .where('y.maturesOn', '>', today)
    .orderBy('y.position')
    .orderBy('d.id')
    .execute();
  const collected = await collectedByAccount(
    database,
    platform,
    rows.map((row) => row.id),
    today,
  );
  const settings = await readSettings(platform);
  return {
    agent: await getAgent(platform, id),
    businessDate: today,
    currency: settings['money.currency'],
    collectedToday: formatMoney(sum([...collected.values()])),
    routes: routes.map((route) => ({
      id: String(route.id),
      code: route.code,
      name: route.name,
      accounts: rows
        .filter((row) => row.routeId === route.id)
        .map((row) => ({
          depositId: String(row.id),
          accountNumber: row.number,
          memberName: (actor.language === 'hi' ? row.memberNameLocal : null) ?? row.memberName,
          dailyAmount: formatMoney(row.dailyAmount),
          balance: formatMoney(row.balance),
          collectedToday: formatMoney(collected.get(row.id) ?? ZERO),
        })),
    })),
  };
}

type SortColumn = (typeof SORTS)[keyof typeof SORTS];

function placeOf(row: AccountRow, by: SortColumn): string | number {
  switch (by) {
    case 'd.number':
      return row.number;
    case 'y.maturesOn':
      return row.maturesOn;
    case 'y.position':
      return row.position;
  }
}

// A day is compared as the text it is; what is no day finds nothing.
const sortValueOf = (by: SortColumn, value: string) => (by === 'y.position' ? Number(value) : (value as CalendarDate));

function writeCursor(value: string | number, id: number): string {
  return Buffer.from(`${id} ${value}`).toString('base64url');
}

function readCursor(cursor: string | undefined): { value: string; id: number } | undefined {
  if (cursor === undefined) return undefined;
  const [, id, value] = /^([1-9]\d{0,14}) (.{1,40})$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  if (id === undefined || value === undefined) throw new Refusal('malformed', 'CURSOR_MALFORMED', undefined, 'cursor');
  return { id: Number(id), value };
}
