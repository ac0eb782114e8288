// Migrating MySQL or MariaDB: every step commits by itself, so every step is recorded by itself, under one lock.

import type { Connection, RowDataPacket } from 'mysql2/promise';
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
import type { MysqlOptions } from '../open-database.ts';
import { mysqlSchema } from '../schema-dialect.ts';
import { errorNumber } from './mysql-errors.ts';
import { sessionSettings } from './mysql-pool.ts';
import { connect, lockName, type MysqlServer, readServer, takeLock } from './mysql-server.ts';

const LOCK_SECONDS = 120;
/** There while a restore is under way; a server refuses to start on it, another restore begins again. */
export const UNFINISHED_RESTORE = 'restore_unfinished';
const NO_RIGHT_TO_CREATE_TRIGGERS = 1419;
/** Table, column, index, trigger or foreign key is already there, or what was to go is gone. */
const ALREADY_DONE = new Set([1050, 1060, 1061, 1091, 1359, 1826]);

export async function migrateMysql(
  options: MysqlOptions,
  pendingOf: (recorded: readonly RecordedStep[]) => PendingMigration[],
  progress: (progress: MigrationProgress) => void,
): Promise<MigrationReport> {
  const connection = await connect(options, options.migrateUser ?? options);
  try {
    const server = await readServer(connection);
    await connection.query(sessionSettings(server, 0));
    if (!(await takeLock(connection, lockName(options.database, 'migration'), LOCK_SECONDS))) {
      throw new DatabaseRefused('Another server is upgrading this database; start again when it is done.');
    }
    const recorded = await readRecorded(connection);
    const pending = pendingOf(recorded ?? []);
    if (recorded === undefined) {
      await say(connection, migrationTable(mysqlSchema));
    }
    await runAll(connection, server, pending, progress);
    return { applied: pending.map((migration) => migration.name), copy: undefined };
  } finally {
    // Ends the lock with it.
    await connection.end();
  }
}

/** Nothing when the database is empty and the record has still to be made. */
async function readRecorded(connection: Connection): Promise<RecordedStep[] | undefined> {
  const [tables] = await connection.execute<RowDataPacket[]>(
    'SELECT TABLE_NAME AS name FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE()',
  );
  if (tables.some((table) => table.name === UNFINISHED_RESTORE)) {
    throw new DatabaseRefused('A restore into this database was cut off; run the restore again.');
  }
  if (tables.some((table) => table.name === 'migration')) {
    const [rows] = await connection.execute<RowDataPacket[]>(READ_STEPS);
    return rows.map((row) => ({ name: String(row.name), step: Number(row.step) }));
  }
  if (tables.length > 0) {
    throw new DatabaseRefused('This database holds tables of another program; give an empty one.');
  }
  return undefined;
}

async function runAll(
  connection: Connection,
  server: MysqlServer,
  pending: readonly PendingMigration[],
  progress: (progress: MigrationProgress) => void,
): Promise<void> {
  // Only the step at which an earlier upgrade was cut off can have been done without being recorded.
  let mayBeDone = true;
  for (const migration of pending) {
    for (const { number, sql } of migration.steps) {
      await runStep(connection, server, sql, mayBeDone);
      await connection.execute(RECORD_STEP, [migration.name, String(number), String(Date.now())]);
      mayBeDone = false;
      progress({ migration: migration.name, step: number + 1, steps: migration.stepsInAll });
    }
  }
}

async function runStep(connection: Connection, server: MysqlServer, sql: string, mayBeDone: boolean): Promise<void> {
  try {
    // Text, not a prepared statement: the servers do not prepare CREATE TRIGGER. A migration holds no values.
    await connection.query(sql);
  } catch (error) {
    if (mayBeDone && ALREADY_DONE.has(errorNumber(error) ?? 0)) {
      return;
    }
    throw stepFailure(error, server);
  }
}

/** The sentence for the one refusal that the operator can lift; every other error as it is. */
export function stepFailure(error: unknown, server: MysqlServer): unknown {
  return errorNumber(error) === NO_RIGHT_TO_CREATE_TRIGGERS
    ? new DatabaseRefused(triggerSentence(server), { cause: error })
    : error;
}

function triggerSentence(server: MysqlServer): string {
  const statement =
    server.kind === 'mariadb'
      ? 'SET GLOBAL log_bin_trust_function_creators = 1 (and the same line under [mysqld] in its configuration file)'
      : 'SET PERSIST log_bin_trust_function_creators = 1';
  return (
    'The database server keeps a binary log and therefore does not let this user create the triggers that protect the ' +
    `journal. Let its root user run: ${statement}. Then start again; what is done so far is kept.`
  );
}

async function say(connection: Connection, statements: readonly string[]): Promise<void> {
  for (const statement of statements) {
    await connection.query(statement);
  }
}
