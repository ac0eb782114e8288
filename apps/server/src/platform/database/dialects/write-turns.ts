// One connection writes to a SQLite file at a time. Its own way of waiting would hold the whole thread, so the writers of
// one process (that of the server, and one in a thread of its own) wait here without standing still, and whoever has
// just written lets the other in before it writes again. A writer of another process is waited for all the same.

import { setTimeout as pause } from 'node:timers/promises';

/** Whoever posts at a counter gives up after this, and the request may be sent again. */
const GIVE_UP_AFTER_MS = 5_000;
/** Whoever does not come for a turn within it has gone. */
const LET_IN_MS = 50;
const LOOK_AGAIN_MS = 1;
const SQLITE_BUSY = 5;

export class WriteTurns {
  /** Handed to another thread, which makes turns of its own of it: how many writers wait. */
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
    Atomics.add(this.#waiting, 0, 1);
    try {
      await beginInTime(begin);
    } finally {
      this.#leave();
    }
  }

  async #letOthersIn(): Promise<void> {
    const before = Atomics.load(this.#waiting, 0);
    const until = performance.now() + LET_IN_MS;
    while (before > 0 && Atomics.load(this.#waiting, 0) >= before) {
      if (performance.now() > until) {
        // A thread that ended while it waited would be waited for at each turn.
        Atomics.store(this.#waiting, 0, 0);
        return;
      }
      await pause(LOOK_AGAIN_MS);
    }
  }

  #leave(): void {
    for (let count = Atomics.load(this.#waiting, 0); count > 0; count = Atomics.load(this.#waiting, 0)) {
      if (Atomics.compareExchange(this.#waiting, 0, count, count - 1) === count) return;
    }
  }
}

async function beginInTime(begin: () => void): Promise<void> {
  const giveUpAt = performance.now() + GIVE_UP_AFTER_MS;
  for (;;) {
    await pause(LOOK_AGAIN_MS);
    if (performance.now() > giveUpAt) return begin();
    if (hasBegun(begin)) return;
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
