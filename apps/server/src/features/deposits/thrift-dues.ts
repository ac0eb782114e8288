// The dues of compulsory thrift as they stand: what was raised, and what of it is paid. Whatever comes into the account is
// paid in, by whichever way; only interest, and the tax on it, is not.

import {
  add,
  type Money,
  money,
  negate,
  type Side,
  type ThriftDue,
  type ThriftStanding,
  thriftStanding,
  ZERO,
} from '@kafal/core';
import { type SqlBool, sql } from 'kysely';
import type { Reader } from '../../platform/database/dialect.ts';
import { idList } from '../../platform/database/many-rows.ts';
import type { Platform } from '../../platform/platform.ts';

interface Moved {
  readonly depositId: number;
  readonly side: Side;
  readonly amount: number;
}

type ThriftPlatform = Pick<Platform, 'dialect'>;

/** By the account, in the order of their days. */
export async function thriftDuesOf(
  reader: Reader,
  depositIds: readonly number[],
): Promise<ReadonlyMap<number, readonly ThriftDue[]>> {
  if (depositIds.length === 0) return new Map();
  const dues = reader
    .selectFrom('thrift_due')
    .select(['depositId', 'dueOn', 'amount', 'raised', 'graceTo'])
    .where('depositId', 'in', [...depositIds])
    .orderBy('depositId')
    .orderBy('dueOn');
  return Map.groupBy(await dues.execute(), ({ depositId }) => depositId);
}

export async function thriftStandings(
  platform: ThriftPlatform,
  reader: Reader,
  depositIds: readonly number[],
): Promise<ReadonlyMap<number, ThriftStanding>> {
  const dues = await thriftDuesOf(reader, depositIds);
  const paid = await paidIntoThrift(platform, reader, depositIds);
  return new Map(depositIds.map((id) => [id, thriftStanding(dues.get(id) ?? [], paid.get(id) ?? ZERO)]));
}

async function paidIntoThrift(
  { dialect }: ThriftPlatform,
  reader: Reader,
  depositIds: readonly number[],
): Promise<ReadonlyMap<number, Money>> {
  if (depositIds.length === 0) return new Map();
  const { marks, values } = idList(depositIds);
  const moved = await dialect.all<Moved>(
    reader,
    `SELECT p.subLedgerId AS depositId, p.side, ${dialect.sumText('p.amount')} AS amount ${PAID_IN}
        AND p.subLedgerId IN (${marks}) GROUP BY p.subLedgerId, p.side`,
    values,
  );
  const paid = new Map<number, Money>();
  for (const { depositId, side, amount } of moved) {
    const came = money(amount);
    paid.set(depositId, add(paid.get(depositId) ?? ZERO, side === 'credit' ? came : negate(came)));
  }
  return paid;
}

const PAID_IN =
  'FROM posting p JOIN journal_entry e ON e.id = p.entryId LEFT JOIN journal_entry r ON r.id = e.reversesEntryId ' +
  "WHERE p.subLedger = 'deposit' AND COALESCE(r.kind, e.kind) <> 'interest'";

/** Whether more was raised than paid in, for a query whose deposit is `d`. */
export const isInArrears = sql<SqlBool>`(select max(t.raised) from thrift_due t where t.depositId = d.id) > coalesce(
  (select sum(case when p.side = 'credit' then p.amount else -p.amount end) ${sql.raw(PAID_IN)} and p.subLedgerId = d.id), 0)`;
