// Ends every day that has not been ended, in their order, up to the one that is asked for. It may be killed anywhere,
// started twice, or run by two instances at once: the books come out the same.

import { type DayEndStepName, isInterestStep } from '@kafal/contract';
import { addDays, type CalendarDate, DomainError, daysBetween } from '@kafal/core';
import type { Actor } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform } from '../../platform/platform.ts';
import { calendarToday, currentBusinessDay } from '../accounting/index.ts';
import { retryFailures } from './retry-failures.ts';
import { daySteps } from './schedule.ts';
import { startStep, stepsBegun, stopStep } from './step-rows.ts';

export interface DayEndProgress {
  readonly day: CalendarDate;
  readonly step: DayEndStepName;
  /** Accounts credited on this day so far. */
  readonly done: number;
  readonly daysDone: number;
  readonly days: number;
}

export interface DayEndOutcome {
  readonly from: CalendarDate | null;
  readonly until: CalendarDate;
  readonly days: number;
  readonly credited: number;
  readonly businessDate: CalendarDate;
}

export async function runDayEnd(
  platform: Platform,
  actor: Actor,
  asked: { readonly until?: CalendarDate | undefined },
  told: (progress: DayEndProgress) => void = () => {},
): Promise<DayEndOutcome> {
  const { from, until } = await daysToEnd(platform, asked.until);
  await retryFailures(platform, actor, { before: from });
  const days: CalendarDate[] = [];
  for (let day = from; day <= until; day = addDays(day, 1)) days.push(day);

  let credited = 0;
  for (const [daysDone, day] of days.entries())
    credited += await endDay(platform, actor, day, daysDone, days.length, told);
  return {
    from: days[0] ?? null,
    until,
    days: days.length,
    credited,
    businessDate: await currentBusinessDay(platform),
  };
}

async function endDay(
  platform: Platform,
  actor: Actor,
  day: CalendarDate,
  daysDone: number,
  days: number,
  told: (progress: DayEndProgress) => void,
): Promise<number> {
  let credited = 0;
  const rows = await stepsBegun(platform, day);
  let isBegun = false;
  for (const { name: step, run } of daySteps) {
    const row = rows.get(step);
    if (row?.isFinished) {
      isBegun = false;
      continue;
    }
    // Each step begins the one after it; only the first of the day, and one that a new version of the program has more, does not find its row.
    if (row === undefined && !isBegun) await startStep(platform, day, step);
    isBegun = true;
    const before = credited;
    const tellDone = (done: number) => {
      if (isInterestStep(step)) credited = before + done;
      told({ day, step, done: credited, daysDone, days });
    };
    told({ day, step, done: credited, daysDone, days });
    await run({ platform, actor, day, step, told: tellDone }).catch(async (error: unknown) => {
      if (error instanceof DomainError && error.kind !== 'unavailable') await stopStep(platform, day, step, error);
      throw error;
    });
  }
  return credited;
}

export interface DaysToEnd {
  /** After `until` when every day is ended. */
  readonly from: CalendarDate;
  readonly until: CalendarDate;
}

export const numberOfDays = ({ from, until }: DaysToEnd): number => Math.max(0, daysBetween(from, until) + 1);

/** The days that are not ended, up to the open one; a day that the calendar has not reached is nobody's to end. */
export async function daysToEnd(platform: Platform, asked?: CalendarDate): Promise<DaysToEnd> {
  const businessDate = await currentBusinessDay(platform);
  const today = await calendarToday(platform);
  const newest = businessDate < today ? businessDate : today;
  const until = asked ?? newest;
  if (until > newest) throw new Refusal('rule', 'DAY_END_AHEAD', { day: until, businessDate: newest }, 'until');
  return { from: await firstDayToEnd(platform), until };
}

/** The day after the last that was ended; at first the day the books begin on. */
async function firstDayToEnd({ database }: Platform): Promise<CalendarDate> {
  const ended = await database
    .selectFrom('day_end_step')
    .select('businessDate')
    .where('step', '=', 'close-day')
    .where('finishedAt', 'is not', null)
    .orderBy('businessDate', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (ended !== undefined) return addDays(ended.businessDate, 1);
  const first = await database
    .selectFrom('business_day')
    .select('businessDate')
    .orderBy('businessDate')
    .limit(1)
    .executeTakeFirstOrThrow();
  return first.businessDate;
}
