import type { Config } from '../config/config.ts';
import { filesInService } from './files-in-service.ts';
import { filesFolderOf, filesOnDisk } from './files-on-disk.ts';
import type { StoredFiles } from './stored-files.ts';

/** Where the settings of the installation say. */
export function openStoredFiles({ dataFolder, fileService }: Pick<Config, 'dataFolder' | 'fileService'>): StoredFiles {
  const disk = filesOnDisk(filesFolderOf(dataFolder));
  return fileService === null ? disk : serviceWithDisk(filesInService(fileService), disk);
}

/**
 * New files go to the service. Those that were kept before it was named, or that a restore brought back, lie on the disk until
 * somebody moves them, and are read there.
 */
export function serviceWithDisk(service: StoredFiles, disk: StoredFiles): StoredFiles {
  return {
    keep: (file) => service.keep(file),
    open: async (id, bytes) => (await disk.open(id, bytes)) ?? service.open(id, bytes),
    forget: async (id) => {
      await disk.forget(id);
      await service.forget(id);
    },
    // The disk first: what is moved meanwhile is told of once or twice, and never not at all.
    list: async function* () {
      const told = new Set<string>();
      for await (const file of disk.list()) {
        told.add(file.id);
        yield file;
      }
      for await (const file of service.list()) if (!told.has(file.id)) yield file;
    },
    trouble: () => service.trouble(),
  };
}
