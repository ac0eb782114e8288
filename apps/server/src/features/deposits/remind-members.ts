// So many days before its day a member is told that a deposit matures, that an instalment is due, or the thrift of the
// month. What falls due on a holiday is told for the day it moves to. A row claims the account and the day that was agreed.

import { addDays, type BusinessCalendar, type CalendarDate, lastDueDay, movedDueDay, ZERO } from '@kafal/core';
import type { Actor } from '../../platform/http/actor.ts';
import { type RecordedEvent, recordEvents } from '../../platform/outbox/index.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { businessCalendar, settingWithin } from '../society/index.ts';
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
  const due = await dueDays(trx, accounts.on);
  const depositIds = await nextReminded(trx, accounts, due);
  const reminders = await remindersOf(trx, platform, depositIds, due);
  const events: RecordedEvent[] = [];
  for (const { depositId, memberId, about, dueOn } of reminders) {
    const row = trx.insertInto('deposit_reminder').values({ depositId, about, dueOn, remindedOn: accounts.on });
    if (!(await platform.dialect.insertIgnore(row))) continue;
    events.push({ name: EVENTS[about], memberId, payload: { depositId, dueOn: movedDueDay(due.calendar, dueOn) } });
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
  return (await nextReminded(trx, { on, afterId, limit: 1 }, await dueDays(trx, on)))[0];
}

interface DueDays {
  readonly calendar: BusinessCalendar;
  /** Of the agreed days those after this one and up to the next are reminded of. */
  readonly after: CalendarDate;
  readonly upTo: CalendarDate;
  /** The thrift that is reminded of now. */
  readonly thrift: Awaited<ReturnType<typeof thriftDueOf>>;
}

/** The days that move to one after today and not more than the days of the rule ahead. */
async function dueDays(trx: Trx, on: CalendarDate): Promise<DueDays> {
  const calendar = await businessCalendar(trx);
  const until = addDays(on, await settingWithin(trx, 'deposits.remindDays', on));
  return {
    calendar,
    after: lastDueDay(calendar, on),
    upTo: lastDueDay(calendar, until),
    thrift: await thriftDueOf(trx, until),
  };
}

async function nextReminded(trx: Trx, { afterId, limit, upToId }: AccountsAtOnce, due: DueDays): Promise<number[]> {
  const rows = await trx
    .selectFrom('deposit as d')
    .select('d.id')
    .where('d.status', '=', 'active')
    .where('d.id', '>', afterId)
    .where((where) => (upToId === undefined ? where.and([]) : where('d.id', '<=', upToId)))
    .where((is) =>
      is.or([
        is('d.id', 'in', maturing(trx, due).select('t.depositId')),
        is('d.id', 'in', falling(trx, due).select('i.depositId')),
        ...(due.thrift === undefined ? [] : [is('d.kind', '=', 'thrift')]),
      ]),
    )
    .orderBy('d.id')
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}

function maturing(trx: Trx, { after, upTo }: DueDays) {
  return trx
    .selectFrom('term_deposit as t')
    .leftJoin('deposit_reminder as r', (join) =>
      join.onRef('r.depositId', '=', 't.depositId').on('r.about', '=', 'maturity').onRef('r.dueOn', '=', 't.maturesOn'),
    )
    .where('t.maturesOn', '>', after)
    .where('t.maturesOn', '<=', upTo)
    .where('r.dueOn', 'is', null);
}

function falling(trx: Trx, { after, upTo }: DueDays) {
  return trx
    .selectFrom('term_instalment as i')
    .leftJoin('deposit_reminder as r', (join) =>
      join.onRef('r.depositId', '=', 'i.depositId').on('r.about', '=', 'instalment').onRef('r.dueOn', '=', 'i.dueOn'),
    )
    .where('i.dueOn', '>', after)
    .where('i.dueOn', '<=', upTo)
    .where('i.paidOn', 'is', null)
    .where('r.dueOn', 'is', null);
}

async function remindersOf(
  trx: Trx,
  platform: Platform,
  depositIds: readonly number[],
  due: DueDays,
): Promise<Reminder[]> {
  if (depositIds.length === 0) return [];
  const ids = [...depositIds];
  const deposits = await trx
    .selectFrom('deposit')
    .select(['id', 'memberId', 'kind'])
    .where('id', 'in', ids)
    .orderBy('id')
    .execute();
  const matures = await maturing(trx, due)
    .select(['t.depositId', 't.maturesOn as dueOn'])
    .where('t.depositId', 'in', ids)
    .execute();
  const instalments = await falling(trx, due)
    .select(['i.depositId', 'i.dueOn'])
    .where('i.depositId', 'in', ids)
    .orderBy('i.dueOn')
    .execute();
  const thrift = await thriftReminded(
    trx,
    platform,
    deposits.flatMap(({ id, kind }) => (kind === 'thrift' ? id : [])),
    due.thrift,
  );
  const dueOn = (rows: readonly { depositId: number; dueOn: CalendarDate }[], id: number) =>
    rows.flatMap((row) => (row.depositId === id ? row.dueOn : []));
  return deposits.flatMap(({ id: depositId, memberId }) => [
    ...dueOn(matures, depositId).map((day) => ({ depositId, memberId, about: 'maturity' as const, dueOn: day })),
    ...dueOn(instalments, depositId).map((day) => ({ depositId, memberId, about: 'instalment' as const, dueOn: day })),
    ...(due.thrift !== undefined && thrift.has(depositId)
      ? [{ depositId, memberId, about: 'thrift' as const, dueOn: due.thrift.dueOn }]
      : []),
  ]);
}

/** Those of them that have not paid ahead for the month that comes. */
async function thriftReminded(
  trx: Trx,
  platform: Platform,
  depositIds: readonly number[],
  due: DueDays['thrift'],
): Promise<ReadonlySet<number>> {
  if (due === undefined || depositIds.length === 0) return new Set();
  const standings = await thriftStandings(platform, trx, depositIds);
  return new Set(depositIds.filter((id) => (standings.get(id)?.ahead ?? ZERO) < due.amount));
}
