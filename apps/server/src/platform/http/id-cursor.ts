// Where a list goes on whose rows come in the order of their ids: the id of the last row shown.

import { Refusal } from './refusal.ts';

export function readIdCursor(cursor: string | undefined): number | undefined {
  if (cursor === undefined) return undefined;
  if (!/^[1-9]\d{0,14}$/.test(cursor)) throw new Refusal('malformed', 'CURSOR_MALFORMED', undefined, 'cursor');
  return Number(cursor);
}
