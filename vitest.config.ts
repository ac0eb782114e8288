import { globSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

// Projects are chosen by name, never by looking at the machine. `npm test` runs unit, api and contract on SQLite;
// `test:databases` runs the server's tests again on MySQL and MariaDB; `test:journeys` needs a browser.
const node = { environment: 'node' as const, pool: 'forks' as const };
const server = ['apps/server/**/*.test.ts', 'tests/*.test.ts'];
// What opens a file of the embedded database itself says nothing of a server.
const embedded = ['**/*.sqlite.test.ts'];
const databases = [...server, 'tests/databases/*.test.ts'];
// What speaks to the database itself runs on both servers, and so do the tests of all features together but the longest, which take
// turns. Each file of the features runs on one of them: MySQL, which takes longer, has two in five. `test:databases` runs
// everything on both.
const inTurn = {
  mysql: ['tests/random-societies.test.ts'],
  mariadb: ['tests/random-loans.test.ts', 'tests/kills.test.ts'],
};
const onBoth = [
  'apps/server/src/platform/**/*.test.ts',
  ...globSync(databases.slice(1), { exclude: [...embedded, ...inTurn.mysql, ...inTurn.mariadb] }),
];
const ofOthers = globSync('apps/server/**/*.test.ts', { exclude: ['**/node_modules/**', ...embedded] })
  .filter((file) => !/src\/platform\//.test(file))
  .sort();
// A minute and more on a server, nearly all of it the hashing of passwords or many days one after the other: `test:databases` alone.
const longest = [
  ...['identity/password', 'identity/log-in', 'counter/term-requests'],
  ...['day-end/thrift-dues', 'day-end/day-end-routes', 'day-end/mark-dormant'],
];
const shareOf = (places: readonly number[]) =>
  ofOthers.filter(
    (file, place) => places.includes(place % 5) && !longest.some((name) => file.endsWith(`${name}.test.ts`)),
  );
// These change settings of the whole server for a moment, so they run when nothing else does.
const settings = ['apps/server/**/*.servertest.ts'];
// Each test opens a society of its own, so files may share what was imported once: half of their time was imports.
const shared = { isolate: false };
// A test is no measure of the machine: what takes a minute alone may take three beside three others.
const slow = { testTimeout: 300_000, hookTimeout: 300_000 };

export default defineConfig({
  test: {
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    coverage: { provider: 'v8', include: ['packages/*/src/**/*.ts', 'apps/server/src/**/*.ts'] },
    projects: [
      {
        test: {
          ...node,
          name: 'unit',
          include: ['packages/*/src/**/*.test.ts', 'apps/web/src/**/*.test.ts', 'scripts/**/*.test.ts'],
        },
      },
      { test: { ...node, ...slow, ...shared, name: 'api', include: server, env: { KAFAL_TEST_DATABASE: 'sqlite' } } },
      {
        test: {
          ...node,
          ...slow,
          name: 'contract',
          include: ['tests/contract/*.test.ts'],
          env: { KAFAL_TEST_DATABASE: 'sqlite' },
        },
      },
      {
        test: {
          ...node,
          ...slow,
          ...shared,
          name: 'databases-mysql',
          include: [...onBoth, ...inTurn.mysql, ...shareOf([0, 3])],
          exclude: embedded,
          env: { KAFAL_TEST_DATABASE: 'mysql' },
        },
      },
      {
        test: {
          ...node,
          ...slow,
          ...shared,
          name: 'databases-mariadb',
          include: [...onBoth, ...inTurn.mariadb, ...shareOf([1, 2, 4])],
          exclude: embedded,
          env: { KAFAL_TEST_DATABASE: 'mariadb' },
        },
      },
      {
        test: {
          ...node,
          ...slow,
          ...shared,
          name: 'all-on-mysql',
          include: databases,
          exclude: embedded,
          env: { KAFAL_TEST_DATABASE: 'mysql' },
        },
      },
      {
        test: {
          ...node,
          ...slow,
          ...shared,
          name: 'all-on-mariadb',
          include: databases,
          exclude: embedded,
          env: { KAFAL_TEST_DATABASE: 'mariadb' },
        },
      },
      {
        test: {
          ...node,
          ...slow,
          name: 'server-mysql',
          include: settings,
          fileParallelism: false,
          env: { KAFAL_TEST_DATABASE: 'mysql' },
        },
      },
      {
        test: {
          ...node,
          ...slow,
          name: 'server-mariadb',
          include: settings,
          fileParallelism: false,
          env: { KAFAL_TEST_DATABASE: 'mariadb' },
        },
      },
      {
        test: {
          ...node,
          ...slow,
          name: 'journeys',
          include: ['tests/journeys/*.test.ts'],
          testTimeout: 600_000,
        },
      },
      {
        test: {
          ...node,
          ...slow,
          name: 'short-journeys',
          include: ['tests/journeys/*.test.ts'],
          // Every kind of account, what is looked after for weeks, late loans, meetings, papers and reminders: `test:journeys` and a proof walk them.
          exclude: ['accounts', 'kept-deposits', 'late-loans', 'meetings', 'kyc', 'reminders'].map(
            (name) => `tests/journeys/${name}.test.ts`,
          ),
          testTimeout: 600_000,
        },
      },
      { test: { ...node, ...slow, name: 'screens', include: ['tests/screens/*.test.ts'] } },
    ],
  },
});
