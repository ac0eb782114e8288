// Without a bus between instances there may be one only: it holds a named lock on a connection of its own.

import type { Connection, RowDataPacket } from 'mysql2/promise';
import { DatabaseRefused } from '../database-errors.ts';
import type { MysqlOptions } from '../open-database.ts';
import { connect, lockName, takeLock } from './mysql-server.ts';

const LOOK_EVERY_MS = 5_000;

export interface InstanceLock {
  release(): Promise<void>;
}

const REFUSAL =
  'Another server already runs on this database. Two may share it only with a Redis between them: set REDIS_URL on both.';

export async function takeInstanceLock(options: MysqlOptions): Promise<InstanceLock> {
  const name = lockName(options.database, 'instance');
  let connection = await connect(options);
  connection.on('error', () => {});
  if (!(await takeLock(connection, name, 0))) {
    connection.destroy();
    throw new DatabaseRefused(REFUSAL);
  }

  let isLooking = false;
  const look = async (): Promise<void> => {
    if (isLooking) {
      return;
    }
    isLooking = true;
    try {
      if (await holdsLock(connection, name)) {
        return;
      }
      connection.destroy();
      connection = await connect(options);
      connection.on('error', () => {});
      if (!(await takeLock(connection, name, 0))) {
        clearInterval(watch);
        options.onInstanceLost?.(REFUSAL);
      }
    } catch {
      // The server does not answer; nobody else can take the lock from it either, so this is looked at again.
    } finally {
      isLooking = false;
    }
  };
  const watch = setInterval(look, LOOK_EVERY_MS);
  watch.unref();

  return {
    release: async () => {
      clearInterval(watch);
      connection.destroy();
    },
  };
}

async function holdsLock(connection: Connection, name: string): Promise<boolean> {
  try {
    const [rows] = await connection.execute<RowDataPacket[]>('SELECT IS_USED_LOCK(?) = CONNECTION_ID() AS held', [
      name,
    ]);
    return Number(rows[0]?.held) === 1;
  } catch {
    return false;
  }
}
