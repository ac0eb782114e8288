// The accountant closes a day: its sums are kept, and it takes no posting any more. Closing the open day opens the next.

import { addDays, type CalendarDate } from '@kafal/core';
import { insertRows } from '../../platform/database/many-rows.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import { recordEvent } from '../../platform/outbox/index.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { recordAudit } from '../audit/index.ts';
import { calendarToday } from './book-rules.ts';
import { currentBusinessDay, lockBusinessDay, openDay, openTills, refuseClosedDay } from './business-day.ts';
import { newestPostingId, sumsOfDay, withLaterPostings } from './day-sums.ts';

export interface ClosedDay {
  readonly closed: CalendarDate;
  readonly businessDate: CalendarDate;
}

const keepSums = insertRows('INSERT INTO daily_total (businessDate, accountCode, debit, credit)');

const CLOSE =
  "UPDATE business_day SET status = 'closed', closedAt = ?, closedByUserId = ?, version = version + 1 " +
  'WHERE businessDate = ?';

export async function closeBusinessDay(platform: Platform, actor: Actor, day: CalendarDate): Promise<ClosedDay> {
  const before = await sumsBeforehand(platform, day);
  return platform.transact(async (trx) => {
    const { status } = await lockDayToClose(trx, platform, day);
    await platform.dialect.run(trx, CLOSE, [platform.clock.now(), actor.userId === 0 ? null : actor.userId, day]);
    const sums = await withLaterPostings(trx, platform, day, before);
    await keepSums(
      trx,
      platform,
      [...sums].map(([accountCode, { debit, credit }]) => [day, accountCode, debit, credit]),
    );
    const businessDate = await nextDay(trx, platform, day);
    await recordAudit(trx, platform, actor, {
      action: 'business_day.closed',
      subjectKind: 'business_day',
      subjectId: day,
      oldValues: { status },
      newValues: { status: 'closed', businessDate },
    });
    await recordEvent(trx, platform, { name: 'business-day.moved', payload: { closed: day, businessDate } });
    return { closed: day, businessDate };
  });
}

/**
 * Nobody is in the middle of posting into the day at the moment at which the newest posting is looked for, so whatever
 * comes later has a greater id: the long sum is made while everybody goes on working.
 */
async function sumsBeforehand(platform: Platform, day: CalendarDate) {
  const upToId = await platform.transact(async (trx) => {
    await lockDayToClose(trx, platform, day);
    return newestPostingId(platform, trx);
  });
  return { upToId, sums: await sumsOfDay(platform.database, day, upToId) };
}

async function lockDayToClose(trx: Trx, platform: Platform, day: CalendarDate) {
  // Closing a day that has not come would open the one after it, and nothing leads back.
  if (day > (await calendarToday(platform, trx))) throw new Refusal('rule', 'BUSINESS_DAY_AHEAD', { day });
  // Whoever is posting into the day is waited for, and whoever comes now finds it closed.
  const locked = await lockBusinessDay(trx, platform, day);
  if (locked.status === 'closed') refuseClosedDay(day);
  await refuseWhileTillsAreOpen(trx, platform, day);
  return locked;
}

async function refuseWhileTillsAreOpen(trx: Trx, platform: Platform, day: CalendarDate): Promise<void> {
  const tills = (await openTills(platform, trx, day)).filter(({ businessDate }) => businessDate === day);
  if (tills.length > 0) {
    throw new Refusal('conflict', 'TILLS_STILL_OPEN', { tills: tills.map(({ code }) => code).join(', '), day });
  }
}

/** Some day is always open: after the open one comes today, or tomorrow when today's is the one that was closed. */
async function nextDay(trx: Trx, platform: Platform, closed: CalendarDate): Promise<CalendarDate> {
  const current = await currentBusinessDay(platform, trx);
  if (current > closed) return current;

  const today = await calendarToday(platform, trx);
  const next = today > closed ? today : addDays(closed, 1);
  await openDay(trx, platform, next);
  return next;
}
