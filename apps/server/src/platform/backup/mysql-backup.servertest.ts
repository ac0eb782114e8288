// Backup and restore of a MySQL or MariaDB server. KAFAL_TEST_DATABASE names which of the two.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Connection, createConnection, type RowDataPacket } from 'mysql2/promise';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { simulatedClock } from '../clock.ts';
import { serverFromEnvironment } from '../database/dialects/mysql-test-database.ts';
import { migrateDatabase } from '../database/migrate.ts';
import { type MysqlOptions, openDatabase } from '../database/open-database.ts';
import { quote } from '../database/schema-dialect.ts';
import { testDatabaseKind } from '../database/test-database.ts';
import { filesOnDisk } from '../file-storage/files-on-disk.ts';
import { secretsFileOf } from '../keys/secrets-file.ts';
import { backupTo } from './back-up.ts';
import { restoreFrom } from './restore.ts';

const ROWS = 12_345;
const PLAIN = { passphrase: undefined, withoutKeys: true };

let folder: string;
let root: Connection;
let full: MysqlOptions;
let empty: MysqlOptions;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kafal-backup-'));
  writeFileSync(secretsFileOf(folder), '{}');
  const kind = testDatabaseKind();
  if (kind === 'sqlite') {
    throw new Error('These tests need a server: KAFAL_TEST_DATABASE names mysql or mariadb.');
  }
  const server = serverFromEnvironment(kind);
  root = await createConnection({ ...server, multipleStatements: true });
  const named = async (purpose: string): Promise<MysqlOptions> => {
    const database = `kafal_test_${purpose}_${process.pid}`;
    await root.query(`DROP DATABASE IF EXISTS ${quote(database)}; CREATE DATABASE ${quote(database)}`);
    return { ...server, kind: 'mysql', database, poolSize: 4, unsafeForTests: true };
  };
  full = await named('full');
  empty = await named('empty');
  await migrateDatabase(full);
  await fill();
});

afterEach(async () => {
  await root.query(`DROP DATABASE IF EXISTS ${quote(full.database)}; DROP DATABASE IF EXISTS ${quote(empty.database)}`);
  await root.end();
  rmSync(folder, { recursive: true, force: true });
});

async function fill(): Promise<void> {
  const database = await openDatabase(full);
  const { dialect } = database;
  await database.transact(async (trx) => {
    for (let from = 0; from < ROWS; from += 500) {
      const numbers = Array.from({ length: Math.min(500, ROWS - from) }, (_, index) => from + index);
      const rows = numbers.map(() => '(?, ?)').join(', ');
      await dialect.run(
        trx,
        `INSERT INTO sequence (name, nextNumber) VALUES ${rows}`,
        numbers.flatMap((number) => [`नाम ${number}`, number * 70_000_000]),
      );
    }
    await dialect.run(
      trx,
      'INSERT INTO setting (name, value, effectiveFrom, legalBasis, recordedAt) VALUES (?, ?, ?, NULL, ?)',
      ['fee', '{"b": 1, "a": "it\'s"}', '2026-11-22', 1_795_340_370_123],
    );
  });
  await database.close();
}

const sourceOf = (database: MysqlOptions) => ({
  database,
  dataFolder: folder,
  files: filesOnDisk(join(folder, 'files')),
  programVersion: '0.1.0',
  clock: simulatedClock(0),
});
const targetOf = (database: MysqlOptions) => {
  const home = join(folder, 'new');
  return { database, dataFolder: home, filesFolder: join(home, 'files') };
};

async function contents(options: MysqlOptions) {
  const database = await openDatabase(options);
  const { dialect } = database;
  const reading = database.database;
  const sequences = await dialect.one(
    reading,
    'SELECT COUNT(*) AS counted, CAST(SUM(nextNumber) AS SIGNED) AS total FROM sequence',
  );
  const settings = await dialect.all(reading, 'SELECT name, value, effectiveFrom, legalBasis, recordedAt FROM setting');
  const steps = await dialect.one(reading, 'SELECT COUNT(*) AS counted FROM migration');
  await database.close();
  return { sequences, settings, steps };
}

test('every row comes back into an empty database, which is then up to date and append-only', async () => {
  const report = await backupTo(join(folder, 'books.kafal'), sourceOf(full), PLAIN);
  await restoreFrom(report.path, targetOf(empty), PLAIN);

  expect(await contents(empty)).toEqual(await contents(full));
  expect(await migrateDatabase(empty)).toEqual({ applied: [], copy: undefined });
  const [triggers] = await root.query<RowDataPacket[]>(
    'SELECT TRIGGER_NAME FROM information_schema.TRIGGERS WHERE TRIGGER_SCHEMA = ? ORDER BY TRIGGER_NAME',
    [empty.database],
  );
  expect(triggers.map((trigger) => trigger.TRIGGER_NAME)).toContain('posting_refuses_delete');
});

test('what is written while the backup is taken belongs to it whole or not at all', async () => {
  const database = await openDatabase(full);
  let isTaken = false;
  const clerk = (async () => {
    for (let number = 0; !isTaken; number += 1) {
      await database.transact(async (trx) => {
        await database.dialect.run(trx, 'INSERT INTO sequence VALUES (?, 0)', [`aa ${number}`]);
        await database.dialect.run(trx, 'INSERT INTO lease VALUES (?, ?, 0)', [`zz ${number}`, 'clerk']);
      });
    }
  })();
  const report = await backupTo(join(folder, 'busy.kafal'), sourceOf(full), PLAIN).finally(() => {
    isTaken = true;
  });
  await clerk;
  await database.close();
  await restoreFrom(report.path, targetOf(empty), PLAIN);

  const [counts] = await root.query<RowDataPacket[]>(
    `SELECT (SELECT COUNT(*) FROM ${quote(empty.database)}.sequence) AS sequences,
            (SELECT COUNT(*) FROM ${quote(empty.database)}.lease) AS leases`,
  );
  expect(counts[0]?.sequences).toBe(ROWS + counts[0]?.leases);
});

test('a database that holds anything is left alone', async () => {
  const report = await backupTo(join(folder, 'books.kafal'), sourceOf(full), PLAIN);
  const before = await contents(full);

  await expect(restoreFrom(report.path, targetOf(full), PLAIN)).rejects.toThrow('is not empty');
  expect(await contents(full)).toEqual(before);
});

test('after a restore that was cut off no server starts on the database, and another restore begins again', async () => {
  const report = await backupTo(join(folder, 'books.kafal'), sourceOf(full), PLAIN);
  await root.query(
    `USE ${quote(empty.database)}; CREATE TABLE restore_unfinished (id BIGINT); CREATE TABLE sequence (name INT)`,
  );

  await expect(migrateDatabase(empty)).rejects.toThrow('A restore into this database was cut off');
  await restoreFrom(report.path, targetOf(empty), PLAIN);

  expect(await contents(empty)).toEqual(await contents(full));
});

test('a backup of a server is not restored into the embedded database', async () => {
  const report = await backupTo(join(folder, 'books.kafal'), sourceOf(full), PLAIN);
  const home = join(folder, 'new');
  const embedded = { ...targetOf(empty), database: { kind: 'sqlite' as const, path: join(home, 'kafal.db') } };

  await expect(restoreFrom(report.path, embedded, PLAIN)).rejects.toThrow('came from a MySQL or MariaDB server');
});
