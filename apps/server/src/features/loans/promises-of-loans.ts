// Promises to pay and what became of each, read from the money that came in after it.

import { type CalendarDate, type Money, type PromiseState, promiseState, sum } from '@kafal/core';
import type { Reader } from '../../platform/database/dialect.ts';

export interface ReadPromise {
  readonly id: number;
  readonly loanId: number;
  readonly amount: Money;
  readonly by: CalendarDate;
  readonly madeOn: CalendarDate;
  readonly received: Money;
  readonly state: PromiseState;
  readonly recordedBy: string;
}

/** Of these loans, the oldest first. What is taken back was not received. */
export async function promisesOf(
  reader: Reader,
  loanIds: readonly number[],
  today: CalendarDate,
): Promise<ReadonlyMap<number, readonly ReadPromise[]>> {
  if (loanIds.length === 0) return new Map();
  const rows = await reader
    .selectFrom('loan_promise as p')
    .leftJoin('user as u', 'u.id', 'p.userId')
    .selectAll('p')
    .select('u.name as by')
    .where('p.loanId', 'in', [...loanIds])
    .orderBy('p.loanId')
    .orderBy('p.id')
    .execute();
  if (rows.length === 0) return new Map();
  const receipts = await receiptsOf(reader, [...new Set(rows.map(({ loanId }) => loanId))]);
  const ofLoan = Map.groupBy(rows, ({ loanId }) => loanId);
  return new Map(
    [...ofLoan].map(([loanId, promises]) => [
      loanId,
      promises.map((row, nth) => {
        const next = promises[nth + 1];
        const received = sum(
          receipts
            .filter(
              (one) =>
                one.loanId === loanId &&
                one.place > row.afterPlace &&
                (next === undefined || one.place <= next.afterPlace) &&
                one.occurredOn <= row.promisedFor,
            )
            .map(({ amount }) => amount),
        );
        const isReplaced = next !== undefined && next.madeOn <= row.promisedFor;
        return {
          id: row.id,
          loanId,
          amount: row.amount,
          by: row.promisedFor,
          madeOn: row.madeOn,
          received,
          state: promiseState({ amount: row.amount, by: row.promisedFor, received, isReplaced }, today),
          recordedBy: row.by ?? '',
        };
      }),
    ]),
  );
}

async function receiptsOf(reader: Reader, loanIds: readonly number[]) {
  const rows = await reader
    .selectFrom('loan_event as e')
    .leftJoin('loan_event as undo', (join) =>
      join.onRef('undo.loanId', '=', 'e.loanId').onRef('undo.takesBack', '=', 'e.place'),
    )
    .select(['e.loanId', 'e.place', 'e.occurredOn', 'e.amount'])
    .where('e.loanId', 'in', [...loanIds])
    .where('e.type', 'in', ['repayment', 'prepayment', 'settlement', 'recovery'])
    .where('undo.place', 'is', null)
    .execute();
  return rows.flatMap(({ amount, ...row }) => (amount === null ? [] : [{ ...row, amount }]));
}
