// Answers kept for a short while. Whoever keeps one names what it was made of (tags); whoever changes one of those
// drops the tag after the commit. The time to live is only the upper bound.

export interface CacheOptions {
  /** Milliseconds. */
  ttl: number;
  tags?: readonly string[];
}

export interface Cache {
  /** Text only: what is kept is ready to be sent, and the same in memory and in Redis. */
  get(key: string): string | undefined | Promise<string | undefined>;
  set(key: string, value: string, options: CacheOptions): void;
  /** Forgets everything that was kept under the tag, in every instance that shares the cache. */
  dropTag(tag: string): void;
  /**
   * The kept answer, or a new one. A tag dropped while the new one was being made keeps it from being kept, so an
   * answer from before a change never outlives the change; callers at the same moment share one making.
   */
  remember(key: string, options: CacheOptions, make: () => Promise<string>): string | Promise<string>;
  readonly size: number;
  close(): Promise<void>;
}
