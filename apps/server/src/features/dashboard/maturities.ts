import { type DashboardMaturities, INTEREST_STEPS } from '@kafal/contract';
import { addDays, type CalendarDate, formatMoney, money, TERM_KINDS } from '@kafal/core';
import { rememberUntilWritten } from '../../platform/cache/remember-until-written.ts';
import type { Platform } from '../../platform/platform.ts';
import { currentBusinessDay } from '../accounting/index.ts';
import { readSettings } from '../society/index.ts';
import { DASHBOARD_MS } from './dashboard-stats.ts';

const SPANS = [7, 30] as const;

/** What has to be there in cash soon, and what the members' money has earned. */
export function dashboardMaturities(platform: Platform): Promise<DashboardMaturities> {
  return rememberUntilWritten(platform, 'dashboard-maturities', DASHBOARD_MS, async () => {
    const { 'money.currency': currency } = await readSettings(platform);
    const today = await currentBusinessDay(platform);
    const spans = await Promise.all(SPANS.map((days) => maturingWithin(platform, days, addDays(today, days))));
    return { currency, maturing: spans.flat(), interest: await lastInterest(platform) };
  });
}

async function maturingWithin(
  { database }: Platform,
  days: number,
  until: CalendarDate,
): Promise<DashboardMaturities['maturing']> {
  const rows = await database
    .selectFrom('term_deposit')
    .innerJoin('deposit', 'deposit.id', 'term_deposit.depositId')
    .select(({ fn }) => [
      'deposit.kind',
      fn.countAll<number>().as('count'),
      fn.sum<number>('term_deposit.maturityValue').as('value'),
    ])
    .where('term_deposit.maturesOn', '<=', until)
    // What is frozen stays as it is when its day comes, and needs no cash then.
    .where('deposit.status', '=', 'active')
    .groupBy('deposit.kind')
    .execute();
  return TERM_KINDS.map((kind) => {
    const found = rows.find((row) => row.kind === kind);
    return {
      kind,
      days,
      until,
      count: Number(found?.count ?? 0),
      value: formatMoney(money(Number(found?.value ?? 0))),
    };
  });
}

async function lastInterest({ database }: Platform): Promise<DashboardMaturities['interest']> {
  const last = await database
    .selectFrom('day_end_step')
    .select(({ fn }) => [
      'businessDate as on',
      fn.sum<number>('done').as('count'),
      fn.sum<number>('amount').as('amount'),
    ])
    .where('step', 'in', INTEREST_STEPS)
    .where('done', '>', 0)
    .groupBy('businessDate')
    .orderBy('businessDate', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (last === undefined) return null;
  return { on: last.on, count: Number(last.count), amount: formatMoney(money(Number(last.amount))) };
}
