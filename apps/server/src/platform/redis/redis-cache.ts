// What is kept is valid as long as each of its tags still has the generation it had when the making began; dropping a
// tag gives it a new one. Each instance keeps its own copy for a second at most, because a message of the bus may be
// lost.

import { randomBytes } from 'node:crypto';
import type { Cache, CacheOptions } from '../cache/cache.ts';
import type { MemoryCache } from '../cache/memory-cache.ts';
import type { RedisLine } from './redis-line.ts';

const OWN_COPY_MS = 1_000;
/** Longer than anything is kept, so that no old answer outlives the memory of its tag. */
const TAG_SECONDS = '86400';
const BUS = 'kafal:dropped-tags';
/** A tag of everything that is kept. */
const EVERYTHING = '*';

const newGeneration = () => randomBytes(9).toString('base64url');

interface Kept {
  value: string;
  generations: string[];
  tags: readonly string[];
}

const keyName = (key: string) => `kafal:cache:${key}`;
const tagName = (tag: string) => `kafal:tag:${tag}`;

export class RedisCache implements Cache {
  readonly #line: RedisLine;
  readonly #own: MemoryCache;
  /** A tag was dropped while Redis was away: what lies there is from before, all of it. */
  #missedADrop = false;

  constructor(line: RedisLine, own: MemoryCache) {
    this.#line = line;
    this.#own = own;
  }

  get size(): number {
    return this.#own.size;
  }

  listen(): Promise<void> {
    return this.#line.subscribe(BUS, (tag) => this.#own.dropTag(tag));
  }

  get(key: string): string | undefined | Promise<string | undefined> {
    return this.#own.get(key) ?? this.#shared(key);
  }

  set(key: string, value: string, options: CacheOptions): void {
    this.#own.set(key, value, own(options));
    const tags = options.tags ?? [];
    this.#generations(tags)
      .then((generations) => this.#keep(key, { value, tags, generations }, options.ttl))
      .catch(() => undefined);
  }

  dropTag(tag: string): void {
    this.#own.dropTag(tag);
    // While Redis is away nothing is shared; the other instances' own copies end within a second.
    this.#line
      .send('SET', tagName(tag), newGeneration(), 'EX', TAG_SECONDS)
      .then(() => this.#line.send('PUBLISH', BUS, tag))
      .catch(() => {
        this.#missedADrop = true;
      });
  }

  remember(key: string, options: CacheOptions, make: () => Promise<string>): string | Promise<string> {
    return this.#own.remember(key, own(options), async () => {
      const shared = await this.#shared(key);
      if (shared !== undefined) return shared;
      const tags = options.tags ?? [];
      const generations = await this.#generations(tags).catch(() => undefined);
      const value = await make();
      if (generations !== undefined) this.#keep(key, { value, tags, generations }, options.ttl).catch(() => undefined);
      return value;
    });
  }

  close(): Promise<void> {
    return this.#own.close();
  }

  async #shared(key: string): Promise<string | undefined> {
    try {
      const text = await this.#line.send('GET', keyName(key));
      if (typeof text !== 'string') return undefined;
      // Written by #keep below.
      const kept = JSON.parse(text) as Kept;
      const generations = await this.#generations(kept.tags);
      return generations.every((generation, place) => generation === kept.generations[place]) ? kept.value : undefined;
    } catch {
      return undefined;
    }
  }

  async #keep(key: string, kept: Kept, ttl: number): Promise<void> {
    await this.#line.send('SET', keyName(key), JSON.stringify(kept), 'PX', String(Math.max(1, Math.round(ttl))));
  }

  async #generations(tags: readonly string[]): Promise<string[]> {
    if (this.#missedADrop) {
      await this.#line.send('SET', tagName(EVERYTHING), newGeneration(), 'EX', TAG_SECONDS);
      this.#missedADrop = false;
    }
    const answer = await this.#line.send('MGET', ...[EVERYTHING, ...tags].map(tagName));
    return (answer as unknown[]).map((generation) => (typeof generation === 'string' ? generation : ''));
  }
}

const own = (options: CacheOptions): CacheOptions => ({ ...options, ttl: Math.min(options.ttl, OWN_COPY_MS) });
