import { expect, test } from 'vitest';
import { type CalendarDate, calendarDate } from './calendar-date.ts';
import { type BusinessCalendar, dueDaysOf, type HolidayRule, lastDueDay, movedDueDay } from './working-days.ts';

// 14 November 2026 is a Saturday; the Sunday is off, and Monday the 16th is a holiday.
const calendar = (holidayRule: HolidayRule): BusinessCalendar => ({
  holidays: new Set([calendarDate('2026-11-16')]),
  conductOn: () => ({ weeklyOffs: [7], holidayRule }),
});
const of = (act: (calendar: BusinessCalendar, day: CalendarDate) => unknown, rule: HolidayRule, days: string[]) =>
  days.map((day) => act(calendar(rule), calendarDate(`2026-11-${day}`)));
const NOVEMBER = ['14', '15', '16', '17'];
const november = (days: string[]) => days.map((day) => `2026-11-${day}`);

test('what falls on a Sunday and a holiday after it moves to the Tuesday, to the Saturday, or stays', () => {
  expect(of(movedDueDay, 'next', NOVEMBER)).toEqual(november(['14', '17', '17', '17']));
  expect(of(movedDueDay, 'previous', NOVEMBER)).toEqual(november(['14', '14', '14', '17']));
  expect(of(movedDueDay, 'same', NOVEMBER)).toEqual(november(NOVEMBER));
});

test('at the end of each day it is the turn of every due day up to one, and of each once', () => {
  expect(of(lastDueDay, 'next', NOVEMBER)).toEqual(november(['14', '14', '14', '17']));
  expect(of(dueDaysOf, 'next', NOVEMBER)).toEqual([november(['14']), [], [], november(['15', '16', '17'])]);
  expect(of(lastDueDay, 'previous', ['14', '17'])).toEqual(november(['16', '17']));
  expect(of(dueDaysOf, 'previous', ['14', '17'])).toEqual([november(['14', '15', '16']), november(['17'])]);
  expect(of(dueDaysOf, 'same', NOVEMBER)).toEqual(NOVEMBER.map((day) => november([day])));
});

test('the rule is that of the day on which something falls due', () => {
  const changed: BusinessCalendar = {
    ...calendar('next'),
    conductOn: (day) => ({ weeklyOffs: [7], holidayRule: day < '2026-11-16' ? 'next' : 'same' }),
  };
  expect(['15', '16'].map((day) => movedDueDay(changed, calendarDate(`2026-11-${day}`)))).toEqual(
    november(['17', '16']),
  );
});
