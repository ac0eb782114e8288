import { expect, test } from 'vitest';
import {
  BIKRAM_SAMBAT_MONTH_LENGTHS,
  BIKRAM_SAMBAT_MONTHS,
  FIRST_BIKRAM_SAMBAT_YEAR,
  formatBikramSambat,
  fromBikramSambat,
  LAST_BIKRAM_SAMBAT_YEAR,
  toBikramSambat,
} from './bikram-sambat.ts';
import { addDays, calendarDate } from './calendar-date.ts';

test.each([
  ['2013-04-14', 2070, 1, 1],
  ['2024-04-13', 2081, 1, 1],
  ['2025-04-14', 2082, 1, 1],
  ['2026-04-14', 2083, 1, 1],
  ['2022-07-17', 2079, 4, 1],
  ['2023-07-17', 2080, 4, 1],
  ['2024-07-16', 2081, 4, 1],
  ['2025-07-17', 2082, 4, 1],
  ['2026-07-17', 2083, 4, 1],
  ['2026-11-22', 2083, 8, 6],
  ['2027-04-13', 2083, 12, 30],
])('%s is %i-%i-%i', (date, year, month, day) => {
  expect(toBikramSambat(calendarDate(date))).toEqual({ year, month, day });
  expect(fromBikramSambat({ year, month, day })).toBe(date);
});

test('beyond the table nothing is guessed', () => {
  expect(toBikramSambat(calendarDate('2013-04-13'))).toBeUndefined();
  expect(toBikramSambat(calendarDate('2027-04-14'))).toBeUndefined();
  expect(fromBikramSambat({ year: 2084, month: 1, day: 1 })).toBeUndefined();
  expect(fromBikramSambat({ year: 2069, month: 12, day: 30 })).toBeUndefined();
  expect(fromBikramSambat({ year: 2083, month: 13, day: 1 })).toBeUndefined();
  expect(fromBikramSambat({ year: 2083, month: 1, day: 32 })).toBeUndefined();
  expect(fromBikramSambat({ year: 2083, month: 1, day: 0 })).toBeUndefined();
  expect(fromBikramSambat({ year: 2083, month: 1, day: 1.5 })).toBeUndefined();
});

test('every day of the table has one name and comes back from it', () => {
  let days = 0;
  for (let date = calendarDate('2013-04-14'); date <= '2027-04-13'; date = addDays(date, 1)) {
    const named = toBikramSambat(date);
    if (named === undefined || fromBikramSambat(named) !== date) throw new Error(`${date} does not come back`);
    days += 1;
  }
  expect(days).toBe(5_113);
});

test('the table has twelve months of 29 to 32 days in every year, and years of 365 or 366', () => {
  for (let year = FIRST_BIKRAM_SAMBAT_YEAR; year <= LAST_BIKRAM_SAMBAT_YEAR; year += 1) {
    const lengths = BIKRAM_SAMBAT_MONTH_LENGTHS[year] ?? [];
    expect(lengths).toHaveLength(12);
    expect(lengths.every((length) => length >= 29 && length <= 32)).toBe(true);
    expect([365, 366]).toContain(lengths.reduce((total, length) => total + length, 0));
  }
});

test('a day is written in the reader’s language', () => {
  const today = { year: 2083, month: 8, day: 6 };
  expect(formatBikramSambat(today, 'en')).toBe('2083-08-06');
  expect(formatBikramSambat(today, 'ne')).toBe('२०८३-०८-०६');
  expect(formatBikramSambat(today, 'en', 'D MMMM YYYY')).toBe('6 Mangsir 2083');
  expect(formatBikramSambat(today, 'hi', 'D MMMM YYYY')).toBe('6 मार्गशीर्ष 2083');
  expect(formatBikramSambat(today, 'ne', 'D MMMM YYYY')).toBe('६ मङ्सिर २०८३');
  expect(Object.values(BIKRAM_SAMBAT_MONTHS).every((months) => new Set(months).size === 12)).toBe(true);
});
