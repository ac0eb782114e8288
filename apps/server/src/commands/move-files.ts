import type { Command } from '../platform/cli/command.ts';
import { askRunningServer } from '../platform/cli/control-socket.ts';
import { readConfig } from '../platform/config/config.ts';
import { liveEnvironment } from '../platform/config/environment.ts';
import { moveFilesHere } from './move-files-here.ts';

export const moveFiles: Command = {
  name: 'move-files',
  summary: 'Moves files from the disk to the service that keeps them.',
  usage: '',
  details:
    'For a society that kept its files on the disk, or was restored, and has named a service (FILES_S3_ENDPOINT). The server may go on ' +
    'working meanwhile. It may be stopped at any moment and run again.',
  options: {},
  run: async ({ terminal }) => {
    const config = readConfig(liveEnvironment());
    // A server that was started before the service was named would not find what is moved, so it is asked, and refuses.
    const outcome =
      (await askRunningServer(config.dataFolder, 'move-files', {}, terminal.progress)) ??
      (await moveFilesHere(config, terminal.progress));
    terminal.done(outcome, `Files moved: ${String(outcome.files)} (${String(outcome.bytes)} bytes)`);
    return 0;
  },
};
