// One connection to the SQLite file, with its settings, its guard and its prepared statements.

import { chmodSync, closeSync, existsSync, openSync } from 'node:fs';
import { constants, DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import type { CompiledQuery, DatabaseConnection, QueryResult } from 'kysely';
import { DatabaseRefused } from '../database-errors.ts';
import { type TellSlow, tellIfSlow } from '../slow-statements.ts';
import { checkedParameter, type Parameter, type StatementConnection } from '../transaction.ts';

export interface SqliteSettings {
  readonly path: string;
  readonly readOnly: boolean;
  readonly appendOnlyTables: readonly string[];
  readonly unsafeForTests: boolean;
  /** After so many pages of log whoever commits copies them into the file. */
  readonly checkpointAfterPages: number;
  readonly onSlowStatement?: TellSlow | undefined;
}

const STATEMENTS_KEPT = 500;
// SQLite waits with the whole thread. That is for opening, and for readers that meet a log just being put in order;
// whoever writes waits for its turn without it (write-turns.ts).
const BUSY_TIMEOUT_MS = 1_000;

// Numbers of the actions SQLite asks its authorizer about (sqlite3.h); node:sqlite names only the answers.
const ACTION = { delete: 9, dropTable: 11, dropTrigger: 16, pragma: 19, update: 23, attach: 24, alterTable: 26 };
const FIXED_PRAGMAS = new Set(['recursive_triggers', 'writable_schema', 'foreign_keys', 'synchronous', 'journal_mode']);

interface KeptStatement {
  readonly statement: StatementSync;
  readonly answersRows: boolean;
}

export class SqliteConnection implements StatementConnection, DatabaseConnection {
  readonly raw: DatabaseSync;
  readonly #kept = new Map<string, KeptStatement>();
  readonly #onSlow: TellSlow | undefined;

  constructor(settings: SqliteSettings) {
    if (!settings.readOnly) {
      createOwnerOnly(settings.path);
    }
    this.#onSlow = settings.onSlowStatement;
    this.raw = new DatabaseSync(settings.path, { readOnly: settings.readOnly, timeout: BUSY_TIMEOUT_MS });
    applySettings(this.raw, settings);
    if (!settings.readOnly) {
      this.raw.exec('PRAGMA busy_timeout = 0');
      guard(this.raw, new Set(settings.appendOnlyTables));
    }
  }

  run(sql: string, parameters: readonly Parameter[]): Promise<{ changes: number; insertId: number }> {
    return this.#attempt(sql, () => this.runNow(sql, parameters));
  }

  all(sql: string, parameters: readonly Parameter[]): Promise<unknown[]> {
    return this.#attempt(sql, () => this.#keep(sql).statement.all(...bound(parameters)));
  }

  runNow(sql: string, parameters: readonly Parameter[] = []): { changes: number; insertId: number } {
    const { changes, lastInsertRowid } = this.#keep(sql).statement.run(...bound(parameters));
    return { changes: Number(changes), insertId: Number(lastInsertRowid) };
  }

  executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    return this.#attempt(query.sql, () => {
      const { statement, answersRows } = this.#keep(query.sql);
      const values = bound(query.parameters);
      if (answersRows) {
        // Kysely has typed the rows from the query; SQLite answers what the query asked for.
        return { rows: statement.all(...values) as R[] };
      }
      const { changes, lastInsertRowid } = statement.run(...values);
      return { insertId: BigInt(lastInsertRowid), numAffectedRows: BigInt(changes), rows: [] };
    });
  }

  // biome-ignore lint/correctness/useYield: long lists are read in keyset pages, so that no cursor holds a connection.
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('Long lists are read in keyset pages, not as a stream.');
  }

  /**
   * Counts a sample of the rows where they have grown tenfold since the last time, so that the planner of queries knows
   * which table is small. Usually there is nothing to do.
   */
  keepStatistics(): void {
    try {
      this.raw.exec('PRAGMA optimize = 0x10002');
    } catch {
      // On a full disk, for instance: without statistics some lists are slower, and nothing else.
    }
  }

  close(): void {
    this.#kept.clear();
    if (this.raw.isOpen) {
      this.raw.close();
    }
  }

  #attempt<T>(sql: string, act: () => T): Promise<T> {
    const startedAt = performance.now();
    try {
      return Promise.resolve(act());
    } catch (error) {
      return Promise.reject(error);
    } finally {
      tellIfSlow(this.#onSlow, sql, startedAt);
    }
  }

  #keep(sql: string): KeptStatement {
    const found = this.#kept.get(sql);
    if (found !== undefined) {
      // A Map keeps the order of insertion, so the statement just used goes to the end and the first is the oldest.
      this.#kept.delete(sql);
      this.#kept.set(sql, found);
      return found;
    }
    const statement = this.raw.prepare(sql);
    const kept = { statement, answersRows: statement.columns().length > 0 };
    if (this.#kept.size >= STATEMENTS_KEPT) {
      const [oldest] = this.#kept.keys();
      this.#kept.delete(oldest ?? '');
    }
    this.#kept.set(sql, kept);
    return kept;
  }
}

function bound(parameters: readonly unknown[]): SQLInputValue[] {
  return parameters.map(checkedParameter);
}

/** The books are nobody else's to read on a shared machine; SQLite gives its side files the same rights. */
export function createOwnerOnly(path: string): void {
  if (!existsSync(path)) {
    // Never a file that is there: closing it would end the locks that this process holds on it through SQLite.
    closeSync(openSync(path, 'a', 0o600));
  }
  chmodSync(path, 0o600);
}

function applySettings(database: DatabaseSync, settings: SqliteSettings): void {
  if (!settings.readOnly) {
    database.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = ${settings.unsafeForTests ? 'OFF' : 'FULL'};`);
    refuseUnsafeDurability(database, settings);
  }
  database.exec(`
    PRAGMA foreign_keys = ON;
    PRAGMA case_sensitive_like = ON;
    PRAGMA recursive_triggers = ON;
    PRAGMA temp_store = MEMORY;
    PRAGMA wal_autocheckpoint = ${settings.checkpointAfterPages};
    PRAGMA cache_size = -16000;
    PRAGMA journal_size_limit = 67108864;
  `);
}

function refuseUnsafeDurability(database: DatabaseSync, settings: SqliteSettings): void {
  const journal = database.prepare('PRAGMA journal_mode').get()?.journal_mode;
  const synchronous = database.prepare('PRAGMA synchronous').get()?.synchronous;
  if (!settings.unsafeForTests && (journal !== 'wal' || synchronous !== 2)) {
    throw new DatabaseRefused(
      `The database file ${settings.path} cannot be written safely here (journal ${journal}, synchronous ${synchronous}); ` +
        'keep the data folder on a disk of this machine, not on a network share.',
    );
  }
}

/** Triggers refuse a change of an append-only row; this refuses the statement itself, and the ways round the triggers. */
function guard(database: DatabaseSync, appendOnly: ReadonlySet<string>): void {
  database.setAuthorizer((action, first, second) => {
    const denied =
      ((action === ACTION.update || action === ACTION.delete || action === ACTION.dropTable) &&
        appendOnly.has(first ?? '')) ||
      ((action === ACTION.dropTrigger || action === ACTION.alterTable) && appendOnly.has(second ?? '')) ||
      (action === ACTION.pragma && second !== null && FIXED_PRAGMAS.has((first ?? '').toLowerCase())) ||
      action === ACTION.attach;
    return denied ? constants.SQLITE_DENY : constants.SQLITE_OK;
  });
}
