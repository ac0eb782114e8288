// The trail, newest first. Rows come in pieces of a few thousand ids, so that a search through a million rows neither
// holds the database nor the other requests up.

import { setImmediate as nextTurn } from 'node:timers/promises';
import { AuditRow } from '@kafal/contract';
import type { z } from 'zod';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform } from '../../platform/platform.ts';
import type { AuditFilter } from './audit-filter.ts';
import { subjectNames } from './subject-names.ts';

const KeptRow = AuditRow.omit({ subjectName: true });
export type AuditRowView = z.infer<typeof KeptRow>;

const USUAL_LIMIT = 50;
const PIECE = 2_000;

export async function listAudit(
  platform: Platform,
  filter: AuditFilter,
  page: { limit?: number | undefined; cursor?: string | undefined },
): Promise<{ items: z.infer<typeof AuditRow>[]; nextCursor: string | null }> {
  const limit = page.limit ?? USUAL_LIMIT;
  const found: AuditRowView[] = [];
  for await (const piece of readAudit(platform, filter, beforeId(page.cursor), limit + 1)) {
    found.push(...piece);
    if (found.length > limit) break;
  }
  const shown = found.slice(0, limit);
  const nameOf = await subjectNames(platform, shown);
  const items = shown.map((row) => ({ ...row, subjectName: nameOf(row) }));
  return { items, nextCursor: found.length > limit ? (items.at(-1)?.id ?? null) : null };
}

/** Every row of the filter with an id below `before`, newest first, at most `most` of them at a time. */
export async function* readAudit(
  platform: Platform,
  filter: AuditFilter,
  before: number,
  most: number,
): AsyncGenerator<AuditRowView[]> {
  const newest = await platform.database
    .selectFrom('audit')
    .select('id')
    .where('id', '<', before)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  let end = (newest?.id ?? 0) + 1;
  while (end > 1) {
    // A search looks at every row of a piece; without one an index leads straight to the next rows.
    const start = filter.q === undefined ? 1 : Math.max(1, end - PIECE);
    const rows = await readPiece(platform, filter, start, end, most);
    if (rows.length > 0) yield rows.map(toView);
    if (rows.length === most) end = rows.at(-1)?.id ?? 1;
    else end = start;
    await nextTurn();
  }
}

function readPiece(platform: Platform, filter: AuditFilter, start: number, end: number, most: number) {
  let query = platform.database
    .selectFrom('audit')
    .select([
      'id',
      'recordedAt',
      'userId',
      'userName',
      'userKind',
      'action',
      'subjectKind',
      'subjectId',
      'oldValues',
      'newValues',
      'address',
      'agent',
      'requestId',
    ])
    .where('id', '>=', start)
    .where('id', '<', end);
  if (filter.action !== undefined) query = query.where('action', '=', filter.action);
  if (filter.userId !== undefined) query = query.where('userId', '=', filter.userId);
  if (filter.subjectKind !== undefined) query = query.where('subjectKind', '=', filter.subjectKind);
  if (filter.subjectId !== undefined) query = query.where('subjectId', '=', filter.subjectId);
  if (filter.from !== undefined) query = query.where('recordedAt', '>=', filter.from);
  if (filter.before !== undefined) query = query.where('recordedAt', '<', filter.before);
  if (filter.q !== undefined) {
    const { q } = filter;
    query = query.where(({ or, eb, fn, val }) =>
      or(
        SEARCHED.map((column) =>
          eb(fn<number>('instr', [fn<string>('lower', [column]), val(q.toLowerCase())]), '>', 0),
        ),
      ),
    );
  }
  return query.orderBy('id', 'desc').limit(most).execute();
}

const SEARCHED = [
  'userName',
  'action',
  'subjectId',
  'oldValues',
  'newValues',
  'address',
  'agent',
  'requestId',
] as const;

type StoredRow = Awaited<ReturnType<typeof readPiece>>[number];

function toView(row: StoredRow): AuditRowView {
  return KeptRow.parse({
    ...row,
    id: String(row.id),
    recordedAt: new Date(row.recordedAt).toISOString(),
    userId: row.userId === null ? null : String(row.userId),
    oldValues: row.oldValues === null ? null : JSON.parse(row.oldValues),
    newValues: row.newValues === null ? null : JSON.parse(row.newValues),
  });
}

function beforeId(cursor: string | undefined): number {
  if (cursor === undefined) return Number.MAX_SAFE_INTEGER;
  if (!/^[1-9]\d{0,14}$/.test(cursor)) throw new Refusal('malformed', 'CURSOR_MALFORMED', undefined, 'cursor');
  return Number(cursor);
}
