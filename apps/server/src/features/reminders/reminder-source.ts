// What every kind of reminder is made of: whose turn it is within a window of due days, and how many that will be.

import type { EventName, ReminderKind } from '@kafal/contract';
import type { CalendarDate, ReminderWindow } from '@kafal/core';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Platform, Trx } from '../../platform/platform.ts';

export interface DueObject {
  /** The loan, the deposit, the member or the meeting, by the kind. */
  readonly objectId: number;
  /** As it was agreed. */
  readonly dueOn: CalendarDate;
  /** Whom it concerns; null where it is all members. */
  readonly memberId: number | null;
  /** What the event carries beside the day. */
  readonly payload: Readonly<Record<string, string | number | null>>;
}

export interface AskedFor {
  readonly window: ReminderWindow;
  readonly today: CalendarDate;
  readonly afterId: number;
  readonly limit: number;
}

export interface FoundDue {
  readonly due: readonly DueObject[];
  /** The last object that was looked at; undefined where none was left. */
  readonly lastId: number | undefined;
}

export interface DueDay {
  readonly dueOn: CalendarDate;
  readonly members: number;
}

export interface ReminderSource {
  readonly event: EventName;
  /** Whether a holiday moves what falls due. */
  readonly isMoved: boolean;
  /** Of those that were not reminded yet by this number of days or a nearer one. */
  next(trx: Trx, platform: Platform, asked: AskedFor): Promise<FoundDue>;
  /** How many members have something due on each of the days after one and up to another, as it stands now. */
  count(
    platform: Platform,
    days: { readonly today: CalendarDate; readonly after: CalendarDate; readonly through: CalendarDate },
  ): Promise<readonly DueDay[]>;
}

/** A page ends with a whole object: what one has due on several days is told together. */
export function wholeObjects(rows: readonly DueObject[], limit: number): FoundDue {
  const last = rows.at(-1);
  if (last === undefined) return { due: [], lastId: undefined };
  const first = rows[0];
  const isCut = rows.length >= limit && first?.objectId !== last.objectId;
  const due = isCut ? rows.filter(({ objectId }) => objectId !== last.objectId) : rows;
  return { due, lastId: due.at(-1)?.objectId };
}

/** Those of the objects that were reminded of a day already, as `objectId day`. */
export async function remindedOf(
  reader: Reader,
  kind: ReminderKind,
  daysBefore: number,
  objectIds: readonly number[],
): Promise<ReadonlySet<string>> {
  if (objectIds.length === 0) return new Set();
  const rows = await reader
    .selectFrom('reminder')
    .select(['objectId', 'dueOn'])
    .where('kind', '=', kind)
    .where('objectId', 'in', [...objectIds])
    .where('daysBefore', '<=', daysBefore)
    .execute();
  return new Set(rows.map(({ objectId, dueOn }) => `${objectId} ${dueOn}`));
}
