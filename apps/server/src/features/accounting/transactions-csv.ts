// The register as a file: the whole filter, read page by page, so that a million entries never stand in memory.

import { BYTE_ORDER_MARK, csvLines } from '../../platform/csv/csv-lines.ts';
import type { Actor } from '../../platform/http/actor.ts';
import type { Platform } from '../../platform/platform.ts';
import { recordAudit } from '../audit/index.ts';
import { bookWords } from './book-words.ts';
import { entryRow } from './entry-rows.ts';
import { narrationsIn } from './say-narration.ts';
import { type TransactionFilter, transactionRows } from './transaction-queries.ts';

const ROWS_AT_ONCE = 500;

/** The export is in the trail before its first byte leaves. */
export async function transactionsCsv(
  platform: Platform,
  actor: Actor,
  query: TransactionFilter,
): Promise<AsyncGenerator<string>> {
  const { limit: _limit, cursor: _cursor, total: _total, ...filter } = query;
  await platform.transact((trx) =>
    recordAudit(trx, platform, actor, {
      action: 'transactions.exported',
      subjectKind: 'journal_entry',
      subjectId: null,
      newValues: { ...filter },
    }),
  );
  return lines(platform, actor, query);
}

async function* lines(platform: Platform, actor: Actor, query: TransactionFilter): AsyncGenerator<string> {
  const { csv } = bookWords[actor.language];
  const head = [
    csv.number,
    csv.kind,
    csv.postedOn,
    csv.valueOn,
    csv.narration,
    csv.member,
    csv.memberName,
    csv.mode,
    csv.till,
    csv.total,
    csv.maker,
  ];
  yield BYTE_ORDER_MARK + csvLines([head]);

  const sayNarration = await narrationsIn(actor.language, platform);
  let after: number | undefined;
  for (;;) {
    const rows = await transactionRows(platform, actor, query, after, ROWS_AT_ONCE);
    if (rows.length > 0) {
      yield csvLines(
        rows.map((row) => {
          const entry = entryRow(row, actor, sayNarration);
          return [
            entry.number,
            entry.kind,
            entry.postedOn,
            entry.valueOn,
            entry.narration,
            entry.memberNumber,
            entry.memberName,
            entry.mode,
            entry.tillCode,
            entry.total,
            entry.maker,
          ];
        }),
      );
    }
    after = rows.at(-1)?.id;
    if (rows.length < ROWS_AT_ONCE) return;
  }
}
