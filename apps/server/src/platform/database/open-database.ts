// The door to the society's books: the embedded SQLite file, or a MySQL or MariaDB server. Both give the same thing.

import type { Kysely } from 'kysely';
import type { Dialect } from './dialect.ts';
import type { Schema } from './schema.ts';
import type { TellSlow } from './slow-statements.ts';
import type { Transact } from './transaction.ts';

interface CommonOptions {
  /** Speed before durability, and no proof of safe settings. Nothing but a test sets this. */
  readonly unsafeForTests?: boolean;
  readonly appendOnlyTables?: readonly string[];
  /** Told of what goes wrong beside the request, such as an error in an `afterCommit` act. */
  readonly tell?: (error: unknown) => void;
  /** Told of every statement that took longer than a second. */
  readonly onSlowStatement?: TellSlow;
  /** Called where the lock of the only instance went to another server: this one must stop. No other can hold a file. */
  readonly onInstanceLost?: (sentence: string) => void;
}

export interface SqliteOptions extends CommonOptions {
  readonly kind: 'sqlite';
  readonly path: string;
  /** Connections for reading; the second is used only while a snapshot of several statements holds the first. */
  readonly readers?: number;
  /** Those of the connection that writes in another thread of this process. */
  readonly writeTurns?: SharedArrayBuffer;
}

export interface MysqlLogin {
  readonly user: string;
  readonly password: string;
}

export interface MysqlOptions extends CommonOptions, MysqlLogin {
  readonly kind: 'mysql';
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly poolSize: number;
  /** Runs the migrations when it differs from the user that serves. */
  readonly migrateUser?: MysqlLogin;
  /** Without a bus to other instances this one must be alone; a second one is refused. */
  readonly onlyInstance?: boolean;
  /** The longest interactive SELECT; 0 for a pool of jobs. */
  readonly selectTimeoutMs?: number;
}

export type DatabaseOptions = SqliteOptions | MysqlOptions;

export interface OpenDatabase {
  readonly kind: 'sqlite' | 'mysql' | 'mariadb';
  /** Reads only; `database.transaction()` is one snapshot for several reads. */
  readonly database: Kysely<Schema>;
  readonly transact: Transact;
  readonly dialect: Dialect;
  /** With which a thread of this process opens the same database on connections of its own. */
  readonly ofThread: DatabaseOptions;
  /** Resolves when the database answers, rejects when it does not. */
  health(): Promise<void>;
  gauges(): Readonly<Record<string, number>>;
  /** Waits for what was accepted, then closes every connection. */
  close(): Promise<void>;
}

/** Opens a database that `migrateDatabase` has brought up to date. */
export async function openDatabase(options: DatabaseOptions): Promise<OpenDatabase> {
  // Each driver is loaded only where it is used: an office on the embedded file never loads the MySQL client.
  if (options.kind === 'sqlite') {
    const { openSqlite } = await import('./dialects/sqlite-database.ts');
    return openSqlite(options);
  }
  const { openMysql } = await import('./dialects/mysql-database.ts');
  return openMysql(options);
}

/** What can be handed to a thread. */
export function withoutListeners<Options extends DatabaseOptions>(options: Options): Options {
  const { tell, onSlowStatement, onInstanceLost, ...rest } = options;
  // Nothing but the listeners is gone, which every kind may leave out.
  return rest as Options;
}
