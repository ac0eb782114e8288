// SQLite's side of the shared names.

import type { Dialect } from '../dialect.ts';
import type { SqliteConnection } from './sqlite-connection.ts';
import { insertUnlessThere, statements, upsertStatements } from './statements.ts';

// Extended result codes: a unique index, the primary key, the row id.
const DUPLICATES = new Set([2067, 1555, 2579]);

export function sqliteDialect(connection: SqliteConnection): Dialect {
  const shared = statements('INTEGER');
  let keyNames: Map<string, string> | undefined;

  const isDuplicateKey = (error: unknown): string | undefined => {
    const columns = duplicateColumns(error);
    if (columns === undefined) {
      return undefined;
    }
    keyNames ??= readKeyNames(connection);
    return keyNames.get(columns) ?? 'PRIMARY';
  };

  return {
    kind: 'sqlite',
    ...shared,
    forUpdate: (query) => query,
    forUpdateText: '',
    isDuplicateKey,
    insertIgnore: (query) => insertUnlessThere(query, isDuplicateKey),
    upsert: async (trx, table, rows, rule) => {
      const upserts = upsertStatements(table, rows, rule, {
        head: (key) => `ON CONFLICT (${key}) DO UPDATE SET`,
        proposed: (column) => `excluded.${column}`,
      });
      for (const { text, parameters } of upserts) await shared.run(trx, text, parameters);
    },
  };
}

/** SQLite names the columns, `member.email, member.kind`, where the others name the key. */
function duplicateColumns(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('errcode' in error) || !DUPLICATES.has(Number(error.errcode))) {
    return undefined;
  }
  return error.message.slice(error.message.indexOf(': ') + 2);
}

function readKeyNames(connection: SqliteConnection): Map<string, string> {
  const rows = connection.raw
    .prepare(
      `SELECT i.name AS keyName, t.name || '.' || c.name AS columnName
         FROM sqlite_schema AS t, pragma_index_list(t.name) AS i, pragma_index_info(i.name) AS c
        WHERE t.type = 'table' AND i."unique" = 1 AND i.origin = 'c'
        ORDER BY i.name, c.seqno`,
    )
    .all();
  const columnsOf = Map.groupBy(rows, (row) => String(row.keyName));
  return new Map([...columnsOf].map(([key, columns]) => [columns.map((row) => row.columnName).join(', '), key]));
}
