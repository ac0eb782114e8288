// Ends the day of the society of running loans as the command does, in a process of its own, and tells how long its loans took.

import { runDayEnd } from '../apps/server/src/features/day-end/index.ts';
import { simulatedClock } from '../apps/server/src/platform/clock.ts';
import { openDatabase } from '../apps/server/src/platform/database/open-database.ts';
import { systemActor } from '../apps/server/src/platform/http/actor.ts';
import { createTestPlatform } from '../apps/server/src/platform/http/test-app.ts';
import { silentLog } from '../apps/server/src/platform/log/log.ts';
import { DAY, MORNING } from './day-end-society.ts';
import { ownCpuMs, peakMiB } from './process-figures.ts';

/** Time of the clock and of the processor, for all loans. */
export interface LoanDayEndResult {
  readonly ms: number;
  readonly cpuMs: number;
  readonly peakMiB: number;
  readonly steps: Readonly<Record<string, number>>;
}

const FIRST_STEP = 'lapse-sanctions';
const STEP_AFTER = 'mark-missed';
/** Comes after the deposits, because it reminds of them too; here it finds loans alone. */
const REMIND_STEP = 'remind';

process.once('message', async (file: string) => {
  try {
    const database = await openDatabase({ kind: 'sqlite', path: file });
    const { platform } = await createTestPlatform({ clock: simulatedClock(MORNING), database });
    const begun = new Map<string, { readonly clock: number; readonly cpu: number }>();
    await runDayEnd({ ...platform, log: silentLog() }, systemActor('Kafal'), { until: DAY }, ({ step }) => {
      if (!begun.has(step)) begun.set(step, { clock: performance.now(), cpu: ownCpuMs() });
    });
    await database.close();
    const [from, until] = [begun.get(FIRST_STEP), begun.get(STEP_AFTER)];
    if (from === undefined || until === undefined) throw new Error('The end of the day went through no loans.');
    const marks = [...begun.entries()];
    const remindsAt = marks.findIndex(([step]) => step === REMIND_STEP);
    const [reminds, reminded] = [marks[remindsAt]?.[1], marks[remindsAt + 1]?.[1]];
    if (reminds === undefined || reminded === undefined) throw new Error('The end of the day reminded nobody.');
    const steps = marks.flatMap(([step, { clock }], place): [string, number][] => {
      const next = marks[place + 1];
      const isOfLoans = step === REMIND_STEP || (clock >= from.clock && clock < until.clock);
      return isOfLoans && next !== undefined ? [[step, Math.round(next[1].clock - clock)]] : [];
    });
    const result: LoanDayEndResult = {
      ms: until.clock - from.clock + (reminded.clock - reminds.clock),
      cpuMs: until.cpu - from.cpu + (reminded.cpu - reminds.cpu),
      peakMiB: peakMiB(process.pid),
      steps: Object.fromEntries(steps),
    };
    process.send?.({ result });
  } catch (error) {
    process.send?.({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});
process.once('disconnect', () => process.exit());
