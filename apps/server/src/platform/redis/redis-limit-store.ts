import { hash } from 'node:crypto';
import type { LimitName, LimitStore, Taken } from '../limits/limits.ts';
import type { RedisLine } from './redis-line.ts';

/** The same windows as in memory, counted in one place for all instances; in memory while Redis is away. */
export class RedisLimitStore implements LimitStore {
  readonly #line: RedisLine;
  readonly #own: LimitStore;
  readonly #windowLength: number;

  constructor(line: RedisLine, own: LimitStore, windowMinutes: number) {
    this.#line = line;
    this.#own = own;
    this.#windowLength = windowMinutes * 60_000;
  }

  get size(): number {
    return this.#own.size;
  }

  async take(name: LimitName, key: string, limit: number): Promise<Taken> {
    const counter = keyOf(name, key);
    try {
      // Sent together and answered in order. The end of the window is set by whoever finds none.
      const [used = 0, , left = 0] = (
        await Promise.all([
          this.#line.send('INCR', counter),
          this.#line.send('PEXPIRE', counter, String(this.#windowLength), 'NX'),
          this.#line.send('PTTL', counter),
        ])
      ).map(Number);
      const isAllowed = used <= limit;
      if (!isAllowed) this.giveBack(name, key);
      return {
        limit,
        remaining: Math.max(0, limit - used),
        resetSeconds: Math.max(0, Math.ceil(left / 1_000)),
        isAllowed,
      };
    } catch {
      return this.#own.take(name, key, limit);
    }
  }

  giveBack(name: LimitName, key: string): void {
    this.#line.send('DECR', keyOf(name, key)).catch(() => this.#own.giveBack(name, key));
  }

  async close(): Promise<void> {
    await this.#own.close();
  }
}

/** A phone number or address is nobody's business in Redis. */
const keyOf = (name: LimitName, key: string) => `kafal:limit:${name}:${hash('sha256', key, 'base64url').slice(0, 22)}`;
