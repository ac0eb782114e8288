import { expect, test } from 'vitest';
import { calendarDate } from '../calendar/calendar-date.ts';
import { money } from '../money/money.ts';
import { promiseState } from './promise-to-pay.ts';

const promise = { amount: money(500_000), by: calendarDate('2026-12-10'), received: money(0), isReplaced: false };
const on = (day: string) => calendarDate(day);

test('a promise stands open through its day, and is broken the day after without the whole amount', () => {
  expect(promiseState(promise, on('2026-12-10'))).toBe('open');
  expect(promiseState(promise, on('2026-12-11'))).toBe('broken');
  expect(promiseState({ ...promise, received: money(499_999) }, on('2026-12-11'))).toBe('broken');
});

test('a promise is kept as soon as the amount is there, also where another took its place', () => {
  expect(promiseState({ ...promise, received: money(500_000) }, on('2026-12-01'))).toBe('kept');
  expect(promiseState({ ...promise, received: money(500_000), isReplaced: true }, on('2026-12-11'))).toBe('kept');
  expect(promiseState({ ...promise, isReplaced: true }, on('2026-12-11'))).toBe('replaced');
});
