// What other commands ask of the running server.

import type { ControlHandler } from '../platform/cli/control-socket.ts';
import type { Platform } from '../platform/platform.ts';
import { backUpHere } from './backup-here.ts';
import { createAdminHere } from './create-admin-here.ts';
import { dayEndBesideServer } from './day-end-here.ts';
import { moveFilesHere } from './move-files-here.ts';

export function controlHandlers(platform: Platform): Readonly<Record<string, ControlHandler>> {
  return {
    'create-admin': (values) => createAdminHere(platform, values),
    backup: (values, progress) => backUpHere(platform.config, values, progress),
    'day-end': (values, progress) => dayEndBesideServer(platform, values, progress),
    'move-files': (_values, progress) => moveFilesHere(platform.config, progress),
    // The server brought the database up to date before it answered anybody.
    migrate: async () => ({ applied: [] }),
  };
}
