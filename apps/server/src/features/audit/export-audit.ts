// The trail as a file, the whole filter, piece by piece. That it was exported, by whom and what of it, is in the trail
// before the first byte leaves.

import { BYTE_ORDER_MARK, csvLines } from '../../platform/csv/csv-lines.ts';
import type { Actor } from '../../platform/http/actor.ts';
import type { Platform } from '../../platform/platform.ts';
import { type AskedFilter, auditFilter } from './audit-filter.ts';
import { type AuditRowView, readAudit } from './audit-queries.ts';
import { auditMessages } from './messages.ts';
import { recordAudit } from './record-audit.ts';
import { subjectNames } from './subject-names.ts';

const ROWS_AT_ONCE = 1_000;

export async function exportAudit(
  platform: Platform,
  actor: Actor,
  asked: AskedFilter,
): Promise<AsyncGenerator<string>> {
  const filter = await auditFilter(platform, asked);
  await platform.transact((trx) =>
    recordAudit(trx, platform, actor, {
      action: 'audit.exported',
      subjectKind: 'audit',
      subjectId: null,
      newValues: { ...asked },
    }),
  );
  const newest = await platform.database
    .selectFrom('audit')
    .select('id')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return lines(platform, actor, filter, (newest?.id ?? 0) + 1);
}

async function* lines(
  platform: Platform,
  actor: Actor,
  filter: Awaited<ReturnType<typeof auditFilter>>,
  before: number,
): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK +
    csvLines([COLUMNS.map((name) => auditMessages[actor.language][`AUDIT_COLUMN_${name}`] ?? name)]);
  for await (const rows of readAudit(platform, filter, before, ROWS_AT_ONCE)) {
    const nameOf = await subjectNames(platform, rows);
    yield csvLines(rows.map((row) => cellsOf(row, nameOf(row))));
  }
}

const COLUMNS = [
  'NUMBER',
  'AT',
  'USER',
  'KIND',
  'ACTION',
  'SUBJECT',
  'SUBJECT_ID',
  'SUBJECT_NAME',
  'OLD',
  'NEW',
  'ADDRESS',
  'AGENT',
  'REQUEST',
];

function cellsOf(row: AuditRowView, subjectName: string | null): string[] {
  return [
    row.id,
    row.recordedAt,
    row.userName,
    row.userKind,
    row.action,
    row.subjectKind,
    row.subjectId ?? '',
    subjectName ?? '',
    row.oldValues === null ? '' : JSON.stringify(row.oldValues),
    row.newValues === null ? '' : JSON.stringify(row.newValues),
    row.address,
    row.agent,
    row.requestId,
  ];
}
