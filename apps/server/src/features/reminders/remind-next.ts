// One page of the list of reminders. A row claims the object, its due day and the number of days before it, in the transaction
// that tells the member: a second end of the day, a retry or another server finds it told.

import { REMINDER_KINDS, type ReminderKind } from '@kafal/contract';
import {
  type BusinessCalendar,
  type CalendarDate,
  EVERY_DAY_COUNTS,
  maxDate,
  movedDueDay,
  type ReminderWindow,
  reminderWindows,
} from '@kafal/core';
import { insertRows } from '../../platform/database/many-rows.ts';
import { recordEvents } from '../../platform/outbox/index.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { calendarToday } from '../accounting/index.ts';
import { businessCalendar, settingWithin } from '../society/index.ts';
import { daysBeforeOf, REMINDER_LIST } from './reminder-list.ts';
import type { DueObject } from './reminder-source.ts';

/** A place in the list is one number, so that it fits the row of the step: the kind, the days before, and the last object. */
const OBJECTS = 2 ** 40;
const DAYS = 1_000;

export interface RemindedSome {
  /** Where the next page goes on; undefined where the list is at its end. */
  readonly place: number | undefined;
  readonly done: number;
}

/** At most so many objects after a place of the list; 0 is before its first. */
export async function remindNext(
  trx: Trx,
  platform: Platform,
  { on, place, limit }: { readonly on: CalendarDate; readonly place: number; readonly limit: number },
): Promise<RemindedSome> {
  // Days that are ended later than they were over remind of nothing that has passed, and count from today.
  const today = maxDate(on, await calendarToday(platform, trx));
  const calendar = await businessCalendar(trx);
  const begun = Math.floor(place / OBJECTS);
  for (const line of await linesOf(trx, { on, today, calendar })) {
    if (line.at < begun) continue;
    const { kind, window } = line;
    const afterId = line.at === begun ? place % OBJECTS : 0;
    const { due, lastId } = await REMINDER_LIST[kind].source.next(trx, platform, { window, today, afterId, limit });
    if (lastId === undefined) continue;
    await tell(trx, platform, { kind, window, today, calendar, due });
    return { place: line.at * OBJECTS + lastId, done: due.length };
  }
  return { place: undefined, done: 0 };
}

interface Line {
  readonly kind: ReminderKind;
  readonly window: ReminderWindow;
  /** Rises along the list. */
  readonly at: number;
}

async function linesOf(
  trx: Trx,
  { on, today, calendar }: { on: CalendarDate; today: CalendarDate; calendar: BusinessCalendar },
): Promise<Line[]> {
  const lines: Line[] = [];
  for (const [place, kind] of REMINDER_KINDS.entries()) {
    const { rule, source } = REMINDER_LIST[kind];
    const daysBefore = daysBeforeOf(await settingWithin(trx, rule, on));
    const windows = reminderWindows(source.isMoved ? calendar : EVERY_DAY_COUNTS, today, daysBefore);
    for (const window of windows.toReversed()) {
      lines.push({ kind, window, at: (place + 1) * DAYS + window.daysBefore });
    }
  }
  return lines;
}

const claim = insertRows('INSERT INTO reminder (kind, objectId, dueOn, daysBefore, remindedOn)');

async function tell(
  trx: Trx,
  platform: Platform,
  { kind, window, today, calendar, due }: Omit<Line, 'at'> & ToldOn,
): Promise<void> {
  if (due.length === 0) return;
  const { event, isMoved } = REMINDER_LIST[kind].source;
  await claim(
    trx,
    platform,
    due.map(({ objectId, dueOn }) => [kind, objectId, dueOn, window.daysBefore, today]),
  );
  await recordEvents(
    trx,
    platform,
    due.map(({ dueOn, memberId, payload }) => ({
      ...{ name: event, memberId },
      payload: { ...payload, dueOn: isMoved ? movedDueDay(calendar, dueOn) : dueOn },
    })),
  );
}

interface ToldOn {
  readonly today: CalendarDate;
  readonly calendar: BusinessCalendar;
  readonly due: readonly DueObject[];
}
