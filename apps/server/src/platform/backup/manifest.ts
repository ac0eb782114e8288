// The first entry of a backup: what it holds, and what depends on the keys.

import { BackupRefused } from './backup-refused.ts';

export interface SealedColumn {
  readonly table: string;
  readonly column: string;
  /** Rows that hold a value that only the keys can open or check. */
  readonly rows: number;
}

export interface Manifest {
  readonly format: 1;
  readonly takenAt: string;
  readonly programVersion: string;
  /** `sqlite`: the database file itself; `rows`: every row, for MySQL and MariaDB. */
  readonly database: 'sqlite' | 'rows';
  /** The migrations that made it, in their order. */
  readonly migrations: readonly string[];
  readonly sealed: readonly SealedColumn[];
  readonly hasKeys: boolean;
  readonly files: number;
}

export const ENTRY = {
  manifest: 'manifest.json',
  sqlite: 'database.sqlite',
  rows: 'rows.jsonl',
  keys: 'keys.sealed',
  files: 'files/',
} as const;

export function readManifest(text: string): Manifest {
  // The entry's SHA-256 has been checked, and `format` says that it is ours.
  const manifest = JSON.parse(text) as Manifest;
  if (manifest.format !== 1) {
    throw new BackupRefused('This backup was made by a newer version of the program; restore it with that version.');
  }
  return manifest;
}

/** What a restore without the keys loses, one plain sentence each; always at least the sessions and the signatures. */
export function lossesWithoutKeys(manifest: Manifest): string[] {
  const sentences = manifest.sealed
    .filter((sealed) => sealed.rows > 0)
    .map(({ table, column, rows }) =>
      column === 'passwordHash'
        ? `${rows} passwords no longer open their log-in; each has to be set anew.`
        : `${rows} sealed values in ${table} (${column}) can never be read again.`,
    );
  return [
    ...sentences,
    'Everyone is signed out.',
    'Signatures made so far can be checked only with a public key that was exported before.',
  ];
}

/** The columns whose values need the keys, known by their names. */
export const isSealedColumn = (column: string): boolean => column.endsWith('Sealed') || column === 'passwordHash';
