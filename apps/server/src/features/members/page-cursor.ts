// Where a list goes on: the sort value and id of the last row, so that page 1,000 costs what page 1 costs.

import { Refusal } from '../../platform/http/refusal.ts';

export interface PageCursor {
  readonly value: string | number;
  readonly id: number;
}

/** The sort goes in, so that a cursor of one order is refused in another. */
export function writeCursor(sort: string, { value, id }: PageCursor): string {
  return Buffer.from(JSON.stringify([sort, value, id])).toString('base64url');
}

/** `isValue` says what the sorted column may hold: nothing else ever reaches a comparison in the database. */
export function readCursor(
  sort: string,
  cursor: string | undefined,
  isValue: (value: unknown) => boolean = Number.isSafeInteger,
): PageCursor | undefined {
  if (cursor === undefined) return undefined;
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(parts) && parts.length === 3) {
      const [ofSort, value, id] = parts;
      if (ofSort === sort && isValue(value) && Number.isSafeInteger(id)) return { value, id };
    }
  } catch {
    // Not a cursor of ours; told below like any other.
  }
  throw new Refusal('malformed', 'CURSOR_MALFORMED', undefined, 'cursor');
}
