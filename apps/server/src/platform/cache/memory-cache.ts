import type { Clock } from '../clock.ts';
import type { Cache, CacheOptions } from './cache.ts';

interface Kept {
  value: string;
  until: number;
  tags: readonly string[];
}

interface Making {
  answer: Promise<string>;
  tags: readonly string[];
  /** A tag of it was dropped meanwhile: the answer still goes to those who wait, but is not kept. */
  isStale: boolean;
}

export interface MemoryBounds {
  entries: number;
  /** Counted as characters of key and value. */
  characters: number;
}

const USUAL_BOUNDS: MemoryBounds = { entries: 5_000, characters: 16 * 1_024 * 1_024 };

/** The least recently used leave first; a Map keeps the order. */
export class MemoryCache implements Cache {
  readonly #clock: Clock;
  readonly #bounds: MemoryBounds;
  readonly #kept = new Map<string, Kept>();
  readonly #keysOfTag = new Map<string, Set<string>>();
  readonly #making = new Map<string, Making>();
  #characters = 0;

  constructor(clock: Clock, bounds: MemoryBounds = USUAL_BOUNDS) {
    this.#clock = clock;
    this.#bounds = bounds;
  }

  get size(): number {
    return this.#kept.size;
  }

  get(key: string): string | undefined {
    const kept = this.#kept.get(key);
    if (kept === undefined) return undefined;
    if (kept.until <= this.#clock.now()) {
      this.#forget(key, kept);
      return undefined;
    }
    this.#kept.delete(key);
    this.#kept.set(key, kept);
    return kept.value;
  }

  set(key: string, value: string, { ttl, tags = [] }: CacheOptions): void {
    const before = this.#kept.get(key);
    if (before !== undefined) this.#forget(key, before);
    if (key.length + value.length > this.#bounds.characters / 4) return;

    this.#kept.set(key, { value, until: this.#clock.now() + ttl, tags });
    this.#characters += key.length + value.length;
    for (const tag of tags) {
      const keys = this.#keysOfTag.get(tag);
      if (keys === undefined) this.#keysOfTag.set(tag, new Set([key]));
      else keys.add(key);
    }
    while (this.#kept.size > this.#bounds.entries || this.#characters > this.#bounds.characters) {
      const [oldest] = this.#kept;
      if (oldest === undefined) break;
      this.#forget(...oldest);
    }
  }

  dropTag(tag: string): void {
    for (const key of [...(this.#keysOfTag.get(tag) ?? [])]) {
      const kept = this.#kept.get(key);
      if (kept !== undefined) this.#forget(key, kept);
    }
    for (const [key, making] of this.#making) {
      if (!making.tags.includes(tag)) continue;
      making.isStale = true;
      // Whoever asks from now on must not get the answer from before the change.
      this.#making.delete(key);
    }
  }

  remember(key: string, options: CacheOptions, make: () => Promise<string>): string | Promise<string> {
    const kept = this.get(key);
    if (kept !== undefined) return kept;
    const underWay = this.#making.get(key);
    if (underWay !== undefined) return underWay.answer;

    const making: Making = { tags: options.tags ?? [], isStale: false, answer: Promise.resolve('') };
    making.answer = (async () => {
      try {
        const value = await make();
        if (!making.isStale) this.set(key, value, options);
        return value;
      } finally {
        if (this.#making.get(key) === making) this.#making.delete(key);
      }
    })();
    this.#making.set(key, making);
    return making.answer;
  }

  /** Forgets what is past its time; run now and then, so that nothing waits in memory for being asked again. */
  sweep(): void {
    const now = this.#clock.now();
    for (const [key, kept] of this.#kept) {
      if (kept.until <= now) this.#forget(key, kept);
    }
  }

  async close(): Promise<void> {
    this.#kept.clear();
    this.#keysOfTag.clear();
    this.#characters = 0;
  }

  #forget(key: string, kept: Kept): void {
    this.#kept.delete(key);
    this.#characters -= key.length + kept.value.length;
    for (const tag of kept.tags) {
      const keys = this.#keysOfTag.get(tag);
      keys?.delete(key);
      if (keys?.size === 0) this.#keysOfTag.delete(tag);
    }
  }
}
