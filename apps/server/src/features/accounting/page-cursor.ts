// Where a list of the books goes on: the day and the id of the last row shown, so that page 1,000 costs what page 1 does.

import { type CalendarDate, isCalendarDate } from '@kafal/core';
import { Refusal } from '../../platform/http/refusal.ts';

export interface DayCursor {
  readonly day: CalendarDate;
  readonly id: number;
}

export function writeDayCursor({ day, id }: DayCursor): string {
  return `${day}.${id}`;
}

export function readDayCursor(cursor: string | undefined): DayCursor | undefined {
  if (cursor === undefined) return undefined;
  const [day = '', id = ''] = cursor.split('.', 2);
  return isCalendarDate(day) ? { day, id: readIdCursor(id) ?? 0 } : refuseCursor();
}

export function readIdCursor(cursor: string | undefined): number | undefined {
  if (cursor === undefined) return undefined;
  return /^[1-9]\d{0,14}$/.test(cursor) ? Number(cursor) : refuseCursor();
}

export function refuseCursor(): never {
  throw new Refusal('malformed', 'CURSOR_MALFORMED', undefined, 'cursor');
}
