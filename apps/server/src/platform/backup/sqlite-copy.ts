// The embedded database in a backup: the file itself, as of one moment, while the server goes on writing.

import { backup, DatabaseSync } from 'node:sqlite';
import { BackupRefused } from './backup-refused.ts';
import { isSealedColumn, type SealedColumn } from './manifest.ts';

const PAGES_PER_STEP = 2_000;

export interface CopiedDatabase {
  readonly migrations: readonly string[];
  readonly sealed: readonly SealedColumn[];
}

export async function copySqlite(
  from: string,
  to: string,
  progress: (done: number, total: number) => void,
): Promise<CopiedDatabase> {
  const source = new DatabaseSync(from, { readOnly: true, timeout: 5_000 });
  try {
    // A snapshot that is held open keeps the copy from beginning again each time somebody writes.
    source.exec('BEGIN');
    source.prepare('SELECT count(*) FROM sqlite_schema').get();
    await backup(source, to, {
      rate: PAGES_PER_STEP,
      progress: ({ totalPages, remainingPages }) => progress(totalPages - remainingPages, totalPages),
    });
  } finally {
    source.close();
  }
  return withDatabase(to, (copy) => ({ migrations: migrationsOf(copy), sealed: sealedColumnsOf(copy) }));
}

/** A file that came out of a backup is looked at before it becomes the society's books. */
export function refuseBrokenSqlite(path: string): void {
  withDatabase(path, (copy) => {
    const integrity = copy.prepare('PRAGMA integrity_check(1)').get()?.integrity_check;
    if (integrity !== 'ok') {
      throw new BackupRefused(`The database in the backup is damaged: ${integrity}.`);
    }
    const orphan = copy.prepare('PRAGMA foreign_key_check').get();
    if (orphan !== undefined) {
      throw new BackupRefused(
        `The database in the backup is damaged: a row of ${orphan.table} has lost its ${orphan.parent}.`,
      );
    }
  });
}

function withDatabase<T>(path: string, act: (database: DatabaseSync) => T): T {
  const database = new DatabaseSync(path);
  try {
    // The copy stands alone: one file, without the two beside it that a running server keeps.
    database.exec('PRAGMA journal_mode = DELETE');
    return act(database);
  } finally {
    database.close();
  }
}

function migrationsOf(database: DatabaseSync): string[] {
  return database
    .prepare('SELECT name FROM migration GROUP BY name ORDER BY min(rowid)')
    .all()
    .map((row) => String(row.name));
}

function sealedColumnsOf(database: DatabaseSync): SealedColumn[] {
  return database
    .prepare(
      `SELECT t.name AS tableName, c.name AS columnName
         FROM sqlite_schema AS t, pragma_table_info(t.name) AS c WHERE t.type = 'table' ORDER BY t.name, c.cid`,
    )
    .all()
    .map((row) => ({ table: String(row.tableName), column: String(row.columnName) }))
    .filter(({ column }) => isSealedColumn(column))
    .map(({ table, column }) => ({
      table,
      column,
      rows: Number(database.prepare(`SELECT count(\`${column}\`) AS filled FROM \`${table}\``).get()?.filled),
    }));
}
