import { isCalendarDate } from '@kafal/core';
import type { Actor } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform } from '../../platform/platform.ts';
import { recordAudit } from '../audit/index.ts';
import { tellHolidays } from './add-holiday.ts';
import { refusePastHoliday } from './holidays.ts';

export async function removeHoliday(platform: Platform, actor: Actor, day: string): Promise<void> {
  if (!isCalendarDate(day)) throw new Refusal('missing', 'HOLIDAY_UNKNOWN');
  await platform.transact(async (trx) => {
    const holiday = await trx
      .selectFrom('holiday')
      .select(['nameEn', 'nameHi'])
      .where('day', '=', day)
      .executeTakeFirst();
    if (holiday === undefined) throw new Refusal('missing', 'HOLIDAY_UNKNOWN');
    await refusePastHoliday(trx, platform, day);
    await trx.deleteFrom('holiday').where('day', '=', day).execute();
    await recordAudit(trx, platform, actor, {
      action: 'holiday.removed',
      subjectKind: 'holiday',
      subjectId: day,
      oldValues: holiday,
    });
    await tellHolidays(trx, platform);
  });
}
