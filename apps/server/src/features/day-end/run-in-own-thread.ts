// Where a server answers people, the end of the day is run beside it.

import type { CalendarDate } from '@kafal/core';
import type { Actor } from '../../platform/http/actor.ts';
import type { Platform } from '../../platform/platform.ts';
import { runInThread, type ThreadRun } from '../../platform/threads/run-in-thread.ts';
import type { DayEndOutcome, DayEndProgress } from './run-day-end.ts';

export interface AskedDayEnd {
  readonly actor: Actor;
  readonly until: CalendarDate | undefined;
}

const SCRIPT = new URL('./day-end-thread.ts', import.meta.url);

export function runDayEndInOwnThread(
  platform: Platform,
  actor: Actor,
  { until }: { readonly until?: CalendarDate | undefined },
  told: (progress: DayEndProgress) => void = () => {},
): ThreadRun<DayEndOutcome> {
  return runInThread<AskedDayEnd, DayEndProgress, DayEndOutcome>(platform, SCRIPT, { actor, until }, told);
}
