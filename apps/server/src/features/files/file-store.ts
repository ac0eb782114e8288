// What arrives lies on the disk of the server under a name with the time in it until it was looked at, wherever files are kept then,
// and moves there whole. While the row that names it is being written a mark stays behind, so that a server that dies in between
// leaves something the sweep will find.

import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { StorageDown } from '../../platform/file-storage/stored-files.ts';
import { makeOwnerOnlyFolder, syncFolder } from '../../platform/keys/owner-only.ts';
import type { Platform } from '../../platform/platform.ts';

type WithFolder = Pick<Platform, 'config' | 'clock'>;
type WithFiles = WithFolder & Pick<Platform, 'files' | 'log'>;

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

/**
 * The file goes to where it is kept. The answer takes the mark away: the row is there, or the file is gone again. What cannot be
 * forgotten now, because the service does not answer, keeps its mark for the sweep.
 */
export async function moveIn(platform: WithFiles, draft: Draft): Promise<{ settled(isKept: boolean): Promise<void> }> {
  const mark = await setMark(platform, draft.id);
  try {
    await platform.files.keep(draft);
  } catch (error) {
    // It may have arrived all the same, and even later: the mark stays, and the sweep forgets it.
    await forget(draft.path);
    throw error;
  }
  return {
    settled: async (isKept) => {
      if (isKept) await forget(mark);
      else await forgetMarked(platform, draft.id, mark);
    },
  };
}

/** Something that the sweep will find when this server dies: a file of this id is kept, or is about to be, and perhaps without a row. */
export async function setMark(platform: WithFolder, id: string): Promise<string> {
  const folder = incomingFolder(platform);
  makeOwnerOnlyFolder(folder);
  const mark = join(folder, `${platform.clock.now()}.${id}${MARK}`);
  await writeFile(mark, '', { mode: 0o600, flush: true });
  syncFolder(folder);
  return mark;
}

/** Whether it is gone; otherwise its mark stays. */
export async function forgetMarked(platform: WithFiles, id: string, mark: string): Promise<boolean> {
  try {
    await platform.files.forget(id);
  } catch (error) {
    if (!(error instanceof StorageDown)) throw error;
    platform.log.warn({ err: error }, 'a file could not be deleted yet');
    return false;
  }
  await forget(mark);
  return true;
}

export const forget = (path: string): Promise<void> => rm(path, { force: true });

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
