import { addMonths } from '@kafal/core';
import type { Platform } from '../../platform/platform.ts';
import { calendarToday } from '../accounting/index.ts';
import { findSettings } from '../society/index.ts';

/** Nobody is reminded of a day that is over, so what was claimed for it is kept no longer than what went out. */
export async function sweepReminders(platform: Platform): Promise<number> {
  const settings = await findSettings(platform);
  if (settings === undefined) return 0;
  const oldest = addMonths(await calendarToday(platform), -settings['messages.keptMonths']);
  return platform.transact(async (trx) => {
    const { changes } = await platform.dialect.run(trx, 'DELETE FROM reminder WHERE dueOn < ?', [oldest]);
    return changes;
  });
}
