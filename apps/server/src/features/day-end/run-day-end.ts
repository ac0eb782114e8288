// Ends every day that has not been ended, in their order, up to the one that is asked for. It may be killed anywhere,
// started twice, or run by two instances at once: the books come out the same.

import { addDays, type CalendarDate } from '@kafal/core';
import type { Actor } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform } from '../../platform/platform.ts';
import { currentBusinessDay } from '../accounting/index.ts';
import { retryFailures } from './retry-failures.ts';
import { daySteps, type StepName } from './schedule.ts';
import { startStep } from './step-rows.ts';

export interface DayEndProgress {
  readonly day: CalendarDate;
  readonly step: StepName;
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
  const businessDate = await currentBusinessDay(platform);
  const until = asked.until ?? businessDate;
  if (until > businessDate) throw new Refusal('rule', 'DAY_END_AHEAD', { day: until, businessDate }, 'until');

  const from = await firstDayToEnd(platform);
  await retryFailures(platform, actor, from);
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
  for (const { name: step, run } of daySteps) {
    const tellDone = (done: number) => {
      credited = done;
      told({ day, step, done, daysDone, days });
    };
    const { finishedAt } = await startStep(platform, day, step);
    if (finishedAt !== null) continue;
    told({ day, step, done: credited, daysDone, days });
    await run({ platform, actor, day, step, told: tellDone });
  }
  return credited;
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
