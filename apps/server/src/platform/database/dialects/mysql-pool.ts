// The pool of connections: its settings, its limits, and a session that is the same on every server.

import type { ConnectionProvider } from 'kysely';
import { type ConnectionOptions, createPool, type Pool, type PoolConnection } from 'mysql2/promise';
import { DatabaseUnavailable } from '../database-errors.ts';
import type { MysqlLogin, MysqlOptions } from '../open-database.ts';
import { MysqlConnection } from './mysql-connection.ts';
import { isLostConnection } from './mysql-errors.ts';
import type { MysqlServer } from './mysql-server.ts';

const CONNECT_TIMEOUT_MS = 5_000;
const POOL_WAIT_MS = 5_000;
const MOST_WAITING = 200;
const IDLE_MS = 60_000;
const LOCK_WAIT_SECONDS = 5;
const SELECT_TIMEOUT_MS = 10_000;
const STATEMENTS_KEPT = 300;

export function connectionOptions(options: MysqlOptions, login: MysqlLogin = options): ConnectionOptions {
  return {
    host: options.host,
    port: options.port,
    user: login.user,
    password: login.password,
    database: options.database,
    charset: 'UTF8MB4_BIN',
    connectTimeout: CONNECT_TIMEOUT_MS,
    timezone: 'Z',
    dateStrings: true,
    supportBigNumbers: true,
    decimalNumbers: false,
    jsonStrings: true,
    multipleStatements: false,
    maxPreparedStatements: STATEMENTS_KEPT,
    // An update that changes nothing counts its row as found, as on SQLite; no server may ask for a local file.
    flags: ['FOUND_ROWS', '-LOCAL_FILES'],
  };
}

export function sessionSettings(server: MysqlServer, selectTimeoutMs: number): string {
  const longestSelect =
    server.kind === 'mariadb'
      ? `max_statement_time = ${selectTimeoutMs / 1000}`
      : `max_execution_time = ${selectTimeoutMs}`;
  return (
    "SET SESSION time_zone = '+00:00', innodb_lock_wait_timeout = " +
    `${LOCK_WAIT_SECONDS}, ${longestSelect}, sql_mode = 'ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,` +
    "NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION'"
  );
}

export class MysqlPool implements ConnectionProvider {
  readonly gauges = { connectionsInUse: 0, waiting: 0, connectionLimit: 0 };
  readonly #pool: Pool;
  readonly #settings: string;
  /** The driver gives a new wrapper each time; the connection inside is what the session belongs to. */
  readonly #prepared = new WeakSet<object>();
  #isClosed = false;
  #whenAllAreBack: (() => void) | undefined;

  readonly #onSlow: MysqlOptions['onSlowStatement'];

  constructor(options: MysqlOptions, server: MysqlServer) {
    this.#onSlow = options.onSlowStatement;
    this.gauges.connectionLimit = options.poolSize;
    this.#settings = sessionSettings(server, options.selectTimeoutMs ?? SELECT_TIMEOUT_MS);
    this.#pool = createPool({
      ...connectionOptions(options),
      connectionLimit: options.poolSize,
      // Idle connections are closed only while fewer are kept than allowed.
      maxIdle: Math.max(1, options.poolSize - 1),
      idleTimeout: IDLE_MS,
      waitForConnections: true,
      queueLimit: MOST_WAITING,
    });
  }

  async provideConnection<T>(consumer: (connection: MysqlConnection) => Promise<T>): Promise<T> {
    let connection: MysqlConnection | undefined;
    try {
      connection = await this.acquire();
      const answer = await consumer(connection);
      this.release(connection);
      return answer;
    } catch (error) {
      if (connection !== undefined) {
        this.release(connection, isLostConnection(error));
      }
      throw isLostConnection(error)
        ? new DatabaseUnavailable('The connection to the database was lost.', { cause: error })
        : error;
    }
  }

  async acquire(): Promise<MysqlConnection> {
    if (this.#isClosed) {
      throw new DatabaseUnavailable('The database is closed.');
    }
    const raw = await this.#acquireInTime();
    this.gauges.connectionsInUse += 1;
    const connection = new MysqlConnection(raw, this.#onSlow);
    try {
      if (!this.#prepared.has(raw.connection)) {
        await connection.say(this.#settings);
        await connection.say('SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED');
        this.#prepared.add(raw.connection);
      }
      return connection;
    } catch (error) {
      this.release(connection, true);
      throw error;
    }
  }

  release(connection: MysqlConnection, isBroken = false): void {
    this.gauges.connectionsInUse -= 1;
    if (isBroken) {
      connection.raw.destroy();
    } else {
      connection.raw.release();
    }
    if (this.gauges.connectionsInUse === 0) {
      this.#whenAllAreBack?.();
    }
  }

  /** Waits until every connection that was lent is back. */
  async close(): Promise<void> {
    this.#isClosed = true;
    if (this.gauges.connectionsInUse > 0) {
      await new Promise<void>((resolve) => {
        this.#whenAllAreBack = resolve;
      });
    }
    await this.#pool.end();
  }

  async #acquireInTime(): Promise<PoolConnection> {
    const acquiring = this.#pool.getConnection();
    let isLate = false;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        isLate = true;
        reject(new DatabaseUnavailable('No connection to the database became free in time.'));
      }, POOL_WAIT_MS + CONNECT_TIMEOUT_MS);
    });
    this.gauges.waiting += 1;
    try {
      return await Promise.race([acquiring, late]);
    } catch (error) {
      if (isLate) {
        // It may still come; then it goes straight back.
        acquiring.then((connection) => connection.release()).catch(() => {});
      }
      throw isFullQueue(error)
        ? new DatabaseUnavailable('Too many requests wait for the database.', { cause: error })
        : error;
    } finally {
      clearTimeout(timer);
      this.gauges.waiting -= 1;
    }
  }
}

// The driver gives this error no code.
function isFullQueue(error: unknown): boolean {
  return error instanceof Error && error.message === 'Queue limit reached.';
}
