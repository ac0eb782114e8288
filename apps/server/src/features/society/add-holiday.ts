import type { AddHolidayBody } from '@kafal/contract';
import type { z } from 'zod';
import type { Actor } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import { recordEvent } from '../../platform/outbox/index.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { recordAudit } from '../audit/index.ts';
import { type Holiday, refusePastHoliday } from './holidays.ts';

export async function addHoliday(
  platform: Platform,
  actor: Actor,
  { day, nameEn, nameHi }: z.output<typeof AddHolidayBody>,
): Promise<Holiday> {
  const holiday: Holiday = { day, nameEn, nameHi };
  await platform.transact(async (trx) => {
    await refusePastHoliday(trx, platform, day);
    await insertHoliday(trx, platform, actor, holiday);
    await recordAudit(trx, platform, actor, {
      action: 'holiday.added',
      subjectKind: 'holiday',
      subjectId: day,
      newValues: { nameEn, nameHi },
    });
    await tellHolidays(trx, platform);
  });
  return holiday;
}

/** The day is the key: of two who add it at once the second is told. */
export async function insertHoliday(trx: Trx, platform: Platform, actor: Actor, holiday: Holiday): Promise<void> {
  await trx
    .insertInto('holiday')
    .values({ ...holiday, recordedByUserId: actor.userId, recordedAt: platform.clock.now() })
    .execute()
    .catch((error: unknown) => {
      if (platform.dialect.isDuplicateKey(error) === undefined) throw error;
      throw new Refusal('conflict', 'HOLIDAY_TAKEN', { day: holiday.day }, 'day');
    });
}

export async function tellHolidays(trx: Trx, platform: Platform): Promise<void> {
  await recordEvent(trx, platform, { name: 'settings.changed', payload: { name: 'calendar.holidays' } });
}
