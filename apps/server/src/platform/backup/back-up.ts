// `backup`: database, files and, under a passphrase, the keys, in one file. It only reads; a server may go on working.

import { createReadStream, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Clock } from '../clock.ts';
import type { DatabaseOptions } from '../database/open-database.ts';
import { placeOf, StorageDown, type StoredFiles } from '../file-storage/stored-files.ts';
import { secretsFileOf } from '../keys/secrets-file.ts';
import { BackupRefused } from './backup-refused.ts';
import { type Entry, writeContainer } from './container.ts';
import { noteLastBackup } from './last-backup.ts';
import { ENTRY, type Manifest } from './manifest.ts';
import { sealKeys } from './seal-keys.ts';
import { copySqlite } from './sqlite-copy.ts';

export interface BackupSource {
  readonly database: DatabaseOptions;
  readonly dataFolder: string;
  readonly files: StoredFiles;
  readonly programVersion: string;
  readonly clock: Clock;
}

export type BackupProgress = (progress: { part: 'database' | 'files'; done: number; total: number }) => void;

export interface BackupSettings {
  /** Without one the keys stay where they are, and a restore says what that loses. */
  readonly passphrase: string | undefined;
  readonly progress?: BackupProgress;
}

export interface BackupReport {
  readonly path: string;
  readonly bytes: number;
  readonly manifest: Manifest;
}

export async function backupTo(path: string, source: BackupSource, settings: BackupSettings): Promise<BackupReport> {
  if (existsSync(path)) {
    throw new BackupRefused(`${path} is there already; a backup never overwrites another.`);
  }
  const progress = settings.progress ?? (() => {});
  // Beside the result, so that it is known to have room and is never on a folder that others can read.
  const spool = mkdtempSync(join(dirname(path), '.kafal-backup-'));
  try {
    const { entries, manifest } = await collect(spool, source, settings.passphrase, progress);
    await writeContainer(path, entries);
    const { size } = statSync(path);
    noteLastBackup(source.dataFolder, { takenAt: manifest.takenAt, path, bytes: size });
    return { path, bytes: size, manifest };
  } catch (error) {
    if (!(error instanceof StorageDown)) throw error;
    throw new BackupRefused(`${error.message} There is no backup without the files.`, { cause: error });
  } finally {
    rmSync(spool, { recursive: true, force: true });
  }
}

async function collect(
  spool: string,
  source: BackupSource,
  passphrase: string | undefined,
  progress: BackupProgress,
): Promise<{ manifest: Manifest; entries: AsyncIterable<Entry> }> {
  const takenAt = new Date(source.clock.now()).toISOString();
  const keys = passphrase === undefined ? undefined : await sealedKeys(source.dataFolder, passphrase);
  const kind = source.database.kind === 'sqlite' ? 'sqlite' : 'rows';
  const copy = join(spool, kind);
  const told = (done: number, total: number) => progress({ part: 'database', done, total });
  const copied = await copyDatabase(source.database, copy, told);
  // Files are listed after the database: a row never names a file that the backup lacks.
  const files = await Array.fromAsync(source.files.list());

  const manifest: Manifest = {
    format: 1,
    takenAt,
    programVersion: source.programVersion,
    database: kind,
    migrations: copied.migrations,
    sealed: copied.sealed,
    hasKeys: keys !== undefined,
    files: files.length,
  };
  return { manifest, entries: entriesOf(manifest, copy, keys, source.files, files, progress) };
}

async function copyDatabase(database: DatabaseOptions, to: string, progress: (done: number, total: number) => void) {
  if (database.kind === 'sqlite') {
    return copySqlite(database.path, to, progress);
  }
  const { dumpRows } = await import('./mysql-rows.ts');
  return dumpRows(database, to, progress);
}

async function sealedKeys(dataFolder: string, passphrase: string): Promise<Buffer> {
  if (passphrase.trim() === '') {
    throw new BackupRefused('The passphrase is empty; give one, or leave the keys out of the backup.');
  }
  return sealKeys(readFileSync(secretsFileOf(dataFolder)), passphrase);
}

async function* entriesOf(
  manifest: Manifest,
  copy: string,
  keys: Buffer | undefined,
  stored: StoredFiles,
  files: readonly { readonly id: string; readonly bytes: number }[],
  progress: BackupProgress,
): AsyncGenerator<Entry> {
  yield inMemory(ENTRY.manifest, Buffer.from(JSON.stringify(manifest)));
  if (keys !== undefined) {
    yield inMemory(ENTRY.keys, keys);
  }
  yield fromFile(manifest.database === 'sqlite' ? ENTRY.sqlite : ENTRY.rows, copy);
  for (const [index, { id, bytes }] of files.entries()) {
    const content = await stored.open(id, bytes);
    // What was taken away a month ago may be deleted while the backup runs; nobody misses it.
    if (content !== undefined) yield { name: `${ENTRY.files}${placeOf(id)}`, bytes, content };
    progress({ part: 'files', done: index + 1, total: files.length });
  }
}

const inMemory = (name: string, content: Buffer): Entry => ({ name, bytes: content.length, content: [content] });

const fromFile = (name: string, path: string): Entry => ({
  name,
  bytes: statSync(path).size,
  content: createReadStream(path),
});
