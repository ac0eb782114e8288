import { resolve } from 'node:path';
import { inspectBackup, restoreFrom } from '../platform/backup/restore.ts';
import { type Command, CommandRefused, UsageRefused } from '../platform/cli/command.ts';
import { readPassphrase } from '../platform/cli/passphrase.ts';
import { readConfig } from '../platform/config/config.ts';
import { liveEnvironment } from '../platform/config/environment.ts';
import { databaseOptions } from '../platform/database-options.ts';
import { filesFolderOf } from '../platform/file-storage/files-on-disk.ts';

export const restore: Command = {
  name: 'restore',
  summary: 'Brings a backup back onto an empty folder.',
  usage: '<file> [--passphrase-file <file>] [--without-keys]',
  details:
    'DATA_DIR names the empty folder; with DB_HOST the database must be empty too. Without the keys the restore says ' +
    'what will be lost, and goes on only with --without-keys.',
  options: { 'passphrase-file': { type: 'string' }, 'without-keys': { type: 'boolean' } },
  positionals: ['file'],
  run: async ({ values, positionals, terminal }) => {
    const [file] = positionals;
    if (file === undefined) throw new UsageRefused('Name the backup to restore.');
    const path = resolve(file);
    const config = readConfig(liveEnvironment());
    const withoutKeys = values['without-keys'] === true;
    const { manifest, lossesWithoutKeys } = await inspectBackup(path);
    const passphrase =
      manifest.hasKeys && !withoutKeys ? await readPassphrase(values, 'Passphrase of the backup: ') : undefined;
    if (passphrase === undefined && !withoutKeys) {
      throw new CommandRefused(
        [
          manifest.hasKeys ? 'No passphrase was given.' : 'This backup holds no keys.',
          ...lossesWithoutKeys,
          'With --without-keys it is restored all the same.',
        ].join('\n'),
      );
    }
    const report = await restoreFrom(
      path,
      {
        database: databaseOptions(config),
        dataFolder: config.dataFolder,
        filesFolder: filesFolderOf(config.dataFolder),
      },
      {
        passphrase,
        withoutKeys,
        progress: ({ part, done }) =>
          terminal.progress(part === 'reading' ? 'Reading the backup' : 'Writing the books', done),
      },
    );
    for (const loss of report.losses) terminal.warn(loss);
    terminal.done(
      { takenAt: report.manifest.takenAt, dataFolder: config.dataFolder, losses: report.losses },
      `Restored to ${config.dataFolder}: the society as it was at ${report.manifest.takenAt}.`,
      'Before you open it, run: npm run kafal -- verify-books',
    );
    return 0;
  },
};
