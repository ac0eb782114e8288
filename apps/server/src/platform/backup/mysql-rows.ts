// MySQL and MariaDB in a backup: every row of every table as one line of JSON, read in one consistent snapshot. Put
// back in the same way: tables first, then rows, then the triggers that make some tables append-only.

import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import type { Connection as StreamingConnection } from 'mysql2';
import type { Connection, RowDataPacket } from 'mysql2/promise';
import { migrations as allMigrations } from '../../../migrations/index.ts';
import { stepFailure, UNFINISHED_RESTORE } from '../database/dialects/mysql-migration.ts';
import { sessionSettings } from '../database/dialects/mysql-pool.ts';
import { connect, lockName, readServer, takeLock } from '../database/dialects/mysql-server.ts';
import { migrationTable } from '../database/migrate.ts';
import { type Migration, stepsOf } from '../database/migration.ts';
import type { MysqlOptions } from '../database/open-database.ts';
import { mysqlSchema, quote } from '../database/schema-dialect.ts';
import { BackupRefused } from './backup-refused.ts';
import { isSealedColumn } from './manifest.ts';
import type { CopiedDatabase } from './sqlite-copy.ts';

const ROWS_PER_INSERT = 200;
/** Well below the smallest packet that a server accepts by default. */
const TEXT_PER_INSERT = 1_000_000;
const ROWS_PER_COMMIT = 5_000;

type Value = string | number | null;

interface TableHead {
  readonly table: string;
  readonly columns: readonly string[];
  readonly rows: number;
}

export async function dumpRows(
  options: MysqlOptions,
  to: string,
  progress: (done: number, total: number) => void,
): Promise<CopiedDatabase> {
  const connection = await connect(options);
  try {
    const server = await readServer(connection);
    await connection.query(sessionSettings(server, 0));
    await connection.query('SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ');
    await connection.query('START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY');
    const heads = await tableHeads(connection);
    await writeRows(connection, heads, to, progress);
    return { migrations: await migrationsOf(connection), sealed: await sealedColumns(connection, heads) };
  } finally {
    connection.destroy();
  }
}

async function tableHeads(connection: Connection): Promise<TableHead[]> {
  const [columns] = await connection.execute<RowDataPacket[]>(
    `SELECT c.TABLE_NAME AS tableName, c.COLUMN_NAME AS columnName
       FROM information_schema.COLUMNS AS c
       JOIN information_schema.TABLES AS t ON t.TABLE_SCHEMA = c.TABLE_SCHEMA AND t.TABLE_NAME = c.TABLE_NAME
      WHERE c.TABLE_SCHEMA = DATABASE() AND t.TABLE_TYPE = 'BASE TABLE'
      ORDER BY c.TABLE_NAME, c.ORDINAL_POSITION`,
  );
  const heads: TableHead[] = [];
  for (const [table, rows] of Map.groupBy(columns, (row) => String(row.tableName))) {
    const [counted] = await connection.query<RowDataPacket[]>(`SELECT COUNT(*) AS counted FROM ${quote(table)}`);
    heads.push({ table, columns: rows.map((row) => String(row.columnName)), rows: Number(counted[0]?.counted) });
  }
  return heads;
}

async function writeRows(
  connection: Connection,
  heads: readonly TableHead[],
  to: string,
  progress: (done: number, total: number) => void,
): Promise<void> {
  const file = createWriteStream(to, { mode: 0o600 });
  const total = heads.reduce((sum, head) => sum + head.rows, 0);
  let done = 0;
  for (const head of heads) {
    file.write(`${JSON.stringify(head)}\n`);
    let written = 0;
    for await (const row of rowsOf(connection, head)) {
      if (!file.write(`${JSON.stringify(row)}\n`)) {
        await once(file, 'drain');
      }
      written += 1;
      done += 1;
      if (done % 10_000 === 0) {
        progress(done, total);
      }
    }
    if (written !== head.rows) {
      throw new BackupRefused(`${head.table} gave ${written} of ${head.rows} rows; take the backup again.`);
    }
  }
  progress(total, total);
  file.end();
  await finished(file);
}

function rowsOf(connection: Connection, head: TableHead): Readable {
  // Only the connection with callbacks can stream; the text holds no values, and names come from the server itself.
  const sql = `SELECT ${head.columns.map(quote).join(', ')} FROM ${quote(head.table)}`;
  // The promise connection carries it under this name; the driver's types leave it out.
  const { connection: streaming } = connection as unknown as { connection: StreamingConnection };
  return streaming.query({ sql, rowsAsArray: true }).stream({ highWaterMark: 500 });
}

async function migrationsOf(connection: Connection): Promise<string[]> {
  const [rows] = await connection.execute<RowDataPacket[]>('SELECT DISTINCT name FROM migration');
  const made = new Set(rows.map((row) => String(row.name)));
  return allMigrations.map((migration) => migration.name).filter((name) => made.has(name));
}

async function sealedColumns(connection: Connection, heads: readonly TableHead[]): Promise<CopiedDatabase['sealed']> {
  const sealed = heads.flatMap(({ table, columns }) =>
    columns.filter(isSealedColumn).map((column) => ({ table, column })),
  );
  const counted = [];
  for (const { table, column } of sealed) {
    const [rows] = await connection.query<RowDataPacket[]>(
      `SELECT COUNT(${quote(column)}) AS filled FROM ${quote(table)}`,
    );
    counted.push({ table, column, rows: Number(rows[0]?.filled) });
  }
  return counted;
}

export async function loadRows(
  options: MysqlOptions,
  migrationNames: readonly string[],
  lines: AsyncIterable<Buffer>,
  progress: (done: number) => void,
): Promise<void> {
  await refuseFullDatabase(options);
  const connection = await connect(options, options.migrateUser ?? options);
  try {
    const server = await readServer(connection);
    await connection.query(sessionSettings(server, 0));
    if (!(await takeLock(connection, lockName(options.database, 'migration'), 0))) {
      throw new BackupRefused('Another server is at work on this database; stop it first.');
    }
    await connection.query('SET FOREIGN_KEY_CHECKS = 0');
    await clearUnfinished(connection);
    const steps = allMigrations
      .filter((migration) => migrationNames.includes(migration.name))
      .flatMap((migration: Migration) => stepsOf(migration, mysqlSchema));
    const isTrigger = (step: string) => step.startsWith('CREATE TRIGGER');

    for (const step of steps.filter((each) => !isTrigger(each))) {
      await connection.query(step);
    }
    await insertRows(connection, lines, progress);
    for (const step of steps.filter(isTrigger)) {
      await connection.query(step).catch((error: unknown) => {
        throw stepFailure(error, server);
      });
    }
    await connection.query(`DROP TABLE ${UNFINISHED_RESTORE}`);
  } finally {
    connection.destroy();
  }
}

/** Asked before anything is touched: what an earlier restore left that was cut off counts as empty. */
export async function refuseFullDatabase(options: MysqlOptions): Promise<void> {
  const connection = await connect(options, options.migrateUser ?? options);
  try {
    const tables = await tablesOf(connection);
    if (tables.length > 0 && !tables.includes(UNFINISHED_RESTORE)) {
      throw new BackupRefused(`The database ${options.database} is not empty; a backup is restored into an empty one.`);
    }
  } finally {
    connection.destroy();
  }
}

async function clearUnfinished(connection: Connection): Promise<void> {
  await connection.query(`CREATE TABLE IF NOT EXISTS ${UNFINISHED_RESTORE} (id BIGINT NOT NULL PRIMARY KEY)`);
  for (const table of (await tablesOf(connection)).filter((each) => each !== UNFINISHED_RESTORE)) {
    await connection.query(`DROP TABLE ${quote(table)}`);
  }
  for (const statement of migrationTable(mysqlSchema)) {
    await connection.query(statement);
  }
}

async function tablesOf(connection: Connection): Promise<string[]> {
  const [rows] = await connection.execute<RowDataPacket[]>(
    'SELECT TABLE_NAME AS name FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE()',
  );
  return rows.map((row) => String(row.name));
}

async function insertRows(
  connection: Connection,
  lines: AsyncIterable<Buffer>,
  progress: (done: number) => void,
): Promise<void> {
  let head: TableHead | undefined;
  let waiting: Value[][] = [];
  let textWaiting = 0;
  let ofTable = 0;
  let done = 0;

  const insert = async () => {
    if (head !== undefined && waiting.length > 0) {
      const row = `(${head.columns.map(() => '?').join(', ')})`;
      const columns = head.columns.map(quote).join(', ');
      await connection.execute(
        `INSERT INTO ${quote(head.table)} (${columns}) VALUES ${waiting.map(() => row).join(', ')}`,
        // Text for numbers too: the server turns it into the column's own type, exactly.
        waiting.flat().map((value) => (typeof value === 'number' ? String(value) : value)),
      );
      waiting = [];
      textWaiting = 0;
    }
  };
  const endTable = async () => {
    await insert();
    if (head !== undefined && ofTable !== head.rows) {
      throw new BackupRefused(`The backup holds ${ofTable} of ${head.rows} rows of ${head.table}.`);
    }
    ofTable = 0;
  };

  await connection.beginTransaction();
  for await (const line of createInterface({ input: Readable.from(lines), crlfDelay: Number.POSITIVE_INFINITY })) {
    // The entry was written by dumpRows: a head is an object, a row is a list of texts, numbers and nulls.
    const value = JSON.parse(line) as TableHead | Value[];
    if (!Array.isArray(value)) {
      await endTable();
      head = value;
      continue;
    }
    waiting.push(value);
    textWaiting += line.length;
    ofTable += 1;
    done += 1;
    if (waiting.length === ROWS_PER_INSERT || textWaiting > TEXT_PER_INSERT) {
      await insert();
    }
    if (done % ROWS_PER_COMMIT === 0) {
      await connection.commit();
      await connection.beginTransaction();
      progress(done);
    }
  }
  await endTable();
  await connection.commit();
  progress(done);
}
