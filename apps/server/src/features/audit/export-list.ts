// Any list as a file for a spreadsheet: the whole filter, read page by page, so that it never stands in memory.

import { BYTE_ORDER_MARK, csvLines } from '../../platform/csv/csv-lines.ts';
import type { Actor } from '../../platform/http/actor.ts';
import type { Platform } from '../../platform/platform.ts';
import { type AuditedAct, recordAudit } from './record-audit.ts';

export const EXPORTED_ROWS_AT_ONCE = 500;

export interface ExportedList<Item> extends Pick<AuditedAct, 'action' | 'subjectKind'> {
  readonly subjectId?: AuditedAct['subjectId'];
  /** What of the list was asked for, as the trail keeps it. */
  readonly filter: Readonly<Record<string, unknown>>;
  readonly heads: readonly string[];
  readonly page: (
    cursor: string | undefined,
  ) => Promise<{ readonly items: readonly Item[]; readonly nextCursor: string | null }>;
  readonly cells: (item: Item) => readonly (string | null)[];
}

/** The export is in the trail before its first byte leaves. */
export async function exportList<Item>(
  platform: Platform,
  actor: Actor,
  list: ExportedList<Item>,
): Promise<AsyncGenerator<string>> {
  const { action, subjectKind, subjectId = null, filter } = list;
  await platform.transact((trx) =>
    recordAudit(trx, platform, actor, { action, subjectKind, subjectId, newValues: { ...filter } }),
  );
  return lines(list);
}

async function* lines<Item>({ heads, page, cells }: ExportedList<Item>): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + csvLines([heads]);
  let cursor: string | null | undefined;
  do {
    const { items, nextCursor } = await page(cursor ?? undefined);
    if (items.length > 0) yield csvLines(items.map(cells));
    cursor = nextCursor;
  } while (cursor !== null);
}
