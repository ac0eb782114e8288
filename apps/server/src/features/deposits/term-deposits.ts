// Fixed and recurring deposits that were opened: what each was agreed with, and its instalments.

import type { TermFacts } from '@kafal/contract';
import {
  addMonths,
  type CalendarDate,
  formatMoney,
  invariant,
  isTermKind,
  type MaturityAct,
  type Money,
  ZERO,
} from '@kafal/core';
import type { z } from 'zod';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Row } from '../../platform/database/schema.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Trx } from '../../platform/platform.ts';
import type { AgreedTerm } from './quote-deposit.ts';
import { type TermEnd, termEndsOf } from './term-end.ts';
import { type TermProduct, withRates } from './term-products.ts';

export type Instalment = Row<'term_instalment'>;

export interface TermDeposit extends Row<'term_deposit'> {
  /** The version it was opened with. */
  readonly product: TermProduct;
}

export interface NewTermDeposit {
  readonly depositId: number;
  readonly agreed: AgreedTerm;
  readonly amount: Money;
  readonly months: number | null;
  readonly days: number | null;
  readonly openedOn: CalendarDate;
  readonly atMaturity: MaturityAct;
}

/** Its first money comes with the entry that is posted next. */
export async function insertTermDeposit(trx: Trx, opened: NewTermDeposit): Promise<void> {
  const { depositId, agreed, amount, months, days, openedOn, atMaturity } = opened;
  const { product, rate, maturesOn, value } = agreed;
  await trx
    .insertInto('term_deposit')
    .values({
      depositId,
      termProductId: product.id,
      amount,
      months,
      days,
      category: rate.category,
      annualRate: rate.annualRate,
      maturesOn,
      maturityValue: value.maturityValue,
      atMaturity,
      openingEntryId: null,
      interestPaid: ZERO,
      closingEntryId: null,
      nextPayoutOn: value.lines.find(({ paid }) => paid !== null)?.on ?? null,
    })
    .execute();
  if (product.kind !== 'recurring' || months === null) return;
  await trx
    .insertInto('term_instalment')
    .values(
      Array.from({ length: months }, (_, place) => ({
        depositId,
        number: place + 1,
        dueOn: addMonths(openedOn, place),
        amount,
        paidOn: null,
        entryId: null,
        missedOn: null,
      })),
    )
    .execute();
}

/** The money came: with the opening of a recurring deposit its first instalment is paid. */
export async function confirmOpening(
  trx: Trx,
  depositId: number,
  { entryId, paidOn }: { readonly entryId: number; readonly paidOn: CalendarDate },
): Promise<void> {
  await trx.updateTable('term_deposit').set({ openingEntryId: entryId }).where('depositId', '=', depositId).execute();
  await trx
    .updateTable('term_instalment')
    .set({ entryId, paidOn })
    .where('depositId', '=', depositId)
    .where('number', '=', 1)
    .execute();
}

export async function getTermDeposit(reader: Reader, depositId: number): Promise<TermDeposit> {
  const term = await reader
    .selectFrom('term_deposit')
    .selectAll()
    .where('depositId', '=', depositId)
    .executeTakeFirstOrThrow();
  const versions = await reader.selectFrom('term_product').selectAll().where('id', '=', term.termProductId).execute();
  const [product] = await withRates(reader, versions);
  invariant(product, `deposit ${depositId} has the rules it was opened with`);
  return { ...term, product };
}

export function instalmentsOf(reader: Reader, depositId: number): Promise<Instalment[]> {
  return reader
    .selectFrom('term_instalment')
    .selectAll()
    .where('depositId', '=', depositId)
    .orderBy('number')
    .execute();
}

/** What was agreed for those of the accounts that have a term, by the account's id. */
export async function termFactsOf(
  reader: Reader,
  deposits: readonly { readonly id: number; readonly kind: string }[],
): Promise<ReadonlyMap<number, z.input<typeof TermFacts>>> {
  const ids = deposits.flatMap(({ id, kind }) => (isTermKind(kind) ? id : []));
  if (ids.length === 0) return new Map();
  const rows = await reader
    .selectFrom('term_deposit as t')
    .innerJoin('term_product as p', 'p.id', 't.termProductId')
    .select(['t.depositId', 't.amount', 't.months', 't.days', 't.annualRate', 't.category', 't.maturesOn'])
    .select(['t.maturityValue', 't.atMaturity', 'p.payout', 'p.irregularAfterMissed'])
    .where('t.depositId', 'in', ids)
    .execute();
  const paid = await instalmentsPaid(reader, ids);
  const ends = await termEndsOf(reader, ids);
  return new Map(
    rows.map(({ depositId, amount, maturityValue, irregularAfterMissed, ...facts }) => [
      depositId,
      {
        ...facts,
        amount: formatMoney(amount),
        maturityValue: formatMoney(maturityValue),
        end: endView(ends.get(depositId)),
        instalments: withIrregular(paid.get(depositId), irregularAfterMissed),
      },
    ]),
  );
}

function endView(end: TermEnd | undefined): z.input<typeof TermFacts>['end'] {
  return end === undefined ? null : { on: end.on, value: formatMoney(end.value) };
}

interface PaidInstalments {
  readonly paid: number;
  readonly count: number;
  readonly nextDueOn: CalendarDate | null;
  readonly missed: number;
}

/** They are paid in their order, so those that are missed and unpaid stand in a row. */
function withIrregular(instalments: PaidInstalments | undefined, irregularAfterMissed: number | null) {
  if (instalments === undefined) return null;
  return {
    ...instalments,
    isIrregular: irregularAfterMissed !== null && instalments.missed >= irregularAfterMissed,
  };
}

/** How far the recurring ones among them are paid. */
async function instalmentsPaid(
  reader: Reader,
  depositIds: readonly number[],
): Promise<ReadonlyMap<number, PaidInstalments>> {
  const rows = await reader
    .selectFrom('term_instalment')
    .select(({ fn, eb }) => [
      'depositId',
      fn.countAll().as('count'),
      fn.count('paidOn').as('paid'),
      fn.min(eb.case().when('paidOn', 'is', null).then(eb.ref('dueOn')).end()).as('nextDueOn'),
      fn.count(eb.case().when('paidOn', 'is', null).then(eb.ref('missedOn')).end()).as('missed'),
    ])
    .where('depositId', 'in', depositIds)
    .groupBy('depositId')
    .execute();
  return new Map(
    rows.map(({ depositId, count, paid, nextDueOn, missed }) => [
      depositId,
      { paid: Number(paid), count: Number(count), nextDueOn, missed: Number(missed) },
    ]),
  );
}

/** What has a term is paid in and out as was agreed, and no other way. */
export function refuseTermKind(
  { kind, number }: { readonly kind: string; readonly number: string },
  field?: string,
): void {
  if (isTermKind(kind)) throw new Refusal('rule', 'DEPOSIT_HAS_TERM', { number }, field);
}
