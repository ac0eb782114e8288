import { expect, test } from 'vitest';
import { measureTheCounter } from './counter-keystrokes.ts';

test('a regular receipt with change takes at most 14 keys after the name, and neither F9 nor back pays again', async () => {
  const { keysAfterName, receiptsTaken, complaints } = await measureTheCounter({
    port: 3157,
    webPort: 8157,
    keyMs: 0,
  });
  expect(complaints).toEqual([]);
  expect(keysAfterName).toBeLessThanOrEqual(14);
  // The dues, and the receipt that was counted.
  expect(receiptsTaken).toBe(2);
});
