// The days of a year on which the society does no business beside its weekly offs.

import { type CalendarDate, calendarDate, yearOf } from '@kafal/core';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Language } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { businessDayFor, currentBusinessDay } from '../accounting/index.ts';
import { setting } from './read-settings.ts';
import { WEEKDAYS } from './setting-registry.ts';

export interface Holiday {
  readonly day: CalendarDate;
  readonly nameEn: string;
  readonly nameHi: string;
}

export async function holidaysOf(reader: Reader, year: number): Promise<Holiday[]> {
  return reader
    .selectFrom('holiday')
    .select(['day', 'nameEn', 'nameHi'])
    .where('day', '>=', calendarDate(`${year}-01-01`))
    .where('day', '<=', calendarDate(`${year}-12-31`))
    .orderBy('day')
    .execute();
}

/** The year asked for, or the one of the business date, with what every week leaves free. */
export async function holidayYear(platform: Platform, asked: number | undefined, language: Language) {
  const businessDate = await currentBusinessDay(platform);
  const year = asked ?? yearOf(businessDate);
  const holidays = await holidaysOf(platform.database, year);
  const offs = (await setting(platform, 'calendar.weeklyOffs')) ?? '';
  return {
    year,
    businessDate,
    weeklyOffs: WEEKDAYS.filter((weekday) => offs.split(', ').includes(weekday)),
    items: holidays.map((holiday) => holidayView(holiday, language)),
  };
}

export function holidayView({ day, nameEn, nameHi }: Holiday, language: Language) {
  return { day, name: language === 'hi' ? nameHi : nameEn, nameEn, nameHi };
}

/** What fell due on a day that is over was decided by it, so it becomes no holiday and stays one. */
export async function refusePastHoliday(trx: Trx, platform: Platform, day: CalendarDate): Promise<void> {
  const businessDate = await businessDayFor(trx, platform);
  if (day < businessDate) throw new Refusal('rule', 'HOLIDAY_PAST', { day, businessDate }, 'day');
}
