import { expect, test } from 'vitest';
import { calendarDate } from '../calendar/calendar-date.ts';
import { dormantSinceBefore } from './dormancy.ts';

test('24 months after the last transaction to the day; a month that is shorter ends with its last day', () => {
  expect(dormantSinceBefore(calendarDate('2026-11-30'), 24)).toBe('2024-11-30');
  expect(dormantSinceBefore(calendarDate('2026-03-31'), 25)).toBe('2024-02-29');
});
