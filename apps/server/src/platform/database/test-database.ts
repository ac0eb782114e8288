// A clean, migrated database for one test, on the server that KAFAL_TEST_DATABASE names.

import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrations } from '../../../migrations/index.ts';
import { migrateDatabase } from './migrate.ts';
import { type Migration, stepsOf } from './migration.ts';
import { type OpenDatabase, openDatabase } from './open-database.ts';
import { sqliteSchema } from './schema-dialect.ts';

export interface TestDatabaseOptions {
  /** The migrations to run instead of the program's own. */
  readonly migrations?: readonly Migration[];
  readonly appendOnlyTables?: readonly string[];
}

export type TestDatabaseKind = 'sqlite' | 'mysql' | 'mariadb';

export function testDatabaseKind(): TestDatabaseKind {
  const kind = process.env.KAFAL_TEST_DATABASE ?? 'sqlite';
  if (kind !== 'sqlite' && kind !== 'mysql' && kind !== 'mariadb') {
    throw new Error(`KAFAL_TEST_DATABASE is "${kind}"; it names sqlite, mysql or mariadb.`);
  }
  return kind;
}

/** Close it when the test is done. */
export async function createTestDatabase(options: TestDatabaseOptions = {}): Promise<OpenDatabase> {
  const kind = testDatabaseKind();
  if (kind === 'sqlite') {
    return createSqliteFile(options);
  }
  const { createTestSchema } = await import('./dialects/mysql-test-database.ts');
  return createTestSchema(kind, options);
}

async function createSqliteFile(options: TestDatabaseOptions): Promise<OpenDatabase> {
  const template = await migratedTemplate(options.migrations ?? migrations);
  const folder = mkdtempSync(join(tmpdir(), 'kafal-test-'));
  const path = join(folder, 'kafal.db');
  copyFileSync(template, path);

  const opened = await openDatabase({ ...options, kind: 'sqlite', path, unsafeForTests: true });
  return {
    ...opened,
    close: async () => {
      await opened.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Migrated once per text of the migrations and shared by every worker of every run. */
async function migratedTemplate(list: readonly Migration[]): Promise<string> {
  const statements = list.flatMap((migration) => [migration.name, ...stepsOf(migration, sqliteSchema)]);
  const version = createHash('sha256').update(JSON.stringify(statements)).digest('hex').slice(0, 16);
  const folder = join(tmpdir(), 'kafal-test-templates');
  const template = join(folder, `${version}.db`);
  if (existsSync(template)) {
    return template;
  }

  mkdirSync(folder, { recursive: true });
  const own = mkdtempSync(join(folder, 'making-'));
  const path = join(own, 'kafal.db');
  await migrateDatabase({ kind: 'sqlite', path, unsafeForTests: true }, { migrations: list });
  // Two workers may both have made it: they made the same file, and a rename is whole.
  renameSync(path, template);
  rmSync(own, { recursive: true, force: true });
  return template;
}
