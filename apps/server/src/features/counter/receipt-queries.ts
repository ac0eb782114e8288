// Receipts and payment vouchers as they are looked up again. A member finds their own, and of a deposit that they hold with
// others those on which nothing else stands.

import type { ReceiptQuery } from '@kafal/contract';
import { type CalendarDate, formatMoney, money } from '@kafal/core';
import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import type { z } from 'zod';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Schema } from '../../platform/database/schema.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform } from '../../platform/platform.ts';
import { printedNumber } from '../accounting/index.ts';
import { jointlyHeldIds, readIdCursor, receiptsOfDeposits } from '../deposits/index.ts';
import { membersTyped } from '../search/index.ts';
import { readSettings } from '../society/index.ts';
import { type ReceiptAnswer, receiptRow, receiptView, type ShownReceipt } from './receipt-view.ts';

export interface FoundReceipt extends ShownReceipt {
  readonly memberNameLocal: string | null;
  readonly referenceOn: CalendarDate | null;
  readonly drawnOn: string | null;
  readonly reversedByNumber: string | null;
}

export async function receiptFor(platform: Platform, actor: Actor, id: number): Promise<ReceiptAnswer> {
  const receipt = await getReceiptFor(platform, actor, id);
  return receiptView(receipt, (await readSettings(platform))['money.currency'], actor.language);
}

export async function getReceiptFor(platform: Platform, actor: Actor, id: number): Promise<FoundReceipt> {
  const row = await receiptRows(platform.database).where('r.id', '=', id).executeTakeFirst();
  if (row === undefined || !(await maySee(platform.database, actor, row))) {
    throw new Refusal('missing', 'RECEIPT_UNKNOWN');
  }
  const lines = await platform.database
    .selectFrom('receipt_line')
    .select(['kind', 'labelEn', 'labelHi', 'amount'])
    .where('receiptId', '=', id)
    .orderBy('line')
    .execute();
  return {
    ...foundReceipt(row),
    lines: lines.map(({ kind, labelEn, labelHi, amount }) => ({ kind, label: { en: labelEn, hi: labelHi }, amount })),
  };
}

async function maySee(
  reader: Reader,
  actor: Actor,
  { id, memberId }: { readonly id: number; readonly memberId: number },
): Promise<boolean> {
  if (actor.kind !== 'member' || actor.memberId === memberId) return true;
  const held = await jointlyHeldIds(reader, actor.memberId ?? 0);
  return (await receiptsOfDeposits(reader, [id], held)).has(id);
}

/** Behind every character: a range up to it finds what begins with a text, by the index of the column. */
const LAST_CHARACTER = '\u{10FFFF}';

/** Newest first. */
export async function listReceipts(platform: Platform, actor: Actor, query: z.output<typeof ReceiptQuery>) {
  const { limit = 50 } = query;
  const before = readIdCursor(query.cursor);
  const settings = await readSettings(platform);
  const asked = await receiptsAsked(platform, actor, query);

  const rows = await receiptRows(platform.database)
    .where(asked)
    .$if(before !== undefined, (select) => select.where('r.id', '<', before ?? 0))
    .orderBy('r.id', 'desc')
    .limit(limit + 1)
    .execute();
  const shown = rows.slice(0, limit);
  return {
    items: shown.map((row) => receiptRow(foundReceipt(row), settings['money.currency'])),
    nextCursor: rows.length > limit ? String(shown.at(-1)?.id) : null,
    ...(query.total === true ? await totalsOf(platform, asked) : {}),
  };
}

type ReceiptsAsked = (is: ExpressionBuilder<Schema & { r: Schema['receipt'] }, 'r'>) => Expression<SqlBool>;

async function receiptsAsked(
  platform: Platform,
  actor: Actor,
  query: z.output<typeof ReceiptQuery>,
): Promise<ReceiptsAsked> {
  const { q = '', memberId, tillSessionId, direction, from, to } = query;
  const members = await membersTyped(platform, q);
  const held = actor.kind === 'member' ? await jointlyHeldIds(platform.database, actor.memberId ?? 0) : [];
  const typed = q.trim();
  const number = typed.toUpperCase();
  return (is) =>
    is.and([
      ...(actor.kind === 'member' ? [ownOrShared(is, actor.memberId ?? 0, held)] : []),
      ...(memberId === undefined ? [] : [is('r.memberId', '=', memberId)]),
      ...(tillSessionId === undefined ? [] : [is('r.tillSessionId', '=', tillSessionId)]),
      ...(direction === undefined ? [] : [is('r.direction', '=', direction)]),
      ...(from === undefined ? [] : [is('r.issuedOn', '>=', from)]),
      ...(to === undefined ? [] : [is('r.issuedOn', '<=', to)]),
      ...(members === undefined
        ? []
        : [
            is.or([
              is.and([is('r.number', '>=', number), is('r.number', '<', `${number}${LAST_CHARACTER}`)]),
              is('r.reference', '=', typed),
              is('r.memberId', 'in', members),
            ]),
          ]),
    ]);
}

/** By the member first, so that the index of receipts by member is used. */
function ownOrShared(
  is: ExpressionBuilder<Schema & { r: Schema['receipt'] }, 'r'>,
  memberId: number,
  held: readonly number[],
): Expression<SqlBool> {
  const own = is('r.memberId', '=', memberId);
  if (held.length === 0) return own;
  const lines = is.selectFrom('receipt_line as l').select('l.line').whereRef('l.receiptId', '=', 'r.id');
  return is.or([
    own,
    is.and([
      is('r.memberId', 'in', is.selectFrom('deposit as d').select('d.memberId').where('d.id', 'in', held)),
      is.exists(lines),
      is.not(
        is.exists(
          lines.where((other) => other.or([other('l.depositId', 'is', null), other('l.depositId', 'not in', held)])),
        ),
      ),
    ]),
  ]);
}

/** What was taken back counts as a receipt and not as money. */
async function totalsOf(platform: Platform, asked: ReceiptsAsked) {
  const sumOf = (direction: 'in' | 'out') =>
    sql<number>`COALESCE(SUM(CASE WHEN r.direction = ${direction} AND x.id IS NULL THEN r.total ELSE 0 END), 0)`;
  const { receipts, received, paid } = await platform.database
    .selectFrom('receipt as r')
    .leftJoin('journal_entry as x', 'x.reversesEntryId', 'r.entryId')
    .where(asked)
    .select(({ fn }) => [fn.countAll().as('receipts'), sumOf('in').as('received'), sumOf('out').as('paid')])
    .executeTakeFirstOrThrow();
  return {
    total: Number(receipts),
    totals: { received: formatMoney(money(received)), paid: formatMoney(money(paid)) },
  };
}

function receiptRows(reader: Reader) {
  return reader
    .selectFrom('receipt as r')
    .innerJoin('member as m', 'm.id', 'r.memberId')
    .leftJoin('user as u', 'u.id', 'r.issuedByUserId')
    .leftJoin('till_session as s', 's.id', 'r.tillSessionId')
    .leftJoin('till as t', 't.id', 's.tillId')
    .leftJoin('journal_entry as x', 'x.reversesEntryId', 'r.entryId')
    .select([
      'r.id',
      'r.number',
      'r.entryId',
      'r.direction',
      'r.memberId',
      'm.number as memberNumber',
      'm.name as memberName',
      'm.nameLocal as memberNameLocal',
      'r.mode',
      'r.reference',
      'r.referenceOn',
      'r.drawnOn',
      'r.total',
      'r.cashGiven',
      'u.name as issuedBy',
      'r.issuedOn',
      'r.issuedAt',
      't.code as tillCode',
      'x.id as reversedByEntryId',
      'x.seriesCode',
      'x.financialYear',
      'x.number as reversingNumber',
    ])
    .select((count) =>
      count
        .selectFrom('receipt_print as p')
        .select((fn) => fn.fn.countAll<number>().as('prints'))
        .whereRef('p.receiptId', '=', 'r.id')
        .as('prints'),
    );
}

type ReceiptRow = Awaited<ReturnType<ReturnType<typeof receiptRows>['execute']>>[number];

function foundReceipt(row: ReceiptRow): Omit<FoundReceipt, 'lines'> {
  const { seriesCode, financialYear, reversingNumber, direction, prints, ...receipt } = row;
  return {
    ...receipt,
    direction: direction === 'out' ? 'out' : 'in',
    prints: prints ?? 0,
    reversedByNumber:
      seriesCode === null || financialYear === null || reversingNumber === null
        ? null
        : printedNumber({ seriesCode, financialYear, number: reversingNumber }),
  };
}
