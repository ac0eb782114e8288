import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  ageOn,
  type CalendarDate,
  CalendarDateError,
  calendarDate,
  calendarDateOf,
  compareDates,
  dayOf,
  daysBetween,
  endOfMonth,
  isCalendarDate,
  maxDate,
  minDate,
  monthOf,
  startOfMonth,
  todayIn,
  weekdayOf,
  yearOf,
} from './calendar-date.ts';

interface PlainDate {
  readonly dayOfWeek: number;
  add(duration: { days?: number; months?: number }): PlainDate;
  with(fields: { day: number }): PlainDate;
  until(other: PlainDate): { readonly days: number };
  toString(): string;
}
// The platform's own calendar, which the types of this package leave out because the phones lack it.
const { PlainDate } = (globalThis as unknown as { Temporal: { PlainDate: { from(text: string): PlainDate } } })
  .Temporal;

const someDate = fc.integer({ min: 0, max: 73_000 }).map((days) => addDays(calendarDate('1900-01-01'), days));

test.each(['1900-01-01', '2200-12-31', '2024-02-29', '2000-02-29', '2026-11-22'])('%s is a day', (text) => {
  expect(calendarDate(text)).toBe(text);
});

test.each([
  '2026-02-30',
  '2026-02-29',
  '1900-02-29',
  '2100-02-29',
  '2026-04-31',
  '2026-13-01',
  '2026-00-10',
  '2026-01-00',
  '2026-01-32',
  '1899-12-31',
  '2201-01-01',
  '26-01-01',
  '2026-1-1',
  '2026/01/01',
  '2026-01-01T00:00:00Z',
  ' 2026-01-01',
  '2026-01-01\n',
  '२०२६-०१-०१',
  '',
])('%j is no day', (text) => {
  expect(isCalendarDate(text)).toBe(false);
  expect(() => calendarDate(text)).toThrow(CalendarDateError);
});

test('the refusal is a sentence', () => {
  expect(() => calendarDate('2026-02-30')).toThrow(
    '"2026-02-30" is not a day of the years 1900 to 2200, written like 2026-11-22.',
  );
});

describe('against the calendar of the platform, every day from 1900 to 2100', () => {
  test('the next day, the weekday, the ends of the month and the parts', () => {
    let theirs = PlainDate.from('1900-01-01');
    let ours: CalendarDate = calendarDate('1900-01-01');
    let mismatches = 0;
    let days = 0;

    while (yearOf(ours) <= 2100) {
      const text = theirs.toString();
      const [year = '', month = '', day = ''] = text.split('-');
      const nextMonth = theirs.with({ day: 1 }).add({ months: 1 });
      const agrees =
        ours === text &&
        weekdayOf(ours) === theirs.dayOfWeek &&
        yearOf(ours) === Number(year) &&
        monthOf(ours) === Number(month) &&
        dayOf(ours) === Number(day) &&
        startOfMonth(ours) === theirs.with({ day: 1 }).toString() &&
        endOfMonth(ours) === nextMonth.add({ days: -1 }).toString() &&
        daysBetween(calendarDate('1900-01-01'), ours) === days;
      if (!agrees) mismatches += 1;

      theirs = theirs.add({ days: 1 });
      ours = addDays(ours, 1);
      days += 1;
    }
    expect({ days, mismatches }).toEqual({ days: 73_414, mismatches: 0 });
  });

  test('a month, a quarter, eleven months and a year later or earlier', () => {
    let theirs = PlainDate.from('1902-01-01');
    let mismatches = 0;

    for (let ours = calendarDate('1902-01-01'); yearOf(ours) < 2100; ours = addDays(ours, 1)) {
      for (const months of [1, 3, 11, 12, -1, -12]) {
        if (addMonths(ours, months) !== theirs.add({ months }).toString()) mismatches += 1;
      }
      theirs = theirs.add({ days: 1 });
    }
    expect(mismatches).toBe(0);
  });

  test('the days between any two days', () => {
    fc.assert(
      fc.property(someDate, someDate, (from, to) => {
        expect(daysBetween(from, to)).toBe(PlainDate.from(from).until(PlainDate.from(to)).days);
        expect(addDays(from, daysBetween(from, to))).toBe(to);
      }),
    );
  });
});

test('a month that is shorter clips the day, and forgets it', () => {
  expect(addMonths(calendarDate('2026-01-31'), 1)).toBe('2026-02-28');
  expect(addMonths(calendarDate('2024-01-31'), 1)).toBe('2024-02-29');
  expect(addMonths(calendarDate('2024-02-29'), 12)).toBe('2025-02-28');
  expect(addMonths(calendarDate('2026-03-31'), -1)).toBe('2026-02-28');
  expect(addMonths(calendarDate('2026-12-15'), 1)).toBe('2027-01-15');
});

test('a day beyond the calendar is refused', () => {
  expect(() => addDays(calendarDate('2200-12-31'), 1)).toThrow(CalendarDateError);
  expect(() => addDays(calendarDate('1900-01-01'), -1)).toThrow(CalendarDateError);
  expect(() => calendarDateOf(2026, 2, 30)).toThrow(CalendarDateError);
});

test('days compare as their texts do', () => {
  const [first, second] = [calendarDate('2026-03-31'), calendarDate('2026-04-01')];
  expect([compareDates(first, second), compareDates(second, first), compareDates(first, first)]).toEqual([-1, 1, 0]);
  expect(minDate(second, first)).toBe(first);
  expect(maxDate(first, second, first)).toBe(second);
});

test('today depends on where the society is', () => {
  const lateEveningInLondon = Date.UTC(2026, 10, 22, 18, 20);
  expect(todayIn('Europe/London', lateEveningInLondon)).toBe('2026-11-22');
  expect(todayIn('Asia/Kolkata', lateEveningInLondon)).toBe('2026-11-22');
  expect(todayIn('Asia/Kathmandu', lateEveningInLondon)).toBe('2026-11-23');
  expect(todayIn('America/St_Johns', Date.UTC(2026, 0, 1, 2, 0))).toBe('2025-12-31');
});

test.each([
  ['2008-11-22', '2026-11-21', 17],
  ['2008-11-22', '2026-11-22', 18],
  ['2008-02-29', '2026-02-28', 17],
  ['2008-02-29', '2026-03-01', 18],
  ['2008-02-29', '2028-02-29', 20],
  ['2026-01-01', '2026-01-01', 0],
])('a person born on %s is on %s %i years old', (birth, on, age) => {
  expect(ageOn(calendarDate(birth), calendarDate(on))).toBe(age);
});
