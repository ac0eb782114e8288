// What went out, or did not, is forgotten after the term of the society: the row names a person and an address.

import { addMonths } from '@kafal/core';
import { idList } from '../../platform/database/many-rows.ts';
import type { Platform } from '../../platform/platform.ts';
import { calendarToday } from '../accounting/index.ts';
import { startOfDay } from '../audit/index.ts';
import { findSettings } from '../society/index.ts';

const AT_ONCE = 500;

/** Answers how many were forgotten. What still waits has not ended and stays. */
export async function sweepDeliveries(platform: Platform): Promise<number> {
  const settings = await findSettings(platform);
  if (settings === undefined) return 0;
  const oldest = addMonths(await calendarToday(platform), -settings['messages.keptMonths']);
  const before = startOfDay(oldest, settings['calendar.timeZone']);
  let forgotten = 0;
  for (;;) {
    const rows = await platform.database
      .selectFrom('message_delivery')
      .select('id')
      .where('settledAt', '<', before)
      .where('state', 'not in', ['waiting', 'sending'])
      .orderBy('settledAt')
      .limit(AT_ONCE)
      .execute();
    if (rows.length === 0) return forgotten;
    const { marks, values } = idList(rows.map(({ id }) => id));
    await platform.transact(async (trx) => {
      await platform.dialect.run(trx, `DELETE FROM message_delivery WHERE id IN (${marks})`, [...values]);
    });
    forgotten += rows.length;
  }
}
