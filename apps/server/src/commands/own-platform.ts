// For a command that writes while no server runs: the folder's lock, the books up to date, a platform, and all of it
// closed again.

import type { Terminal } from '../platform/cli/terminal.ts';
import type { Config } from '../platform/config/config.ts';
import { lockDataFolder } from '../platform/database/lock-data-folder.ts';
import { makeOwnerOnlyFolder } from '../platform/keys/owner-only.ts';
import { silentLog } from '../platform/log/log.ts';
import { openPlatform } from '../platform/open-platform.ts';
import type { Platform } from '../platform/platform.ts';
import { migrateWithProgress } from './migrate-with-progress.ts';

export async function withOwnPlatform<T>(
  config: Config,
  terminal: Terminal,
  act: (platform: Platform) => Promise<T>,
): Promise<T> {
  makeOwnerOnlyFolder(config.dataFolder);
  const lock = lockDataFolder(config.dataFolder);
  try {
    await migrateWithProgress(config, terminal);
    const opened = await openPlatform(config, { log: silentLog(), isSetUp: async () => true });
    try {
      return await act(opened.platform);
    } finally {
      await opened.close();
    }
  } finally {
    lock.release();
  }
}
