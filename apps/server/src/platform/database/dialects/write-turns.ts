// One connection writes to a SQLite file at a time. Its own way of waiting would hold the whole thread, so the writers of
// one process (that of the server, and one in a thread of its own) wait here without standing still, and whoever has
// just written lets the other in before it writes again. A writer of another process is waited for all the same.

import { setTimeout as pause } from 'node:timers/promises';

/** Whoever posts at a counter gives up after this, and the request may be sent again. */
const GIVE_UP_AFTER_MS = 5_000;
/** Whoever does not come for a turn within it is busy with something else, or has gone. */
const LET_IN_MS = 50;
const LOOK_AGAIN_MS = 1;
const SQLITE_BUSY = 5;
const [NOBODY_WAITS, SOMEBODY_WAITS] = [0, 1];

export class WriteTurns {
  /** Handed to another thread, which makes turns of its own of it. */
  readonly shared: SharedArrayBuffer;
  readonly #waiting: Int32Array;

  constructor(shared = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)) {
    this.shared = shared;
    this.#waiting = new Int32Array(shared);
  }

  /** Begins when nobody else writes; throws when that was not to be had, or for another reason. */
  async take(begin: () => void): Promise<void> {
    await this.#letOthersIn();
    if (hasBegun(begin)) return;
    const giveUpAt = performance.now() + GIVE_UP_AFTER_MS;
    try {
      do {
        // Said again at each look: the other may have forgotten it, or have waited at the same time.
        Atomics.store(this.#waiting, 0, SOMEBODY_WAITS);
        await pause(LOOK_AGAIN_MS);
        if (performance.now() > giveUpAt) return begin();
      } while (!hasBegun(begin));
    } finally {
      Atomics.store(this.#waiting, 0, NOBODY_WAITS);
    }
  }

  async #letOthersIn(): Promise<void> {
    const until = performance.now() + LET_IN_MS;
    while (Atomics.load(this.#waiting, 0) === SOMEBODY_WAITS) {
      if (performance.now() > until) {
        // Otherwise a thread that ended while it waited would be waited for at each turn.
        Atomics.store(this.#waiting, 0, NOBODY_WAITS);
        return;
      }
      await pause(LOOK_AGAIN_MS);
    }
  }
}

function hasBegun(begin: () => void): boolean {
  try {
    begin();
    return true;
  } catch (error) {
    if (isBusy(error)) return false;
    throw error;
  }
}

/** The low byte says what it is, the others of which kind. */
const isBusy = (error: unknown): boolean =>
  error instanceof Error && 'errcode' in error && (Number(error.errcode) & 0xff) === SQLITE_BUSY;
