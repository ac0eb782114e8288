// Cache and limits shared by several instances.

import type { MemoryCache } from '../cache/memory-cache.ts';
import type { MemoryLimitStore } from '../limits/memory-limit-store.ts';
import type { Logger } from '../log/log.ts';
import type { Stores } from '../open-platform.ts';
import { RedisCache } from './redis-cache.ts';
import { RedisLimitStore } from './redis-limit-store.ts';
import { openRedisLine } from './redis-line.ts';

interface RedisStoresOptions {
  url: string;
  /** What this instance keeps itself; all there is while Redis is away. */
  cache: MemoryCache;
  limits: MemoryLimitStore;
  sweep(): void;
  log: Logger;
  windowMinutes: number;
}

export async function openRedisStores(options: RedisStoresOptions): Promise<Stores> {
  const line = await openRedisLine(options.url, options.log);
  const cache = new RedisCache(line, options.cache);
  await cache.listen();
  return {
    cache,
    limits: new RedisLimitStore(line, options.limits, options.windowMinutes),
    sweep: options.sweep,
    close: async () => {
      await line.close();
      await options.cache.close();
      await options.limits.close();
    },
  };
}
