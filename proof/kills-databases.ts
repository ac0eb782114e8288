import { killsOn } from './kills.ts';
import type { Proof } from './proof-kind.ts';

export const proof: Proof = {
  title: '25 kills each on MySQL and MariaDB: nothing acknowledged is lost, doubled or unbalanced',
  run: async (run) => {
    for (const name of ['TEST_MYSQL_URL', 'TEST_MARIADB_URL']) {
      if (!process.env[name]) return [`${name} is not set: start the servers with .ci/services.`];
    }
    return killsOn(run, ['mysql', 'mariadb'], 25);
  },
};
