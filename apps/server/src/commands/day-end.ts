import type { Command } from '../platform/cli/command.ts';
import { askRunningServer } from '../platform/cli/control-socket.ts';
import { readConfig } from '../platform/config/config.ts';
import { liveEnvironment } from '../platform/config/environment.ts';
import { dayEndHere } from './day-end-here.ts';
import { withOwnPlatform } from './own-platform.ts';

export const dayEnd: Command = {
  name: 'day-end',
  summary: 'Ends the business day: interest, the books checked, the day closed.',
  usage: '[--until <day>]',
  details:
    'Days that were missed are ended one after the other, up to the open business day or the day that is named. It may ' +
    'be stopped at any moment and run again: nothing is credited twice. Accounts that could not be done are named, are ' +
    'tried again at the next run, and make the exit code 1.',
  options: { until: { type: 'string' } },
  run: async ({ values, terminal }) => {
    const config = readConfig(liveEnvironment());
    const asked = typeof values.until === 'string' ? { until: values.until } : {};
    const outcome =
      (await askRunningServer(config.dataFolder, 'day-end', asked, terminal.progress)) ??
      (await withOwnPlatform(config, terminal, (platform) => dayEndHere(platform, asked, terminal.progress)));
    const failures = Array.isArray(outcome.failures) ? (outcome.failures as Record<string, unknown>[]) : [];
    terminal.done(
      outcome,
      `Days ended: ${String(outcome.days)}; accounts credited: ${String(outcome.credited)}`,
      `The open business day is ${String(outcome.businessDate)}.`,
      ...failures.map(
        ({ account, day, step, code }) =>
          `Not done: ${String(account)}, ${String(day)}, ${String(step)}: ${String(code)}`,
      ),
    );
    return failures.length === 0 ? 0 : 1;
  },
};
