// The settings as they stand on a day. Read before `transact`, never inside a body: a body holds a connection, and
// asking for a second one while many do the same would wait for ever.

import type { CalendarDate } from '@kafal/core';
import type { Reader } from '../../platform/database/dialect.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform } from '../../platform/platform.ts';
import { currentBusinessDay } from '../accounting/index.ts';
import {
  findDefinition,
  SETTING_NAMES,
  SETTINGS,
  type SettingJson,
  type SettingName,
  type Settings,
  type SettingValue,
} from './setting-registry.ts';

/** Dropped after every change of a setting, and when the society is set up. */
export const SETTINGS_TAG = 'settings';
/** Only another instance without a shared cache can be late, and by no more than this. */
const TTL_MS = 1_000;
const MOST_DAYS_KEPT = 40;

export interface SettingRow {
  readonly id: number;
  readonly name: string;
  readonly value: SettingJson;
  readonly effectiveFrom: CalendarDate;
  readonly legalBasis: string | null;
}

/** Oldest first: the last one that has begun is in force. Empty before the society is set up. */
export type SettingsHistory = readonly SettingRow[];

interface Kept {
  readonly text: string;
  readonly history: SettingsHistory;
  readonly onDays: Map<CalendarDate, Settings>;
}

const kept = new WeakMap<object, Kept>();

/** Every setting as it stands on a day, without one on the open business day. */
export async function readSettings(platform: Platform, on?: CalendarDate): Promise<Settings> {
  const settings = await findSettings(platform, on);
  if (settings === undefined) throw new Refusal('conflict', 'SOCIETY_NOT_SET_UP');
  return settings;
}

/** Where a transaction of the caller's is under way already, such as the yes of a second person: read anew, through it. */
export async function readSettingsWithin(trx: Reader, on: CalendarDate): Promise<Settings> {
  return settingsOn(await readRows(trx), on);
}

/** One rule, read anew in the same way. */
export async function settingWithin<Name extends SettingName>(
  reader: Reader,
  name: Name,
  on: CalendarDate,
): Promise<SettingValue<Name>> {
  const row = rowInForce(await readRows(reader, name), name, on);
  if (row === undefined) throw new Error(`The setting ${name} has no row; set-up or a migration must make one.`);
  // Read by the definition of that very name.
  return SETTINGS[name].read(row.value) as SettingValue<Name>;
}

/** One rule as it stands on any day, for whoever asks about many of them. */
export async function settingHistoryWithin<Name extends SettingName>(
  reader: Reader,
  name: Name,
): Promise<(on: CalendarDate) => SettingValue<Name>> {
  const history = await readRows(reader, name);
  const values = new Map<SettingRow, SettingValue<Name>>();
  return (on) => {
    const row = rowInForce(history, name, on);
    if (row === undefined) throw new Error(`The setting ${name} has no row; set-up or a migration must make one.`);
    const known = values.get(row);
    if (known !== undefined) return known;
    // Read by the definition of that very name.
    const value = SETTINGS[name].read(row.value) as SettingValue<Name>;
    values.set(row, value);
    return value;
  };
}

/** As `readSettings`, or undefined while the society is not set up. */
export async function findSettings(platform: Platform, on?: CalendarDate): Promise<Settings | undefined> {
  const { history, onDays } = await keptSettings(platform);
  if (history.length === 0) return undefined;
  const day = on ?? (await currentBusinessDay(platform));

  const known = onDays.get(day);
  if (known !== undefined) return known;
  const settings = settingsOn(history, day);
  if (onDays.size >= MOST_DAYS_KEPT) onDays.clear();
  onDays.set(day, settings);
  return settings;
}

export async function setting<Name extends SettingName>(
  platform: Platform,
  name: Name,
  on?: CalendarDate,
): Promise<SettingValue<Name>> {
  return (await readSettings(platform, on))[name];
}

export async function settingsHistory(platform: Platform): Promise<SettingsHistory> {
  return (await keptSettings(platform)).history;
}

/** The row in force on a day; before its first day, the first one, so that a look at the past always finds a rule. */
export function rowInForce(history: SettingsHistory, name: string, on: CalendarDate): SettingRow | undefined {
  const rows = history.filter((row) => row.name === name);
  return rows.findLast((row) => row.effectiveFrom <= on) ?? rows[0];
}

function settingsOn(history: SettingsHistory, on: CalendarDate): Settings {
  const entries = SETTING_NAMES.map((name) => {
    const row = rowInForce(history, name, on);
    if (row === undefined) throw new Error(`The setting ${name} has no row; set-up or a migration must make one.`);
    return [name, findDefinition(name)?.read(row.value)];
  });
  // Every name of the registry is there, each read by its own definition.
  return Object.freeze(Object.fromEntries(entries)) as Settings;
}

async function keptSettings(platform: Platform): Promise<Kept> {
  const answer = platform.cache.remember('settings', { ttl: TTL_MS, tags: [SETTINGS_TAG] }, () =>
    readHistory(platform),
  );
  const text = typeof answer === 'string' ? answer : await answer;
  const before = kept.get(platform);
  if (before?.text === text) return before;

  // The text was written by readHistory below.
  const now: Kept = { text, history: JSON.parse(text) as SettingsHistory, onDays: new Map() };
  kept.set(platform, now);
  return now;
}

async function readHistory(platform: Platform): Promise<string> {
  return JSON.stringify(await readRows(platform.database));
}

async function readRows(reader: Reader, name?: SettingName): Promise<SettingsHistory> {
  let query = reader
    .selectFrom('setting')
    .select(['id', 'name', 'value', 'effectiveFrom', 'legalBasis'])
    .orderBy('name')
    .orderBy('effectiveFrom')
    .orderBy('id');
  if (name !== undefined) query = query.where('name', '=', name);
  const rows = await query.execute();
  return rows.map((row) => ({ ...row, value: JSON.parse(row.value) as SettingJson }));
}
