import type { ShareAllotmentView, ShareHoldingList, ShareHoldingQuery, ShareHoldingView } from '@kafal/contract';
import { formatMoney, type Money, money } from '@kafal/core';
import type { z } from 'zod';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Row } from '../../platform/database/schema.ts';
import type { Actor } from '../../platform/http/actor.ts';
import type { Platform } from '../../platform/platform.ts';
import { getMemberFor, readCursor, writeCursor } from '../members/index.ts';
import { membersTyped } from '../search/index.ts';
import { setting } from '../society/index.ts';

type HoldingRowAnswer = z.infer<typeof ShareHoldingList>['items'][number];
export type Allotment = Row<'share_allotment'>;

const USUAL_LIMIT = 50;
const SORT = 'memberId';

/** A member sees their own holding, staff all of them in the order of the members. */
export async function shareHoldingList(
  platform: Platform,
  actor: Actor,
  query: z.output<typeof ShareHoldingQuery>,
): Promise<z.infer<typeof ShareHoldingList>> {
  const { limit = USUAL_LIMIT, pending } = query;
  const { database } = platform;
  const currency = await setting(platform, 'money.currency');
  const after = readCursor(SORT, query.cursor);
  const members = await membersTyped(platform, query.q);

  const asked = selectHoldings(database)
    .$if(actor.kind === 'member', (select) => select.where('member.id', '=', actor.memberId ?? 0))
    .$if(members !== undefined, (select) => (members === undefined ? select : select.where('member.id', 'in', members)))
    .$if(pending !== undefined, (select) => select.where('waiting.amount', pending === 'true' ? '>' : '=', money(0)));
  const rows = await asked
    .$if(after !== undefined, (select) => select.where('member.id', '>', after?.id ?? 0))
    .orderBy('member.id')
    .limit(limit + 1)
    .execute();

  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map((row) => holdingRow(row, currency)),
    nextCursor:
      rows.length > limit && last !== undefined ? writeCursor(SORT, { value: last.memberId, id: last.memberId }) : null,
    ...(query.total === true ? await totalsOf(platform, asked) : {}),
  };
}

async function totalsOf({ dialect }: Platform, asked: ReturnType<typeof selectHoldings>) {
  const { holdings, shares, amount, pending } = await asked
    .clearSelect()
    .select(({ fn }) => [
      fn.countAll().as('holdings'),
      dialect.sum('share_holding.shares').as('shares'),
      dialect.sum('held.amount').as('amount'),
      dialect.sum('waiting.amount').as('pending'),
    ])
    .executeTakeFirstOrThrow();
  return {
    total: Number(holdings),
    totals: { shares, amount: formatMoney(money(amount)), pending: formatMoney(money(pending)) },
  };
}

export async function shareHoldingView(
  platform: Platform,
  actor: Actor,
  memberId: number,
): Promise<z.infer<typeof ShareHoldingView>> {
  const member = await getMemberFor(platform, actor, memberId);
  const row = await selectHoldings(platform.database).where('member.id', '=', member.id).executeTakeFirstOrThrow();
  const allotments = await platform.database
    .selectFrom('share_allotment')
    .selectAll()
    .where('memberId', '=', member.id)
    .orderBy('id')
    .execute();
  return {
    ...holdingRow(row, await setting(platform, 'money.currency')),
    allotments: allotments.map(allotmentView),
  };
}

export interface AllotmentWithHolder {
  readonly allotment: Allotment;
  readonly folio: string;
  readonly memberNumber: string;
  readonly memberName: string;
  readonly memberNameLocal: string | null;
}

/** One allotment for its certificate; undefined when it is not there, or not the member's own. */
export async function findAllotmentFor(
  platform: Platform,
  actor: Actor,
  id: number,
): Promise<AllotmentWithHolder | undefined> {
  const { database } = platform;
  const allotment = await database.selectFrom('share_allotment').selectAll().where('id', '=', id).executeTakeFirst();
  if (allotment === undefined) return undefined;
  if (actor.kind === 'member' && actor.memberId !== allotment.memberId) return undefined;

  const holder = await database
    .selectFrom('share_holding')
    .innerJoin('member', 'member.id', 'share_holding.memberId')
    .select(['share_holding.folio', 'member.number', 'member.name', 'member.nameLocal'])
    .where('share_holding.id', '=', allotment.holdingId)
    .executeTakeFirstOrThrow();
  return {
    allotment,
    folio: holder.folio,
    memberNumber: holder.number,
    memberName: holder.name,
    memberNameLocal: holder.nameLocal,
  };
}

export function allotmentView(allotment: Allotment): z.infer<typeof ShareAllotmentView> {
  return {
    id: String(allotment.id),
    certificateNumber: allotment.certificateNumber,
    shares: allotment.shares,
    faceValue: formatMoney(allotment.faceValue),
    amount: formatMoney(allotment.amount),
    distinctiveFrom: allotment.distinctiveFrom,
    distinctiveTo: allotment.distinctiveTo,
    allottedOn: allotment.allottedOn,
    resolutionNumber: allotment.resolutionNumber,
    entryId: String(allotment.entryId),
    reversedByEntryId: allotment.reversedByEntryId === null ? null : String(allotment.reversedByEntryId),
  };
}

interface HoldingRow {
  readonly id: number;
  readonly memberId: number;
  readonly memberNumber: string;
  readonly memberName: string;
  readonly folio: string;
  readonly shares: number;
  readonly amount: Money | null;
  readonly pending: Money | null;
}

function holdingRow(row: HoldingRow, currency: string): HoldingRowAnswer {
  return {
    ...row,
    id: String(row.id),
    memberId: String(row.memberId),
    amount: formatMoney(row.amount ?? money(0)),
    pending: formatMoney(row.pending ?? money(0)),
    currency,
  };
}

function selectHoldings(reader: Reader) {
  return reader
    .selectFrom('member')
    .innerJoin('share_holding', 'share_holding.memberId', 'member.id')
    .leftJoin('balance as held', (join) =>
      join.onRef('held.subLedgerId', '=', 'share_holding.id').on('held.subLedger', '=', 'share'),
    )
    .leftJoin('balance as waiting', (join) =>
      join.onRef('waiting.subLedgerId', '=', 'member.id').on('waiting.subLedger', '=', 'share_pending'),
    )
    .select([
      'share_holding.id',
      'share_holding.memberId',
      'share_holding.folio',
      'share_holding.shares',
      'member.number as memberNumber',
      'member.name as memberName',
      'held.amount',
      'waiting.amount as pending',
    ]);
}
