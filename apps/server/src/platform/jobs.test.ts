import { expect, test, vi } from 'vitest';
import { createTestPlatform } from './http/test-app.ts';
import { type Job, startSchedule } from './jobs.ts';
import { dropLease, takeLease } from './lease.ts';

test('a lease has one holder, until it is given back or runs out', async () => {
  const { platform, clock, close } = await createTestPlatform();
  const take = (holder: string) => takeLease(platform, 'sweep', holder, 1_000);
  expect(await take('one')).toBe(true);
  expect(await take('one')).toBe(true);
  expect(await take('other')).toBe(false);
  clock.advance(1_000);
  expect(await take('other')).toBe(true);
  expect(await take('one')).toBe(false);
  await dropLease(platform, 'sweep', 'one');
  expect(await take('one')).toBe(false);
  await dropLease(platform, 'sweep', 'other');
  const holders = await Promise.all(['a', 'b', 'c', 'd'].map(take));
  expect(holders.filter(Boolean)).toHaveLength(1);
  await close();
});

test('of two instances one does the job; a failed run is logged and tried again; a stop waits for the run under way', async () => {
  const { platform, logged, close } = await createTestPlatform();
  const runs: number[] = [];
  const job = (instance: number): Job => ({
    name: 'count',
    everyMs: 20,
    run: async () => {
      runs.push(instance);
      if (runs.length === 1) throw new Error('the first time fails');
    },
  });
  const schedules = [startSchedule(platform, [job(1)]), startSchedule(platform, [job(2)])];
  await vi.waitUntil(() => runs.length >= 4, 5_000);
  // Whoever stops gives the lease back, and the other may do one job more before it stops too.
  expect(new Set(runs).size).toBe(1);
  await Promise.all(schedules.map((schedule) => schedule.stop()));
  expect(logged.join('')).toContain('the first time fails');
  const after = runs.length;
  await new Promise((resolve) => setTimeout(resolve, 60));
  expect(runs.length).toBe(after);
  expect(await platform.database.selectFrom('lease').selectAll().execute()).toEqual([]);
  await close();
});
