// A year's holidays from a file. What is a holiday already and what is over is left out and counted, so that the list of
// a whole year can be taken in at any time of it.

import type { Actor } from '../../platform/http/actor.ts';
import type { Platform } from '../../platform/platform.ts';
import { businessDayFor } from '../accounting/index.ts';
import { recordAudit } from '../audit/index.ts';
import { insertHoliday, tellHolidays } from './add-holiday.ts';
import { readHolidayFile } from './holiday-file.ts';
import { holidayView } from './holidays.ts';

export async function importHolidays(platform: Platform, actor: Actor, csv: string, isPreview: boolean) {
  const listed = readHolidayFile(csv);
  return platform.transact(async (trx) => {
    const businessDate = await businessDayFor(trx, platform);
    const standing = await trx
      .selectFrom('holiday')
      .select('day')
      .where(
        'day',
        'in',
        listed.map(({ day }) => day),
      )
      .execute();
    const stands = new Set(standing.map(({ day }) => day));
    const ahead = listed.filter(({ day }) => day >= businessDate);
    const added = ahead.filter(({ day }) => !stands.has(day)).sort((one, other) => (one.day < other.day ? -1 : 1));
    const answer = {
      preview: isPreview,
      added: added.map((holiday) => holidayView(holiday, actor.language)),
      standing: ahead.length - added.length,
      past: listed.length - ahead.length,
    };
    if (isPreview || added.length === 0) return answer;
    for (const holiday of added) await insertHoliday(trx, platform, actor, holiday);
    await recordAudit(trx, platform, actor, {
      action: 'holiday.imported',
      subjectKind: 'holiday',
      subjectId: null,
      newValues: Object.fromEntries(added.map(({ day, nameEn }) => [day, nameEn])),
    });
    await tellHolidays(trx, platform);
    return answer;
  });
}
