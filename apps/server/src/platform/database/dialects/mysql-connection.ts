// One connection to MySQL or MariaDB: prepared statements only, and values that mean the same as on SQLite.

import { type CompiledQuery, type DatabaseConnection, InsertQueryNode, type QueryResult } from 'kysely';
import type { FieldPacket, PoolConnection, ResultSetHeader } from 'mysql2/promise';
// Node cannot see this name among the exports of the driver, which is CommonJS; its whole export has it.
import driver from 'mysql2/promise';
import { type TellSlow, tellIfSlow } from '../slow-statements.ts';
import { checkedParameter, type StatementConnection } from '../transaction.ts';

const LONGLONG = 8;
const DECIMAL = 246;

export class MysqlConnection implements StatementConnection, DatabaseConnection {
  readonly raw: PoolConnection;

  readonly #onSlow: TellSlow | undefined;

  constructor(raw: PoolConnection, onSlow?: TellSlow) {
    this.raw = raw;
    this.#onSlow = onSlow;
  }

  async run(sql: string, parameters: readonly unknown[]): Promise<{ changes: number; insertId: number }> {
    const [header] = await this.#timed(sql, () => this.raw.execute<ResultSetHeader>(sql, values(parameters)));
    return { changes: header.affectedRows, insertId: header.insertId };
  }

  async all(sql: string, parameters: readonly unknown[]): Promise<unknown[]> {
    const [rows, fields] = await this.#timed(sql, () => this.raw.execute(sql, values(parameters)));
    return sameAsOnSqlite(rows, fields);
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const [answer, fields] = await this.#timed(query.sql, () => this.raw.execute(query.sql, values(query.parameters)));
    if (isHeader(answer)) {
      const insertId = InsertQueryNode.is(query.query) ? { insertId: BigInt(answer.insertId) } : {};
      return { ...insertId, numAffectedRows: BigInt(answer.affectedRows), rows: [] };
    }
    // Kysely has typed the rows from the query; the server answers what the query asked for.
    return { rows: sameAsOnSqlite(answer, fields) as R[] };
  }

  // biome-ignore lint/correctness/useYield: long lists are read in keyset pages, so that no cursor holds a connection.
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('Long lists are read in keyset pages, not as a stream.');
  }

  async #timed<T>(sql: string, act: () => Promise<T>): Promise<T> {
    const startedAt = performance.now();
    try {
      return await act();
    } finally {
      tellIfSlow(this.#onSlow, sql, startedAt);
    }
  }

  /** Text without values: words that the server does not prepare, such as START TRANSACTION. */
  async say(words: string): Promise<void> {
    await this.raw.query(words);
  }
}

function isHeader(answer: unknown): answer is ResultSetHeader {
  return !Array.isArray(answer) && typeof answer === 'object' && answer !== null && 'affectedRows' in answer;
}

// The driver would send a plain number as floating point, which LIMIT refuses and a large sum would not survive.
function values(parameters: readonly unknown[]) {
  return parameters.map((parameter) => {
    const checked = checkedParameter(parameter);
    if (typeof checked === 'bigint') {
      return driver.TypedParameter.BIGINT(checked);
    }
    return checked instanceof Uint8Array ? Buffer.from(checked) : checked;
  });
}

/** Whole numbers are safe numbers; a SUM, which the servers answer as decimal text, is a number too. */
function sameAsOnSqlite(answer: unknown, fields: readonly FieldPacket[]): unknown[] {
  if (!Array.isArray(answer)) {
    throw new Error('A statement that answers no rows is run with run, not with all.');
  }
  for (const field of fields) {
    const type = field.columnType ?? field.type;
    if (type === LONGLONG || type === DECIMAL) {
      for (const row of answer) {
        row[field.name] = safeWhole(row[field.name], field);
      }
    }
  }
  return answer;
}

function safeWhole(value: unknown, field: FieldPacket): unknown {
  if (typeof value !== 'string') {
    return value;
  }
  const whole = Number(value);
  if (!Number.isSafeInteger(whole)) {
    throw new RangeError(`${field.name} is ${value}, which is not a safe whole number.`);
  }
  return whole;
}
