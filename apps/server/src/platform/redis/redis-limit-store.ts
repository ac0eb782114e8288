import { hash } from 'node:crypto';
import type { LimitName, LimitStore, Taken } from '../limits/limits.ts';
import type { RedisLine } from './redis-line.ts';

const TAKE = `
local used = tonumber(redis.call('GET', KEYS[1]) or '0')
local allowed = 0
if used < tonumber(ARGV[1]) then
  used = redis.call('INCR', KEYS[1])
  if used == 1 then redis.call('PEXPIRE', KEYS[1], ARGV[2]) end
  allowed = 1
end
return { used, redis.call('PTTL', KEYS[1]), allowed }`;

const GIVE_BACK = `
local used = tonumber(redis.call('GET', KEYS[1]) or '0')
if used > 0 then redis.call('DECR', KEYS[1]) end
return used`;

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
    try {
      const answer = await this.#line.send(
        'EVAL',
        TAKE,
        '1',
        keyOf(name, key),
        String(limit),
        String(this.#windowLength),
      );
      const [used = 0, left = 0, allowed = 0] = (answer as unknown[]).map(Number);
      return {
        limit,
        remaining: limit - used,
        resetSeconds: Math.max(0, Math.ceil(left / 1_000)),
        isAllowed: allowed === 1,
      };
    } catch {
      return this.#own.take(name, key, limit);
    }
  }

  giveBack(name: LimitName, key: string): void {
    this.#line.send('EVAL', GIVE_BACK, '1', keyOf(name, key)).catch(() => this.#own.giveBack(name, key));
  }

  async close(): Promise<void> {
    await this.#own.close();
  }
}

/** A phone number or address is nobody's business in Redis. */
const keyOf = (name: LimitName, key: string) => `kafal:limit:${name}:${hash('sha256', key, 'base64url').slice(0, 22)}`;
