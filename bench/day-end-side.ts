// Ends the day as the command does, in a process of its own, and stands still where it is told to.

import { setImmediate as nextTurn } from 'node:timers/promises';
import { runDayEnd } from '../apps/server/src/features/day-end/index.ts';
import { simulatedClock } from '../apps/server/src/platform/clock.ts';
import { openDatabase } from '../apps/server/src/platform/database/open-database.ts';
import { systemActor } from '../apps/server/src/platform/http/actor.ts';
import { createTestPlatform } from '../apps/server/src/platform/http/test-app.ts';
import { silentLog } from '../apps/server/src/platform/log/log.ts';
import type { Platform } from '../apps/server/src/platform/platform.ts';
import { DAY, MORNING } from './day-end-society.ts';
import type { DayEndResult, DayEndTask } from './day-end-task.ts';
import { ownCpuMs, peakMiB } from './process-figures.ts';

const [file = ''] = process.argv.slice(2);
const database = await openDatabase({ kind: 'sqlite', path: file });
const { platform } = await createTestPlatform({ clock: simulatedClock(MORNING), database });
let done = 0;
let upTo = 0;
let gate = Promise.withResolvers<void>();
let stopped = Promise.withResolvers<void>();
const standing: Platform = {
  ...platform,
  log: silentLog(),
  transact: async (body) => {
    if (done >= upTo) {
      stopped.resolve();
      await gate.promise;
    }
    return platform.transact(body);
  },
};
const ended = (async () => {
  await nextTurn();
  await runDayEnd(standing, systemActor('Kafal'), { until: DAY }, (progress) => {
    done = Math.max(done, progress.done);
  });
})();

process.on('message', async (task: DayEndTask) => {
  try {
    upTo = task.upTo ?? Number.POSITIVE_INFINITY;
    stopped = Promise.withResolvers();
    const [startedAt, cpuBefore] = [performance.now(), ownCpuMs()];
    gate.resolve();
    gate = Promise.withResolvers();
    await Promise.race([ended, stopped.promise]);
    const result: DayEndResult = {
      ms: performance.now() - startedAt,
      cpuMs: ownCpuMs() - cpuBefore,
      done,
      peakMiB: peakMiB(process.pid),
    };
    process.send?.({ result });
  } catch (error) {
    process.send?.({ error: String(error) });
  }
});
process.once('disconnect', async () => {
  await database.close();
  process.exit();
});
