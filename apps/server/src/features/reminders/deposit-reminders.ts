// What falls due and what ends of deposits: instalments that are not paid, thrift that was not paid ahead, terms that are over.

import { type ReminderWindow, startOfMonth, ZERO } from '@kafal/core';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Trx } from '../../platform/platform.ts';
import { type ThriftDay, thriftDaysBetween, thriftStandings } from '../deposits/index.ts';
import { type AskedFor, type DueObject, type ReminderSource, wholeObjects } from './reminder-source.ts';

type Days = Pick<ReminderWindow, 'after' | 'through'>;

export const depositInstalments: ReminderSource = {
  event: 'instalment.due',
  isMoved: true,
  async next(trx, _platform, { window, afterId, limit }) {
    const rows = await unpaidInstalments(trx, window)
      .leftJoin('reminder as r', (join) =>
        join
          .onRef('r.objectId', '=', 'i.depositId')
          .onRef('r.dueOn', '=', 'i.dueOn')
          .on('r.kind', '=', 'deposit-instalment')
          .on('r.daysBefore', '<=', window.daysBefore),
      )
      .select(['i.depositId', 'i.dueOn', 'd.memberId'])
      .where('r.dueOn', 'is', null)
      .where('i.depositId', '>', afterId)
      .orderBy('i.depositId')
      .orderBy('i.dueOn')
      .limit(limit)
      .execute();
    return wholeObjects(rows.map(ofDeposit), limit);
  },
  async count({ database }, days) {
    const rows = await unpaidInstalments(database, days)
      .select(({ fn }) => ['i.dueOn', fn.count<number>('d.memberId').distinct().as('members')])
      .groupBy('i.dueOn')
      .orderBy('i.dueOn')
      .execute();
    return rows.map(({ dueOn, members }) => ({ dueOn, members: Number(members) }));
  },
};

function unpaidInstalments(reader: Reader, { after, through }: Days) {
  return reader
    .selectFrom('term_instalment as i')
    .innerJoin('deposit as d', 'd.id', 'i.depositId')
    .where('d.status', '=', 'active')
    .where('i.paidOn', 'is', null)
    .where('i.dueOn', '>', after)
    .where('i.dueOn', '<=', through);
}

export const maturities: ReminderSource = {
  event: 'deposit.maturing',
  isMoved: true,
  async next(trx, _platform, { window, afterId, limit }) {
    const rows = await maturing(trx, window)
      .leftJoin('reminder as r', (join) =>
        join
          .onRef('r.objectId', '=', 't.depositId')
          .onRef('r.dueOn', '=', 't.dueOn')
          .on('r.kind', '=', 'maturity')
          .on('r.daysBefore', '<=', window.daysBefore),
      )
      .select(['t.depositId', 't.dueOn', 'd.memberId'])
      .where('r.dueOn', 'is', null)
      .where('t.depositId', '>', afterId)
      .orderBy('t.depositId')
      .limit(limit)
      .execute();
    return wholeObjects(rows.map(ofDeposit), limit);
  },
  async count({ database }, days) {
    const rows = await maturing(database, days)
      .select(({ fn }) => ['t.dueOn', fn.count<number>('d.memberId').distinct().as('members')])
      .groupBy('t.dueOn')
      .orderBy('t.dueOn')
      .execute();
    return rows.map(({ dueOn, members }) => ({ dueOn, members: Number(members) }));
  },
};

function maturing(reader: Reader, { after, through }: Days) {
  const ending = (table: 'term_deposit' | 'daily_deposit') =>
    reader
      .selectFrom(table)
      .select(['depositId', 'maturesOn as dueOn'])
      .where('maturesOn', '>', after)
      .where('maturesOn', '<=', through);
  return reader
    .selectFrom(ending('term_deposit').unionAll(ending('daily_deposit')).as('t'))
    .innerJoin('deposit as d', 'd.id', 't.depositId')
    .where('d.status', '=', 'active');
}

export const thriftDues: ReminderSource = {
  event: 'thrift.due',
  isMoved: true,
  async next(trx, platform, asked) {
    const [day] = await thriftDaysBetween(trx, asked.window);
    if (day === undefined) return { due: [], lastId: undefined };
    const rows = await savingThrift(trx, asked, day);
    const standings = await thriftStandings(
      platform,
      trx,
      rows.map(({ depositId }) => depositId),
    );
    const owing = rows.filter(({ depositId }) => (standings.get(depositId)?.ahead ?? ZERO) < day.amount);
    return {
      due: owing.map((row) => ofDeposit({ ...row, dueOn: day.dueOn })),
      lastId: rows.at(-1)?.depositId,
    };
  },
  /** Who has paid ahead is among them: to leave them out would read every account. */
  async count({ database }, days) {
    const counted: { dueOn: ThriftDay['dueOn']; members: number }[] = [];
    for (const day of await thriftDaysBetween(database, days)) {
      const { members } = await thriftOf(database, day)
        .select(({ fn }) => fn.count<number>('d.memberId').distinct().as('members'))
        .executeTakeFirstOrThrow();
      counted.push({ dueOn: day.dueOn, members: Number(members) });
    }
    return counted;
  },
};

function savingThrift(trx: Trx, { window, afterId, limit }: AskedFor, day: ThriftDay) {
  return thriftOf(trx, day)
    .leftJoin('reminder as r', (join) =>
      join
        .onRef('r.objectId', '=', 'd.id')
        .on('r.dueOn', '=', day.dueOn)
        .on('r.kind', '=', 'thrift')
        .on('r.daysBefore', '<=', window.daysBefore),
    )
    .select(['d.id as depositId', 'd.memberId'])
    .where('r.dueOn', 'is', null)
    .where('d.id', '>', afterId)
    .orderBy('d.id')
    .limit(limit)
    .execute();
}

/** From whom the thrift of a day will be asked: one whose day the committee moved does not owe a month twice. */
function thriftOf(reader: Reader, { dueOn }: ThriftDay) {
  return reader
    .selectFrom('deposit as d')
    .innerJoin('member as m', 'm.id', 'd.memberId')
    .where('d.kind', '=', 'thrift')
    .where('d.status', '=', 'active')
    .where('m.status', '=', 'active')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('thrift_due as t')
            .select('t.depositId')
            .whereRef('t.depositId', '=', 'd.id')
            .where('t.dueOn', '>=', startOfMonth(dueOn)),
        ),
      ),
    );
}

function ofDeposit(row: {
  readonly depositId: number;
  readonly dueOn: DueObject['dueOn'];
  readonly memberId: number;
}): DueObject {
  const { depositId, dueOn, memberId } = row;
  return { objectId: depositId, dueOn, memberId, payload: { depositId } };
}
