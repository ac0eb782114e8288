// What a body gets from `transact`, on every database: a Kysely bound to the open transaction, and nothing else.

import { AsyncLocalStorage } from 'node:async_hooks';
import {
  type AbortableOperationOptions,
  type CompiledQuery,
  type ConnectionProvider,
  type DatabaseConnection,
  DefaultQueryExecutor,
  type DialectAdapter,
  type Driver,
  Kysely,
  type Dialect as KyselyDialect,
  type QueryCompiler,
  type QueryResult,
  Transaction,
} from 'kysely';
import type { Schema } from './schema.ts';

export type Trx = Kysely<Schema> & {
  /** Runs once the transaction is durable, before the caller gets the answer. Memory is changed here and only here. */
  afterCommit(act: () => void): void;
};

/**
 * The only way to write. The body does database work and nothing slow (no network, file, timer or password hash); it
 * may run again from its start, so it changes no memory except through `afterCommit`.
 */
export type Transact = <T>(body: (trx: Trx) => Promise<T>) => Promise<T>;

export type Parameter = string | number | bigint | null | Uint8Array;

/** A connection that also runs plain SQL with `?` for values: the hot path beside the query builder. */
export interface StatementConnection extends DatabaseConnection {
  run(sql: string, parameters: readonly Parameter[]): Promise<{ changes: number; insertId: number }>;
  all(sql: string, parameters: readonly Parameter[]): Promise<unknown[]>;
}

/** Gives plain SQL the connection behind a Kysely of ours. */
export const withStatements = Symbol('withStatements');

export interface StatementSource {
  [withStatements]<T>(act: (connection: StatementConnection) => Promise<T>): Promise<T>;
}

/** The parts of Kysely that our own Kyselys are put together from. */
export interface KyselyParts {
  readonly adapter: DialectAdapter;
  readonly compiler: QueryCompiler;
  readonly driver: Driver;
  readonly dialect: KyselyDialect;
}

/**
 * Kysely asks its driver only how to begin and end a transaction of `database.transaction()`, which here is a snapshot
 * for reading; connections come from a provider, and closing is the business of OpenDatabase.
 */
export function kyselyParts(
  words: { readonly adapter: DialectAdapter; readonly compiler: QueryCompiler },
  snapshot: {
    readonly begin: (connection: DatabaseConnection) => Promise<void>;
    readonly end: (connection: DatabaseConnection) => Promise<void>;
  },
): KyselyParts {
  const notHere = async (): Promise<never> => {
    throw new Error('A database is opened and closed with openDatabase.');
  };
  const driver: Driver = {
    init: async () => {},
    acquireConnection: notHere,
    releaseConnection: notHere,
    beginTransaction: snapshot.begin,
    commitTransaction: snapshot.end,
    rollbackTransaction: snapshot.end,
    destroy: notHere,
  };
  const dialect: KyselyDialect = {
    createAdapter: () => words.adapter,
    createDriver: () => driver,
    createQueryCompiler: () => words.compiler,
    createIntrospector: () => {
      throw new Error('The schema is known from the migrations.');
    },
  };
  return { ...words, driver, dialect };
}

/** Writing goes through `transact`; MySQL itself would not notice a write that does not. */
class ReadingExecutor extends DefaultQueryExecutor {
  override executeQuery<R>(query: CompiledQuery, options?: AbortableOperationOptions): Promise<QueryResult<R>> {
    if (!READING_NODES.has(query.query.kind)) {
      return Promise.reject(new Error('platform.database only reads: writing goes through transact.'));
    }
    return super.executeQuery(query, options);
  }
}

const READING_NODES: ReadonlySet<string> = new Set(['SelectQueryNode', 'RawNode', 'SetOperationNode']);

/** A body reads through its trx: anything else would show it the past, and wait for a connection while holding one. */
class OutsideBodies implements ConnectionProvider {
  readonly #connections: ConnectionProvider;

  constructor(connections: ConnectionProvider) {
    this.#connections = connections;
  }

  provideConnection<T>(consumer: (connection: DatabaseConnection) => Promise<T>): Promise<T> {
    if (insideBody.getStore()) {
      return Promise.reject(new Error('The body of a transact reads through its trx, not through platform.database.'));
    }
    return this.#connections.provideConnection(consumer);
  }
}

/** Reads outside a transaction. `database.transaction()` reads several statements in one snapshot. */
export class ReadingDatabase extends Kysely<Schema> implements StatementSource {
  readonly #connections: ConnectionProvider;

  constructor(parts: KyselyParts, pool: ConnectionProvider) {
    const connections = new OutsideBodies(pool);
    super({
      config: { dialect: parts.dialect },
      dialect: parts.dialect,
      driver: parts.driver,
      executor: new ReadingExecutor(parts.compiler, parts.adapter, connections),
    });
    this.#connections = connections;
  }

  [withStatements]<T>(act: (connection: StatementConnection) => Promise<T>): Promise<T> {
    // The pool was made by us and hands out our own connections.
    return this.#connections.provideConnection((connection) => act(connection as StatementConnection));
  }
}

/** The connection of one body. It closes with the body, so that a forgotten `await` cannot write into a neighbour's. */
class BodyConnection implements ConnectionProvider {
  isOpen = true;
  readonly #connection: StatementConnection;

  constructor(connection: StatementConnection) {
    this.#connection = connection;
  }

  provideConnection<T>(consumer: (connection: StatementConnection) => Promise<T>): Promise<T> {
    if (!this.isOpen) {
      return Promise.reject(
        new Error('This transaction has ended: every query of a body is awaited before the body returns.'),
      );
    }
    return consumer(this.#connection);
  }
}

export class OpenTransaction extends Transaction<Schema> implements StatementSource {
  readonly #connection: BodyConnection;
  readonly #afterCommit: (() => void)[] = [];

  constructor(parts: KyselyParts, connection: StatementConnection) {
    const body = new BodyConnection(connection);
    super({
      config: { dialect: parts.dialect },
      dialect: parts.dialect,
      driver: parts.driver,
      executor: new DefaultQueryExecutor(parts.compiler, parts.adapter, body),
    });
    this.#connection = body;
  }

  afterCommit(act: () => void): void {
    this.#afterCommit.push(act);
  }

  [withStatements]<T>(act: (connection: StatementConnection) => Promise<T>): Promise<T> {
    return this.#connection.provideConnection(act);
  }

  end(): void {
    this.#connection.isOpen = false;
  }

  /** The entry is already durable: whatever goes wrong here is told, never thrown at the caller. */
  runAfterCommit(tell: (error: unknown) => void): void {
    for (const act of this.#afterCommit) {
      try {
        act();
      } catch (error) {
        tell(error);
      }
    }
  }
}

const insideBody = new AsyncLocalStorage<true>();

export function refuseNestedTransaction(): void {
  if (insideBody.getStore()) {
    throw new Error('transact was called inside the body of another transact; pass the trx on instead.');
  }
}

export function runBody<T>(trx: OpenTransaction, body: (trx: Trx) => Promise<T>): Promise<T> {
  return insideBody.run(true, () => body(trx));
}

/** Values are refused unless they mean the same on every server; this is the one place where they pass. */
export function checkedParameter(value: unknown): Parameter {
  switch (typeof value) {
    case 'string':
    case 'bigint':
      return value;
    case 'number':
      if (!Number.isSafeInteger(value)) {
        throw new TypeError(`${value} is not a safe whole number; exact decimals travel as text.`);
      }
      // SQLite would otherwise store and compare a number as floating point: 5 would print as 5.0.
      return BigInt(value);
    case 'boolean':
      throw new TypeError('A flag is written as 1 or 0, not as true or false.');
    default:
      if (value === null || value instanceof Uint8Array) {
        return value;
      }
      throw new TypeError(`${value === undefined ? 'undefined' : 'An object'} cannot be a value in SQL.`);
  }
}
