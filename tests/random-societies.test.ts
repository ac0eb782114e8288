import { expect, test } from 'vitest';
import { testDatabaseKind } from '../apps/server/src/platform/database/test-database.ts';
import { playHistory } from './society/random-society.ts';

// The long counts (1,000 on the embedded database, 200 on all three) are `npm run proof -- histories` and
// `histories-databases`; this is the same code with small counts.
const histories = testDatabaseKind() === 'sqlite' ? 100 : 20;

test(`${histories} random societies agree with a second set of books kept on paper`, { timeout: 600_000 }, async () => {
  let acts = 0;
  for (let seed = 1; seed <= histories; seed += 1) {
    const history = await playHistory(seed, 40);
    acts += history.acts;
  }
  expect(acts).toBe(histories * 40);
});
