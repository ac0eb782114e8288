import { expect, test } from 'vitest';
import { addDays, calendarMonthLabelled, calendarMonthOf, lastCalendarMonths } from '../index.ts';
import { calendarDate } from './calendar-date.ts';

test('a month of the common calendar, of a day and by its name', () => {
  const november = { label: '2026-11', from: '2026-11-01', to: '2026-11-30' };
  expect(calendarMonthOf(calendarDate('2026-11-30'), 'AD')).toEqual(november);
  expect(calendarMonthLabelled('2026-11', 'AD')).toEqual(november);
  expect(calendarMonthOf(calendarDate('2028-02-29'), 'AD')).toMatchObject({ to: '2028-02-29' });
});

test('under Bikram Sambat Mangsir 2083 is 17 November to 15 December 2026', () => {
  const mangsir = { label: '2083-08', from: '2026-11-17', to: '2026-12-15' };
  expect(calendarMonthOf(calendarDate('2026-11-17'), 'BS')).toEqual(mangsir);
  expect(calendarMonthOf(calendarDate('2026-12-15'), 'BS')).toEqual(mangsir);
  expect(calendarMonthLabelled('2083-08', 'BS')).toEqual(mangsir);
  expect(lastCalendarMonths(calendarDate('2026-11-30'), 'BS', 9).map(({ label }) => label)).toEqual([
    '2083-08',
    '2083-07',
    '2083-06',
    '2083-05',
    '2083-04',
    '2083-03',
    '2083-02',
    '2083-01',
    '2082-12',
  ]);
});

test('after the last month that is known every day still has one month', () => {
  let day = calendarDate('2027-01-01');
  let before = calendarMonthOf(day, 'BS');
  for (; day < '2027-08-01'; day = addDays(day, 1)) {
    const month = calendarMonthOf(day, 'BS');
    expect(month.from <= day && day <= month.to).toBe(true);
    if (month.label !== before.label) expect(month.from).toBe(addDays(before.to, 1));
    expect(calendarMonthLabelled(month.label, 'BS')).toEqual(month);
    before = month;
  }
});

test('what names no month is none', () => {
  for (const label of ['2026-13', '2026-00', '2026-1', '202611', '0000-01', 'x']) {
    expect([label, calendarMonthLabelled(label, 'AD')]).toEqual([label, undefined]);
  }
  // November 2026 by its common name is no month of a society that counts by Bikram Sambat.
  expect(calendarMonthLabelled('2026-11', 'BS')).toBeUndefined();
});
