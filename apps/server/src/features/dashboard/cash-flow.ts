import type { DashboardCashFlow } from '@kafal/contract';
import { addDays, type CalendarDate, formatMoney, type Money, money, sum, ZERO } from '@kafal/core';
import { rememberUntilWritten } from '../../platform/cache/remember-until-written.ts';
import type { Platform } from '../../platform/platform.ts';
import { currentBusinessDay } from '../accounting/index.ts';
import { readSettings } from '../society/index.ts';
import { DASHBOARD_MS } from './dashboard-stats.ts';

const DAYS = 30;

interface Flow {
  readonly count: number;
  readonly total: Money;
}

/** What came in over the counter and what was paid out, day by day, as the tills count it. */
export function dashboardCashFlow(platform: Platform): Promise<DashboardCashFlow> {
  return rememberUntilWritten(platform, 'dashboard-cash-flow', DASHBOARD_MS, async () => {
    const { 'money.currency': currency } = await readSettings(platform);
    const today = await currentBusinessDay(platform);
    const first = addDays(today, 1 - DAYS);
    const flows = await flowsSince(platform, first);
    const flowOf = (direction: string, on: CalendarDate): Flow => flows.get(`${direction} ${on}`) ?? NOTHING;

    const days = Array.from({ length: DAYS }, (_, index) => addDays(first, index));
    const totalOf = (direction: string) => formatMoney(sum(days.map((on) => flowOf(direction, on).total)));
    return {
      currency,
      days: days.map((on) => ({
        on,
        receipts: formatMoney(flowOf('in', on).total),
        receiptCount: flowOf('in', on).count,
        payments: formatMoney(flowOf('out', on).total),
        paymentCount: flowOf('out', on).count,
      })),
      totals: { receipts: totalOf('in'), payments: totalOf('out') },
    };
  });
}

const NOTHING: Flow = { count: 0, total: ZERO };

async function flowsSince({ database }: Platform, first: CalendarDate): Promise<Map<string, Flow>> {
  const rows = await database
    .selectFrom('receipt')
    .leftJoin('journal_entry as reversal', 'reversal.reversesEntryId', 'receipt.entryId')
    .select(({ fn }) => [
      'receipt.direction',
      'receipt.issuedOn',
      fn.countAll<number>().as('count'),
      fn.sum<number>('receipt.total').as('total'),
    ])
    .where('receipt.issuedOn', '>=', first)
    .where('reversal.id', 'is', null)
    .groupBy(['receipt.issuedOn', 'receipt.direction'])
    .execute();
  return new Map(
    rows.map(({ direction, issuedOn, count, total }) => [`${direction} ${issuedOn}`, { count, total: money(total) }]),
  );
}
