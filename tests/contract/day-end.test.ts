// A year of 2,000 accounts with 100 kills is `npm run proof -- day-end`; this is the same code with small counts.

import { afterEach, expect, test } from 'vitest';
import { endedHere, endedThroughKills, liveInARace } from '../day-end/end-days-of.ts';
import { differences, live, openSavingsSociety, planSociety, type SavingsSociety } from '../day-end/savings-society.ts';
import { verifyTestBooks } from '../society/verify-test-books.ts';

const SEED = 20_261_130;
const KILLS = 5;

const opened: SavingsSociety[] = [];
afterEach(async () => {
  for (const society of opened.splice(0)) {
    await verifyTestBooks(society.books.platform);
    await society.close();
  }
});

test('60 days of 200 accounts of every kind, with tax, instructions, thrift, missed instalments and entries dated back, are as on paper, also after 5 kills and in a race', async () => {
  const plan = planSociety({ accounts: 200, days: 60 }, SEED);
  const open = async () => {
    const society = await openSavingsSociety(plan);
    opened.push(society);
    return society;
  };
  const calm = await open();
  const journal = await live(calm, plan, endedHere);
  const { credits, recounts, terms, wrong } = await differences(calm, plan);
  expect(wrong).toEqual([]);
  expect(credits).toBeGreaterThan(200);
  // Into days that were credited before.
  expect(recounts).toBeGreaterThan(10);
  // Interest paid on the way, instalments, fines, and terms that were over.
  expect(terms).toBeGreaterThan(100);

  const killed = endedThroughKills(plan, KILLS, SEED);
  expect(await live(await open(), plan, killed.endDays)).toBe(journal);
  expect(killed.report.kills).toBe(KILLS);

  expect(await liveInARace(await open(), plan)).toBe(journal);
});
