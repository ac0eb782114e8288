import { expect, test } from 'vitest';
import { lookForWork } from './look-for-work.ts';

const NEVER_MS = 3_600_000;
const soon = () => new Promise((resolve) => setImmediate(resolve));

test('looks go on while there is more; who wakes during one gets one more, never two at a time; stop waits for it', async () => {
  const ends: ((isMore: boolean) => void)[] = [];
  let [begun, atOnce, most] = [0, 0, 0];
  const looking = lookForWork({
    everyMs: NEVER_MS,
    failed: () => undefined,
    look: () => {
      begun += 1;
      atOnce += 1;
      most = Math.max(most, atOnce);
      return new Promise((resolve) =>
        ends.push((isMore) => {
          atOnce -= 1;
          resolve(isMore);
        }),
      );
    },
  });
  const end = async (isMore: boolean) => {
    ends.pop()?.(isMore);
    await soon();
  };
  looking.wake();
  looking.wake();
  looking.wake();
  expect(begun).toBe(1);
  await end(true);
  expect(begun).toBe(2);
  await end(false);
  // For the two who woke it meanwhile.
  expect(begun).toBe(3);
  await end(false);
  expect(begun).toBe(3);

  looking.wake();
  let isStopped = false;
  const stopped = looking.stop().then(() => {
    isStopped = true;
  });
  await soon();
  expect(isStopped).toBe(false);
  await end(true);
  await stopped;
  looking.wake();
  expect([begun, most]).toEqual([4, 1]);
});

test('a look that fails is told, and the next one is tried', async () => {
  const told: unknown[] = [];
  let looks = 0;
  const looking = lookForWork({
    everyMs: NEVER_MS,
    failed: (error) => told.push(error),
    look: async () => {
      looks += 1;
      if (looks === 1) throw new Error('no line');
      return false;
    },
  });
  looking.wake();
  await soon();
  looking.wake();
  await soon();
  expect([looks, String(told)]).toEqual([2, 'Error: no line']);
  await looking.stop();
});
