// A helper process of the bench: it is sent one task at a time and answers it.

import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export interface Child {
  readonly pid: number;
  /** The first thing it says by itself, such as its port. */
  readonly first: Promise<unknown>;
  ask<Answer>(task: unknown): Promise<Answer>;
  stop(): Promise<void>;
}

export function startChild(file: string, words: readonly string[] = []): Child {
  const child = fork(fileURLToPath(new URL(file, import.meta.url)), [...words], { stdio: 'inherit' });
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const first = nextMessage(child);
  // Most children say nothing by themselves.
  first.catch(() => undefined);

  return {
    pid: child.pid ?? 0,
    first,
    ask: async <Answer>(task: unknown) => {
      const answered = nextMessage(child);
      child.send(task as never);
      // Each child answers the task of its own kind.
      const { result, error } = (await answered) as { result: Answer; error?: string };
      if (error !== undefined) throw new Error(error);
      return result;
    },
    stop: async () => {
      if (child.connected) child.disconnect();
      await gone;
    },
  };
}

function nextMessage(child: ChildProcess): Promise<unknown> {
  const { promise, resolve, reject } = Promise.withResolvers<unknown>();
  const ended = (code: number | null) => reject(new Error(`A process of the bench ended with ${code}.`));
  child.once('exit', ended);
  child.once('message', (message) => {
    child.off('exit', ended);
    resolve(message);
  });
  return promise;
}
