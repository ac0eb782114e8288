import { expect, test } from 'vitest';
import { testDatabaseKind } from '../apps/server/src/platform/database/test-database.ts';
import { killWhilePosting } from './kills/kill-while-posting.ts';

// 50 on the embedded database and 25 on each server are `npm run proof -- kills` and `kills-databases`; this is the same
// code with small counts.
const kills = testDatabaseKind() === 'sqlite' ? 5 : 2;

test(`${kills} kills during posting lose, double and unbalance nothing`, { timeout: 300_000 }, async () => {
  const report = await killWhilePosting(testDatabaseKind(), 20_261_130, kills);
  expect(report.kills).toBe(kills);
  expect(report.unanswered).toBeGreaterThan(0);
  expect(report.acknowledged).toBeGreaterThan(report.unanswered);
});
