// When deposits of a term are carried out and what with, by the function that the closing itself asks: what was promised, the
// interest of a holiday on which the term ends, and of a recurring deposit what its instalments were.

import {
  type CalendarDate,
  closureAtEnd,
  invariant,
  type Money,
  maxDate,
  movedDueDay,
  type PaidInstalment,
} from '@kafal/core';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Row } from '../../platform/database/schema.ts';
import { businessCalendar, settingHistoryWithin } from '../society/index.ts';
import { withRates } from './term-products.ts';

export interface TermEnd {
  readonly on: CalendarDate;
  readonly value: Money;
  readonly interest: Money;
}

/** By the deposit's id; one that was closed before its end has none. */
export async function termEndsOf(reader: Reader, depositIds: readonly number[]): Promise<ReadonlyMap<number, TermEnd>> {
  if (depositIds.length === 0) return new Map();
  const rows = await reader
    .selectFrom('term_deposit as t')
    .innerJoin('deposit as d', 'd.id', 't.depositId')
    .select(['t.depositId', 't.termProductId', 't.amount', 't.months', 't.annualRate', 't.maturesOn'])
    .select(['d.openedOn', 'd.closedOn'])
    .where('t.depositId', 'in', depositIds)
    .execute();
  const products = await productsOf(reader, new Set(rows.map(({ termProductId }) => termProductId)));
  const instalments = await instalmentsByDeposit(reader, depositIds);
  const calendar = await businessCalendar(reader);
  const holidayInterest = await settingHistoryWithin(reader, 'deposits.holidayInterest');

  const ends = new Map<number, TermEnd>();
  for (const { depositId, termProductId, closedOn, ...term } of rows) {
    const product = products.get(termProductId);
    invariant(product, `deposit ${depositId} has the rules it was opened with`);
    const { maturesOn } = term;
    const movedTo = movedDueDay(calendar, maturesOn);
    const endsOn = closedOn ?? movedTo;
    // Where the last day moves to a day before it, the term is over then.
    if (endsOn < maturesOn && endsOn < movedTo) continue;
    const closure = closureAtEnd({
      ...product,
      ...term,
      endsOn: endsOn >= movedTo ? maxDate(endsOn, maturesOn) : endsOn,
      earnsUntil: movedTo > maturesOn && holidayInterest(maturesOn) ? movedTo : null,
      instalments: (instalments.get(depositId) ?? []).flatMap((each) => paidOrToCome(each, closedOn !== null)),
    });
    ends.set(depositId, { on: endsOn, value: closure.paid, interest: closure.interest });
  }
  return ends;
}

/** What is still to come counts as paid on its day, and what was missed not until it is paid. */
function paidOrToCome(
  { dueOn, paidOn, missedOn, amount }: Row<'term_instalment'>,
  isClosed: boolean,
): PaidInstalment[] {
  if (paidOn !== null) return [{ on: paidOn, amount }];
  return isClosed || missedOn !== null ? [] : [{ on: dueOn, amount }];
}

async function productsOf(reader: Reader, ids: ReadonlySet<number>) {
  const versions = await reader
    .selectFrom('term_product')
    .selectAll()
    .where('id', 'in', [...ids, 0])
    .execute();
  return new Map((await withRates(reader, versions)).map((product) => [product.id, product]));
}

async function instalmentsByDeposit(reader: Reader, depositIds: readonly number[]) {
  const rows = await reader
    .selectFrom('term_instalment')
    .selectAll()
    .where('depositId', 'in', depositIds)
    .orderBy('depositId')
    .orderBy('number')
    .execute();
  return Map.groupBy(rows, ({ depositId }) => depositId);
}
