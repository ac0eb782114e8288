import { CommandRefused } from '../platform/cli/command.ts';
import type { Progress } from '../platform/cli/terminal.ts';
import type { Config } from '../platform/config/config.ts';
import { filesInService } from '../platform/file-storage/files-in-service.ts';
import { filesFolderOf } from '../platform/file-storage/files-on-disk.ts';
import { moveToService } from '../platform/file-storage/move-to-service.ts';
import { StorageDown } from '../platform/file-storage/stored-files.ts';

export async function moveFilesHere(
  { dataFolder, fileService }: Pick<Config, 'dataFolder' | 'fileService'>,
  progress: Progress,
): Promise<Record<string, unknown>> {
  if (fileService === null) {
    throw new CommandRefused(
      'Files are kept on the disk. Set FILES_S3_ENDPOINT and its companions first, and start the server again.',
    );
  }
  try {
    const told = (done: number, total: number) => progress('Moving the files', done, total);
    return { ...(await moveToService(filesFolderOf(dataFolder), filesInService(fileService), told)) };
  } catch (error) {
    if (!(error instanceof StorageDown)) throw error;
    throw new CommandRefused(`${error.message} What is moved is moved; run this again for the rest.`, { cause: error });
  }
}
