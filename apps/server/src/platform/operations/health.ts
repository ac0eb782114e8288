// Whether this instance can serve: its database, its files, its disk, its last backup. Looked at once a second at most, however
// often it is asked.

import { statfs } from 'node:fs/promises';
import type { Clock } from '../clock.ts';
import type { OpenDatabase } from '../database/open-database.ts';
import type { StoredFiles } from '../file-storage/stored-files.ts';

export type ServerState = 'starting' | 'ready' | 'stopping';

export interface HealthReport {
  status: 'ok' | 'starting' | 'stopping' | 'failing';
  version: string;
  uptimeSeconds: number;
  database: { status: 'ok' | 'failing'; kind: string; milliseconds: number };
  pool: Readonly<Record<string, number>>;
  /** Money goes on without them, so a server whose files fail still serves. */
  files: { status: 'ok' | 'failing' };
  disk: { status: 'ok' | 'low' | 'unknown'; freeBytes: number | null };
  lastBackup: { at: string } | null;
}

export interface Health {
  state: ServerState;
  report(): Promise<HealthReport>;
}

export interface HealthSources {
  database: Pick<OpenDatabase, 'kind' | 'health' | 'gauges'>;
  files: Pick<StoredFiles, 'trouble'>;
  dataFolder: string;
  version: string;
  clock: Clock;
  /** When the last whole backup was made, as milliseconds since 1970. */
  lastBackupAt(): Promise<number | undefined>;
}

/** Below this a day's work may no longer fit. */
const LOW_DISK_BYTES = 256 * 1_024 * 1_024;
const LONGEST_ANSWER_MS = 2_000;
const LOOK_AGAIN_MS = 1_000;

export function openHealth(sources: HealthSources): Health {
  let last: { at: number; report: Promise<HealthReport> } | undefined;

  const look = async (state: () => ServerState): Promise<HealthReport> => {
    const [database, files, disk, backupAt] = await Promise.all([
      lookAtDatabase(sources.database),
      lookAtFiles(sources.files),
      lookAtDisk(sources.dataFolder),
      sources.lastBackupAt().catch(() => undefined),
    ]);
    return {
      status: state() === 'ready' ? (database.status === 'ok' ? 'ok' : 'failing') : stateOf(state()),
      version: sources.version,
      uptimeSeconds: Math.round(process.uptime()),
      database,
      pool: sources.database.gauges(),
      files,
      disk,
      lastBackup: backupAt === undefined ? null : { at: new Date(backupAt).toISOString() },
    };
  };

  const health: Health = {
    state: 'starting',
    report: () => {
      // Real time on purpose: a simulated clock may stand still.
      const now = performance.now();
      if (last === undefined || now - last.at > LOOK_AGAIN_MS) last = { at: now, report: look(() => health.state) };
      return last.report;
    },
  };
  return health;
}

const stateOf = (state: ServerState) => (state === 'ready' ? 'ok' : state);

async function lookAtDatabase(database: HealthSources['database']): Promise<HealthReport['database']> {
  const began = performance.now();
  const answered = await inTime(
    database.health().then(
      () => true,
      () => false,
    ),
  );
  const milliseconds = Math.round((performance.now() - began) * 10) / 10;
  return { status: answered ? 'ok' : 'failing', kind: database.kind, milliseconds };
}

async function lookAtFiles(files: HealthSources['files']): Promise<HealthReport['files']> {
  const isWell = await inTime(files.trouble().then((trouble) => trouble === undefined));
  return { status: isWell ? 'ok' : 'failing' };
}

/** What has not answered by then has failed. */
const inTime = (answer: Promise<boolean>): Promise<boolean> =>
  Promise.race([
    answer,
    new Promise<boolean>((resolve) => setTimeout(() => resolve(false), LONGEST_ANSWER_MS).unref()),
  ]);

async function lookAtDisk(folder: string): Promise<HealthReport['disk']> {
  try {
    const { bavail, bsize } = await statfs(folder);
    const freeBytes = bavail * bsize;
    return { status: freeBytes < LOW_DISK_BYTES ? 'low' : 'ok', freeBytes };
  } catch {
    return { status: 'unknown', freeBytes: null };
  }
}
