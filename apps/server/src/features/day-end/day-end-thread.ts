// The end of the day in a thread of its own.

import { workInThread } from '../../platform/threads/work-in-thread.ts';
import { type DayEndOutcome, type DayEndProgress, runDayEnd } from './run-day-end.ts';
import type { AskedDayEnd } from './run-in-own-thread.ts';

await workInThread<AskedDayEnd, DayEndProgress, DayEndOutcome>((platform, { actor, until }, told) =>
  runDayEnd(platform, actor, { until }, told),
);
