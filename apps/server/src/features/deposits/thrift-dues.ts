// The dues of compulsory thrift as they stand: what was raised, and what of it is paid. Whatever comes into the account is
// paid in, by whichever way; only interest, and the tax on it, is not.

import {
  type CalendarDate,
  money,
  monthsInArrear,
  negate,
  type PaidIn,
  type Side,
  sum,
  type ThriftDue,
  type ThriftStanding,
  thriftStanding,
} from '@kafal/core';
import { type SqlBool, sql } from 'kysely';
import type { Reader } from '../../platform/database/dialect.ts';
import { idList } from '../../platform/database/many-rows.ts';
import type { Platform } from '../../platform/platform.ts';

interface DayMoves {
  readonly depositId: number;
  readonly day: CalendarDate;
  readonly side: Side;
  readonly amount: number;
}

type ThriftPlatform = Pick<Platform, 'dialect'>;

/** By the account, in the order of their days. */
export async function thriftDuesOf(
  reader: Reader,
  depositIds: readonly number[],
  to?: CalendarDate,
): Promise<ReadonlyMap<number, readonly ThriftDue[]>> {
  if (depositIds.length === 0) return new Map();
  let dues = reader
    .selectFrom('thrift_due')
    .select(['depositId', 'dueOn', 'amount', 'raised', 'graceTo'])
    .where('depositId', 'in', [...depositIds])
    .orderBy('depositId')
    .orderBy('dueOn');
  if (to !== undefined) dues = dues.where('dueOn', '<=', to);
  return Map.groupBy(await dues.execute(), ({ depositId }) => depositId);
}

export async function thriftStandings(
  platform: ThriftPlatform,
  reader: Reader,
  depositIds: readonly number[],
): Promise<ReadonlyMap<number, ThriftStanding>> {
  const dues = await thriftDuesOf(reader, depositIds);
  const paid = await paidIntoThrift(platform, reader, depositIds, Number.MAX_SAFE_INTEGER);
  return new Map(
    depositIds.map((id) => [
      id,
      thriftStanding(dues.get(id) ?? [], sum((paid.get(id) ?? []).map(({ amount }) => amount))),
    ]),
  );
}

interface KnownOfThrift {
  readonly to: CalendarDate;
  readonly knewEntryId: number;
  /** What is about to be paid in, and is not posted yet. */
  readonly moved?: PaidIn;
}

/** The last days of the months in which an account was in arrear, for those that have dues. */
export async function arrearsOf(
  platform: ThriftPlatform,
  reader: Reader,
  depositIds: readonly number[],
  { to, knewEntryId, moved }: KnownOfThrift,
): Promise<ReadonlyMap<number, ReadonlySet<CalendarDate>>> {
  const dues = await thriftDuesOf(reader, depositIds, to);
  if (dues.size === 0) return new Map();
  const paid = await paidIntoThrift(platform, reader, [...dues.keys()], knewEntryId);
  const also = moved === undefined ? [] : [moved];
  return new Map(
    [...dues].map(([id, ofDeposit]) => [id, monthsInArrear(ofDeposit, [...(paid.get(id) ?? []), ...also])]),
  );
}

/** By the day from which it counts. */
async function paidIntoThrift(
  { dialect }: ThriftPlatform,
  reader: Reader,
  depositIds: readonly number[],
  knewEntryId: number,
): Promise<ReadonlyMap<number, readonly PaidIn[]>> {
  if (depositIds.length === 0) return new Map();
  const { marks, values } = idList(depositIds);
  const moved = await dialect.all<DayMoves>(
    reader,
    `SELECT p.subLedgerId AS depositId, e.valueOn AS day, p.side, ${dialect.sumText('p.amount')} AS amount ${PAID_IN}
        AND p.subLedgerId IN (${marks}) AND p.entryId <= ?
      GROUP BY p.subLedgerId, e.valueOn, p.side`,
    [...values, knewEntryId],
  );
  return Map.groupBy(
    moved.map(({ depositId, day: on, side, amount }) => {
      const came = money(amount);
      return { depositId, on, amount: side === 'credit' ? came : negate(came) };
    }),
    ({ depositId }) => depositId,
  );
}

const PAID_IN =
  'FROM posting p JOIN journal_entry e ON e.id = p.entryId LEFT JOIN journal_entry r ON r.id = e.reversesEntryId ' +
  "WHERE p.subLedger = 'deposit' AND COALESCE(r.kind, e.kind) <> 'interest'";

/** Whether more was raised than paid in, for a query whose deposit is `d`. */
export const isInArrears = sql<SqlBool>`(select max(t.raised) from thrift_due t where t.depositId = d.id) > coalesce(
  (select sum(case when p.side = 'credit' then p.amount else -p.amount end) ${sql.raw(PAID_IN)} and p.subLedgerId = d.id), 0)`;
