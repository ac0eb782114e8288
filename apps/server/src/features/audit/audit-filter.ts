import { addDays, type CalendarDate, todayIn } from '@kafal/core';
import type { Platform } from '../../platform/platform.ts';

export interface AuditFilter {
  readonly q?: string;
  readonly action?: string;
  readonly userId?: number;
  readonly subjectKind?: string;
  readonly subjectId?: string;
  /** Milliseconds since 1970: from this instant on, and before that one. */
  readonly from?: number;
  readonly before?: number;
}

export interface AskedFilter {
  readonly q?: string | undefined;
  readonly action?: string | undefined;
  readonly userId?: number | undefined;
  readonly subjectKind?: string | undefined;
  readonly subjectId?: string | undefined;
  readonly from?: CalendarDate | undefined;
  readonly to?: CalendarDate | undefined;
}

/** Days are those of the society's own time zone; the last one counts whole. */
export async function auditFilter(platform: Platform, asked: AskedFilter): Promise<AuditFilter> {
  const { q, action, userId, subjectKind, subjectId, from, to } = asked;
  const timeZone = from === undefined && to === undefined ? 'UTC' : await timeZoneOf(platform);
  return {
    ...(q === undefined || q === '' ? {} : { q }),
    ...(action === undefined ? {} : { action }),
    ...(userId === undefined ? {} : { userId }),
    ...(subjectKind === undefined ? {} : { subjectKind }),
    ...(subjectId === undefined ? {} : { subjectId }),
    ...(from === undefined ? {} : { from: startOfDay(from, timeZone) }),
    ...(to === undefined ? {} : { before: startOfDay(addDays(to, 1), timeZone) }),
  };
}

const ZONE = "SELECT value FROM setting WHERE name = 'calendar.timeZone' ORDER BY effectiveFrom DESC, id DESC LIMIT 1";

/** Read here and not through features/society, which itself writes the trail: a circle otherwise. */
async function timeZoneOf(platform: Platform): Promise<string> {
  const row = await platform.dialect.one<{ value: string }>(platform.database, ZONE);
  const zone: unknown = row === undefined ? undefined : JSON.parse(row.value);
  return typeof zone === 'string' ? zone : 'UTC';
}

const QUARTER_MS = 900_000;
const DAY_MS = 86_400_000;

/** The first instant of the day there. Every zone is a whole number of quarters of an hour from UTC. */
export function startOfDay(day: CalendarDate, timeZone: string): number {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  let early = (midnight - DAY_MS) / QUARTER_MS;
  let late = (midnight + DAY_MS) / QUARTER_MS;
  while (late - early > 1) {
    const middle = Math.floor((early + late) / 2);
    if (todayIn(timeZone, middle * QUARTER_MS) >= day) late = middle;
    else early = middle;
  }
  return late * QUARTER_MS;
}
