// What lies on the disk goes to the service, one file after the other. Stopped at any moment it can be run again, also beside the
// server: a file is deleted here once it is kept there, and is read wherever it is.

import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { everyFileIn } from './files-on-disk.ts';
import { isFileId, type StoredFiles } from './stored-files.ts';

export interface MovedFiles {
  readonly files: number;
  readonly bytes: number;
}

export async function moveToService(
  folder: string,
  service: StoredFiles,
  progress: (done: number, total: number) => void,
): Promise<MovedFiles> {
  const paths = (await everyFileIn(folder)).filter((path) => isFileId(basename(path)));
  let files = 0;
  let bytes = 0;
  for (const [index, path] of paths.entries()) {
    const file = await measured(path);
    if (file !== undefined) {
      await service.keep({ id: basename(path), path, ...file });
      files += 1;
      bytes += file.bytes;
    }
    progress(index + 1, paths.length);
  }
  return { files, bytes };
}

/** Undefined when the sweep was faster. */
async function measured(path: string): Promise<{ bytes: number; sha256: string } | undefined> {
  const hash = createHash('sha256');
  const content = createReadStream(path);
  try {
    await pipeline(content, hash);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
  return { bytes: content.bytesRead, sha256: hash.digest('hex') };
}
