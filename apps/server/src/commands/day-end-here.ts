import { isCalendarDate } from '@kafal/core';
import { accountingMessages } from '../features/accounting/index.ts';
import {
  claimDayEnd,
  type DayEndProgress,
  dayEndMessages,
  runAndTell,
  runDayEnd,
  runDayEndInOwnThread,
} from '../features/day-end/index.ts';
import { CommandRefused } from '../platform/cli/command.ts';
import type { Progress } from '../platform/cli/terminal.ts';
import { systemActor } from '../platform/http/actor.ts';
import { mergeMessages, platformMessages } from '../platform/http/sentences.ts';
import type { Platform } from '../platform/platform.ts';
import { asSentence } from './as-sentence.ts';

/** For a process that does nothing else. */
export async function dayEndHere(
  platform: Platform,
  values: Readonly<Record<string, unknown>>,
  progress: Progress,
  run: typeof runDayEnd = runDayEnd,
): Promise<Record<string, unknown>> {
  const { until } = values;
  if (until !== undefined && (typeof until !== 'string' || !isCalendarDate(until))) {
    throw new CommandRefused('A day is written as YYYY-MM-DD.');
  }
  try {
    const work = (told: (at: DayEndProgress) => void) => run(platform, systemActor('Kafal'), { until }, told);
    const show = ({ day, step, daysDone, days }: DayEndProgress) => progress(`${day}: ${step}`, daysDone, days);
    const claim = await claimDayEnd(platform);
    // Beside another worker it does its share all the same; that one tells the pages.
    const outcome = claim === undefined ? await work(show) : await runAndTell(platform, claim, work, show);
    return { ...outcome, failures: await failuresLeft(platform) };
  } catch (error) {
    throw asSentence(error, mergeMessages([platformMessages, accountingMessages, dayEndMessages]));
  }
}

/** For the server, which answers people meanwhile. */
export function dayEndBesideServer(
  platform: Platform,
  values: Readonly<Record<string, unknown>>,
  progress: Progress,
): Promise<Record<string, unknown>> {
  return dayEndHere(platform, values, progress, (...asked) => runDayEndInOwnThread(...asked).answer);
}

function failuresLeft({ database }: Platform) {
  return database
    .selectFrom('day_end_failure')
    .innerJoin('deposit', 'deposit.id', 'day_end_failure.depositId')
    .select(['day_end_failure.businessDate as day', 'day_end_failure.step', 'deposit.number as account', 'code'])
    .where('resolvedAt', 'is', null)
    .orderBy('day_end_failure.businessDate')
    .orderBy('deposit.number')
    .execute();
}
