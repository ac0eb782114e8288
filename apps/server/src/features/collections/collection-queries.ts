// What was collected: by day, by agent, by account.

import type { CollectionQuery } from '@kafal/contract';
import { type CalendarDate, formatMoney, type Money, money } from '@kafal/core';
import type { z } from 'zod';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Platform } from '../../platform/platform.ts';
import { readIdCursor } from '../deposits/index.ts';

/** Collected for one account on one day, without what was taken back. */
export async function collectedOn(
  reader: Reader,
  platform: Pick<Platform, 'dialect'>,
  depositId: number,
  on: CalendarDate,
): Promise<Money> {
  const { amount } = await reader
    .selectFrom('collection')
    .select(platform.dialect.sum('amount').as('amount'))
    .where('depositId', '=', depositId)
    .where('collectedOn', '=', on)
    .where('reversedByEntryId', 'is', null)
    .executeTakeFirstOrThrow();
  return money(amount);
}

/** By account, of one agent's day. */
export async function collectedByAccount(
  reader: Reader,
  platform: Pick<Platform, 'dialect'>,
  depositIds: readonly number[],
  on: CalendarDate,
): Promise<ReadonlyMap<number, Money>> {
  if (depositIds.length === 0) return new Map();
  const rows = await reader
    .selectFrom('collection')
    .select(['depositId', platform.dialect.sum('amount').as('amount')])
    .where('depositId', 'in', [...depositIds])
    .where('collectedOn', '=', on)
    .where('reversedByEntryId', 'is', null)
    .groupBy('depositId')
    .execute();
  return new Map(rows.map(({ depositId, amount }) => [depositId, money(amount)]));
}

/** Newest first. */
export async function listCollections(platform: Platform, query: Partial<z.output<typeof CollectionQuery>>) {
  const { limit = 50, agentId, depositId, from, to } = query;
  const before = readIdCursor(query.cursor) ?? Number.MAX_SAFE_INTEGER;
  const rows = await platform.database
    .selectFrom('collection as c')
    .innerJoin('receipt as r', 'r.id', 'c.receiptId')
    .innerJoin('deposit as d', 'd.id', 'c.depositId')
    .innerJoin('member as m', 'm.id', 'c.memberId')
    .innerJoin('agent as a', 'a.id', 'c.agentId')
    .innerJoin('user as u', 'u.id', 'a.userId')
    .select([
      'c.id',
      'c.receiptId',
      'r.number as receiptNumber',
      'c.entryId',
      'c.agentId',
      'u.name as agentName',
      'c.depositId',
      'd.number as accountNumber',
      'c.memberId',
      'm.name as memberName',
      'c.collectedOn',
      'c.amount',
      'c.isFromSheet',
      'c.reversedByEntryId',
    ])
    .where('c.id', '<', before)
    .where((is) =>
      is.and([
        ...(agentId === undefined ? [] : [is('c.agentId', '=', agentId)]),
        ...(depositId === undefined ? [] : [is('c.depositId', '=', depositId)]),
        ...(from === undefined ? [] : [is('c.collectedOn', '>=', from)]),
        ...(to === undefined ? [] : [is('c.collectedOn', '<=', to)]),
      ]),
    )
    .orderBy('c.id', 'desc')
    .limit(limit + 1)
    .execute();
  const shown = rows.slice(0, limit);
  return {
    items: shown.map((row) => ({
      id: String(row.id),
      receiptId: String(row.receiptId),
      receiptNumber: row.receiptNumber,
      entryId: String(row.entryId),
      agentId: String(row.agentId),
      agentName: row.agentName,
      depositId: String(row.depositId),
      accountNumber: row.accountNumber,
      memberId: String(row.memberId),
      memberName: row.memberName,
      collectedOn: row.collectedOn,
      amount: formatMoney(row.amount),
      isFromSheet: row.isFromSheet === 1,
      isReversed: row.reversedByEntryId !== null,
    })),
    nextCursor: rows.length > limit ? String(shown.at(-1)?.id) : null,
  };
}
