// A year of 2,000 accounts is `npm run proof -- day-end`, and one with 100 kills `day-end-kills`; this is the same code with small counts.

import { afterEach, expect, test } from 'vitest';
import { differences } from '../day-end/differences.ts';
import { endedHere, endedThroughKills, liveInARace } from '../day-end/end-days-of.ts';
import { live, openSavingsSociety, planSociety, type SavingsSociety } from '../day-end/savings-society.ts';
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

test('60 days of 200 accounts of every kind are as on paper, also after 5 kills and in a race', async () => {
  const plan = planSociety({ members: 75, days: 60 }, SEED);
  const open = async () => {
    const society = await openSavingsSociety(plan);
    opened.push(society);
    return society;
  };
  const calm = await open();
  const journal = await live(calm, plan, endedHere);
  const { accounts, credits, recounts, acts, accruals, loans, wrong } = await differences(calm, plan);
  expect(wrong).toEqual([]);
  expect(accounts).toBeGreaterThanOrEqual(200);
  expect(credits).toBeGreaterThan(120);
  // Into days that were credited before.
  expect(recounts).toBeGreaterThan(5);
  // Interest paid on the way, instalments and fines, thrift, daily deposits, commission, dormancy, holds.
  expect(acts).toBeGreaterThan(200);
  expect(accruals).toBeGreaterThan(80);
  // Penal charges of days, classes, provisions and what is owed of twelve loans.
  expect(loans).toBeGreaterThan(80);

  const killed = endedThroughKills(plan, KILLS, SEED);
  expect(await live(await open(), plan, killed.endDays)).toBe(journal);
  expect(killed.report.kills).toBe(KILLS);

  expect(await liveInARace(await open(), plan)).toBe(journal);
});
