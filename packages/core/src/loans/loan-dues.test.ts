import { describe, expect, test } from 'vitest';
import { calendarDate } from '../calendar/calendar-date.ts';
import type { BusinessCalendar, HolidayRule } from '../calendar/working-days.ts';
import { ARREARS_AGES, daysPastDueOn, dueDaysOfAge, loanDueDays } from './loan-dues.ts';

// Sundays off, and Monday 2 November 2026 a holiday.
const shut = (holidayRule: HolidayRule): BusinessCalendar => ({
  holidays: new Set([calendarDate('2026-11-02')]),
  conductOn: () => ({ weeklyOffs: [7], holidayRule }),
});
const next = shut('next');

describe('due, overdue and days past due', () => {
  test('what falls due today is due and not overdue; tomorrow it is one day past due', () => {
    const due = calendarDate('2026-11-05');
    expect(loanDueDays(next, due)).toEqual({ overdueThrough: '2026-11-04', dueThrough: due });
    expect(daysPastDueOn(next, due, due)).toBe(0);
    expect(daysPastDueOn(next, due, calendarDate('2026-11-06'))).toBe(1);
    expect(daysPastDueOn(next, null, due)).toBe(0);
  });

  test('a due day on Sunday before a holiday waits until Tuesday, and is overdue on Wednesday', () => {
    const due = calendarDate('2026-11-01');
    const [tuesday, wednesday] = [calendarDate('2026-11-03'), calendarDate('2026-11-04')];
    expect(loanDueDays(next, calendarDate('2026-11-02'))).toEqual({
      overdueThrough: '2026-10-31',
      dueThrough: '2026-10-31',
    });
    expect(loanDueDays(next, tuesday)).toEqual({ overdueThrough: '2026-10-31', dueThrough: tuesday });
    expect([daysPastDueOn(next, due, tuesday), daysPastDueOn(next, due, wednesday)]).toEqual([0, 1]);
    expect(daysPastDueOn(shut('same'), due, wednesday)).toBe(3);
    expect(daysPastDueOn(shut('previous'), due, wednesday)).toBe(4);
  });

  test('the groups have neither holes nor doubles, whatever the rule of holidays', () => {
    const today = calendarDate('2026-12-31');
    for (const rule of ['next', 'previous', 'same'] as const) {
      const calendar = shut(rule);
      for (const { age, from, to } of ARREARS_AGES) {
        const { after, through } = dueDaysOfAge(calendar, age, today);
        expect(daysPastDueOn(calendar, through, today)).toBeGreaterThanOrEqual(from);
        if (after !== null) expect(daysPastDueOn(calendar, after, today)).toBeGreaterThan(to ?? 0);
      }
      const { overdueThrough } = loanDueDays(calendar, today);
      expect(dueDaysOfAge(calendar, 'days-1-30', today).through).toBe(overdueThrough);
    }
  });
});
