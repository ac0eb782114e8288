// What both dialects do alike: plain SQL over the connection behind a Kysely, prefixes, and the shape of an upsert.

import { sql } from 'kysely';
import type { Dialect, Reader, UpsertRule } from '../dialect.ts';
import { inBlocks } from '../many-rows.ts';
import { quote } from '../schema-dialect.ts';
import { checkedParameter, type Parameter, type StatementSource, type Trx, withStatements } from '../transaction.ts';

type Alike = 'run' | 'all' | 'one' | 'likePrefix' | 'sumText' | 'sum';

export function statements(integerTypeOfCast: 'INTEGER' | 'SIGNED'): Pick<Dialect, Alike> {
  const all = <Row>(reader: Reader, text: string, parameters: readonly Parameter[] = []): Promise<Row[]> =>
    // The caller names the columns in the text and their types here; the database cannot check the one by the other.
    sourceOf(reader)[withStatements]((connection) => connection.all(text, parameters)) as Promise<Row[]>;

  const sumText = (column: string): string =>
    `CAST(COALESCE(SUM(${column.split('.').map(quote).join('.')}), 0) AS ${integerTypeOfCast})`;

  return {
    run: (trx: Trx, text, parameters = []) =>
      sourceOf(trx)[withStatements]((connection) => connection.run(text, parameters)),
    all,
    one: async <Row>(reader: Reader, text: string, parameters?: readonly Parameter[]) =>
      (await all<Row>(reader, text, parameters))[0],
    likePrefix: (text) => `${text.replace(/[!%_]/g, '!$&')}%`,
    sumText,
    sum: (column) => sql<number>`${sql.raw(sumText(column))}`,
  };
}

/** An upsert of any number of rows, all of the same columns. */
export function upsertStatements(
  table: string,
  rows: unknown,
  rule: UpsertRule,
  words: { readonly head: (key: string) => string; readonly proposed: (column: string) => string },
): { text: string; parameters: Parameter[] }[] {
  // An insertable row is a plain object of column names and values; its type says which.
  const records = [rows].flat() as Readonly<Record<string, unknown>>[];
  return inBlocks(records).map((block) => upsertStatement(table, block, rule, words));
}

function upsertStatement(
  table: string,
  rows: readonly Readonly<Record<string, unknown>>[],
  rule: UpsertRule,
  words: { readonly head: (key: string) => string; readonly proposed: (column: string) => string },
): { text: string; parameters: Parameter[] } {
  const columns = Object.keys(rows[0] ?? {});
  const added = rule.add ?? [];
  const set = rule.set ?? (rule.add === undefined ? columns.filter((column) => !rule.key.includes(column)) : []);
  const changes = [
    ...set.map((column) => `${quote(column)} = ${words.proposed(quote(column))}`),
    ...added.map((column) => `${quote(column)} = ${quote(table)}.${quote(column)} + ${words.proposed(quote(column))}`),
  ];
  if (changes.length === 0) {
    throw new Error(`An upsert into ${table} has nothing to change; use insertIgnore.`);
  }
  const marks = `(${columns.map(() => '?').join(', ')})`;
  return {
    text:
      `INSERT INTO ${quote(table)} (${columns.map(quote).join(', ')}) VALUES ${rows.map(() => marks).join(', ')} ` +
      `${words.head(rule.key.map(quote).join(', '))} ${changes.join(', ')}`,
    parameters: rows.flatMap((row) => columns.map((column) => checkedParameter(row[column]))),
  };
}

export async function insertUnlessThere(
  query: { execute(): Promise<unknown> },
  isDuplicateKey: (error: unknown) => string | undefined,
): Promise<boolean> {
  // INSERT IGNORE would also swallow a text that is too long or a missing parent on MySQL.
  try {
    await query.execute();
    return true;
  } catch (error) {
    if (isDuplicateKey(error) === undefined) {
      throw error;
    }
    return false;
  }
}

function sourceOf(reader: Reader): StatementSource {
  if (withStatements in reader) {
    // The symbol is private to this layer and only our own two classes carry it.
    return reader as Reader & StatementSource;
  }
  throw new Error('Plain SQL runs on the trx of transact or on platform.database itself.');
}
