// Files under random names in DATA_DIR/files, where no web server looks.

import { createReadStream } from 'node:fs';
import { type FileHandle, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { makeOwnerOnlyFolder, syncFolder } from '../keys/owner-only.ts';
import { isFileId, placeOf, type StoredFiles } from './stored-files.ts';

export const filesFolderOf = (dataFolder: string) => join(dataFolder, 'files');

export function filesOnDisk(folder: string): StoredFiles {
  const pathOf = (id: string) => join(folder, placeOf(id));
  // The first logos lie beside the small folders.
  const placesOf = (id: string) => [pathOf(id), join(folder, id)];
  return {
    keep: async ({ id, path }) => {
      const place = pathOf(id);
      makeOwnerOnlyFolder(dirname(place));
      await rename(path, place);
      syncFolder(dirname(place));
    },
    open: async (id, bytes) => {
      const file = await firstOf(placesOf(id));
      if (file === undefined) return undefined;
      const { size } = await file.stat();
      if (size === bytes) return createReadStream('', { fd: file });
      await file.close();
      return undefined;
    },
    forget: async (id) => {
      for (const place of placesOf(id)) await rm(place, { force: true });
    },
    list: async function* () {
      for (const path of await everyFileIn(folder)) {
        const id = basename(path);
        const size = isFileId(id) ? await stat(path).then(sizeOf, () => undefined) : undefined;
        if (size !== undefined) yield { id, bytes: size };
      }
    },
    trouble: async () => undefined,
  };
}

/** Where each file of the folder lies; none when the folder is not there yet. */
export async function everyFileIn(folder: string): Promise<string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return found.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

const sizeOf = ({ size }: { readonly size: number }) => size;

async function firstOf(paths: readonly string[]): Promise<FileHandle | undefined> {
  for (const path of paths) {
    const file = await open(path, 'r').catch(() => undefined);
    if (file !== undefined) return file;
  }
  return undefined;
}
