// Draws sheets in a thread of its own, so that no request waits while fonts are read and pages are set. The thread
// starts with the first sheet and goes again when nothing was printed for a while.

import { Worker } from 'node:worker_threads';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Sheet } from './sheets.ts';

export interface PressOrder {
  readonly id: number;
  readonly sheet: Sheet;
}

export type PressAnswer =
  | { readonly id: number; readonly pdf: Uint8Array; readonly error?: undefined }
  | { readonly id: number; readonly error: string };

const MOST_WAITING = 200;
const LONGEST_DRAWING_MS = 60_000;
const IDLE_MS = 90_000;

interface WaitingSheet {
  readonly resolve: (pdf: Uint8Array) => void;
  readonly reject: (error: Error) => void;
}

export interface Press {
  print(sheet: Sheet): Promise<Uint8Array>;
  /** Ends the thread; the next sheet starts a new one. */
  rest(): Promise<void>;
}

export function openPress(startWorker: () => Worker = startPaperWorker): Press {
  const waiting = new Map<number, WaitingSheet>();
  let worker: Worker | undefined;
  let lastId = 0;
  let timer: NodeJS.Timeout | undefined;

  const watch = (milliseconds: number, act: () => void) => {
    clearTimeout(timer);
    timer = setTimeout(act, milliseconds).unref();
  };
  const failAll = (reason: Error) => {
    for (const sheet of waiting.values()) sheet.reject(reason);
    waiting.clear();
  };
  const stop = async (reason: Error) => {
    const stopped = worker;
    worker = undefined;
    clearTimeout(timer);
    failAll(reason);
    await stopped?.terminate();
  };
  const rewatch = () => {
    if (waiting.size > 0) watch(LONGEST_DRAWING_MS, () => void stop(new Error('Drawing a sheet took too long.')));
    else watch(IDLE_MS, () => void stop(new Error('The press rests.')));
  };
  const running = (): Worker => {
    if (worker !== undefined) return worker;
    const started = startWorker();
    started.unref();
    started.on('message', (answer: PressAnswer) => {
      const sheet = waiting.get(answer.id);
      waiting.delete(answer.id);
      rewatch();
      if (answer.error === undefined) sheet?.resolve(answer.pdf);
      else sheet?.reject(new Error(`A sheet could not be drawn: ${answer.error}`));
    });
    const gone = (error: Error) => {
      if (worker === started) {
        worker = undefined;
        failAll(error);
      }
    };
    started.on('error', (error: Error) => gone(error));
    started.on('exit', () => gone(new Error('The drawing thread ended.')));
    worker = started;
    return started;
  };

  return {
    print: (sheet) => {
      if (waiting.size >= MOST_WAITING) return Promise.reject(new Refusal('unavailable', 'PAPER_BUSY').retryAfter(5));
      lastId += 1;
      const id = lastId;
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        running().postMessage({ id, sheet } satisfies PressOrder);
        if (waiting.size === 1) rewatch();
      });
    },
    rest: () => stop(new Error('The press rests.')),
  };
}

function startPaperWorker(): Worker {
  return new Worker(new URL('./drawing/paper-worker.ts', import.meta.url), {
    name: 'paper',
    // Warnings of the program are told once, by the main thread.
    resourceLimits: { maxOldGenerationSizeMb: 256 },
  });
}

/** One thread draws for the whole process. */
export const press: Press = openPress();
