// So many days before its day a member is told that a deposit matures, that an instalment is due, or the thrift of the
// month. A row claims the account and the day.

import { addDays, type CalendarDate, ZERO } from '@kafal/core';
import type { Actor } from '../../platform/http/actor.ts';
import { type RecordedEvent, recordEvents } from '../../platform/outbox/index.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { settingWithin } from '../society/index.ts';
import type { AccountsAtOnce, AccountsDone } from './credit-interest.ts';
import { thriftDueOf } from './raise-thrift-dues.ts';
import { thriftStandings } from './thrift-dues.ts';

const EVENTS = { maturity: 'deposit.maturing', instalment: 'instalment.due', thrift: 'thrift.due' } as const;

interface Reminder {
  readonly depositId: number;
  readonly memberId: number;
  readonly about: keyof typeof EVENTS;
  readonly dueOn: CalendarDate;
}

/** The actor is nobody's: a reminder leaves no trace in the books or the trail, only with the member. */
export async function remindMembers(
  trx: Trx,
  platform: Platform,
  _actor: Actor,
  accounts: AccountsAtOnce,
): Promise<AccountsDone> {
  const depositIds = await nextReminded(trx, accounts);
  const reminders = await remindersOf(trx, platform, depositIds, accounts.on);
  const events: RecordedEvent[] = [];
  for (const { depositId, memberId, about, dueOn } of reminders) {
    const row = trx.insertInto('deposit_reminder').values({ depositId, about, dueOn, remindedOn: accounts.on });
    if (!(await platform.dialect.insertIgnore(row))) continue;
    events.push({ name: EVENTS[about], memberId, payload: { depositId, dueOn } });
  }
  await recordEvents(trx, platform, events);
  return {
    lastId: depositIds.at(-1),
    credited: new Set(events.map(({ payload }) => payload['depositId'])).size,
    amount: ZERO,
    failures: [],
  };
}

/** Whose turn it is after an id. */
export async function nextRemindedId(trx: Trx, on: CalendarDate, afterId: number): Promise<number | undefined> {
  return (await nextReminded(trx, { on, afterId, limit: 1 }))[0];
}

async function lastDay(trx: Trx, on: CalendarDate): Promise<CalendarDate> {
  return addDays(on, await settingWithin(trx, 'deposits.remindDays', on));
}

async function nextReminded(trx: Trx, { on, afterId, limit, upToId }: AccountsAtOnce): Promise<number[]> {
  const until = await lastDay(trx, on);
  const isThriftDay = (await thriftDueOf(trx, until)) !== undefined;
  const rows = await trx
    .selectFrom('deposit as d')
    .select('d.id')
    .where('d.status', '=', 'active')
    .where('d.id', '>', afterId)
    .where((where) => (upToId === undefined ? where.and([]) : where('d.id', '<=', upToId)))
    .where((is) =>
      is.or([
        is('d.id', 'in', maturing(trx, on, until).select('t.depositId')),
        is('d.id', 'in', falling(trx, on, until).select('i.depositId')),
        ...(isThriftDay ? [is('d.kind', '=', 'thrift')] : []),
      ]),
    )
    .orderBy('d.id')
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}

function maturing(trx: Trx, on: CalendarDate, until: CalendarDate) {
  return trx
    .selectFrom('term_deposit as t')
    .leftJoin('deposit_reminder as r', (join) =>
      join.onRef('r.depositId', '=', 't.depositId').on('r.about', '=', 'maturity').onRef('r.dueOn', '=', 't.maturesOn'),
    )
    .where('t.maturesOn', '>', on)
    .where('t.maturesOn', '<=', until)
    .where('r.dueOn', 'is', null);
}

function falling(trx: Trx, on: CalendarDate, until: CalendarDate) {
  return trx
    .selectFrom('term_instalment as i')
    .leftJoin('deposit_reminder as r', (join) =>
      join.onRef('r.depositId', '=', 'i.depositId').on('r.about', '=', 'instalment').onRef('r.dueOn', '=', 'i.dueOn'),
    )
    .where('i.dueOn', '>', on)
    .where('i.dueOn', '<=', until)
    .where('i.paidOn', 'is', null)
    .where('r.dueOn', 'is', null);
}

async function remindersOf(
  trx: Trx,
  platform: Platform,
  depositIds: readonly number[],
  on: CalendarDate,
): Promise<Reminder[]> {
  if (depositIds.length === 0) return [];
  const until = await lastDay(trx, on);
  const ids = [...depositIds];
  const deposits = await trx
    .selectFrom('deposit')
    .select(['id', 'memberId', 'kind'])
    .where('id', 'in', ids)
    .orderBy('id')
    .execute();
  const matures = await maturing(trx, on, until)
    .select(['t.depositId', 't.maturesOn as dueOn'])
    .where('t.depositId', 'in', ids)
    .execute();
  const instalments = await falling(trx, on, until)
    .select(['i.depositId', 'i.dueOn'])
    .where('i.depositId', 'in', ids)
    .orderBy('i.dueOn')
    .execute();
  const thrift = await thriftReminded(
    trx,
    platform,
    deposits.flatMap(({ id, kind }) => (kind === 'thrift' ? id : [])),
    until,
  );
  const dueOn = (rows: readonly { depositId: number; dueOn: CalendarDate }[], id: number) =>
    rows.flatMap((row) => (row.depositId === id ? row.dueOn : []));
  return deposits.flatMap(({ id: depositId, memberId }) => [
    ...dueOn(matures, depositId).map((day) => ({ depositId, memberId, about: 'maturity' as const, dueOn: day })),
    ...dueOn(instalments, depositId).map((day) => ({ depositId, memberId, about: 'instalment' as const, dueOn: day })),
    ...(thrift.has(depositId) ? [{ depositId, memberId, about: 'thrift' as const, dueOn: until }] : []),
  ]);
}

/** Those of them that have not paid ahead for the month that comes. */
async function thriftReminded(
  trx: Trx,
  platform: Platform,
  depositIds: readonly number[],
  dueOn: CalendarDate,
): Promise<ReadonlySet<number>> {
  const due = depositIds.length === 0 ? undefined : await thriftDueOf(trx, dueOn);
  if (due === undefined) return new Set();
  const standings = await thriftStandings(platform, trx, depositIds);
  return new Set(depositIds.filter((id) => (standings.get(id)?.ahead ?? ZERO) < due.amount));
}
