// Opens what a platform is made of, in the order it is needed, and closes it in the other.

import { readLastBackup } from './backup/last-backup.ts';
import type { Cache } from './cache/cache.ts';
import { MemoryCache } from './cache/memory-cache.ts';
import { type Clock, systemClock } from './clock.ts';
import type { Config } from './config/config.ts';
import { type OpenDatabase, openDatabase } from './database/open-database.ts';
import { databaseOptions } from './database-options.ts';
import { openStoredFiles } from './file-storage/open-stored-files.ts';
import { openSetupCode, type SetupCode } from './http/setup-code.ts';
import { type IdSource, systemIds } from './ids.ts';
import { openKeys } from './keys/keys.ts';
import { readOrMakeSecrets } from './keys/secrets-file.ts';
import { type LimitStore, openLimits } from './limits/limits.ts';
import { MemoryLimitStore } from './limits/memory-limit-store.ts';
import type { Logger } from './log/log.ts';
import { openMetrics } from './metrics/metrics.ts';
import { watchProcess } from './metrics/process-gauges.ts';
import { openHealth } from './operations/health.ts';
import { VERSION } from './operations/version.ts';
import { outboxSignal } from './outbox/outbox-signal.ts';
import type { Platform } from './platform.ts';

export interface OpenPlatform {
  platform: Platform;
  database: OpenDatabase;
  /** Drops what is past its time from the bounded stores. */
  sweep(): void;
  /** Waits for accepted writes, then closes every store. */
  close(): Promise<void>;
}

export interface PlatformParts {
  log: Logger;
  clock?: Clock;
  ids?: IdSource;
  /** Asked once the database is open: before set-up a one-time code is made. */
  isSetUp?: (platform: Platform) => Promise<boolean>;
  /** Another server took this one's place in the database; it must stop. */
  onInstanceLost?: (sentence: string) => void;
}

/** The database must be migrated already. */
export async function openPlatform(config: Config, parts: PlatformParts): Promise<OpenPlatform> {
  const { log, clock = systemClock, ids = systemIds } = parts;
  const keys = openKeys(readOrMakeSecrets(config.dataFolder), config.token.secret);
  const metrics = openMetrics();
  const slow = metrics.counter('kafal_slow_statements_total', 'Statements that took longer than a second.');
  const database = await openDatabase({
    ...databaseOptions(config),
    tell: (error) => log.error({ err: error }, 'the database told of an error'),
    onSlowStatement: (statement) => {
      slow.add();
      log.warn(statement, 'a statement took longer than a second');
    },
    ...(parts.onInstanceLost === undefined ? {} : { onInstanceLost: parts.onInstanceLost }),
  });
  const stores = await openStores(config, clock, log);
  const files = openStoredFiles(config);
  let setupCode: SetupCode | undefined;

  const platform: Platform = {
    config,
    clock,
    ids,
    database: database.database,
    transact: database.transact,
    dialect: database.dialect,
    databaseOfThread: database.ofThread,
    files,
    keys,
    log,
    cache: stores.cache,
    metrics,
    outboxSignal: outboxSignal(),
    health: openHealth({
      database,
      files,
      dataFolder: config.dataFolder,
      version: VERSION,
      clock,
      lastBackupAt: async () => timeOf(readLastBackup(config.dataFolder)?.takenAt),
    }),
    limits: openLimits(stores.limits, config.rates),
    get setupCode() {
      if (setupCode === undefined) throw new Error('The set-up code is asked for before the server knows its state.');
      return setupCode;
    },
  };
  watchProcess(metrics, database, stores);
  setupCode = openSetupCode(config.dataFolder, (await parts.isSetUp?.(platform)) ?? true);

  return {
    platform,
    database,
    sweep: stores.sweep,
    close: async () => {
      await stores.close();
      await database.close();
    },
  };
}

export interface Stores {
  cache: Cache;
  limits: LimitStore;
  sweep(): void;
  close(): Promise<void>;
}

async function openStores(config: Config, clock: Clock, log: Logger): Promise<Stores> {
  const cache = new MemoryCache(clock);
  const limits = new MemoryLimitStore(clock, config.rates.windowMinutes);
  const sweep = () => {
    cache.sweep();
    limits.sweep();
  };
  if (config.redisUrl === null) {
    return {
      cache,
      limits,
      sweep,
      close: async () => {
        await cache.close();
        await limits.close();
      },
    };
  }
  // The client is loaded only where a Redis is named.
  const { openRedisStores } = await import('./redis/redis-stores.ts');
  return openRedisStores({
    url: config.redisUrl,
    cache,
    limits,
    sweep,
    log,
    windowMinutes: config.rates.windowMinutes,
  });
}

function timeOf(text: string | undefined): number | undefined {
  const time = text === undefined ? Number.NaN : Date.parse(text);
  return Number.isNaN(time) ? undefined : time;
}
