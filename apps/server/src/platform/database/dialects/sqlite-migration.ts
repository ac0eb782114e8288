// Migrating the SQLite file: a copy first, then one transaction per migration.

import { existsSync, renameSync, rmSync } from 'node:fs';
import { backup, DatabaseSync } from 'node:sqlite';
import { DatabaseRefused } from '../database-errors.ts';
import {
  type MigrationProgress,
  type MigrationReport,
  migrationTable,
  type PendingMigration,
  READ_STEPS,
  RECORD_STEP,
  type RecordedStep,
} from '../migrate.ts';
import type { SqliteOptions } from '../open-database.ts';
import { sqliteSchema } from '../schema-dialect.ts';
import { createOwnerOnly } from './sqlite-connection.ts';

export async function migrateSqlite(
  options: SqliteOptions,
  pendingOf: (recorded: readonly RecordedStep[]) => PendingMigration[],
  progress: (progress: MigrationProgress) => void,
): Promise<MigrationReport> {
  createOwnerOnly(options.path);
  const database = new DatabaseSync(options.path, { timeout: 5_000 });
  try {
    database.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = ${options.unsafeForTests ? 'OFF' : 'FULL'};`);
    const recorded = readRecorded(database);
    const pending = pendingOf(recorded);
    const [first] = pending;
    if (first === undefined) {
      return { applied: [], copy: undefined };
    }
    const copy = recorded.length === 0 ? undefined : await copyBefore(database, options.path, first.name);
    for (const migration of pending) {
      runMigration(database, migration, progress);
    }
    return { applied: pending.map((migration) => migration.name), copy };
  } finally {
    database.close();
  }
}

function readRecorded(database: DatabaseSync): RecordedStep[] {
  const tables = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all();
  if (tables.some((table) => table.name === 'migration')) {
    return database
      .prepare(READ_STEPS)
      .all()
      .map((row) => ({ name: String(row.name), step: Number(row.step) }));
  }
  if (tables.length > 0) {
    throw new DatabaseRefused('This SQLite file holds tables of another program; give an empty folder.');
  }
  return [];
}

/** The file as it was, beside it; the name tells which upgrade it was taken before. */
async function copyBefore(database: DatabaseSync, path: string, migration: string): Promise<string> {
  const copy = `${path}.before-${migration}`;
  const unfinished = `${copy}.unfinished`;
  if (existsSync(unfinished)) {
    rmSync(unfinished);
  }
  createOwnerOnly(unfinished);
  await backup(database, unfinished);
  renameSync(unfinished, copy);
  return copy;
}

function runMigration(
  database: DatabaseSync,
  migration: PendingMigration,
  progress: (progress: MigrationProgress) => void,
): void {
  database.exec('BEGIN IMMEDIATE');
  try {
    if (database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'migration'").get() === undefined) {
      for (const statement of migrationTable(sqliteSchema)) {
        database.exec(statement);
      }
    }
    const record = database.prepare(RECORD_STEP);
    for (const { number, sql } of migration.steps) {
      database.exec(sql);
      record.run(migration.name, number, Date.now());
      progress({ migration: migration.name, step: number + 1, steps: migration.stepsInAll });
    }
    database.exec('COMMIT');
  } catch (error) {
    if (database.isTransaction) {
      database.exec('ROLLBACK');
    }
    throw error;
  }
}
