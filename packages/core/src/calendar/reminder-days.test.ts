import { describe, expect, test } from 'vitest';
import { addDays, calendarDate } from './calendar-date.ts';
import { EVERY_DAY_COUNTS, reminderDays, reminderWindows } from './reminder-days.ts';
import type { BusinessCalendar } from './working-days.ts';

const day = calendarDate;

describe('a list of days before', () => {
  test.each([
    ['3', [3]],
    ['1, 7 ,3', [7, 3, 1]],
    ['180,1', [180, 1]],
  ])('%s', (typed, days) => expect(reminderDays(typed)).toEqual(days));

  test.each(['', '0', '181', '3, 3', '1, 2, 3, 4, 5', '-1', '2.5', 'three', '3,'])('%j is none', (typed) =>
    expect(reminderDays(typed)).toBeUndefined(),
  );
});

describe('what is reminded of on 1 December, with 7 and 3 days before', () => {
  test('by 3 what is due on the 2nd to the 4th, by 7 what is due on the 5th to the 8th', () => {
    expect(reminderWindows(EVERY_DAY_COUNTS, day('2026-12-01'), [7, 3])).toEqual([
      { daysBefore: 7, after: '2026-12-04', through: '2026-12-08' },
      { daysBefore: 3, after: '2026-12-01', through: '2026-12-04' },
    ]);
  });

  // 6 December 2026 is a Sunday: what is agreed for it is due on Monday the 7th.
  const closedOnSundays: BusinessCalendar = {
    holidays: new Set(),
    conductOn: () => ({ weeklyOffs: [7], holidayRule: 'next' }),
  };

  test('a Sunday counts as the Monday it moves to', () => {
    expect(reminderWindows(closedOnSundays, day('2026-12-03'), [3])).toEqual([
      { daysBefore: 3, after: '2026-12-03', through: '2026-12-05' },
    ]);
    expect(reminderWindows(closedOnSundays, day('2026-12-04'), [3])).toEqual([
      { daysBefore: 3, after: '2026-12-04', through: '2026-12-07' },
    ]);
  });

  test('from day to day every due day comes into each window once, and leaves it only for a nearer one', () => {
    for (const calendar of [EVERY_DAY_COUNTS, closedOnSundays]) {
      const first = day('2026-12-01');
      const told = new Map<string, number[]>();
      for (let at = 0; at < 40; at += 1) {
        for (const { daysBefore, after, through } of reminderWindows(calendar, addDays(first, at), [7, 3, 1])) {
          for (let due = addDays(after, 1); due <= through; due = addDays(due, 1)) {
            const before = told.get(due) ?? [];
            if (!before.includes(daysBefore)) told.set(due, [...before, daysBefore]);
          }
        }
      }
      for (let at = 10; at < 30; at += 1) expect(told.get(addDays(first, at))).toEqual([7, 3, 1]);
    }
  });
});
