import { formatMoney } from '@kafal/core';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Platform } from '../../platform/platform.ts';
import { printedNumber } from '../accounting/index.ts';
import { differenceText } from '../counter/index.ts';
import { readIdCursor } from '../deposits/index.ts';

function handoverRows(reader: Reader) {
  return reader
    .selectFrom('collection_handover as h')
    .innerJoin('agent as a', 'a.id', 'h.agentId')
    .innerJoin('user as u', 'u.id', 'a.userId')
    .innerJoin('till_session as s', 's.id', 'h.tillSessionId')
    .innerJoin('till as t', 't.id', 's.tillId')
    .innerJoin('user as c', 'c.id', 's.userId')
    .innerJoin('journal_entry as e', 'e.id', 'h.entryId')
    .select([
      'h.id',
      'h.entryId',
      'e.seriesCode',
      'e.financialYear',
      'e.number',
      'h.agentId',
      'a.number as agentNumber',
      'u.name as agentName',
      't.code as tillCode',
      'c.name as cashier',
      'e.postedOn',
      'e.recordedAt',
      'h.expected',
      'h.counted',
      'h.note',
      'h.reversedByEntryId',
    ]);
}

type HandoverRow = Awaited<ReturnType<ReturnType<typeof handoverRows>['execute']>>[number];
export type HandoverAnswer = ReturnType<typeof handoverView>;

function handoverView(row: HandoverRow) {
  return {
    id: String(row.id),
    entryId: String(row.entryId),
    entryNumber: printedNumber(row),
    agentId: String(row.agentId),
    agentNumber: row.agentNumber,
    agentName: row.agentName,
    tillCode: row.tillCode,
    cashier: row.cashier,
    handedOverOn: row.postedOn,
    handedOverAt: new Date(row.recordedAt).toISOString(),
    expected: formatMoney(row.expected),
    counted: formatMoney(row.counted),
    difference: differenceText(row.counted, row.expected),
    note: row.note,
    isReversed: row.reversedByEntryId !== null,
  };
}

export async function getHandover(id: number, reader: Reader): Promise<HandoverAnswer> {
  return handoverView(await handoverRows(reader).where('h.id', '=', id).executeTakeFirstOrThrow());
}

/** Newest first. */
export async function listHandovers(
  platform: Platform,
  query: { limit?: number | undefined; cursor?: string | undefined; agentId?: number | undefined },
) {
  const { limit = 50, agentId } = query;
  const before = readIdCursor(query.cursor) ?? Number.MAX_SAFE_INTEGER;
  const rows = await handoverRows(platform.database)
    .where('h.id', '<', before)
    .where((is) => (agentId === undefined ? is.and([]) : is('h.agentId', '=', agentId)))
    .orderBy('h.id', 'desc')
    .limit(limit + 1)
    .execute();
  const shown = rows.slice(0, limit);
  return {
    items: shown.map(handoverView),
    nextCursor: rows.length > limit ? String(shown.at(-1)?.id) : null,
  };
}
