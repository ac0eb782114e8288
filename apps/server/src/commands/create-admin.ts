import { type Command, UsageRefused } from '../platform/cli/command.ts';
import { askRunningServer } from '../platform/cli/control-socket.ts';
import { readConfig } from '../platform/config/config.ts';
import { liveEnvironment } from '../platform/config/environment.ts';
import { createAdminHere } from './create-admin-here.ts';
import { withOwnPlatform } from './own-platform.ts';

export const createAdminCommand: Command = {
  name: 'create-admin',
  summary: 'Lets an administrator in, with a one-time code.',
  usage: '--username <user name> --name "<full name>"',
  details:
    'The code is shown once. Whoever has it chooses a password at the first log-in. This is also the way back in when ' +
    'every administrator has lost their password.',
  options: { username: { type: 'string' }, name: { type: 'string' } },
  run: async ({ values, terminal }) => {
    const { username, name } = values;
    if (typeof username !== 'string' || typeof name !== 'string') {
      throw new UsageRefused('Both --username and --name are needed.');
    }
    const config = readConfig(liveEnvironment());
    const asked = { username, name };
    const outcome =
      (await askRunningServer(config.dataFolder, 'create-admin', asked, terminal.progress)) ??
      (await withOwnPlatform(config, terminal, (platform) => createAdminHere(platform, asked)));
    terminal.done(
      outcome,
      `Administrator: ${String(outcome.username)}`,
      `One-time code: ${String(outcome.oneTimeCode)}`,
      `It is good until ${String(outcome.expiresAt)}; the first log-in asks for a new password.`,
    );
    return 0;
  },
};
