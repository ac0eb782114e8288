// When the last backup was taken, for the health page; a small file in the data folder, beside what it speaks of.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeOwnerOnly } from '../keys/owner-only.ts';

export interface LastBackup {
  readonly takenAt: string;
  readonly path: string;
  readonly bytes: number;
}

const fileOf = (dataFolder: string) => join(dataFolder, 'last-backup.json');

export function noteLastBackup(dataFolder: string, backup: LastBackup): void {
  writeOwnerOnly(fileOf(dataFolder), `${JSON.stringify(backup)}\n`);
}

export function readLastBackup(dataFolder: string): LastBackup | undefined {
  try {
    // Written by noteLastBackup and by nothing else.
    return JSON.parse(readFileSync(fileOf(dataFolder), 'utf8')) as LastBackup;
  } catch {
    // No backup yet, or a note that was cut off: both mean that none is known.
    return undefined;
  }
}
