// The few settings that the books themselves stand on. They are read here and not through features/society, because
// set-up (society) opens the books: a circle otherwise.

import {
  type CalendarDate,
  type FinancialYearStart,
  isCalendarDate,
  type Money,
  parseMoney,
  todayIn,
} from '@kafal/core';
import type { Reader } from '../../platform/database/dialect.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform, Trx } from '../../platform/platform.ts';

export interface BookRules {
  readonly timeZone: string;
  readonly currency: string;
  readonly financialYearStart: FinancialYearStart;
  /** How many days before the business day a value date may lie. */
  readonly valueDateWindowDays: number;
  /** How many days after its own an entry is taken back by one person alone. */
  readonly reversalAloneDays: number;
  /** Above this a reversal waits for a second person; null: no amount does. */
  readonly reversalAloneUpTo: Money | null;
}

interface SettingRow {
  readonly name: string;
  readonly value: string;
  readonly effectiveFrom: CalendarDate;
}

type BooksPlatform = Pick<Platform, 'database' | 'dialect' | 'clock'>;

const NAMES = {
  timeZone: 'calendar.timeZone',
  currency: 'money.currency',
  financialYearStart: 'calendar.financialYearStart',
  valueDateWindowDays: 'limit.valueDateDays',
  reversalAloneDays: 'limit.reversalDays',
  reversalAloneUpTo: 'limit.reversalApproval',
} as const;

const MARKS = Object.values(NAMES).map(() => '?');
const READ = `SELECT name, value, effectiveFrom FROM setting WHERE name IN (${MARKS.join(', ')}) ORDER BY name, effectiveFrom, id`;

// A setting is used for at most a second unless its change came through this process (docs/ARCHITECTURE.md, cache).
const FRESH_FOR_MS = 1_000;
interface KeptRules {
  readonly rows: readonly SettingRow[];
  readonly readAt: number;
  readonly ofDay: Map<CalendarDate, BookRules>;
}
const kept = new WeakMap<object, KeptRules>();

/** The rules of a day; of today when none is named. Inside a transaction the trx is the reader. */
export async function bookRules(platform: BooksPlatform, reader?: Reader, on?: CalendarDate): Promise<BookRules> {
  // Before anything is known of the zone, today is that of the easternmost one: a rule never starts a day late.
  const day = on ?? dayIn('Pacific/Kiritimati', platform.clock.now());
  const { rows, ofDay } = await settingRows(platform, reader);
  const rules = ofDay.get(day) ?? rulesOf(rows, day);
  ofDay.set(day, rules);
  return rules;
}

function rulesOf(rows: readonly SettingRow[], day: CalendarDate): BookRules {
  const value = (name: string): unknown => {
    const ofName = rows.filter((row) => row.name === name);
    const row = ofName.findLast(({ effectiveFrom }) => effectiveFrom <= day) ?? ofName[0];
    return row === undefined ? undefined : JSON.parse(row.value);
  };

  const timeZone = value(NAMES.timeZone);
  const currency = value(NAMES.currency);
  const reversalAloneUpTo = value(NAMES.reversalAloneUpTo);
  if (typeof timeZone !== 'string' || typeof currency !== 'string') {
    throw new Refusal('conflict', 'SOCIETY_NOT_SET_UP');
  }
  return {
    timeZone,
    currency,
    financialYearStart: financialYearStart(value(NAMES.financialYearStart)),
    valueDateWindowDays: Number(value(NAMES.valueDateWindowDays) ?? 0),
    reversalAloneDays: Number(value(NAMES.reversalAloneDays) ?? 0),
    reversalAloneUpTo: typeof reversalAloneUpTo === 'string' ? parseMoney(reversalAloneUpTo) : null,
  };
}

/** Called after the commit that changed a setting. */
export function forgetBookRules(platform: Pick<Platform, 'database'>): void {
  kept.delete(platform.database);
}

/** The calendar day in the society's time zone, now. */
export async function calendarToday(platform: BooksPlatform, reader?: Reader): Promise<CalendarDate> {
  const { timeZone } = await bookRules(platform, reader);
  return dayIn(timeZone, platform.clock.now());
}

// Every zone is a whole number of quarters of an hour from UTC, so a day lasts at least through its quarter.
const QUARTER_MS = 900_000;
const dayOfZone = new Map<string, { readonly quarter: number; readonly day: CalendarDate }>();

function dayIn(timeZone: string, instant: number): CalendarDate {
  const quarter = Math.floor(instant / QUARTER_MS);
  const found = dayOfZone.get(timeZone);
  if (found?.quarter === quarter) return found.day;

  const day = todayIn(timeZone, instant);
  dayOfZone.set(timeZone, { quarter, day });
  return day;
}

async function settingRows(platform: BooksPlatform, reader: Reader | undefined): Promise<KeptRules> {
  const found = kept.get(platform.database);
  if (found !== undefined && performance.now() - found.readAt < FRESH_FOR_MS) return found;

  const rows = await platform.dialect.all<SettingRow>(reader ?? platform.database, READ, Object.values(NAMES));
  const read = { rows, readAt: performance.now(), ofDay: new Map() };
  if (rows.length > 0) {
    // What a transaction has read may be its own and is not kept before it is durable.
    if (isTransaction(reader)) reader.afterCommit(() => kept.set(platform.database, read));
    else kept.set(platform.database, read);
  }
  return read;
}

function isTransaction(reader: Reader | undefined): reader is Trx {
  return reader !== undefined && 'afterCommit' in reader;
}

/** `"04-01"`, `"1 Shrawan"`, or the form of the country presets. */
function financialYearStart(value: unknown): FinancialYearStart {
  if (value === '1 Shrawan') return { calendar: 'BS' };
  if (typeof value === 'string' && isCalendarDate(`2001-${value}`)) {
    return { calendar: 'AD', month: Number(value.slice(0, 2)), day: Number(value.slice(3)) };
  }
  if (typeof value === 'object' && value !== null && 'calendar' in value) {
    if (value.calendar === 'BS') return { calendar: 'BS' };
    if ('month' in value && 'day' in value) {
      return { calendar: 'AD', month: Number(value.month), day: Number(value.day) };
    }
  }
  throw new Refusal('conflict', 'SOCIETY_NOT_SET_UP');
}
