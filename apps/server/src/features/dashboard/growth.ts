// How the society grew, month by month. Counted backwards from what stands now, so that the last point is the very
// figure of the page and a year is read as a year of changes, however old the books are.

import type { DashboardGrowth } from '@kafal/contract';
import {
  type CalendarDate,
  calendarDate,
  formatMoney,
  lastCalendarMonths,
  minDate,
  money,
  parseMoney,
  subtract,
} from '@kafal/core';
import { sql } from 'kysely';
import { rememberUntilWritten } from '../../platform/cache/remember-until-written.ts';
import type { Platform } from '../../platform/platform.ts';
import { readSettings } from '../society/index.ts';
import { DASHBOARD_MS, readDashboardStats } from './dashboard-stats.ts';

const MONTHS = 12;

export function dashboardGrowth(platform: Platform): Promise<DashboardGrowth> {
  return rememberUntilWritten(platform, 'dashboard-growth', DASHBOARD_MS, () => countGrowth(platform));
}

async function countGrowth(platform: Platform): Promise<DashboardGrowth> {
  const stats = await readDashboardStats(platform);
  const settings = await readSettings(platform);
  const today = calendarDate(stats.businessDate);
  const months = lastCalendarMonths(today, settings['calendar.kind'], MONTHS)
    .map(({ from, to }) => ({ from, on: minDate(to, today) }))
    .toReversed();
  const first = months[0]?.from ?? today;
  const [joined, activated, savings, shares] = await Promise.all([
    joinedSince(platform, first),
    activatedSince(platform, first),
    creditedSince(platform, 'deposit', first),
    creditedSince(platform, 'share', first),
  ]);

  const standing = {
    activeMembers: stats.activeMembers,
    savings: parseMoney(stats.totalDeposits),
    shareCapital: parseMoney(stats.shareCapital),
  };
  // From now back to the first month: before a change there was that much less.
  const found: DashboardGrowth['months'] = [];
  for (const { from, on } of months.toReversed()) {
    found.unshift({
      from,
      on,
      activeMembers: standing.activeMembers,
      joined: sumWithin(joined, from, on),
      savings: formatMoney(standing.savings),
      shareCapital: formatMoney(standing.shareCapital),
    });
    standing.activeMembers -= sumWithin(activated, from, on);
    standing.savings = subtract(standing.savings, money(sumWithin(savings, from, on)));
    standing.shareCapital = subtract(standing.shareCapital, money(sumWithin(shares, from, on)));
  }
  return { currency: stats.currency, months: found };
}

/** What changed on a day. */
interface DayChange {
  readonly on: CalendarDate;
  readonly change: number;
}

function sumWithin(changes: readonly DayChange[], from: CalendarDate, to: CalendarDate): number {
  return changes.reduce((sum, { on, change }) => (on >= from && on <= to ? sum + change : sum), 0);
}

function joinedSince({ database }: Platform, from: CalendarDate): Promise<DayChange[]> {
  return database
    .selectFrom('member')
    .select(({ fn }) => ['joinedOn as on', fn.countAll<number>().as('change')])
    .where('joinedOn', '>=', from)
    .groupBy('joinedOn')
    .execute();
}

/** Who became active on a day, less who ceased to be. */
function activatedSince({ database }: Platform, from: CalendarDate): Promise<DayChange[]> {
  return database
    .selectFrom('member_status_change')
    .select([
      'effectiveOn as on',
      sql<number>`SUM(CASE WHEN toStatus = 'active' THEN 1 WHEN fromStatus = 'active' THEN -1 ELSE 0 END)`.as('change'),
    ])
    .where('effectiveOn', '>=', from)
    .groupBy('effectiveOn')
    .execute();
}

/** Credits less debits of each day on the accounts of a sub-ledger: closed days as they were kept, the others posted. */
async function creditedSince(
  { database }: Platform,
  subLedger: 'deposit' | 'share',
  from: CalendarDate,
): Promise<DayChange[]> {
  const accounts = (
    await database.selectFrom('account').select('code').where('subLedger', '=', subLedger).execute()
  ).map(({ code }) => code);
  const kept = await database
    .selectFrom('daily_total')
    .select(['businessDate as on', sql<number>`SUM(credit - debit)`.as('change')])
    .where('businessDate', '>=', from)
    .where('accountCode', 'in', accounts)
    .groupBy('businessDate')
    .execute();
  // Named one by one, the open days are a few short ranges of the index; joined, some databases read the whole year.
  const open = await database.selectFrom('business_day').select('businessDate').where('status', '=', 'open').execute();
  const openDays = open.map(({ businessDate }) => businessDate).filter((on) => on >= from);
  if (openDays.length === 0) return kept;
  const since = await database
    .selectFrom('posting')
    .select(['postedOn as on', sql<number>`SUM(CASE WHEN side = 'credit' THEN amount ELSE -amount END)`.as('change')])
    .where('postedOn', 'in', openDays)
    .where('accountCode', 'in', accounts)
    .groupBy('postedOn')
    .execute();
  return [...kept, ...since];
}
