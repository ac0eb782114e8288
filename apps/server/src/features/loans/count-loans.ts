// What many loans have earned and are owed when a day is over. The rows of the instalments are what the engine said when
// something last happened to a loan, or at the end of each day while it is overdue; until the next event nothing else follows
// from the days alone. So they say it of most loans at once. Of a loan that has seen more than money, a later part of its payout,
// or money of a later day already, the engine is asked again.

import {
  addDays,
  type CalendarDate,
  earnedOfPeriod,
  interestEarned,
  invariant,
  lastDueDay,
  type Money,
  maximum,
  money,
  standingEvents,
  subtract,
  sum,
  ZERO,
} from '@kafal/core';
import type { Reader } from '../../platform/database/dialect.ts';
import { idList } from '../../platform/database/many-rows.ts';
import type { Platform } from '../../platform/platform.ts';
import { businessCalendar } from '../society/index.ts';
import { findLoan } from './loan-queries.ts';
import { asOfDay, paidParts, runningLoan, stateOf } from './loan-state.ts';

export interface LoanCount {
  /** Earned by the end of the day and not paid. */
  readonly interest: Money;
  readonly penalty: Money;
  readonly principal: Money;
}

type DialectOf = Pick<Platform, 'dialect'>;

/** Of loans that were paid out. */
export async function countLoans(
  reader: Reader,
  platform: DialectOf,
  ids: readonly number[],
  on: CalendarDate,
): Promise<ReadonlyMap<number, LoanCount>> {
  const agedThrough = lastDueDay(await businessCalendar(reader), on);
  const counts = await countByRows(reader, platform, ids, { on, agedThrough });
  for (const id of ids) {
    if (!counts.has(id)) counts.set(id, await countByReplay(reader, id, on));
  }
  return counts;
}

interface SumsOfRows {
  readonly id: number;
  readonly disbursedOn: CalendarDate;
  readonly principal: number;
  readonly penalty: number;
  readonly earned: number;
  readonly paidInterest: number;
  /** The last day by which interest fell due, and what falls due next and when. */
  readonly lastDue: CalendarDate | null;
  readonly nextDue: CalendarDate | null;
  readonly nextInterest: number | null;
}

/** Those whose rows say it. What fell due up to `agedThrough` and is unpaid was gone through at the end of this very day. */
export async function countByRows(
  reader: Reader,
  { dialect }: DialectOf,
  ids: readonly number[],
  { on, agedThrough }: { readonly on: CalendarDate; readonly agedThrough: CalendarDate | '' },
): Promise<Map<number, LoanCount>> {
  const until = addDays(on, 1);
  const { marks, values } = idList(ids);
  const rows = await dialect.all<SumsOfRows>(
    reader,
    `SELECT l.id, l.disbursedOn,
            SUM(i.principal - i.paidPrincipal) AS principal,
            SUM(i.penalty - i.paidPenalty) AS penalty,
            SUM(i.paidInterest) AS paidInterest,
            SUM(CASE WHEN i.dueOn <= ? THEN i.interest ELSE 0 END) AS earned,
            MAX(CASE WHEN i.dueOn <= ? AND i.interest > 0 THEN i.dueOn END) AS lastDue,
            MIN(CASE WHEN i.dueOn > ? AND i.interest > 0 THEN i.dueOn END) AS nextDue,
            (SELECT n.interest FROM loan_instalment n
              WHERE n.loanId = l.id AND n.dueOn > ? AND n.interest > 0 ORDER BY n.number LIMIT 1) AS nextInterest
       FROM loan l JOIN loan_instalment i ON i.loanId = l.id
      WHERE l.id IN (${marks}) AND l.status = 'active'
        AND (l.nextDueOn > ? OR l.nextDueOn <= ?)
        AND NOT EXISTS (SELECT 1 FROM loan_event e
                         WHERE e.loanId = l.id
                           AND (e.type NOT IN ('payout', 'repayment', 'prepayment', 'penalty')
                                OR e.type = 'payout' AND e.detail LIKE '%"instalments"%'
                                OR e.type <> 'penalty' AND e.occurredOn > ?))
      GROUP BY l.id, l.disbursedOn`,
    [until, until, until, until, ...values, on, agedThrough, on],
  );
  return new Map(rows.map((row) => [Number(row.id), countOf(row, until)]));
}

function countOf(sums: SumsOfRows, until: CalendarDate): LoanCount {
  const { lastDue, nextDue, nextInterest, disbursedOn } = sums;
  const running =
    nextDue === null || nextInterest === null
      ? ZERO
      : earnedOfPeriod(money(nextInterest), { start: lastDue ?? disbursedOn, due: nextDue }, until);
  return {
    interest: maximum(ZERO, money(Number(sums.earned) + running - Number(sums.paidInterest))),
    penalty: maximum(ZERO, money(Number(sums.penalty))),
    principal: money(Number(sums.principal)),
  };
}

/** As the engine says. Nothing of a loan that was closed by then. */
export async function countByReplay(reader: Reader, id: number, on: CalendarDate): Promise<LoanCount> {
  const loan = await findLoan(reader, id);
  invariant(loan, 'a loan is never deleted');
  const { status, closedOn, writtenOffOn } = loan;
  const endedOn = writtenOffOn ?? closedOn;
  const isRunning = status === 'active' || (status === 'closed' && endedOn !== null && endedOn > on);
  if (!isRunning) return { interest: ZERO, penalty: ZERO, principal: ZERO };
  const running = asOfDay(await runningLoan(reader, loan), on);
  const state = stateOf(running, on);
  const paid = paidParts(state);
  const waived = sum(state.instalments.map(({ waivedOf }) => waivedOf.penalty));
  const charged = sum(
    standingEvents(running.events).flatMap((event) =>
      event.type === 'charge' && event.kind === 'penalty' ? event.amount : [],
    ),
  );
  const earned = interestEarned(running.terms, running.disbursedOn, running.events, on);
  return {
    interest: maximum(ZERO, subtract(earned, paid.interest)),
    penalty: maximum(ZERO, subtract(subtract(charged, waived), paid.penalty)),
    principal: sum(state.instalments.map(({ principal, paidOf }) => subtract(principal, paidOf.principal))),
  };
}
