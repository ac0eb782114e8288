import type { Clock } from '../clock.ts';
import type { LimitName, LimitStore, Taken } from './limits.ts';

interface Window {
  used: number;
  endsAt: number;
}

/** Each kind of counter has a store of its own, so that a flood of strangers cannot push out who is signed in. */
const MOST_WINDOWS = 50_000;

export class MemoryLimitStore implements LimitStore {
  readonly #clock: Clock;
  readonly #windowLength: number;
  readonly #mostWindows: number;
  /** All windows of a kind are equally long, so a Map in order of beginning is in order of ending too. */
  readonly #windows = new Map<LimitName, Map<string, Window>>();

  constructor(clock: Clock, windowMinutes: number, mostWindows = MOST_WINDOWS) {
    this.#clock = clock;
    this.#windowLength = windowMinutes * 60_000;
    this.#mostWindows = mostWindows;
  }

  get size(): number {
    let size = 0;
    for (const windows of this.#windows.values()) size += windows.size;
    return size;
  }

  take(name: LimitName, key: string, limit: number): Taken {
    const now = this.#clock.now();
    const windows = this.#windowsOf(name);
    let window = windows.get(key);
    if (window === undefined || window.endsAt <= now) {
      if (window !== undefined) windows.delete(key);
      else if (windows.size >= this.#mostWindows) this.#makeRoom(windows);
      window = { used: 0, endsAt: now + this.#windowLength };
      windows.set(key, window);
    }
    const isAllowed = window.used < limit;
    if (isAllowed) window.used += 1;
    return { limit, remaining: limit - window.used, resetSeconds: Math.ceil((window.endsAt - now) / 1_000), isAllowed };
  }

  giveBack(name: LimitName, key: string): void {
    const window = this.#windowsOf(name).get(key);
    if (window !== undefined && window.used > 0) window.used -= 1;
  }

  /** Forgets windows that have ended. */
  sweep(): void {
    const now = this.#clock.now();
    for (const windows of this.#windows.values()) {
      for (const [key, window] of windows) {
        if (window.endsAt > now) break;
        windows.delete(key);
      }
    }
  }

  async close(): Promise<void> {
    this.#windows.clear();
  }

  #windowsOf(name: LimitName): Map<string, Window> {
    let windows = this.#windows.get(name);
    if (windows === undefined) {
      windows = new Map();
      this.#windows.set(name, windows);
    }
    return windows;
  }

  #makeRoom(windows: Map<string, Window>): void {
    this.sweep();
    if (windows.size < this.#mostWindows) return;
    const [oldest] = windows.keys();
    if (oldest !== undefined) windows.delete(oldest);
  }
}
