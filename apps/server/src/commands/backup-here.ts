import { isAbsolute, join, resolve } from 'node:path';
import { backupTo } from '../platform/backup/back-up.ts';
import type { Progress } from '../platform/cli/terminal.ts';
import { systemClock } from '../platform/clock.ts';
import type { Config } from '../platform/config/config.ts';
import { databaseOptions } from '../platform/database-options.ts';
import { openStoredFiles } from '../platform/file-storage/open-stored-files.ts';
import { makeOwnerOnlyFolder } from '../platform/keys/owner-only.ts';
import { VERSION } from '../platform/operations/version.ts';

export async function backUpHere(
  config: Config,
  values: Readonly<Record<string, unknown>>,
  progress: Progress,
): Promise<Record<string, unknown>> {
  const passphrase = typeof values.passphrase === 'string' ? values.passphrase : undefined;
  const { path, bytes, manifest } = await backupTo(
    targetOf(config, values.to),
    {
      database: databaseOptions(config),
      dataFolder: config.dataFolder,
      files: openStoredFiles(config),
      programVersion: VERSION,
      clock: systemClock,
    },
    {
      passphrase,
      progress: ({ part, done, total }) =>
        progress(part === 'database' ? 'Copying the books' : 'Copying the files', done, total),
    },
  );
  return { path, bytes, takenAt: manifest.takenAt, files: manifest.files, hasKeys: manifest.hasKeys };
}

/** Beside the data folder's own backups unless somebody names a place. */
function targetOf(config: Config, to: unknown): string {
  if (typeof to === 'string' && to !== '') return isAbsolute(to) ? to : resolve(to);
  const folder = join(config.dataFolder, 'backups');
  makeOwnerOnlyFolder(folder);
  return join(folder, `kafal-${new Date().toISOString().replace(/[:.]/g, '-')}.backup`);
}
