import type { TestDatabaseKind } from '../apps/server/src/platform/database/test-database.ts';
import { withdrawInParallel } from '../tests/society/parallel-withdrawals.ts';
import type { Proof } from './proof-kind.ts';

const ROUNDS = 5;
const KINDS: readonly TestDatabaseKind[] = ['sqlite', 'mysql', 'mariadb'];

export const proof: Proof = {
  title: '200 parallel withdrawals of an account that allows 50: exactly 50 succeed, on each database',
  async run({ progress, step }) {
    for (const name of ['TEST_MYSQL_URL', 'TEST_MARIADB_URL']) {
      if (!process.env[name]) return [`${name} is not set: start the servers with .ci/services.`];
    }
    for (let done = progress.done; done < KINDS.length * ROUNDS; done += 1) {
      const kind = KINDS[done % KINDS.length] ?? 'sqlite';
      process.env.KAFAL_TEST_DATABASE = kind;
      try {
        const { paid, refused } = await withdrawInParallel(200, 50);
        if (paid !== 50 || refused !== 150) return [`${kind}: ${paid} paid, ${refused} refused`];
        step({ rounds: 1, [`paid on ${kind}`]: paid, refused });
      } catch (error) {
        return [`${kind}: ${error instanceof Error ? error.message : String(error)}`];
      }
    }
    return [];
  },
};
