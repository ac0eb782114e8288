// The end of the day begun from a page. The request does not wait: the work goes on in a thread of its own as the command
// does it, and stops between two pieces when the server is asked to.

import type { StartedDayEnd } from '@kafal/contract';
import { type CalendarDate, DomainError } from '@kafal/core';
import type { z } from 'zod';
import { type Actor, systemActor } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform } from '../../platform/platform.ts';
import { openTills } from '../accounting/index.ts';
import { recordAudit } from '../audit/index.ts';
import { claimDayEnd, runAndTell } from './run-and-tell.ts';
import { type DaysToEnd, daysToEnd, numberOfDays } from './run-day-end.ts';
import { runDayEndInOwnThread } from './run-in-own-thread.ts';

export interface DayEndStarts {
  start(actor: Actor, asked: { readonly until?: CalendarDate | undefined }): Promise<z.infer<typeof StartedDayEnd>>;
  /** Lets the piece in hand be finished; the rows say where the next start goes on. */
  stop(): Promise<void>;
}

export function dayEndStarts(platform: Platform): DayEndStarts {
  let isStopping = false;
  let stopThread = () => {};
  let underWay: Promise<void> = Promise.resolve();

  /** The work is the house's own, whoever began it, so that the books come out the same. */
  async function run(claim: string, until: CalendarDate): Promise<void> {
    try {
      await runAndTell(platform, claim, (told) => {
        const thread = runDayEndInOwnThread(platform, systemActor('Kafal'), { until }, told);
        stopThread = thread.stop;
        if (isStopping) thread.stop();
        return thread.answer;
      });
    } catch (error) {
      // A refusal stands in the row of its step, where the page reads it.
      if (!(error instanceof DomainError)) platform.log.error({ err: error }, 'the end of the day stopped');
    }
  }

  return {
    start: async (actor, asked) => {
      const { from, until } = await daysToEnd(platform, asked.until);
      const days = numberOfDays({ from, until });
      if (days === 0 && asked.until !== undefined) throw new Refusal('conflict', 'DAY_ENDED_ALREADY', { day: until });
      if (days === 0) return { from, until, days, joined: false };
      await refuseOpenTills(platform, until);

      const claim = await claimDayEnd(platform);
      if (claim === undefined) return { from, until, days, joined: true };
      await recordStart(platform, actor, { from, until });
      underWay = run(claim, until);
      return { from, until, days, joined: false };
    },
    stop: () => {
      isStopping = true;
      stopThread();
      return underWay;
    },
  };
}

/** Said before anything is begun: the first step would say it of its own day. */
async function refuseOpenTills(platform: Platform, day: CalendarDate): Promise<void> {
  const tills = await openTills(platform, platform.database, day);
  if (tills.length === 0) return;
  throw new Refusal('conflict', 'TILLS_STILL_OPEN', { tills: tills.map(({ code }) => code).join(', '), day });
}

function recordStart(platform: Platform, actor: Actor, { from, until }: DaysToEnd): Promise<void> {
  return platform.transact((trx) =>
    recordAudit(trx, platform, actor, {
      action: 'day_end.started',
      subjectKind: 'business_day',
      subjectId: until,
      newValues: { from, until },
    }),
  );
}
