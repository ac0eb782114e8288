// Where the databases differ, under one shared name. A feature calls these and never asks which database it is on.

import type { Insertable, Kysely, RawBuilder, SelectQueryBuilder } from 'kysely';
import type { Schema } from './schema.ts';
import type { Parameter, Trx } from './transaction.ts';

/** A transaction, or the Kysely that only reads. */
export type Reader = Kysely<Schema>;

export interface UpsertRule {
  /** The columns of the primary or unique key that decide whether the row is there. */
  readonly key: readonly string[];
  /** Columns that take the new value; every column outside the key when neither list is given. */
  readonly set?: readonly string[];
  /** Columns to which the new value is added. */
  readonly add?: readonly string[];
}

export interface Dialect {
  readonly kind: 'sqlite' | 'mysql' | 'mariadb';

  /** Locks the chosen rows until the transaction ends. SQLite has one writer, so nothing is needed there. */
  forUpdate<Tables extends keyof Schema, Row>(
    query: SelectQueryBuilder<Schema, Tables, Row>,
  ): SelectQueryBuilder<Schema, Tables, Row>;
  /** The same at the end of plain SQL. */
  readonly forUpdateText: '' | ' FOR UPDATE';

  /** Runs an insert of one row; false when a row with the same key was there already. */
  insertIgnore(query: { execute(): Promise<unknown> }): Promise<boolean>;
  upsert<Table extends keyof Schema & string>(
    trx: Trx,
    table: Table,
    rows: Insertable<Schema[Table]> | readonly Insertable<Schema[Table]>[],
    rule: UpsertRule,
  ): Promise<void>;

  /** The name of the unique key that refused the row (`PRIMARY` for the primary key), or undefined for other errors. */
  isDuplicateKey(error: unknown): string | undefined;

  /** Plain SQL, the same text on every database, `?` for every value: prepared once per connection. */
  run(trx: Trx, sql: string, parameters?: readonly Parameter[]): Promise<{ changes: number; insertId: number }>;
  all<Row>(reader: Reader, sql: string, parameters?: readonly Parameter[]): Promise<Row[]>;
  one<Row>(reader: Reader, sql: string, parameters?: readonly Parameter[]): Promise<Row | undefined>;

  /** A pattern for `LIKE ? ESCAPE '!'` that finds what begins with the text. */
  likePrefix(text: string): string;
  /** The sum of a column as a whole number, 0 when there is no row, in plain SQL. */
  sumText(column: string): string;
  /** The same for the query builder. */
  sum(column: string): RawBuilder<number>;
}
