// The list as the office sees it: what is told how many days before, and whom it reaches on the seven days that begin with the
// open one, by what is due now.

import { REMINDER_KINDS, type ReminderList } from '@kafal/contract';
import { addDays, type CalendarDate, EVERY_DAY_COUNTS, lastDueDay, movedDueDay } from '@kafal/core';
import type { z } from 'zod';
import type { Language } from '../../platform/http/actor.ts';
import type { Platform } from '../../platform/platform.ts';
import { currentBusinessDay } from '../accounting/index.ts';
import { businessCalendar, readSettings, settingsList } from '../society/index.ts';
import { daysBeforeOf, REMINDER_LIST } from './reminder-list.ts';

const DAYS_AHEAD = 7;

type Items = z.input<typeof ReminderList>['items'];

export async function listReminders(platform: Platform, language: Language): Promise<Items> {
  const today = await currentBusinessDay(platform);
  const settings = await readSettings(platform);
  const calendar = await businessCalendar(platform.database);
  const rules = new Map((await settingsList(platform, language)).map((setting) => [setting.name, setting]));
  const items: Items = [];
  for (const kind of REMINDER_KINDS) {
    const { rule, source } = REMINDER_LIST[kind];
    const setting = rules.get(rule);
    if (setting === undefined) throw new Error(`The rule ${rule} stands in the list of settings.`);
    const daysBefore = daysBeforeOf(settings[rule]);
    const counts = new Map(Array.from({ length: DAYS_AHEAD }, (_, at) => [addDays(today, at), 0]));
    const [farthest] = daysBefore;
    if (farthest !== undefined) {
      const moves = source.isMoved ? calendar : EVERY_DAY_COUNTS;
      const through = lastDueDay(moves, addDays(today, farthest + DAYS_AHEAD - 1));
      for (const { dueOn, members } of await source.count(platform, {
        today,
        after: lastDueDay(moves, today),
        through,
      })) {
        for (const on of toldOn(movedDueDay(moves, dueOn), daysBefore))
          if (counts.has(on)) counts.set(on, (counts.get(on) ?? 0) + members);
      }
    }
    items.push({ kind, daysBefore, setting, week: [...counts].map(([day, members]) => ({ day, members })) });
  }
  return items;
}

const toldOn = (dueOn: CalendarDate, daysBefore: readonly number[]) => daysBefore.map((days) => addDays(dueOn, -days));
