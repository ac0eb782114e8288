import { APPLICATION_AGES, type DashboardApplicationAges } from '@kafal/contract';
import { addDays } from '@kafal/core';
import { rememberUntilWritten } from '../../platform/cache/remember-until-written.ts';
import type { Platform } from '../../platform/platform.ts';
import { calendarToday } from '../accounting/index.ts';
import { startOfDay } from '../audit/index.ts';
import { readSettings } from '../society/index.ts';
import { DASHBOARD_MS } from './dashboard-stats.ts';

type Age = (typeof APPLICATION_AGES)[number];

/** Whole calendar days of waiting, the least and the most; the oldest have no most. */
const DAYS_WAITED: Readonly<Record<Age, { readonly least: number; readonly most: number | null }>> = {
  today: { least: 0, most: 0 },
  'days-1-3': { least: 1, most: 3 },
  'days-4-7': { least: 4, most: 7 },
  'days-8-30': { least: 8, most: 30 },
  older: { least: 31, most: null },
};

/** Applications that wait for a decision, by how long they have waited on the society's own calendar. */
export function dashboardApplicationAges(platform: Platform): Promise<DashboardApplicationAges> {
  return rememberUntilWritten(platform, 'dashboard-application-ages', DASHBOARD_MS, async () => {
    const { 'calendar.timeZone': timeZone } = await readSettings(platform);
    const today = await calendarToday(platform);
    const ages: DashboardApplicationAges['ages'] = [];
    for (const age of APPLICATION_AGES) {
      const { least, most } = DAYS_WAITED[age];
      const submittedFrom = most === null ? null : addDays(today, -most);
      const submittedTo = addDays(today, -least);
      const count = await countSubmitted(
        platform,
        submittedFrom === null ? 0 : startOfDay(submittedFrom, timeZone),
        startOfDay(addDays(submittedTo, 1), timeZone),
      );
      ages.push({ age, submittedFrom, submittedTo, count });
    }
    return { ages, total: ages.reduce((total, { count }) => total + count, 0) };
  });
}

async function countSubmitted({ database }: Platform, from: number, before: number): Promise<number> {
  const { count } = await database
    .selectFrom('membership_application')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('status', '=', 'submitted')
    .where('submittedAt', '>=', from)
    .where('submittedAt', '<', before)
    .executeTakeFirstOrThrow();
  return count;
}
