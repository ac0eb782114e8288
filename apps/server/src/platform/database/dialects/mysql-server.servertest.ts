// What only a real MySQL or MariaDB can show. KAFAL_TEST_DATABASE names which of the two.

import { type Connection, createConnection, type RowDataPacket } from 'mysql2/promise';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { migrateDatabase } from '../migrate.ts';
import type { Migration } from '../migration.ts';
import { type MysqlOptions, type OpenDatabase, openDatabase } from '../open-database.ts';
import { quote } from '../schema-dialect.ts';
import { schemaText } from '../schema-text.ts';
import { createTestDatabase, testDatabaseKind } from '../test-database.ts';
import { serverFromEnvironment } from './mysql-test-database.ts';

const books: Migration = {
  name: '2026-01-01-books',
  steps: (d) => [
    d.table('book', [d.column('id', d.integer()), d.column('copies', d.integer())], [d.primaryKey('id')]),
    d.appendOnly('book'),
  ],
};
const shelf: Migration = {
  name: '2026-02-02-shelf',
  steps: (d) => [d.table('shelf', [d.column('id', d.integer()), d.column('books', d.integer())], [d.primaryKey('id')])],
};

const kind = testDatabaseKind();
const server = kind === 'sqlite' ? undefined : serverFromEnvironment(kind);
const made: string[] = [];
let root: Connection;

beforeAll(async () => {
  if (server === undefined) {
    throw new Error('These tests need a server: KAFAL_TEST_DATABASE names mysql or mariadb.');
  }
  root = await createConnection({ ...server, multipleStatements: true });
});

afterAll(async () => {
  await root.end();
});

beforeEach(() => {
  made.length = 0;
});

afterEach(async () => {
  for (const name of made) {
    await root.query(`DROP DATABASE IF EXISTS ${quote(name)}`);
  }
});

async function emptyDatabase(purpose: string): Promise<MysqlOptions> {
  const database = `kafal_test_${purpose}_${process.pid}`;
  made.push(database);
  await root.query(`DROP DATABASE IF EXISTS ${quote(database)}; CREATE DATABASE ${quote(database)}`);
  return { kind: 'mysql', host: '', port: 0, user: '', password: '', ...server, database, poolSize: 4 };
}

async function withDatabase(
  purpose: string,
  list: Migration[],
  act: (open: OpenDatabase, options: MysqlOptions) => Promise<void>,
) {
  const options = await emptyDatabase(purpose);
  await migrateDatabase(options, { migrations: list });
  const open = await openDatabase(options);
  try {
    await act(open, options);
  } finally {
    await open.close();
  }
}

test('two acts that lock the same rows the other way round both succeed', async () => {
  await withDatabase('deadlock', [shelf], async ({ transact, dialect, database, gauges }) => {
    await transact((trx) => dialect.run(trx, 'INSERT INTO shelf VALUES (1, 0), (2, 0)'));
    let firstLocks = 0;
    let bothHaveOne = () => {};
    const met = new Promise<void>((resolve) => {
      bothHaveOne = resolve;
    });
    const take = (order: number[]) =>
      transact(async (trx) => {
        const [first, second] = order;
        await dialect.run(trx, 'UPDATE shelf SET books = books + 1 WHERE id = ?', [first ?? 0]);
        firstLocks += 1;
        if (firstLocks === 2) {
          bothHaveOne();
        }
        await met;
        await dialect.run(trx, 'UPDATE shelf SET books = books + 1 WHERE id = ?', [second ?? 0]);
      });

    await Promise.all([take([1, 2]), take([2, 1])]);

    expect(await dialect.all(database, 'SELECT books FROM shelf')).toEqual([{ books: 2 }, { books: 2 }]);
    expect(gauges().retries).toBeGreaterThanOrEqual(1);
  });
});

test('an act whose connection is killed runs again on another, and counts once', async () => {
  await withDatabase('killed', [shelf], async ({ transact, dialect, database }) => {
    await transact((trx) => dialect.run(trx, 'INSERT INTO shelf VALUES (1, 0)'));
    let runs = 0;
    await transact(async (trx) => {
      runs += 1;
      const [own] = await dialect.all<{ id: number }>(trx, 'SELECT CONNECTION_ID() AS id');
      await dialect.run(trx, 'UPDATE shelf SET books = books + 1 WHERE id = 1');
      if (runs === 1) {
        await root.query(`KILL ${own?.id}`);
      }
      await dialect.run(trx, 'UPDATE shelf SET books = books + 1 WHERE id = 1');
    });

    expect(runs).toBe(2);
    expect(await dialect.all(database, 'SELECT books FROM shelf')).toEqual([{ books: 2 }]);
  });
});

test('a second server on the same database is refused when nothing joins the two', async () => {
  const options = await emptyDatabase('instance');
  const first = await openDatabase({ ...options, onlyInstance: true });

  await expect(openDatabase({ ...options, onlyInstance: true })).rejects.toThrow(
    'Another server already runs on this database.',
  );
  await first.close();
  const next = await openDatabase({ ...options, onlyInstance: true });
  await next.close();
});

test('a server that may forget an acknowledged commit is refused', async () => {
  const options = await emptyDatabase('durability');
  await root.query('SET GLOBAL innodb_flush_log_at_trx_commit = 2');
  try {
    await expect(openDatabase(options)).rejects.toThrow('set innodb_flush_log_at_trx_commit = 1 (it is 2)');
  } finally {
    await root.query('SET GLOBAL innodb_flush_log_at_trx_commit = 1');
  }
});

test('a user with rights on its own database alone is told what root must run, and then goes on where it stopped', async () => {
  const options = await emptyDatabase('rights');
  const name = `kafal_test_${process.pid}`;
  await root.query(
    `CREATE USER '${name}'@'%' IDENTIFIED BY 'secret'; GRANT ALL ON ${quote(options.database)}.* TO '${name}'@'%'`,
  );
  const [rows] = await root.query<RowDataPacket[]>(
    'SELECT @@GLOBAL.log_bin AS logged, @@GLOBAL.log_bin_trust_function_creators AS trusted',
  );
  const migrate = () =>
    migrateDatabase({ ...options, migrateUser: { user: name, password: 'secret' } }, { migrations: [books] });
  try {
    await root.query('SET GLOBAL log_bin_trust_function_creators = 0');
    if (rows[0]?.logged === 1) {
      await expect(migrate()).rejects.toThrow('log_bin_trust_function_creators = 1');
    }
    await root.query('SET GLOBAL log_bin_trust_function_creators = 1');
    expect((await migrate()).applied).toEqual(['2026-01-01-books']);
    expect((await migrate()).applied).toEqual([]);
  } finally {
    await root.query(`SET GLOBAL log_bin_trust_function_creators = ${rows[0]?.trusted}; DROP USER '${name}'@'%'`);
  }
});

test('an upgrade that was cut off after a step and before its record goes on', async () => {
  const options = await emptyDatabase('cut');
  await migrateDatabase(options, { migrations: [books] });
  await root.query(
    `CREATE TABLE ${quote(options.database)}.shelf (id BIGINT NOT NULL PRIMARY KEY, books BIGINT NOT NULL)`,
  );

  expect((await migrateDatabase(options, { migrations: [books, shelf] })).applied).toEqual(['2026-02-02-shelf']);
});

test('a database of a newer program, or of another one, is refused with a sentence', async () => {
  const newer = await emptyDatabase('newer');
  await migrateDatabase(newer, { migrations: [books, shelf] });
  const other = await emptyDatabase('other');
  await root.query(`CREATE TABLE ${quote(other.database)}.invoice (id INT)`);

  await expect(migrateDatabase(newer, { migrations: [books] })).rejects.toThrow('newer version of the program');
  await expect(migrateDatabase(other, { migrations: [books] })).rejects.toThrow('holds tables of another program');
});

test('a snapshot for reading refuses to write', async () => {
  await withDatabase('snapshot', [shelf], async ({ database }) => {
    const write = database.transaction().execute((snapshot) =>
      // The schema of this test is not the program's; the builder is asked by a name it knows.
      snapshot
        .insertInto('shelf' as 'sequence')
        .values({ name: 'x', nextNumber: 1 })
        .execute(),
    );
    await expect(write).rejects.toThrow(/READ ONLY/i);
  });
});

test('a wrong password is told in a sentence', async () => {
  const options = await emptyDatabase('password');

  await expect(openDatabase({ ...options, password: 'wrong' })).rejects.toThrow(/does not let .* in/);
});

test('a database that no test made is never used, nor emptied, by a test', async () => {
  const unlike: Migration = {
    name: `unlike any other ${process.pid}`,
    steps: (d) => [d.table('thing', [d.column('id', d.id())])],
  };
  const mine = await createTestDatabase({ migrations: [unlike] });
  const [named] = await mine.dialect.all<{ name: string }>(mine.database, 'SELECT DATABASE() AS name');
  await mine.close();
  made.push(named?.name ?? '');
  await root.query(`USE ${quote(named?.name ?? '')}; DROP TABLE kafal_test_marker; INSERT INTO thing VALUES (1)`);

  await expect(createTestDatabase({ migrations: [unlike] })).rejects.toThrow('holds tables that no test made');
  const [kept] = await root.query<RowDataPacket[]>('SELECT id FROM thing');
  expect(kept).toHaveLength(1);

  // One that a test was making when it was killed is made anew.
  await root.query(`CREATE DATABASE ${quote(`${named?.name}_making`)}`);
  const again = await createTestDatabase({ migrations: [unlike] });
  expect(await again.dialect.all(again.database, 'SELECT id FROM thing')).toEqual([]);
  await again.close();
});

/** Everything the server knows of a schema that could tell two apart. */
async function describe(database: string): Promise<unknown> {
  const read = async (columns: string, table: string, schema: string) => {
    const [rows] = await root.query<RowDataPacket[]>(
      `SELECT ${columns} FROM information_schema.${table} WHERE ${schema} = '${database}' ORDER BY ${columns}`,
    );
    return rows;
  };
  return {
    tables: await read('TABLE_NAME, ENGINE, TABLE_COLLATION', 'TABLES', 'TABLE_SCHEMA'),
    columns: await read(
      'TABLE_NAME, ORDINAL_POSITION, COLUMN_NAME, COLUMN_TYPE, IS_NULLABLE, COLUMN_DEFAULT, COLLATION_NAME, EXTRA',
      'COLUMNS',
      'TABLE_SCHEMA',
    ),
    keys: await read('TABLE_NAME, INDEX_NAME, SEQ_IN_INDEX, COLUMN_NAME, NON_UNIQUE', 'STATISTICS', 'TABLE_SCHEMA'),
    parents: await read(
      'TABLE_NAME, CONSTRAINT_NAME, COLUMN_NAME, REFERENCED_TABLE_NAME, REFERENCED_COLUMN_NAME',
      'KEY_COLUMN_USAGE',
      'TABLE_SCHEMA',
    ),
    checks: await read('CONSTRAINT_NAME, CHECK_CLAUSE', 'CHECK_CONSTRAINTS', 'CONSTRAINT_SCHEMA'),
    triggers: await read(
      // A server that is sent the whole file at once keeps the semicolon; the clients people import with cut it off.
      "TRIGGER_NAME, EVENT_OBJECT_TABLE, EVENT_MANIPULATION, ACTION_TIMING, TRIM(TRAILING ';' FROM ACTION_STATEMENT)",
      'TRIGGERS',
      'TRIGGER_SCHEMA',
    ),
  };
}

test('the schema that is imported by hand is the one the migrations make, and the server finds it up to date', async () => {
  const byHand = await emptyDatabase('by_hand');
  const byServer = await emptyDatabase('by_server');

  await root.query(`USE ${quote(byHand.database)}; ${schemaText()}`);
  await migrateDatabase(byServer);

  expect(await describe(byHand.database)).toEqual(await describe(byServer.database));
  expect(await migrateDatabase(byHand)).toEqual({ applied: [], copy: undefined });
});
