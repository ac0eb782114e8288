// Agents with the cash that is with them, and since when.

import { addDays, type CalendarDate, formatMoney, type Money, minDate } from '@kafal/core';
import type { Reader } from '../../platform/database/dialect.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform } from '../../platform/platform.ts';
import { currentBusinessDay } from '../accounting/index.ts';
import { readSettings } from '../society/index.ts';
import { cashLimitOf } from './agent-terms.ts';

export async function listAgents(platform: Platform, reader: Reader = platform.database) {
  const rows = await agentRows(reader).orderBy('a.id').execute();
  const today = await currentBusinessDay(platform, reader);
  const settings = await readSettings(platform);
  const views: AgentAnswer[] = [];
  for (const row of rows) views.push(await agentView(reader, row, today, settings));
  return views;
}

export async function getAgent(platform: Platform, id: number, reader: Reader = platform.database) {
  const row = await agentRows(reader).where('a.id', '=', id).executeTakeFirst();
  if (row === undefined) throw new Refusal('missing', 'AGENT_UNKNOWN');
  return agentView(reader, row, await currentBusinessDay(platform, reader), await readSettings(platform));
}

export type AgentAnswer = Awaited<ReturnType<typeof agentView>>;

function agentRows(reader: Reader) {
  return reader
    .selectFrom('agent as a')
    .innerJoin('user as u', 'u.id', 'a.userId')
    .innerJoin('balance as b', (join) => join.on('b.subLedger', '=', 'agent').onRef('b.subLedgerId', '=', 'a.id'))
    .leftJoin('member as m', 'm.id', 'a.memberId')
    .select(({ fn, selectFrom }) => [
      'a.id',
      'a.number',
      'u.name',
      'a.userId',
      'a.memberId',
      'm.number as memberNumber',
      'a.status',
      'a.registeredOn',
      'a.retiredOn',
      'a.version',
      'b.amount as cash',
      selectFrom('collection_route')
        .select(fn.countAll<number>().as('n'))
        .whereRef('collection_route.agentId', '=', 'a.id')
        .as('routes'),
      selectFrom('daily_deposit')
        .innerJoin('collection_route', 'collection_route.id', 'daily_deposit.routeId')
        .innerJoin('deposit', 'deposit.id', 'daily_deposit.depositId')
        .select(fn.countAll<number>().as('n'))
        .whereRef('collection_route.agentId', '=', 'a.id')
        .where('deposit.status', '!=', 'closed')
        .as('accounts'),
    ]);
}

type AgentRowRead = Awaited<ReturnType<ReturnType<typeof agentRows>['execute']>>[number];

async function agentView(
  reader: Reader,
  row: AgentRowRead,
  today: CalendarDate,
  settings: Awaited<ReturnType<typeof readSettings>>,
) {
  const cashSince = await heldSince(reader, row.id, row.cash);
  const cashLimit = await cashLimitOf(reader, row.id, today, settings);
  return {
    id: String(row.id),
    number: row.number,
    name: row.name,
    userId: String(row.userId),
    memberId: row.memberId === null ? null : String(row.memberId),
    memberNumber: row.memberNumber,
    status: row.status === 'active' ? ('active' as const) : ('retired' as const),
    registeredOn: row.registeredOn,
    retiredOn: row.retiredOn,
    routes: Number(row.routes ?? 0),
    accounts: Number(row.accounts ?? 0),
    cash: formatMoney(row.cash),
    cashSince,
    cashLimit: cashLimit === null ? null : formatMoney(cashLimit),
    isOverLimit: cashLimit !== null && row.cash > cashLimit,
    isOverdue: cashSince !== null && addDays(cashSince, settings['limit.agentDays']) < today,
    version: row.version,
  };
}

const AT_ONCE = 200;

/** The day of the oldest money that is still there: what was collected first is handed over first. */
async function heldSince(reader: Reader, agentId: number, cash: Money): Promise<CalendarDate | null> {
  let left: number = cash;
  let beforeId = Number.MAX_SAFE_INTEGER;
  let since: CalendarDate | null = null;
  while (left > 0) {
    const rows = await newestCollections(reader, agentId, beforeId);
    for (const { id, amount, collectedOn } of rows) {
      if (left <= 0) break;
      left -= amount;
      beforeId = id;
      since = since === null ? collectedOn : minDate(since, collectedOn);
    }
    if (rows.length < AT_ONCE) break;
  }
  return since;
}

function newestCollections(reader: Reader, agentId: number, beforeId: number) {
  return reader
    .selectFrom('collection')
    .select(['id', 'amount', 'collectedOn'])
    .where('agentId', '=', agentId)
    .where('reversedByEntryId', 'is', null)
    .where('id', '<', beforeId)
    .orderBy('id', 'desc')
    .limit(AT_ONCE)
    .execute();
}
