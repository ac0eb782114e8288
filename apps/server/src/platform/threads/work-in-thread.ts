// The other side of run-in-thread.ts: a platform of the thread's own. What the process keeps in memory stays with the
// thread that serves, which is told what to drop and whom to wake.

import { parentPort, workerData } from 'node:worker_threads';
import { DomainError } from '@kafal/core';
import { systemClock } from '../clock.ts';
import { type OpenDatabase, openDatabase } from '../database/open-database.ts';
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
  try {
    const platform = platformOf(handed, database, say);
    say({ says: 'done', answer: await work(platform, handed.asked, (news) => say({ says: 'told', news })) });
  } catch (error) {
    if (error instanceof DomainError) {
      const { kind, code, params, field } = error;
      say({ says: 'refused', refusal: { kind, code, params, field } });
    } else {
      say({ says: 'failed', error: inWords(error) });
    }
  } finally {
    await database.close();
  }
}

function platformOf(
  { config, clockAheadMs, stopping }: Handed<unknown>,
  { database, transact, dialect, ofThread }: OpenDatabase,
  say: (message: FromThread<never, never>) => void,
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
      dropTag: (tag) => say({ says: 'dropped', tag }),
      remember: (_key, _options, make) => make(),
      close: async () => {},
    },
    metrics: openMetrics(),
    outboxSignal: { wake: () => say({ says: 'recorded' }), onWake: () => {} },
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
