// A test's own schema on a MySQL or MariaDB server: made once per worker, emptied before each test.

import { createHash } from 'node:crypto';
import { type Connection, createConnection, type RowDataPacket } from 'mysql2/promise';
import { migrations } from '../../../../migrations/index.ts';
import { migrateDatabase } from '../migrate.ts';
import { type Migration, stepsOf } from '../migration.ts';
import { type MysqlOptions, type OpenDatabase, openDatabase } from '../open-database.ts';
import { mysqlSchema, quote } from '../schema-dialect.ts';
import type { TestDatabaseOptions } from '../test-database.ts';
import { takeLock } from './mysql-server.ts';

const MARKER = 'kafal_test_marker';
const MOST_AT_ONCE = 60;

export async function createTestSchema(kind: 'mysql' | 'mariadb', options: TestDatabaseOptions): Promise<OpenDatabase> {
  const server = serverFromEnvironment(kind);
  const keeper = await createConnection({ ...server, supportBigNumbers: true });
  try {
    const list = options.migrations ?? migrations;
    const version = versionOf(list);
    const database = await takeFreeSchema(keeper, list === migrations ? '' : `${version.slice(0, 8)}_`);
    const mysql: MysqlOptions = { ...options, ...server, kind: 'mysql', database, poolSize: 10, unsafeForTests: true };
    await makeReady(keeper, mysql, list, version);
    const opened = await openDatabase(mysql);
    return {
      ...opened,
      close: async () => {
        await opened.close();
        // The name of the schema is free again when its lock ends with this connection.
        await keeper.end();
      },
    };
  } catch (error) {
    keeper.destroy();
    throw error;
  }
}

export function serverFromEnvironment(kind: 'mysql' | 'mariadb'): {
  host: string;
  port: number;
  user: string;
  password: string;
} {
  const name = kind === 'mysql' ? 'TEST_MYSQL_URL' : 'TEST_MARIADB_URL';
  const text = process.env[name];
  if (text === undefined || text === '') {
    throw new Error(
      `${name} names the server for these tests, such as mysql://user:password@127.0.0.1:3306; it is not set.`,
    );
  }
  const url = new URL(text);
  return {
    host: url.hostname,
    port: Number(url.port || 3306),
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
  };
}

/** Two workers, or two runs on one server, never share a schema: each holds the lock of its own. */
async function takeFreeSchema(keeper: Connection, shape: string): Promise<string> {
  for (let number = 1; number <= MOST_AT_ONCE; number += 1) {
    const name = `kafal_test_${shape}${number}`;
    if (await takeLock(keeper, name, 0)) {
      return name;
    }
  }
  throw new Error(`${MOST_AT_ONCE} test databases are in use on this server.`);
}

function versionOf(list: readonly Migration[]): string {
  return createHash('sha256')
    .update(JSON.stringify(list.map((migration) => [migration.name, stepsOf(migration, mysqlSchema)])))
    .digest('hex');
}

async function makeReady(
  keeper: Connection,
  mysql: MysqlOptions,
  list: readonly Migration[],
  version: string,
): Promise<void> {
  const schema = quote(mysql.database);
  // Stands beside a schema while it is made, so that one of a run that was killed is known for a test's own.
  const making = `${mysql.database}_making`;
  const tables = await tablesOf(keeper, mysql.database);
  if (tables.length > 0 && !tables.includes(MARKER) && !(await isThere(keeper, making))) {
    throw new Error(`The database ${mysql.database} holds tables that no test made; it is left alone.`);
  }
  if ((await markedVersion(keeper, schema, tables)) === version) {
    await empty(keeper, schema, tables);
    return;
  }
  await keeper.query(`CREATE DATABASE IF NOT EXISTS ${quote(making)}`);
  await keeper.query(`DROP DATABASE IF EXISTS ${schema}`);
  await keeper.query(`CREATE DATABASE ${schema} CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`);
  await migrateDatabase(mysql, { migrations: list });
  await keeper.query(`CREATE TABLE ${schema}.${MARKER} (version VARCHAR(64) NOT NULL PRIMARY KEY)`);
  await keeper.execute(`INSERT INTO ${schema}.${MARKER} VALUES (?)`, [version]);
  await keeper.query(`DROP DATABASE ${quote(making)}`);
}

async function isThere(keeper: Connection, database: string): Promise<boolean> {
  const [rows] = await keeper.execute<RowDataPacket[]>(
    'SELECT 1 AS one FROM information_schema.SCHEMATA WHERE SCHEMA_NAME = ?',
    [database],
  );
  return rows.length > 0;
}

async function tablesOf(keeper: Connection, database: string): Promise<string[]> {
  const [rows] = await keeper.execute<RowDataPacket[]>(
    'SELECT TABLE_NAME AS name FROM information_schema.TABLES WHERE TABLE_SCHEMA = ?',
    [database],
  );
  return rows.map((row) => String(row.name));
}

async function markedVersion(
  keeper: Connection,
  schema: string,
  tables: readonly string[],
): Promise<string | undefined> {
  if (!tables.includes(MARKER)) {
    return undefined;
  }
  const [rows] = await keeper.query<RowDataPacket[]>(`SELECT version FROM ${schema}.${MARKER}`);
  return rows[0]?.version;
}

/** TRUNCATE passes the triggers of append-only tables; only tables that hold something are touched, for speed. */
async function empty(keeper: Connection, schema: string, tables: readonly string[]): Promise<void> {
  const emptied = tables.filter((table) => table !== MARKER && table !== 'migration');
  const probes = emptied.map((table) => `(SELECT '${table}' AS name FROM ${schema}.${quote(table)} LIMIT 1)`);
  const [filled] = await keeper.query<RowDataPacket[]>(probes.join(' UNION ALL '));
  await keeper.query('SET FOREIGN_KEY_CHECKS = 0');
  for (const row of filled) {
    await keeper.query(`TRUNCATE TABLE ${schema}.${quote(String(row.name))}`);
  }
  await keeper.query('SET FOREIGN_KEY_CHECKS = 1');
}
