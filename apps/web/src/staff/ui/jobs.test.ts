import { expect, test } from 'vitest';
import { type Job, secondsLeft } from './jobs.ts';

const job = (done: number, total: number | undefined): Job => ({
  id: 1,
  title: '',
  done,
  total,
  startedAt: 0,
  error: undefined,
  stop: () => undefined,
});

test('a quarter done in two seconds leaves six', () => {
  expect(secondsLeft(job(25, 100), 2_000)).toBe(6);
});

test('nothing is guessed in the first second, before anything is done, or of an unknown whole', () => {
  expect([
    secondsLeft(job(25, 100), 500),
    secondsLeft(job(0, 100), 5_000),
    secondsLeft(job(25, undefined), 5_000),
  ]).toEqual([undefined, undefined, undefined]);
});

test('more rows than were counted at the start leave no time below nothing', () => {
  expect(secondsLeft(job(120, 100), 2_000)).toBe(0);
});
