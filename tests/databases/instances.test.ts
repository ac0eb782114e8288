// Two instances on one database: what a balancer in front of them may rely on.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { serverFromEnvironment } from '../../apps/server/src/platform/database/dialects/mysql-test-database.ts';
import { type OpenDatabase, openDatabase } from '../../apps/server/src/platform/database/open-database.ts';
import { testDatabaseKind } from '../../apps/server/src/platform/database/test-database.ts';
import { createTestApp, type TestApp } from '../../apps/server/src/platform/http/test-app.ts';
import { must, openForBusiness, type Person, type SocietyInBusiness } from '../contract/society-in-business.ts';

const kind = testDatabaseKind();
if (kind === 'sqlite') throw new Error('These tests need a server: KAFAL_TEST_DATABASE names mysql or mariadb.');
const environment = { JWT_SECRET: 'forty characters of our own choosing here' };
const POOL = 5;

let one: SocietyInBusiness;
let otherDatabase: OpenDatabase;
let other: TestApp;
let asha: Person;
beforeAll(async () => {
  one = await openForBusiness({ environment });
  const { platform } = one;
  const [named] = await platform.dialect.all<{ name: string }>(platform.database, 'SELECT DATABASE() AS name');
  const server = serverFromEnvironment(kind);
  otherDatabase = await openDatabase({ ...server, kind: 'mysql', database: named?.name ?? '', poolSize: POOL });
  other = await createTestApp(undefined, {
    database: otherDatabase,
    clock: one.clock,
    environment: { ...environment, RATE_USER: '100000', RATE_ANONYMOUS: '100000' },
  });
  asha = await one.admitActive('5000.00');
});
afterAll(async () => {
  await other.close();
  await otherDatabase.close();
  await one.close();
});

const me = (token: string) => other.inject({ url: '/api/me', headers: { authorization: `Bearer ${token}` } });

test('S112 no instance holds a session for itself: who logged in at one works at the other, until they log out anywhere', async () => {
  expect(must(await me(asha.tokens.accessToken), 200).json().user.memberNumber).toBe(asha.memberNumber);
  const own = await one.deposit(asha, '10.00');
  const headers = { authorization: `Bearer ${asha.tokens.accessToken}` };
  must(await other.inject({ url: `/api/receipts/${own}`, headers }), 200);
  must(await asha.signedIn.inject({ method: 'POST', url: '/api/auth/logout' }), 200);
  // A session is believed for a second at most.
  one.clock.advance(1_000);
  expect((await me(asha.tokens.accessToken)).statusCode).toBe(401);
});

test('the same act sent to both at once under one key is done once', async () => {
  const person = await one.admitActive('1000.00');
  const body = { amount: '10.00', to: { kind: 'shares' } };
  const url = `/api/deposits/${person.depositId}/transfers`;
  const request = { method: 'POST', url, payload: body } as const;
  const headers = { authorization: `Bearer ${person.tokens.accessToken}`, 'idempotency-key': 'one-key-at-two-doors' };
  const answers = await Promise.all(
    Array.from({ length: 8 }, (_each, index) => (index % 2 === 0 ? one : other).inject({ ...request, headers })),
  );
  for (const answer of answers) must(answer, 201);
  expect(new Set(answers.map(({ body: text }) => text)).size).toBe(1);
  const { balance } = must(await person.signedIn.inject({ url: `/api/deposits/${person.depositId}` }), 200).json();
  expect(balance).toBe('990.00');
});

test('S113 connections are pooled and bounded: many requests wait their turn, and none is lost', async () => {
  const person = await one.admitActive('1000.00');
  const headers = { authorization: `Bearer ${person.tokens.accessToken}` };
  let most = 0;
  const watch = setInterval(() => {
    most = Math.max(most, otherDatabase.gauges().connectionsInUse ?? 0);
  }, 1);
  const answers = await Promise.all(Array.from({ length: 100 }, () => other.inject({ url: '/api/deposits', headers })));
  clearInterval(watch);
  expect(answers.map(({ statusCode }) => statusCode)).toEqual(answers.map(() => 200));
  expect(most).toBeGreaterThan(1);
  expect(most).toBeLessThanOrEqual(POOL);
  expect(otherDatabase.gauges()).toMatchObject({ waiting: 0, connectionLimit: POOL });
  const connections = await otherDatabase.dialect.all<{ n: number }>(
    otherDatabase.database,
    'SELECT COUNT(*) AS n FROM information_schema.PROCESSLIST WHERE DB = DATABASE()',
  );
  // Both pools together, the keeper of the test's schema among them.
  expect(Number(connections[0]?.n)).toBeLessThanOrEqual(10 + POOL + 4);
});
