// Many rows or ids in few statements whose texts are always the same, so that each is prepared once.

import type { Dialect } from './dialect.ts';
import type { Parameter, Trx } from './transaction.ts';

const MOST_ROWS = 64;
/** Below it every count has a text of its own, so that the few rows of an ordinary act are one statement. */
const FEW_ROWS = 16;

/** The rows in their order, as many together as have a text: 64, 32, 16, and what is left. */
export function inBlocks<Row>(rows: readonly Row[]): (readonly Row[])[] {
  if (rows.length < FEW_ROWS) return rows.length === 0 ? [] : [rows];
  const blocks: Row[][] = [];
  let size = MOST_ROWS;
  for (let start = 0; start < rows.length; start += size) {
    const left = rows.length - start;
    while (size > left && size > FEW_ROWS) size /= 2;
    blocks.push(rows.slice(start, start + size));
  }
  return blocks;
}

export type InsertRows = (
  trx: Trx,
  platform: { readonly dialect: Dialect },
  rows: readonly (readonly Parameter[])[],
) => Promise<{ readonly insertId: number }>;

/** From `INSERT INTO table (columns)`: adds rows of these columns. The id is that of the row when there is only one. */
export function insertRows(head: string): InsertRows {
  const marks = `(${head.split(',').map(() => '?')})`;
  const texts = new Map<number, string>();
  const textOf = (count: number) => {
    const text = texts.get(count) ?? `${head} VALUES ${Array(count).fill(marks).join(', ')}`;
    texts.set(count, text);
    return text;
  };
  return async (trx, { dialect }, rows) => {
    let insertId = 0;
    for (const block of inBlocks(rows)) ({ insertId } = await dialect.run(trx, textOf(block.length), block.flat()));
    return { insertId };
  };
}

/** For `IN (marks)`: the last id again and again up to a power of two, so that few texts serve every count. */
export function idList(ids: readonly number[]): { readonly marks: string; readonly values: readonly number[] } {
  const count = 2 ** Math.ceil(Math.log2(ids.length));
  const values = [...ids, ...Array<number>(count - ids.length).fill(ids.at(-1) ?? 0)];
  return { marks: Array(count).fill('?').join(', '), values };
}
