// Long work beside the thread that serves, on database connections of its own, so that nobody at a counter waits for it.

import { Worker } from 'node:worker_threads';
import { systemClock } from '../clock.ts';
import { Refusal } from '../http/refusal.ts';
import type { Platform } from '../platform.ts';
import type { FromThread, Handed } from './handed.ts';

/** Rows come and go: with less room for what is young, it is cleared more often and the process stays small. */
const LITTLE_LIVES_LONG = { maxYoungGenerationSizeMb: 16 };

export interface ThreadRun<Answer> {
  readonly answer: Promise<Answer>;
  /** Lets the transaction in hand be finished; the next one is refused. */
  stop(): void;
}

/** The script hands its work to `workInThread`, which takes `asked` and tells of it in the same words. */
export function runInThread<Asked, Told, Answer>(
  platform: Platform,
  script: URL,
  asked: Asked,
  told: (news: Told) => void,
): ThreadRun<Answer> {
  const stopping = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
  const handed: Handed<Asked> = {
    asked,
    config: platform.config,
    database: platform.databaseOfThread,
    clockAheadMs: platform.clock.now() - systemClock.now(),
    stopping,
  };
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  const thread = new Worker(script, { workerData: handed, resourceLimits: LITTLE_LIVES_LONG });
  let settle = () => reject(new Error('The thread ended before its work was done.'));
  thread.on('message', (message: FromThread<Told, Answer>) => {
    switch (message.says) {
      case 'told':
        return told(message.news);
      case 'wrote':
        for (const tag of message.tags) platform.cache.dropTag(tag);
        return platform.outboxSignal.wake();
      case 'slow':
        return platform.log.warn(message.statement, 'a statement took longer than a second');
      case 'fault':
        return platform.log.error({ err: message.error }, 'the database told of an error');
      case 'done':
        settle = () => resolve(message.answer);
        return;
      case 'refused': {
        const { kind, code, params, field } = message.refusal;
        settle = () => reject(new Refusal(kind, code, params, field));
        return;
      }
      case 'failed':
        settle = () => reject(new Error(message.error));
    }
  });
  thread.once('error', reject);
  // By then its connections are closed.
  thread.once('exit', () => settle());
  return {
    answer: promise,
    stop: () => {
      Atomics.store(new Int32Array(stopping), 0, 1);
    },
  };
}
