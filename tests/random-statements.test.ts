import { expect, test } from 'vitest';
import { checkMonth, openMonthHouse } from './payments/check-month.ts';

// The long count is `npm run proof -- statement-lines`; this is the same code with fewer lines.

test('of 300 lines of the bank none is credited twice, none without a line, and every one is accounted for', async () => {
  const house = await openMonthHouse(5);
  try {
    const { failures, counts } = await checkMonth(house, 1, 300);
    expect(failures).toEqual([]);
    expect(Math.min(...Object.values(counts))).toBeGreaterThan(10);
  } finally {
    await house.counter.close();
  }
});
