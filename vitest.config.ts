import { defineConfig } from 'vitest/config';

// Projects are chosen by name, never by looking at the machine: `npm test` runs unit, api and contract on SQLite.
const node = { environment: 'node' as const, pool: 'forks' as const, maxWorkers: 2 };

export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 120_000,
    projects: [
      { test: { ...node, name: 'unit', include: ['packages/*/src/**/*.test.ts', 'apps/web/src/**/*.test.ts'] } },
      { test: { ...node, name: 'api', include: ['apps/server/**/*.test.ts', 'tests/*.test.ts'], env: { KAFAL_TEST_DATABASE: 'sqlite' } } },
      { test: { ...node, name: 'contract', include: ['tests/contract/*.test.ts'] } },
    ],
  },
});
