// Puts the MySQL side together: checks the server, then a pool, transact and the dialect.

import { type DatabaseConnection, MysqlAdapter, MysqlQueryCompiler } from 'kysely';
import { type MysqlOptions, type OpenDatabase, withoutListeners } from '../open-database.ts';
import { kyselyParts, ReadingDatabase } from '../transaction.ts';
import { mysqlDialect } from './mysql.ts';
import type { MysqlConnection } from './mysql-connection.ts';
import { takeInstanceLock } from './mysql-instance-lock.ts';
import { MysqlPool } from './mysql-pool.ts';
import { connect, type MysqlServer, readServer, refuseUnsafeDurability } from './mysql-server.ts';
import { mysqlTransact } from './mysql-transact.ts';

export async function openMysql(options: MysqlOptions): Promise<OpenDatabase> {
  const server = await checkServer(options);
  const instance = options.onlyInstance ? await takeInstanceLock(options) : undefined;
  const pool = new MysqlPool(options, server);
  const parts = kyselyParts(
    { adapter: new MysqlAdapter(), compiler: new MysqlQueryCompiler() },
    {
      begin: async (connection) => {
        await ours(connection).say('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ');
        await ours(connection).say('START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY');
      },
      end: (connection) => ours(connection).say('ROLLBACK'),
    },
  );
  const tell = options.tell ?? ((error: unknown) => process.emitWarning(String(error)));
  const counts = { retries: 0 };

  return {
    kind: server.kind,
    database: new ReadingDatabase(parts, pool),
    transact: mysqlTransact(pool, parts, counts, tell),
    dialect: mysqlDialect(server.kind),
    ofThread: ofThread(options),
    health: () => pool.provideConnection((connection) => connection.say('SELECT 1')),
    gauges: () => ({ ...pool.gauges, ...counts }),
    close: async () => {
      await pool.close();
      await instance?.release();
    },
  };
}

/** A thread does one thing after the other, for as long as it takes; the lock of the only instance is the process's. */
function ofThread(options: MysqlOptions): MysqlOptions {
  return { ...withoutListeners(options), onlyInstance: false, poolSize: 2, selectTimeoutMs: 0 };
}

async function checkServer(options: MysqlOptions): Promise<MysqlServer> {
  const connection = await connect(options);
  try {
    const server = await readServer(connection);
    if (!options.unsafeForTests) {
      await refuseUnsafeDurability(connection);
    }
    return server;
  } finally {
    await connection.end();
  }
}

// The pool hands out our connections and no others.
const ours = (connection: DatabaseConnection) => connection as MysqlConnection;
