// A run that broke off without a refusal of its own leaves its cause with the day it broke off in, so that the history
// shows the day and it can be run again. What a step refuses is kept by the step itself.

import { DAY_END_STEPS } from '@kafal/contract';
import { DomainError } from '@kafal/core';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform } from '../../platform/platform.ts';
import { daysToEnd, numberOfDays } from './run-day-end.ts';
import { startStep, stopStep } from './step-rows.ts';

export async function keepFault(platform: Platform, error: unknown): Promise<void> {
  // Who stops the server means to go on later, and a day that has not come was asked for in vain: nothing is at fault.
  if (error instanceof DomainError) return;
  const days = await daysToEnd(platform);
  if (numberOfDays(days) === 0) return;

  const finished = await platform.database
    .selectFrom('day_end_step')
    .select('step')
    .where('businessDate', '=', days.from)
    .where('finishedAt', 'is not', null)
    .execute();
  const step = DAY_END_STEPS.find((name) => finished.every((done) => done.step !== name));
  // Another worker has ended the day meanwhile.
  if (step === undefined) return;
  await startStep(platform, days.from, step);
  await stopStep(platform, days.from, step, new Refusal('conflict', 'DAY_END_FAULT'));
}
