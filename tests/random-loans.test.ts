import { expect, test } from 'vitest';
import { testDatabaseKind } from '../apps/server/src/platform/database/test-database.ts';
import { checkRandomLoan, checkRandomSchedule } from './loans/check-random-loan.ts';
import { openLoanHouse } from './loans/loan-house.ts';
import { playRandomLoans } from './loans/play-random-loans.ts';
import { randomLoan, randomSchedule } from './loans/random-loan.ts';

// The long counts are `npm run proof -- loans`, `loan-schedules` and `loan-histories`; this is the same code with small ones.

// What no database has a part in is tested once.
if (testDatabaseKind() === 'sqlite') {
  test('of 2,000 random loans with random events none gains or loses a unit', () => {
    let events = 0;
    for (let seed = 1; seed <= 2_000; seed += 1) events += holds(seed, () => checkRandomLoan(randomLoan(seed)).events);
    expect(events).toBeGreaterThan(10_000);
  });

  test('of 2,000 random schedules none has a balance below nothing', () => {
    let instalments = 0;
    for (let seed = 1; seed <= 2_000; seed += 1) {
      instalments += holds(seed, () => checkRandomSchedule(randomSchedule(seed)));
    }
    expect(instalments).toBeGreaterThan(30_000);
  });
}

test('of 100 random loans each is in the books what its events say, and taking all back leaves the ledger as it was', async () => {
  const house = await openLoanHouse(13);
  try {
    const played = await playRandomLoans(house, 20_261_140, 100);
    const { loans, refused, takenBack, takenBackEarlier, datedBack, waived, plannedAnew, writtenOff, recovered } =
      played;
    expect(loans).toBe(100);
    expect(takenBack).toBeGreaterThan(100);
    expect(takenBackEarlier).toBeGreaterThan(10);
    expect(datedBack).toBeGreaterThan(10);
    expect(waived).toBeGreaterThan(3);
    expect(plannedAnew).toBeGreaterThan(5);
    expect(writtenOff).toBeGreaterThan(3);
    expect(recovered).toBeGreaterThan(1);
    expect(refused).toBeGreaterThan(0);
  } finally {
    await house.counter.close();
  }
});

function holds<T>(seed: number, check: () => T): T {
  try {
    return check();
  } catch (error) {
    throw new Error(`Loan ${seed} does not hold: ${error instanceof Error ? error.message : error}`, { cause: error });
  }
}
