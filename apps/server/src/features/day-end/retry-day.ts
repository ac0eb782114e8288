// Whoever has put an account right does not wait for the next end of a day.

import type { RetriedDayEnd } from '@kafal/contract';
import type { CalendarDate } from '@kafal/core';
import type { z } from 'zod';
import { type Actor, systemActor } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform } from '../../platform/platform.ts';
import { recordAudit } from '../audit/index.ts';
import { dayEndDetails, failuresLeft } from './day-end-queries.ts';
import { retryFailures } from './retry-failures.ts';
import { daysToEnd } from './run-day-end.ts';

/** A request does not wait for more; those that are left have their turn at the next one. */
const AT_ONCE = 100;

export async function retryDay(
  platform: Platform,
  actor: Actor,
  day: CalendarDate,
): Promise<z.infer<typeof RetriedDayEnd>> {
  const { state, failuresLeft: waiting } = await dayEndDetails(platform, actor.language, day);
  if (state !== 'ended') throw new Refusal('conflict', 'DAY_END_NOT_OVER', { day });
  if (waiting === 0) throw new Refusal('conflict', 'DAY_END_NOTHING_TO_RETRY', { day });

  await platform.transact((trx) =>
    recordAudit(trx, platform, actor, {
      action: 'day_end.retried',
      subjectKind: 'business_day',
      subjectId: day,
      newValues: { accounts: waiting },
    }),
  );
  const { from } = await daysToEnd(platform);
  const of = { before: from, day, limit: AT_ONCE };
  const { retried, done } = await retryFailures(platform, systemActor('Kafal'), of);
  return { retried, done, failuresLeft: await failuresLeft(platform, day) };
}
