// The files themselves: under random names in DATA_DIR/files, where no web server looks. A file arrives beside that
// folder, under a name with the time in it, and moves in whole. While the row that names it is being written a mark
// stays behind, so that a server that dies in between leaves something the sweep will find.

import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, type ReadStream } from 'node:fs';
import { open, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { makeOwnerOnlyFolder, syncFolder } from '../../platform/keys/owner-only.ts';
import type { Platform } from '../../platform/platform.ts';

type WithFolder = Pick<Platform, 'config' | 'clock'>;

const ID = /^[A-Za-z0-9_-]{22}$/;
const MARK = '.moving';

export interface Draft {
  readonly id: string;
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** A name of its own among the arrivals, where the sweep would find it. */
export function newDraft(platform: WithFolder & Pick<Platform, 'ids'>): Pick<Draft, 'id' | 'path'> {
  const id = platform.ids.randomToken(16);
  const folder = incomingFolder(platform);
  makeOwnerOnlyFolder(folder);
  return { id, path: join(folder, `${platform.clock.now()}.${id}`) };
}

/** Writes what arrives to a file of its own and forgets it when the sender stops half-way. */
export async function writeDraft(platform: WithFolder & Pick<Platform, 'ids'>, content: Readable): Promise<Draft> {
  const { id, path } = newDraft(platform);
  const hash = createHash('sha256');
  let bytes = 0;
  try {
    await pipeline(
      content,
      async function* counted(chunks: AsyncIterable<Buffer>) {
        for await (const chunk of chunks) {
          hash.update(chunk);
          bytes += chunk.length;
          yield chunk;
        }
      },
      createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true }),
    );
  } catch (error) {
    await forget(path);
    throw error;
  }
  return { id, path, bytes, sha256: hash.digest('hex') };
}

/** The answer takes the mark away: the row is there, or the file is gone again. */
export async function moveIn(platform: WithFolder, draft: Draft): Promise<{ settled(isKept: boolean): Promise<void> }> {
  const path = pathOf(platform, draft.id);
  const mark = `${draft.path}${MARK}`;
  makeOwnerOnlyFolder(dirname(path));
  await writeFile(mark, '', { mode: 0o600, flush: true });
  syncFolder(dirname(mark));
  await rename(draft.path, path);
  syncFolder(dirname(path));
  return {
    settled: async (isKept) => {
      if (!isKept) await forget(path);
      await forget(mark);
    },
  };
}

export const forget = (path: string): Promise<void> => rm(path, { force: true });

export const forgetStored = (platform: WithFolder, id: string): Promise<void> => forget(pathOf(platform, id));

/** The file as it was stored, or undefined when it is not whole any more. */
export async function openStored(platform: WithFolder, id: string, bytes: number): Promise<ReadStream | undefined> {
  const file = await open(pathOf(platform, id), 'r').catch(() => undefined);
  if (file === undefined) return undefined;
  const { size } = await file.stat();
  if (size === bytes) return createReadStream('', { fd: file });
  await file.close();
  return undefined;
}

export interface LeftBehind {
  readonly id: string;
  readonly arrivedAt: number;
  /** It had moved in already, and only its row may be missing. */
  readonly hasMovedIn: boolean;
  readonly path: string;
}

/** What stands in the folder of arrivals: uploads under way, and those that a dying server left. */
export async function arrivals(platform: WithFolder): Promise<LeftBehind[]> {
  const folder = incomingFolder(platform);
  const names = await readdir(folder).catch(() => []);
  return names.flatMap((name) => {
    const [, at, id, mark] = /^(\d+)\.([A-Za-z0-9_-]{22})(\.moving)?$/.exec(name) ?? [];
    if (at === undefined || id === undefined) return [];
    return [{ id, arrivedAt: Number(at), hasMovedIn: mark !== undefined, path: join(folder, name) }];
  });
}

/** Beside the folder of stored files, so that a backup never takes half a file along. */
const incomingFolder = ({ config }: WithFolder) => join(config.dataFolder, 'incoming');

/** A few thousand small folders: one with a million files is slow to open on some disks. */
function pathOf({ config }: WithFolder, id: string): string {
  if (!ID.test(id)) throw new Error('An id that is not ours never becomes a path.');
  return join(config.dataFolder, 'files', id.slice(0, 2), id);
}
