// `restore`: a backup onto an empty data folder, and into an empty database when it came from a server. Nothing is put
// in its place before the whole backup has been read and checked; one that is cut off can simply be run again.

import { createReadStream, createWriteStream, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { migrations as allMigrations } from '../../../migrations/index.ts';
import { lockDataFolder } from '../database/lock-data-folder.ts';
import type { DatabaseOptions } from '../database/open-database.ts';
import { makeOwnerOnlyFolder, writeOwnerOnly } from '../keys/owner-only.ts';
import { secretsFileOf } from '../keys/secrets-file.ts';
import { BackupRefused } from './backup-refused.ts';
import { readContainer, type StoredEntry } from './container.ts';
import { ENTRY, lossesWithoutKeys, type Manifest, readManifest } from './manifest.ts';
import { openKeysOfBackup } from './seal-keys.ts';
import { refuseBrokenSqlite } from './sqlite-copy.ts';

export interface RestoreTarget {
  readonly database: DatabaseOptions;
  readonly dataFolder: string;
  readonly filesFolder: string;
}

export type RestoreProgress = (progress: { part: 'reading' | 'rows'; done: number }) => void;

export interface RestoreSettings {
  readonly passphrase: string | undefined;
  /** Said by a person who has read what is lost without the keys. */
  readonly withoutKeys?: boolean;
  readonly progress?: RestoreProgress;
}

export interface RestoreReport {
  readonly manifest: Manifest;
  /** What was lost, a sentence each; nothing when the keys came back too. */
  readonly losses: readonly string[];
}

/** Names of what a folder may hold and still count as empty: the lock of this very restore. */
const OF_THE_LOCK = new Set(['server.lock', 'server.lock-journal', 'server.pid']);
const SPOOL = 'restore-unfinished';

/** What a backup holds, and what restoring it without the keys would lose. */
export async function inspectBackup(path: string): Promise<{ manifest: Manifest; lossesWithoutKeys: string[] }> {
  let manifest: Manifest | undefined;
  await readContainer(path, async (entry, content) => {
    if (entry.name === ENTRY.manifest) {
      manifest = readManifest((await whole(content)).toString());
    }
  });
  if (manifest === undefined) {
    throw new BackupRefused(`${path} is damaged: it does not say what it holds.`);
  }
  return { manifest, lossesWithoutKeys: lossesWithoutKeys(manifest) };
}

export async function restoreFrom(
  path: string,
  target: RestoreTarget,
  settings: RestoreSettings,
): Promise<RestoreReport> {
  makeOwnerOnlyFolder(target.dataFolder);
  const lock = lockDataFolder(target.dataFolder);
  try {
    await refuseFullTarget(target);
    return await restoreOntoEmpty(path, target, settings);
  } finally {
    lock.release();
  }
}

async function restoreOntoEmpty(
  path: string,
  target: RestoreTarget,
  settings: RestoreSettings,
): Promise<RestoreReport> {
  const spool = join(target.dataFolder, SPOOL);
  try {
    makeOwnerOnlyFolder(spool);
    const read = await readAll(path, spool, target, settings);
    await putInPlace(spool, read, target, settings.progress ?? (() => {}));
    rmSync(spool, { recursive: true, force: true });
    return { manifest: read.manifest, losses: read.keys === undefined ? lossesWithoutKeys(read.manifest) : [] };
  } catch (error) {
    // The folder was empty before: all that is in it came from this restore.
    empty(target.dataFolder);
    throw error;
  }
}

interface ReadBackup {
  readonly manifest: Manifest;
  readonly keys: Buffer | undefined;
}

async function refuseFullTarget({ database, dataFolder }: RestoreTarget): Promise<void> {
  if (database.kind === 'mysql') {
    const { refuseFullDatabase } = await import('./mysql-rows.ts');
    await refuseFullDatabase(database);
  }
  const found = contentsOf(dataFolder);
  // The books are put in place last, so an unfinished restore never holds any; whoever has books is left alone.
  const wasCutOff = found.includes(SPOOL) && (database.kind === 'mysql' || !existsSync(database.path));
  if (wasCutOff) {
    empty(dataFolder);
  } else if (found.length > 0) {
    throw new BackupRefused(
      `${dataFolder} is not empty (${found.slice(0, 3).join(', ')}); a backup is restored onto an empty folder.`,
    );
  }
}

const contentsOf = (folder: string): string[] => readdirSync(folder).filter((name) => !OF_THE_LOCK.has(name));

function empty(folder: string): void {
  for (const name of contentsOf(folder)) {
    rmSync(join(folder, name), { recursive: true, force: true });
  }
}

async function readAll(
  path: string,
  spool: string,
  target: RestoreTarget,
  settings: RestoreSettings,
): Promise<ReadBackup> {
  let manifest: Manifest | undefined;
  let keys: Buffer | undefined;
  let read = 0;

  await readContainer(path, async (entry, content) => {
    if (entry.name === ENTRY.manifest) {
      manifest = readManifest((await whole(content)).toString());
      refuseUnfit(manifest, target, settings);
    } else if (entry.name === ENTRY.keys) {
      const sealed = await whole(content);
      keys = settings.passphrase === undefined ? undefined : await openKeysOfBackup(sealed, settings.passphrase);
    } else {
      await pipeline(content, createWriteStream(spoolPath(spool, entry), { mode: 0o600 }));
    }
    read += entry.bytes;
    settings.progress?.({ part: 'reading', done: read });
  });

  if (manifest === undefined) {
    throw new BackupRefused(`${path} is damaged: it does not say what it holds.`);
  }
  return { manifest, keys };
}

function refuseUnfit(manifest: Manifest, target: RestoreTarget, settings: RestoreSettings): void {
  const known = new Set(allMigrations.map((migration) => migration.name));
  if (!manifest.migrations.every((name) => known.has(name))) {
    throw new BackupRefused(
      `This backup was made by version ${manifest.programVersion}, which is newer; restore it with that version.`,
    );
  }
  if ((manifest.database === 'sqlite') !== (target.database.kind === 'sqlite')) {
    throw new BackupRefused(
      manifest.database === 'sqlite'
        ? 'This backup came from the embedded database and is restored into it: leave DB_HOST out.'
        : 'This backup came from a MySQL or MariaDB server and is restored into one: set DB_HOST.',
    );
  }
  const keysAreLost = !manifest.hasKeys || settings.passphrase === undefined;
  if (keysAreLost && settings.withoutKeys !== true) {
    const why = manifest.hasKeys ? 'The keys of this backup need its passphrase.' : 'This backup holds no keys.';
    throw new BackupRefused(
      `${why} Restored without them:\n${lossesWithoutKeys(manifest)
        .map((loss) => `- ${loss}`)
        .join('\n')}`,
    );
  }
}

/** An entry's name becomes a path only inside the spool. */
function spoolPath(spool: string, entry: StoredEntry): string {
  const isKnown = entry.name === ENTRY.sqlite || entry.name === ENTRY.rows || entry.name.startsWith(ENTRY.files);
  const path = join(spool, normalize(entry.name));
  if (!isKnown || entry.name.includes('..') || entry.name.includes('\\') || !path.startsWith(spool)) {
    throw new BackupRefused(`The backup holds something that does not belong in one: ${entry.name}.`);
  }
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  return path;
}

async function putInPlace(
  spool: string,
  read: ReadBackup,
  target: RestoreTarget,
  progress: RestoreProgress,
): Promise<void> {
  const { database } = target;
  if (database.kind === 'sqlite') {
    refuseBrokenSqlite(join(spool, ENTRY.sqlite));
  }
  if (existsSync(join(spool, ENTRY.files))) {
    mkdirSync(dirname(target.filesFolder), { recursive: true, mode: 0o700 });
    renameSync(join(spool, ENTRY.files), target.filesFolder);
  }
  if (read.keys !== undefined) {
    writeOwnerOnly(secretsFileOf(target.dataFolder), read.keys.toString());
  }
  // The books come last: whoever holds them holds everything.
  if (database.kind === 'sqlite') {
    renameSync(join(spool, ENTRY.sqlite), database.path);
  } else {
    const { loadRows } = await import('./mysql-rows.ts');
    const rows = createReadStream(join(spool, ENTRY.rows));
    await loadRows(database, read.manifest.migrations, rows, (done) => progress({ part: 'rows', done }));
  }
}

async function whole(content: AsyncIterable<Buffer>): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of content) {
    parts.push(part);
  }
  return Buffer.concat(parts);
}
