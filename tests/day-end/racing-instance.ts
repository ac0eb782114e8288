// An instance of the program in a process of its own, for a race: it ends days when it is told to. The folder's lock would
// keep a second one out of an embedded database; here the rows alone must.

import { dayEndHere } from '../../apps/server/src/commands/day-end-here.ts';
import { simulatedClock } from '../../apps/server/src/platform/clock.ts';
import { readConfig } from '../../apps/server/src/platform/config/config.ts';
import { liveEnvironment } from '../../apps/server/src/platform/config/environment.ts';
import { silentLog } from '../../apps/server/src/platform/log/log.ts';
import { openPlatform } from '../../apps/server/src/platform/open-platform.ts';

const clock = simulatedClock(0);
const config = readConfig(liveEnvironment());
const opened = await openPlatform(config, { log: silentLog(), clock, isSetUp: async () => true });
process.on('message', async ({ until, now }: { until: string; now: number }) => {
  clock.set(now);
  try {
    await dayEndHere(opened.platform, { until }, () => {});
    process.send?.('done');
  } catch (error) {
    process.send?.(String(error));
  }
});
process.once('disconnect', () => opened.close());
process.send?.('ready');
