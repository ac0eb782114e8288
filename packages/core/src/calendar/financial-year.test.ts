import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, calendarDate } from './calendar-date.ts';
import {
  type FinancialYearStart,
  FinancialYearUnknown,
  financialYearAfter,
  financialYearLabelled,
  financialYearOf,
  monthsOfFinancialYear,
} from './financial-year.ts';

const INDIA: FinancialYearStart = { calendar: 'AD', month: 4, day: 1 };
const NEPAL: FinancialYearStart = { calendar: 'BS' };

test.each([
  ['2026-04-01', '2026-27', '2026-04-01', '2027-03-31'],
  ['2027-03-31', '2026-27', '2026-04-01', '2027-03-31'],
  ['2026-03-31', '2025-26', '2025-04-01', '2026-03-31'],
  ['2099-12-31', '2099-00', '2099-04-01', '2100-03-31'],
])('in India %s belongs to %s, from %s to %s', (date, label, startsOn, endsOn) => {
  expect(financialYearOf(calendarDate(date), INDIA)).toEqual({ label, startsOn, endsOn });
});

test('a year from 1 January has one year in its label', () => {
  expect(financialYearOf(calendarDate('2026-12-31'), { calendar: 'AD', month: 1, day: 1 })).toEqual({
    label: '2026',
    startsOn: '2026-01-01',
    endsOn: '2026-12-31',
  });
});

test.each([
  ['2022-07-17', '2079/80', '2022-07-17', '2023-07-16'],
  ['2024-07-15', '2080/81', '2023-07-17', '2024-07-15'],
  ['2024-07-16', '2081/82', '2024-07-16', '2025-07-16'],
  ['2026-07-16', '2082/83', '2025-07-17', '2026-07-16'],
])('in Nepal %s belongs to %s, from %s to %s', (date, label, startsOn, endsOn) => {
  expect(financialYearOf(calendarDate(date), NEPAL)).toEqual({ label, startsOn, endsOn });
});

test('the last year of the table ends on the expected day, and says that it is expected', () => {
  const year = { label: '2083/84', startsOn: '2026-07-17', endsOn: '2027-07-16', endIsProvisional: true };
  expect(financialYearOf(calendarDate('2026-07-17'), NEPAL)).toEqual(year);
  expect(financialYearOf(calendarDate('2026-11-22'), NEPAL)).toEqual(year);
  expect(financialYearOf(calendarDate('2027-07-16'), NEPAL)).toEqual(year);
});

test('a day whose calendar is not settled has no financial year', () => {
  expect(() => financialYearOf(calendarDate('2027-07-17'), NEPAL)).toThrow(
    'The Bikram Sambat calendar of 2027-07-17 is not settled, so its financial year is not known.',
  );
  expect(() => financialYearOf(calendarDate('2013-07-15'), NEPAL)).toThrow(FinancialYearUnknown);
});

test('years follow each other without a gap, and each holds its days', () => {
  const someStart = fc.oneof(
    fc.constant(NEPAL),
    fc.record({
      calendar: fc.constant('AD' as const),
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 1, max: 28 }),
    }),
  );
  fc.assert(
    fc.property(someStart, fc.nat({ max: 4_700 }), (start, days) => {
      const date = addDays(calendarDate('2013-07-16'), days);
      const year = financialYearOf(date, start);

      expect(year.startsOn <= date && date <= year.endsOn).toBe(true);
      if (year.endIsProvisional !== true) {
        const next = financialYearOf(addDays(year.endsOn, 1), start);
        expect(next.startsOn).toBe(addDays(year.endsOn, 1));
        expect(next.label).not.toBe(year.label);
      }
    }),
  );
});

test.each([
  ['2026-27', INDIA, '2026-04-01'],
  ['2083/84', NEPAL, '2026-07-17'],
  ['2026', { calendar: 'AD', month: 1, day: 1 } as const, '2026-01-01'],
])('the year %s is found by its label', (label, start, startsOn) => {
  expect(financialYearLabelled(label, start)).toMatchObject({ label, startsOn });
});

test.each([
  ['2026-28', INDIA],
  ['0000-01', INDIA],
  ['last year', INDIA],
  ['2099/00', NEPAL],
])('no year is called %s', (label, start) => {
  expect(financialYearLabelled(label, start)).toBeUndefined();
});

test.each([
  ['2026-04-05', INDIA, ['2026-04-01', '2026-04-30'], ['2027-03-01', '2027-03-31']],
  // Shrawan has 31 days in 2082; Asar, the last month, ends the year with its 32nd.
  ['2025-07-17', NEPAL, ['2025-07-17', '2025-08-16'], ['2026-06-15', '2026-07-16']],
  ['2026-07-17', NEPAL, ['2026-07-17', '2026-08-16'], ['2027-06-13', '2027-07-16']],
])('the year of %s has twelve months that follow each other', (date, start, first, last) => {
  const year = financialYearOf(calendarDate(date), start);
  const months = monthsOfFinancialYear(year, start);
  expect(months.map(({ from, to }) => [from, to])).toEqual(expect.arrayContaining([first, last]));
  expect(months).toHaveLength(12);
  for (const [place, { from, to }] of months.entries()) {
    expect(to >= from).toBe(true);
    expect(from).toBe(place === 0 ? year.startsOn : addDays(months[place - 1]?.to ?? from, 1));
  }
});

test('the next year is known unless its calendar is not settled', () => {
  const after = (date: string, start: FinancialYearStart) =>
    financialYearAfter(financialYearOf(calendarDate(date), start), start)?.label;
  expect([after('2026-11-30', INDIA), after('2025-11-30', NEPAL), after('2026-11-30', NEPAL)]).toEqual([
    '2027-28',
    '2083/84',
    undefined,
  ]);
});
