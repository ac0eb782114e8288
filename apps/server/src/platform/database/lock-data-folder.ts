// One server per data folder. The lock is the operating system's own: it ends with the process, even when that is killed.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { DatabaseRefused } from './database-errors.ts';
import { createOwnerOnly } from './dialects/sqlite-connection.ts';

export interface FolderLock {
  release(): void;
}

/** Kept here because a lock that nobody refers to would be collected, and given up, while its server still runs. */
const held = new Set<DatabaseSync>();

/** Refuses, with a sentence, when another process holds the folder. */
export function lockDataFolder(folder: string): FolderLock {
  const path = join(folder, 'server.lock');
  const holder = join(folder, 'server.pid');
  createOwnerOnly(path);

  // Node has no file locks of its own, but SQLite takes the system's: this file holds no data, only the lock.
  const lock = new DatabaseSync(path, { timeout: 0 });
  try {
    lock.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    throw new DatabaseRefused(refusal(folder, holder), { cause: error });
  }
  held.add(lock);
  writeFileSync(holder, `${process.pid}\n`, { mode: 0o600 });

  return {
    release: () => {
      if (held.delete(lock)) {
        lock.close();
      }
    },
  };
}

function refusal(folder: string, holder: string): string {
  const process = readProcessId(holder);
  return (
    `Another server already runs on the data folder ${folder}${process === undefined ? '' : ` (process ${process})`}; ` +
    'stop it first, or give this one a folder of its own with DATA_DIR.'
  );
}

function readProcessId(holder: string): string | undefined {
  try {
    return readFileSync(holder, 'utf8').trim();
  } catch {
    // The holder has not written it yet.
    return undefined;
  }
}
