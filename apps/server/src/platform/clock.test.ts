import { expect, test } from 'vitest';
import { simulatedClock } from './clock.ts';

test('simulated time stands still until it is moved', () => {
  const clock = simulatedClock(Date.UTC(2026, 10, 30));

  expect([clock.now(), clock.now()]).toEqual([Date.UTC(2026, 10, 30), Date.UTC(2026, 10, 30)]);
  clock.advance(1_500);
  expect(clock.now()).toBe(Date.UTC(2026, 10, 30) + 1_500);
  clock.set(0);
  expect(clock.now()).toBe(0);
});
