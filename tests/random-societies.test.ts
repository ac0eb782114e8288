import { expect, test } from 'vitest';
import { testDatabaseKind } from '../apps/server/src/platform/database/test-database.ts';
import { firstDifference, playHistoryOn } from './society/play-history-on.ts';

// The long counts (1,000 on the embedded database, 200 on all three) are `npm run proof -- histories` and
// `histories-databases`; this is the same code with small counts.

const kind = testDatabaseKind();

if (kind === 'sqlite') {
  test('100 random societies agree with a second set of books kept on paper', { timeout: 600_000 }, async () => {
    let acts = 0;
    for (let seed = 1; seed <= 100; seed += 1) acts += (await playHistoryOn('sqlite', seed, 40)).acts;
    expect(acts).toBe(4_000);
  });
} else {
  test(`20 random societies have the same journal on ${kind} as on the embedded database, to the byte`, {
    timeout: 900_000,
  }, async () => {
    for (let seed = 1; seed <= 20; seed += 1) {
      const embedded = await playHistoryOn('sqlite', seed, 40);
      const onServer = await playHistoryOn(kind, seed, 40);
      expect(embedded.entries).toBeGreaterThan(10);
      expect(firstDifference(embedded.exported, onServer.exported)).toBeUndefined();
    }
  });
}
