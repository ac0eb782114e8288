// What every command and query is given. Nothing here is reached for by import: a test, the demo and the running
// server each hand in their own.

import type { Cache } from './cache/cache.ts';
import type { Clock } from './clock.ts';
import type { Config } from './config/config.ts';
import type { Dialect, Reader } from './database/dialect.ts';
import type { DatabaseOptions } from './database/open-database.ts';
import type { Transact } from './database/transaction.ts';
import type { StoredFiles } from './file-storage/stored-files.ts';
import type { SetupCode } from './http/setup-code.ts';
import type { IdSource } from './ids.ts';
import type { Keys } from './keys/keys.ts';
import type { Limits } from './limits/limits.ts';
import type { Logger } from './log/log.ts';
import type { Metrics } from './metrics/metrics.ts';
import type { Health } from './operations/health.ts';
import type { OutboxSignal } from './outbox/outbox-signal.ts';

export type { Transact, Trx } from './database/transaction.ts';

export interface Platform {
  readonly config: Config;
  readonly clock: Clock;
  readonly ids: IdSource;
  /** Reads only; on SQLite its connections cannot write at all. */
  readonly database: Reader;
  /** The only way to write. */
  readonly transact: Transact;
  readonly dialect: Dialect;
  /** With which a thread opens the same database on connections of its own. */
  readonly databaseOfThread: DatabaseOptions;
  /** What people sent, and who keeps it. */
  readonly files: StoredFiles;
  readonly keys: Keys;
  readonly log: Logger;
  readonly cache: Cache;
  readonly metrics: Metrics;
  readonly limits: Limits;
  /** Whether this instance can serve, and how far it is with starting or stopping. */
  readonly health: Health;
  /** Wakes the relay of live events after a commit. */
  readonly outboxSignal: OutboxSignal;
  /** The code that the terminal prints until the society is set up. */
  readonly setupCode: SetupCode;
}
