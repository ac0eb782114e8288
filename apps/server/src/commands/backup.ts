import { resolve } from 'node:path';
import type { Command } from '../platform/cli/command.ts';
import { askRunningServer } from '../platform/cli/control-socket.ts';
import { readPassphrase } from '../platform/cli/passphrase.ts';
import { readConfig } from '../platform/config/config.ts';
import { liveEnvironment } from '../platform/config/environment.ts';
import { backUpHere } from './backup-here.ts';

export const backup: Command = {
  name: 'backup',
  summary: 'Puts the whole society into one file; reads only.',
  usage: '[--to <file>] [--passphrase-file <file>]',
  details:
    'The file holds the database, the files and, sealed with a passphrase, the keys. Without a passphrase the keys stay ' +
    'out of it. The passphrase comes from --passphrase-file, from KAFAL_PASSPHRASE, or is asked for.',
  options: { to: { type: 'string' }, 'passphrase-file': { type: 'string' } },
  run: async ({ values, terminal }) => {
    const config = readConfig(liveEnvironment());
    const passphrase = await readPassphrase(values, 'Passphrase for the keys (empty leaves them out): ');
    const asked = {
      ...(typeof values.to === 'string' ? { to: resolve(values.to) } : {}),
      ...(passphrase === undefined ? {} : { passphrase }),
    };
    const outcome =
      (await askRunningServer(config.dataFolder, 'backup', asked, terminal.progress)) ??
      (await backUpHere(config, asked, terminal.progress));
    if (outcome.hasKeys !== true) {
      terminal.warn(
        'The keys are not in this backup. Restored without them nobody can log in, and sealed numbers stay sealed: keep secrets.json somewhere safe, or give a passphrase.',
      );
    }
    terminal.done(outcome, `Backup: ${String(outcome.path)} (${String(outcome.bytes)} bytes)`);
    return 0;
  },
};
