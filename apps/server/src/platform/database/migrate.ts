// Brings a database up to date at start. Each step is recorded when it is done, so an upgrade that was cut off goes on
// where it stopped; a database written by a newer program is refused, untouched.

import { migrations as allMigrations } from '../../../migrations/index.ts';
import { DatabaseRefused } from './database-errors.ts';
import { type Migration, stepsOf } from './migration.ts';
import type { DatabaseOptions } from './open-database.ts';
import { mysqlSchema, type SchemaDialect, sqliteSchema } from './schema-dialect.ts';

export interface MigrationProgress {
  readonly migration: string;
  readonly step: number;
  readonly steps: number;
}

export interface MigrateSettings {
  readonly migrations?: readonly Migration[];
  readonly progress?: (progress: MigrationProgress) => void;
}

export interface MigrationReport {
  /** The migrations that ran now. */
  readonly applied: readonly string[];
  /** The copy of the file as it was before; nothing when the database was new or up to date. */
  readonly copy: string | undefined;
}

export interface RecordedStep {
  readonly name: string;
  readonly step: number;
}

export interface PendingMigration {
  readonly name: string;
  readonly steps: readonly { readonly number: number; readonly sql: string }[];
  readonly stepsInAll: number;
}

export async function migrateDatabase(
  options: DatabaseOptions,
  settings: MigrateSettings = {},
): Promise<MigrationReport> {
  const migrations = settings.migrations ?? allMigrations;
  const progress = settings.progress ?? (() => {});

  if (options.kind === 'sqlite') {
    const { migrateSqlite } = await import('./dialects/sqlite-migration.ts');
    return migrateSqlite(options, (recorded) => pendingOf(migrations, sqliteSchema, recorded), progress);
  }
  const { migrateMysql } = await import('./dialects/mysql-migration.ts');
  return migrateMysql(options, (recorded) => pendingOf(migrations, mysqlSchema, recorded), progress);
}

/** What the record looks like, on every server; `migration` is the one table no migration makes. */
export const migrationTable = (dialect: SchemaDialect): string[] =>
  dialect.table(
    'migration',
    [
      dialect.column('name', dialect.text(120)),
      dialect.column('step', dialect.integer()),
      dialect.column('doneAt', dialect.instant()),
    ],
    [dialect.primaryKey('name', 'step')],
  );

export const RECORD_STEP = 'INSERT INTO `migration` (`name`, `step`, `doneAt`) VALUES (?, ?, ?)';
export const READ_STEPS = 'SELECT `name`, `step` FROM `migration`';

function pendingOf(
  migrations: readonly Migration[],
  dialect: SchemaDialect,
  recorded: readonly RecordedStep[],
): PendingMigration[] {
  const done = new Map<string, Set<number>>();
  for (const { name, step } of recorded) {
    done.set(name, (done.get(name) ?? new Set()).add(step));
  }

  const pending: PendingMigration[] = [];
  for (const migration of migrations) {
    const statements = stepsOf(migration, dialect);
    const doneSteps = done.get(migration.name) ?? new Set<number>();
    refuseUnknownSteps(migration.name, doneSteps, statements.length);
    const steps = statements.map((sql, number) => ({ number, sql })).filter(({ number }) => !doneSteps.has(number));
    if (steps.length > 0) {
      pending.push({ name: migration.name, steps, stepsInAll: statements.length });
    }
  }

  const known = new Set(migrations.map((migration) => migration.name));
  const unknown = [...done.keys()].filter((name) => !known.has(name)).sort();
  if (unknown.length > 0) {
    throw new DatabaseRefused(
      `This database was written by a newer version of the program (it holds ${unknown.join(', ')}); start that version.`,
    );
  }
  return pending;
}

function refuseUnknownSteps(name: string, done: ReadonlySet<number>, steps: number): void {
  if ([...done].some((step) => step >= steps)) {
    throw new DatabaseRefused(
      `This database was written by another version of the program (${name} had more steps there); start that version.`,
    );
  }
}
