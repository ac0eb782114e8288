// What the brief has people do by hand on MySQL or MariaDB, done as it says.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Connection, createConnection, type RowDataPacket } from 'mysql2/promise';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serverFromEnvironment } from '../../apps/server/src/platform/database/dialects/mysql-test-database.ts';
import { quote } from '../../apps/server/src/platform/database/schema-dialect.ts';
import { schemaText } from '../../apps/server/src/platform/database/schema-text.ts';
import { testDatabaseKind } from '../../apps/server/src/platform/database/test-database.ts';
import { ROOT, startServer } from '../contract/running-server.ts';

const kind = testDatabaseKind();
if (kind === 'sqlite') throw new Error('These tests need a server: KAFAL_TEST_DATABASE names mysql or mariadb.');
const server = serverFromEnvironment(kind);
const DATABASE = `kafal_test_by_hand_${process.pid}`;

let client: Connection;
beforeAll(async () => {
  client = await createConnection({ ...server, multipleStatements: true });
});
afterAll(async () => {
  await client.query(`DROP DATABASE IF EXISTS ${quote(DATABASE)}`);
  await client.end();
});

const count = async (sql: string) => {
  const [rows] = await client.query<RowDataPacket[]>(sql);
  return Number(rows[0]?.n);
};
const environment = {
  DB_HOST: server.host,
  DB_PORT: String(server.port),
  DB_NAME: DATABASE,
  DB_USER: server.user,
  DB_PASSWORD: server.password,
};
const kafal = (words: string[], dataFolder: string) =>
  spawnSync(process.execPath, ['apps/server/src/main.ts', ...words], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { PATH: process.env.PATH ?? '', DATA_DIR: dataFolder, ...environment },
  });

test('S29 CREATE DATABASE as the README writes it is all that the server asks for', async () => {
  const statement = /-e "(CREATE DATABASE kafal_cooperative;)"/.exec(
    readFileSync(join(ROOT, 'README.md'), 'utf8'),
  )?.[1];
  expect(statement).toBeDefined();
  await client.query((statement ?? '').replace('kafal_cooperative', quote(DATABASE)));
  const running = await startServer({ environment });
  const health = await fetch(`${running.api}/health`);
  expect(await health.json()).toMatchObject({ status: 'ok', database: { kind } });
  expect(await running.stop()).toBe(0);
  await client.query(`DROP DATABASE ${quote(DATABASE)}; CREATE DATABASE ${quote(DATABASE)}`);
});

test('S30 schema.sql is what the migrations make and imports into the empty database without one error', async () => {
  const text = readFileSync(join(ROOT, 'database/schema.sql'), 'utf8');
  expect(text).toBe(schemaText());
  await client.query(`USE ${quote(DATABASE)}; ${text}`);
  const [warnings] = await client.query<RowDataPacket[]>('SHOW WARNINGS');
  expect(warnings.filter(({ Level }) => Level === 'Error')).toEqual([]);
  const tables = await count(`SELECT COUNT(*) AS n FROM information_schema.TABLES WHERE TABLE_SCHEMA = '${DATABASE}'`);
  expect(tables).toBeGreaterThan(35);
});

test('S31 sample_data.sql loads after it; the server runs on it, its books agree, and it ships no password and no key', async () => {
  const text = readFileSync(join(ROOT, 'database/sample_data.sql'), 'utf8');
  expect(text).not.toMatch(/\$2[aby]\$\d\d\$/);
  await client.query(`USE ${quote(DATABASE)}; ${text}`);
  expect(await count(`SELECT COUNT(*) AS n FROM ${quote(DATABASE)}.member`)).toBeGreaterThan(5);
  expect(await count(`SELECT COUNT(*) AS n FROM ${quote(DATABASE)}.journal_entry`)).toBeGreaterThan(10);
  expect(await count(`SELECT COUNT(*) AS n FROM ${quote(DATABASE)}.user WHERE passwordHash IS NOT NULL`)).toBe(0);
  expect(await count(`SELECT COUNT(*) AS n FROM ${quote(DATABASE)}.member WHERE panSealed IS NOT NULL`)).toBe(0);

  const dataFolder = mkdtempSync(join(tmpdir(), 'kafal-by-hand-'));
  const made = kafal(
    ['create-admin', '--username', 'first-admin', '--name', 'First Administrator', '--json'],
    dataFolder,
  );
  expect(made.status, made.stdout + made.stderr).toBe(0);
  const verified = kafal(['verify-books', '--json'], dataFolder);
  expect(verified.status, verified.stdout).toBe(0);
  const running = await startServer({ environment, dataFolder });
  const state = await fetch(`${running.api}/api/setup`);
  expect(await state.json()).toMatchObject({ isSetUp: true });
  const { oneTimeCode } = JSON.parse(made.stdout.trim().split('\n').at(-1) ?? '{}') as { oneTimeCode: string };
  const post = (path: string, body: object) =>
    fetch(`${running.api}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  const newPassword = 'a first careful walk to the river';
  const chosen = await post('/api/auth/password/reset', { identifier: 'first-admin', code: oneTimeCode, newPassword });
  expect(chosen.status, await chosen.clone().text()).toBe(200);
  const logIn = await post('/api/auth/admin/login', { username: 'first-admin', password: newPassword });
  const { accessToken } = (await logIn.json()) as { accessToken: string };
  const trial = await fetch(`${running.api}/api/trial-balance`, {
    headers: { authorization: `Bearer ${accessToken}` },
  });
  expect(await trial.json()).toMatchObject({ agrees: true });
  expect(await running.stop()).toBe(0);
  rmSync(dataFolder, { recursive: true, force: true });
  expect(existsSync(dataFolder)).toBe(false);
});
