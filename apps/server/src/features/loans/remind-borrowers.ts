// So many days before its day a borrower is told that an instalment falls due. A row claims the loan and the day.

import { addDays, type CalendarDate, ZERO } from '@kafal/core';
import { sql } from 'kysely';
import type { Actor } from '../../platform/http/actor.ts';
import { type RecordedEvent, recordEvents } from '../../platform/outbox/index.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { settingWithin } from '../society/index.ts';
import type { LoansAtOnce, LoansDone } from './day-end-loans.ts';
import { UNPAID } from './loan-dues.ts';

/** The actor is nobody's: a reminder leaves no trace in the books or the trail, only with the member. */
export async function remindBorrowers(
  trx: Trx,
  platform: Platform,
  _actor: Actor,
  { on, afterId, limit }: LoansAtOnce,
): Promise<LoansDone> {
  const until = addDays(on, await settingWithin(trx, 'deposits.remindDays', on));
  // Loan by loan and not by the days due: so each piece goes on where the last one ended.
  const loans = await trx
    .selectFrom((from) =>
      from
        .selectFrom('loan as l')
        .select(['l.id', 'l.memberId'])
        .select((of) =>
          of
            .selectFrom('loan_instalment as i')
            .leftJoin('loan_reminder as r', (join) =>
              join.onRef('r.loanId', '=', 'i.loanId').on('r.about', '=', 'due').onRef('r.dueOn', '=', 'i.dueOn'),
            )
            .select(({ fn }) => fn.min('i.dueOn').as('dueOn'))
            .whereRef('i.loanId', '=', 'l.id')
            .where('i.dueOn', '>', on)
            .where('i.dueOn', '<=', until)
            .where('r.dueOn', 'is', null)
            .where(sql<boolean>`${sql.raw(UNPAID)} > 0`)
            .as('dueOn'),
        )
        .where('l.status', '=', 'active')
        .where('l.id', '>', afterId)
        .where('l.nextDueOn', '<=', until)
        .as('soon'),
    )
    .select(['soon.id', 'soon.memberId', 'soon.dueOn'])
    .where('soon.dueOn', 'is not', null)
    .orderBy('soon.id')
    .limit(limit)
    .$narrowType<{ dueOn: CalendarDate }>()
    .execute();
  const events: RecordedEvent[] = [];
  for (const { id: loanId, memberId, dueOn } of loans) {
    const row = trx.insertInto('loan_reminder').values({ loanId, about: 'due', dueOn, remindedOn: on });
    if (!(await platform.dialect.insertIgnore(row))) continue;
    events.push({ name: 'loan.due', memberId, payload: { loanId, dueOn } });
  }
  await recordEvents(trx, platform, events);
  return { lastId: loans.at(-1)?.id, done: events.length, amount: ZERO };
}
