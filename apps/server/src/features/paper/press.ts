// Draws sheets in a thread of its own, so that no request waits while fonts are read and pages are set. The thread
// starts with the first sheet and goes again when nothing was printed for a while. Receipts go before all else, because
// somebody stands at the counter for them, and nobody takes the thread for themselves.

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
const MOST_OF_ONE_PERSON = 10;
const LONGEST_DRAWING_MS = 60_000;
const IDLE_MS = 90_000;

interface WaitingSheet {
  readonly sheet: Sheet;
  readonly userId: number;
  readonly resolve: (pdf: Uint8Array) => void;
  readonly reject: (error: Error) => void;
}

export interface Press {
  print(sheet: Sheet, userId: number): Promise<Uint8Array>;
  /** Ends the thread; the next sheet starts a new one. */
  rest(): Promise<void>;
}

export function openPress(startWorker: () => Worker = startPaperWorker): Press {
  const waiting: WaitingSheet[] = [];
  let drawing: WaitingSheet | undefined;
  let worker: Worker | undefined;
  let lastId = 0;
  let timer: NodeJS.Timeout | undefined;

  const watch = (milliseconds: number, act: () => void) => {
    clearTimeout(timer);
    timer = setTimeout(act, milliseconds).unref();
  };
  const failAll = (reason: Error) => {
    drawing?.reject(reason);
    drawing = undefined;
    for (const sheet of waiting.splice(0)) sheet.reject(reason);
  };
  const stop = async (reason: Error) => {
    const stopped = worker;
    worker = undefined;
    clearTimeout(timer);
    failAll(reason);
    await stopped?.terminate();
  };
  const drawNext = () => {
    const firstReceipt = waiting.findIndex(({ sheet }) => sheet.paper === 'receipt');
    [drawing] = waiting.splice(Math.max(firstReceipt, 0), 1);
    if (drawing === undefined) return watch(IDLE_MS, () => void stop(new Error('The press rests.')));
    lastId += 1;
    running().postMessage({ id: lastId, sheet: drawing.sheet } satisfies PressOrder);
    watch(LONGEST_DRAWING_MS, () => void stop(new Error('Drawing a sheet took too long.')));
  };
  const running = (): Worker => {
    if (worker !== undefined) return worker;
    const started = startWorker();
    started.on('message', (answer: PressAnswer) => {
      if (answer.id !== lastId) return;
      const drawn = drawing;
      drawNext();
      if (answer.error === undefined) drawn?.resolve(answer.pdf);
      else drawn?.reject(new Error(`A sheet could not be drawn: ${answer.error}`));
    });
    const gone = (error: Error) => {
      if (worker === started) {
        worker = undefined;
        failAll(error);
      }
    };
    started.on('error', (error: Error) => gone(error));
    started.on('exit', () => gone(new Error('The drawing thread ended.')));
    // After its listeners, which would hold the process: a server that stops does not wait until the press rests.
    started.unref();
    worker = started;
    return started;
  };
  const refuseTooMany = (userId: number) => {
    const all = drawing === undefined ? waiting : [...waiting, drawing];
    if (all.length >= MOST_WAITING) throw new Refusal('unavailable', 'PAPER_BUSY').retryAfter(5);
    if (all.filter((sheet) => sheet.userId === userId).length >= MOST_OF_ONE_PERSON) {
      throw new Refusal('too_many', 'PAPER_OWN_WAITING').retryAfter(5);
    }
  };

  return {
    print: async (sheet, userId) => {
      refuseTooMany(userId);
      return new Promise((resolve, reject) => {
        waiting.push({ sheet, userId, resolve, reject });
        if (drawing === undefined) drawNext();
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
