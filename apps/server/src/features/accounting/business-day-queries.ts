import type { BusinessDayState, BusinessDayView } from '@kafal/contract';
import { type CalendarDate, isCalendarDate } from '@kafal/core';
import type { z } from 'zod';
import type { Platform } from '../../platform/platform.ts';
import { calendarToday } from './book-rules.ts';
import { currentBusinessDay, openTills } from './business-day.ts';
import { refuseCursor } from './page-cursor.ts';

const USUAL_LIMIT = 50;

/** The open day and its open tills; once the calendar is past it they keep it, and with none it follows at the next act. */
export async function businessDayState(platform: Platform): Promise<z.input<typeof BusinessDayState>> {
  const businessDate = await currentBusinessDay(platform);
  const today = await calendarToday(platform);
  const tills = await openTills(platform, platform.database, businessDate);
  return {
    businessDate,
    calendarToday: today,
    waits: today > businessDate && tills.length > 0,
    openTills: tills.map(({ tillId, code, cashier }) => ({ id: String(tillId), code, cashier })),
  };
}

export async function businessDayList(
  platform: Platform,
  query: { readonly limit?: number | undefined; readonly cursor?: string | undefined },
) {
  const { limit = USUAL_LIMIT } = query;
  const before = query.cursor === undefined ? undefined : dayOf(query.cursor);
  const days = await platform.database
    .selectFrom('business_day')
    .leftJoin('user', 'user.id', 'business_day.closedByUserId')
    .select([
      'business_day.businessDate',
      'business_day.status',
      'business_day.openedAt',
      'business_day.closedAt',
      'user.name as closedBy',
    ])
    .where((where) => (before === undefined ? where.and([]) : where('business_day.businessDate', '<', before)))
    .orderBy('business_day.businessDate', 'desc')
    .limit(limit + 1)
    .execute();
  const shown = days.slice(0, limit);
  const counted =
    shown.length === 0
      ? []
      : await platform.database
          .selectFrom('journal_entry')
          .select(({ fn }) => ['postedOn', fn.countAll<number>().as('entries')])
          .where(
            'postedOn',
            'in',
            shown.map(({ businessDate }) => businessDate),
          )
          .groupBy('postedOn')
          .orderBy('postedOn')
          .execute();
  const entries = new Map(counted.map((row) => [row.postedOn, row.entries]));

  const items = shown.map(
    (day): z.input<typeof BusinessDayView> => ({
      businessDate: day.businessDate,
      status: day.status === 'closed' ? 'closed' : 'open',
      openedAt: new Date(day.openedAt).toISOString(),
      closedAt: day.closedAt === null ? null : new Date(day.closedAt).toISOString(),
      closedBy: day.closedBy,
      entries: entries.get(day.businessDate) ?? 0,
    }),
  );
  return { items, nextCursor: days.length > limit ? (shown.at(-1)?.businessDate ?? null) : null };
}

function dayOf(cursor: string): CalendarDate {
  return isCalendarDate(cursor) ? cursor : refuseCursor();
}
