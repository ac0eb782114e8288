import { firstDifference, playHistoryOn } from '../tests/society/play-history-on.ts';
import type { Proof } from './proof-kind.ts';

const HISTORIES = 200;
const ACTS = 40;

export const proof: Proof = {
  title: '200 random societies have the same journal on SQLite, MySQL and MariaDB, to the byte',
  async run({ seed, progress, step, say }) {
    for (const name of ['TEST_MYSQL_URL', 'TEST_MARIADB_URL']) {
      if (!process.env[name]) return [`${name} is not set: start the servers with .ci/services.`];
    }
    for (let done = progress.done; done < HISTORIES; done += 1) {
      try {
        const [embedded, mysql, mariadb] = [
          await playHistoryOn('sqlite', seed + done, ACTS),
          await playHistoryOn('mysql', seed + done, ACTS),
          await playHistoryOn('mariadb', seed + done, ACTS),
        ];
        for (const [name, other] of Object.entries({ mysql, mariadb })) {
          const difference = firstDifference(embedded.exported, other.exported);
          if (difference !== undefined) return [`seed ${seed + done} on ${name}: ${difference}`];
        }
        step({ histories: 1, acts: embedded.acts * 3, entries: embedded.entries, bytes: embedded.exported.length });
      } catch (error) {
        return [String(error instanceof Error ? error.message : error)];
      }
      if ((done + 1) % 20 === 0) say(`${done + 1} of ${HISTORIES}`);
    }
    return [];
  },
};
