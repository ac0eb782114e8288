// What kind of server answers, and whether the society's books may be kept on it.

import { type Connection, createConnection, type RowDataPacket } from 'mysql2/promise';
import { DatabaseRefused } from '../database-errors.ts';
import type { MysqlLogin, MysqlOptions } from '../open-database.ts';
import { connectionOptions } from './mysql-pool.ts';

export interface MysqlServer {
  readonly kind: 'mysql' | 'mariadb';
  readonly version: string;
}

const OLDEST = { mysql: [8, 0], mariadb: [10, 11] } as const;

export async function connect(options: MysqlOptions, login: MysqlLogin = options): Promise<Connection> {
  try {
    return await createConnection(connectionOptions(options, login));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new DatabaseRefused(
      `The database ${options.database} at ${options.host}:${options.port} does not let ${login.user} in: ${reason}.`,
      { cause: error },
    );
  }
}

export async function readServer(connection: Connection): Promise<MysqlServer> {
  const [rows] = await connection.execute<RowDataPacket[]>('SELECT VERSION() AS version');
  const version = String(rows[0]?.version);
  const kind = version.includes('MariaDB') ? 'mariadb' : 'mysql';
  const [major = 0, minor = 0] = version.split('.').map((part) => Number.parseInt(part, 10));
  const [oldestMajor, oldestMinor] = OLDEST[kind];
  if (major < oldestMajor || (major === oldestMajor && minor < oldestMinor)) {
    throw new DatabaseRefused(
      `The database server is ${kind} ${version}; MySQL 8.0 or later, or MariaDB 10.11 or later, is needed.`,
    );
  }
  return { kind, version };
}

/** A server that may forget an acknowledged commit at a power cut is refused. */
export async function refuseUnsafeDurability(connection: Connection): Promise<void> {
  const [rows] = await connection.execute<RowDataPacket[]>(
    'SELECT @@GLOBAL.innodb_flush_log_at_trx_commit AS flushed, @@GLOBAL.log_bin AS logged, @@GLOBAL.sync_binlog AS synced',
  );
  const flushed = rows[0]?.flushed;
  const logged = rows[0]?.logged;
  const synced = rows[0]?.synced;
  if (Number(flushed) !== 1) {
    throw new DatabaseRefused(
      `The database server may lose what it has acknowledged: set innodb_flush_log_at_trx_commit = 1 (it is ${flushed}).`,
    );
  }
  if (Number(logged) === 1 && Number(synced) !== 1) {
    throw new DatabaseRefused(
      `The database server may lose what it has acknowledged: set sync_binlog = 1 (it is ${synced}).`,
    );
  }
}

/** At most 64 characters, which is all that MySQL allows the name of a lock. */
export function lockName(database: string, purpose: 'instance' | 'migration'): string {
  return `kafal.${database.slice(0, 46)}.${purpose}`;
}

export async function takeLock(connection: Connection, name: string, seconds: number): Promise<boolean> {
  const [rows] = await connection.execute<RowDataPacket[]>('SELECT GET_LOCK(?, ?) AS taken', [name, String(seconds)]);
  return Number(rows[0]?.taken) === 1;
}
