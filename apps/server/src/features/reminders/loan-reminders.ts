import type { ReminderWindow } from '@kafal/core';
import { sql } from 'kysely';
import type { Reader } from '../../platform/database/dialect.ts';
import { UNPAID } from '../loans/index.ts';
import { type ReminderSource, wholeObjects } from './reminder-source.ts';

/** Instalments of running loans that are not paid. */
export const loanInstalments: ReminderSource = {
  event: 'loan.due',
  isMoved: true,
  async next(trx, _platform, { window, afterId, limit }) {
    const rows = await unpaid(trx, window)
      .leftJoin('reminder as r', (join) =>
        join
          .onRef('r.objectId', '=', 'i.loanId')
          .onRef('r.dueOn', '=', 'i.dueOn')
          .on('r.kind', '=', 'loan-instalment')
          .on('r.daysBefore', '<=', window.daysBefore),
      )
      .select(['i.loanId', 'i.dueOn', 'l.memberId'])
      .where('r.dueOn', 'is', null)
      .where('l.id', '>', afterId)
      .orderBy('l.id')
      .orderBy('i.dueOn')
      .limit(limit)
      .execute();
    const due = rows.map(({ loanId, dueOn, memberId }) => ({ objectId: loanId, dueOn, memberId, payload: { loanId } }));
    return wholeObjects(due, limit);
  },
  async count({ database }, days) {
    const rows = await unpaid(database, days)
      .select(({ fn }) => ['i.dueOn', fn.count<number>('l.memberId').distinct().as('members')])
      .groupBy('i.dueOn')
      .orderBy('i.dueOn')
      .execute();
    return rows.map(({ dueOn, members }) => ({ dueOn, members: Number(members) }));
  },
};

function unpaid(reader: Reader, { after, through }: Pick<ReminderWindow, 'after' | 'through'>) {
  return (
    reader
      .selectFrom('loan as l')
      .innerJoin('loan_instalment as i', 'i.loanId', 'l.id')
      .where('l.status', '=', 'active')
      // The oldest that is not paid: who has paid all of these is not looked at.
      .where('l.nextDueOn', '<=', through)
      .where('i.dueOn', '>', after)
      .where('i.dueOn', '<=', through)
      .where(sql<boolean>`${sql.raw(UNPAID)} > 0`)
  );
}
