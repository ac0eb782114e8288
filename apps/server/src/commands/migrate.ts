import type { Command } from '../platform/cli/command.ts';
import { askRunningServer } from '../platform/cli/control-socket.ts';
import { readConfig } from '../platform/config/config.ts';
import { liveEnvironment } from '../platform/config/environment.ts';
import { lockDataFolder } from '../platform/database/lock-data-folder.ts';
import { makeOwnerOnlyFolder } from '../platform/keys/owner-only.ts';
import { migrateWithProgress } from './migrate-with-progress.ts';

export const migrate: Command = {
  name: 'migrate',
  summary: 'Brings the database up to date without starting the server.',
  usage: '',
  details: 'A server does the same by itself when it starts. DB_MIGRATE_USER may name a user with more rights.',
  run: async ({ terminal }) => {
    const config = readConfig(liveEnvironment());
    if ((await askRunningServer(config.dataFolder, 'migrate', {}, terminal.progress)) !== undefined) {
      terminal.done({ applied: [] }, 'A server is running here; it brought the database up to date when it started.');
      return 0;
    }
    makeOwnerOnlyFolder(config.dataFolder);
    const lock = lockDataFolder(config.dataFolder);
    try {
      const { applied } = await migrateWithProgress(config, terminal);
      const sentence = applied.length === 0 ? 'The database is up to date.' : `Done: ${applied.join(', ')}.`;
      terminal.done({ applied }, sentence);
      return 0;
    } finally {
      lock.release();
    }
  },
};
