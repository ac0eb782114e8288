import { isCalendarDate } from '@kafal/core';
import { accountingMessages } from '../features/accounting/index.ts';
import { dayEndMessages, runDayEnd } from '../features/day-end/index.ts';
import { CommandRefused } from '../platform/cli/command.ts';
import type { Progress } from '../platform/cli/terminal.ts';
import { systemActor } from '../platform/http/actor.ts';
import { mergeMessages, platformMessages } from '../platform/http/sentences.ts';
import type { Platform } from '../platform/platform.ts';
import { asSentence } from './as-sentence.ts';

export async function dayEndHere(
  platform: Platform,
  values: Readonly<Record<string, unknown>>,
  progress: Progress,
): Promise<Record<string, unknown>> {
  const { until } = values;
  if (until !== undefined && (typeof until !== 'string' || !isCalendarDate(until))) {
    throw new CommandRefused('A day is written as YYYY-MM-DD.');
  }
  try {
    const outcome = await runDayEnd(platform, systemActor('Kafal'), { until }, ({ day, step, daysDone, days }) =>
      progress(`${day}: ${step}`, daysDone, days),
    );
    return { ...outcome, failures: await failuresLeft(platform) };
  } catch (error) {
    throw asSentence(error, mergeMessages([platformMessages, accountingMessages, dayEndMessages]));
  }
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
