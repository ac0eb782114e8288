// The other side of run-in-thread.ts: a platform of the thread's own. What the process keeps in memory stays with the
// thread that serves, which is told what to drop and whom to wake.

import { parentPort, workerData } from 'node:worker_threads';
import { DomainError } from '@kafal/core';
import { systemClock } from '../clock.ts';
import { type OpenDatabase, openDatabase } from '../database/open-database.ts';
import { openStoredFiles } from '../file-storage/open-stored-files.ts';
import { Refusal } from '../http/refusal.ts';
import { systemIds } from '../ids.ts';
import { openKeys } from '../keys/keys.ts';
import { readOrMakeSecrets } from '../keys/secrets-file.ts';
import { silentLog } from '../log/log.ts';
import { openMetrics } from '../metrics/metrics.ts';
import type { Platform } from '../platform.ts';
import type { FromThread, Handed } from './handed.ts';

export async function workInThread<Asked, Told, Answer>(
  work: (platform: Platform, asked: Asked, told: (news: Told) => void) => Promise<Answer>,
): Promise<void> {
  // Whoever starts the script hands this over, and nothing else.
  const handed = workerData as Handed<Asked>;
  const say = (message: FromThread<Told, Answer>) => parentPort?.postMessage(message);
  const database = await openDatabase({
    ...handed.database,
    tell: (error) => say({ says: 'fault', error: inWords(error) }),
    onSlowStatement: (statement) => say({ says: 'slow', statement }),
  });
  const written = gatheredWrites((tags) => say({ says: 'wrote', tags }));
  try {
    const platform = platformOf(handed, database, written);
    say({ says: 'done', answer: await work(platform, handed.asked, (news) => say({ says: 'told', news })) });
  } catch (error) {
    if (error instanceof DomainError) {
      const { kind, code, params, field } = error;
      say({ says: 'refused', refusal: { kind, code, params, field } });
    } else {
      say({ says: 'failed', error: inWords(error) });
    }
  } finally {
    written.tell();
    await database.close();
  }
}

/** Pages that are looked at meanwhile are made anew at each message, so a few in a second are enough. */
const TELL_AFTER_MS = 250;

interface GatheredWrites {
  dropped(tag: string): void;
  recorded(): void;
  tell(): void;
}

function gatheredWrites(say: (tags: readonly string[]) => void): GatheredWrites {
  const tags = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  const tell = () => {
    if (timer === undefined) return;
    clearTimeout(timer);
    timer = undefined;
    say([...tags]);
    tags.clear();
  };
  const soon = () => {
    timer ??= setTimeout(tell, TELL_AFTER_MS);
  };
  return {
    dropped: (tag) => {
      tags.add(tag);
      soon();
    },
    recorded: soon,
    tell,
  };
}

function platformOf(
  { config, clockAheadMs, stopping }: Handed<unknown>,
  { database, transact, dialect, ofThread }: OpenDatabase,
  written: GatheredWrites,
): Platform {
  const stopped = new Int32Array(stopping);
  return {
    config,
    clock: { now: () => systemClock.now() + clockAheadMs },
    ids: systemIds,
    database,
    databaseOfThread: ofThread,
    transact: (body) =>
      Atomics.load(stopped, 0) === 0 ? transact(body) : Promise.reject(new Refusal('unavailable', 'SERVER_STOPPING')),
    dialect,
    log: silentLog(),
    cache: {
      size: 0,
      get: () => undefined,
      set: () => {},
      dropTag: written.dropped,
      remember: (_key, _options, make) => make(),
      close: async () => {},
    },
    metrics: openMetrics(),
    outboxSignal: { wake: written.recorded, onWake: () => {} },
    files: openStoredFiles(config),
    get keys() {
      return openKeys(readOrMakeSecrets(config.dataFolder), config.token.secret);
    },
    get limits(): never {
      return answersNobody();
    },
    get health(): never {
      return answersNobody();
    },
    get setupCode(): never {
      return answersNobody();
    },
  };
}

function answersNobody(): never {
  throw new Error('A thread of its own answers no requests.');
}

const inWords = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error));
