// Which days the society works on, and by which rule a due day moves that is none of them.

import { type BusinessCalendar, type CalendarDate, movedDueDay } from '@kafal/core';
import type { Reader } from '../../platform/database/dialect.ts';
import { settingHistoryWithin } from './read-settings.ts';
import { WEEKDAYS } from './setting-registry.ts';

export async function businessCalendar(reader: Reader): Promise<BusinessCalendar> {
  const holidays = await reader.selectFrom('holiday').select('day').execute();
  const offsOn = await settingHistoryWithin(reader, 'calendar.weeklyOffs');
  const ruleOn = await settingHistoryWithin(reader, 'deposits.holidayRule');
  return {
    holidays: new Set(holidays.map(({ day }) => day)),
    conductOn: (day) => {
      const offs = offsOn(day)?.split(', ') ?? [];
      return {
        weeklyOffs: WEEKDAYS.flatMap((weekday, place) => (offs.includes(weekday) ? place + 1 : [])),
        holidayRule: ruleOn(day),
      };
    },
  };
}

/** Another day that a due day moves to; null where it stays. */
export function movesTo(calendar: BusinessCalendar, dueOn: CalendarDate): CalendarDate | null {
  const moved = movedDueDay(calendar, dueOn);
  return moved === dueOn ? null : moved;
}
