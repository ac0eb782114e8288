import { type CalendarDate, calendarDate, weekdayOf } from '@kafal/core';

export interface DemoHoliday {
  readonly day: CalendarDate;
  readonly nameEn: string;
  readonly nameHi: string;
}

const SUNDAY = 7;

const named = (nameEn: string, nameHi: string, days: readonly string[]): DemoHoliday[] =>
  days.map((day) => ({ day: calendarDate(day), nameEn, nameHi }));

/** The national days and the two great festivals, as far as the demo lives and a year beyond. */
export const DEMO_HOLIDAYS: readonly DemoHoliday[] = [
  ...named('Republic Day', 'गणतंत्र दिवस', ['2024-01-26', '2025-01-26', '2026-01-26', '2027-01-26']),
  ...named('Holi', 'होली', ['2024-03-25', '2025-03-14', '2026-03-04', '2027-03-22']),
  ...named('Independence Day', 'स्वतंत्रता दिवस', ['2024-08-15', '2025-08-15', '2026-08-15', '2027-08-15']),
  ...named('Gandhi Jayanti', 'गांधी जयंती', ['2024-10-02', '2025-10-02', '2026-10-02', '2027-10-02']),
  ...named('Diwali', 'दीपावली', ['2024-11-01', '2025-10-20', '2026-11-08', '2027-10-29']),
];

const days = new Set(DEMO_HOLIDAYS.map(({ day }) => day));

/** The office is shut on Sundays, as the preset of India says, and on its holidays. */
export const isOpenOn = (day: CalendarDate): boolean => weekdayOf(day) !== SUNDAY && !days.has(day);
