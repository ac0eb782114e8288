// Puts the SQLite side together: one writer, a few readers, the dialect.

import {
  CompiledQuery,
  type ConnectionProvider,
  type DatabaseConnection,
  SqliteAdapter,
  SqliteQueryCompiler,
} from 'kysely';
import { APPEND_ONLY_TABLES } from '../append-only-tables.ts';
import { type OpenDatabase, type SqliteOptions, withoutListeners } from '../open-database.ts';
import { kyselyParts, ReadingDatabase, type StatementConnection } from '../transaction.ts';
import { sqliteDialect } from './sqlite.ts';
import { SqliteConnection } from './sqlite-connection.ts';
import { SqliteWriter } from './sqlite-writer.ts';
import { WriteTurns } from './write-turns.ts';

/** A page that many commits change is copied into the file once for 32 MiB of log, not for every 4. */
const CHECKPOINT_AFTER_PAGES = 8_000;
/** A little sooner, so that it is the thread that copies, and no request waits for it. */
const CHECKPOINT_OF_THREAD = 7_000;

export function openSqlite(options: SqliteOptions): OpenDatabase {
  const settings = {
    path: options.path,
    appendOnlyTables: options.appendOnlyTables ?? APPEND_ONLY_TABLES,
    unsafeForTests: options.unsafeForTests ?? false,
    checkpointAfterPages: options.writeTurns === undefined ? CHECKPOINT_AFTER_PAGES : CHECKPOINT_OF_THREAD,
    onSlowStatement: options.onSlowStatement,
  };
  const tell = options.tell ?? ((error: unknown) => process.emitWarning(String(error)));
  const writing = new SqliteConnection({ ...settings, readOnly: false });
  // A test's few rows need no statistics. Readers read them when they open.
  if (!settings.unsafeForTests) writing.keepStatistics();
  const reading = Array.from(
    { length: options.readers ?? 2 },
    () => new SqliteConnection({ ...settings, readOnly: true }),
  );
  const readers = new ReaderPool(reading);
  const parts = kyselyParts(
    { adapter: new SqliteAdapter(), compiler: new SqliteQueryCompiler() },
    { begin: say('BEGIN'), end: say('ROLLBACK') },
  );
  const turns = new WriteTurns(options.writeTurns);
  const writer = new SqliteWriter(writing, parts, turns, tell);

  return {
    kind: 'sqlite',
    database: new ReadingDatabase(parts, readers),
    transact: writer.transact,
    dialect: sqliteDialect(writing),
    ofThread: { ...withoutListeners(options), readers: 1, writeTurns: turns.shared },
    health: async () => {
      writing.raw.prepare('SELECT 1').get();
    },
    gauges: () => ({ ...writer.gauges, readersInUse: readers.inUse }),
    close: async () => {
      await writer.close();
      for (const connection of reading) {
        connection.close();
      }
      if (!settings.unsafeForTests) writing.keepStatistics();
      writing.close();
    },
  };
}

const say = (word: string) => async (connection: DatabaseConnection) => {
  await connection.executeQuery(CompiledQuery.raw(word));
};

/** Readers are lent one at a time, so that a snapshot of several statements keeps its connection to itself. */
class ReaderPool implements ConnectionProvider {
  readonly #free: SqliteConnection[];
  readonly #waiting: ((connection: SqliteConnection) => void)[] = [];
  readonly #size: number;

  constructor(connections: readonly SqliteConnection[]) {
    this.#free = [...connections];
    this.#size = connections.length;
  }

  get inUse(): number {
    return this.#size - this.#free.length;
  }

  async provideConnection<T>(consumer: (connection: StatementConnection) => Promise<T>): Promise<T> {
    const connection = this.#free.pop() ?? (await new Promise<SqliteConnection>((lend) => this.#waiting.push(lend)));
    try {
      return await consumer(connection);
    } finally {
      const next = this.#waiting.shift();
      if (next === undefined) {
        this.#free.push(connection);
      } else {
        next(connection);
      }
    }
  }
}
