// The business date is a row, not the clock. The newest row is the day whose books are open; it moves on to the new
// calendar day by itself at the first act after midnight, unless a till of the old day is still being counted.

import { addDays, type CalendarDate, invariant } from '@kafal/core';
import type { Reader } from '../../platform/database/dialect.ts';
import { systemActor } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import { recordEvent } from '../../platform/outbox/index.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { recordAudit } from '../audit/index.ts';
import { openBalance } from './balances.ts';
import { bookRules, calendarToday } from './book-rules.ts';
import { VAULT_ID } from './entry-draft.ts';

const CURRENT = 'SELECT businessDate, status FROM business_day ORDER BY businessDate DESC LIMIT 1';
const ADD =
  'INSERT INTO business_day (businessDate, status, openedAt, closedAt, closedByUserId, version) ' +
  "VALUES (?, 'open', ?, NULL, NULL, 1)";

/** The day whose books are open, without moving it on. */
export async function currentBusinessDay(
  platform: Pick<Platform, 'database' | 'dialect'>,
  reader: Reader = platform.database,
): Promise<CalendarDate> {
  const day = await platform.dialect.one<{ businessDate: CalendarDate }>(reader, CURRENT);
  if (day === undefined) throw new Refusal('conflict', 'SOCIETY_NOT_SET_UP');
  return day.businessDate;
}

/** The business day of an act inside its transaction: moved on first when it is due. */
export async function businessDayFor(trx: Trx, platform: Platform): Promise<CalendarDate> {
  const current = await currentBusinessDay(platform, trx);
  const today = await calendarToday(platform, trx);
  if (today <= current) return current;
  // A till that is being opened at this moment is waited for, so that it cannot open on a day that has just gone.
  await lockBusinessDay(trx, platform, current);
  if ((await openTills(platform, trx, current)).length > 0) return current;

  // Another act waited for the same row and may have opened the day just before; it is told once.
  if (!(await openDay(trx, platform, today))) return today;
  const system = systemActor('Kafal');
  await recordAudit(trx, platform, system, {
    action: 'business_day.moved',
    subjectKind: 'business_day',
    subjectId: today,
    oldValues: { businessDate: current },
    newValues: { businessDate: today },
  });
  await recordEvent(trx, platform, { name: 'business-day.moved', payload: { businessDate: today } });
  return today;
}

/** Before an act that decides by the rules of its day: they are those of the day the act falls on. */
export async function moveBusinessDayIfDue(platform: Platform): Promise<CalendarDate> {
  const current = await currentBusinessDay(platform);
  if ((await calendarToday(platform)) <= current) return current;
  return platform.transact((trx) => businessDayFor(trx, platform));
}

/** Set-up: the day the books begin on, and the empty vault. The chart of accounts is there already. */
export async function openFirstBusinessDay(
  trx: Trx,
  platform: Pick<Platform, 'dialect' | 'clock'>,
  date: CalendarDate,
): Promise<void> {
  await platform.dialect.run(trx, ADD, [date, platform.clock.now()]);
  await openBalance(trx, platform, { subLedger: 'vault', subLedgerId: VAULT_ID, accountCode: '1101' });
}

/** Two acts may open the new day at the same moment; it is opened once. Answers whether it was opened here. */
export function openDay(trx: Trx, platform: Pick<Platform, 'dialect' | 'clock'>, date: CalendarDate): Promise<boolean> {
  return platform.dialect.insertIgnore({
    execute: () => platform.dialect.run(trx, ADD, [date, platform.clock.now()]),
  });
}

/**
 * Waits for everybody who is posting into the day and keeps others out until the transaction ends. Opening a till takes
 * it too, so that a till never opens on a day that is just being moved on or closed.
 */
export async function lockBusinessDay(trx: Trx, platform: Pick<Platform, 'dialect'>, date: CalendarDate) {
  const day = await platform.dialect.one<{ status: string; version: number }>(
    trx,
    `SELECT status, version FROM business_day WHERE businessDate = ?${platform.dialect.forUpdateText}`,
    [date],
  );
  if (day === undefined) throw new Refusal('missing', 'BUSINESS_DAY_NOT_FOUND', { day: date });
  return day;
}

export interface OpenTill {
  readonly tillId: number;
  readonly code: string;
  readonly cashier: string;
  readonly businessDate: CalendarDate;
}

const OPEN_TILLS =
  'SELECT s.tillId, t.code, u.name AS cashier, s.businessDate FROM till_session s ' +
  'JOIN till t ON t.id = s.tillId JOIN `user` u ON u.id = s.userId ' +
  "WHERE s.status = 'open' AND s.businessDate <= ? ORDER BY t.code";

/** Tills that keep the day from moving on or being closed. The counter opens and closes them; here they are only read. */
export function openTills(platform: Pick<Platform, 'dialect'>, reader: Reader, day: CalendarDate): Promise<OpenTill[]> {
  return platform.dialect.all<OpenTill>(reader, OPEN_TILLS, [day]);
}

/** The entry was written for a day: the day must be open still. */
export function refuseClosedDay(day: CalendarDate): never {
  throw new Refusal('conflict', 'BUSINESS_DAY_CLOSED', { day });
}

/** For an act that is posted later, or only previewed: the value date must be one that could be posted now. */
export async function assertPostableValueDate(platform: Platform, valueOn: CalendarDate): Promise<void> {
  const day = await dayOfTheNextAct(platform);
  const { valueDateWindowDays } = await bookRules(platform, undefined, day);
  assertValueDate(valueOn, day, addDays(day, -valueDateWindowDays));
}

/** The day an act would be posted on now: the open one, or today's when the act would move the day on. */
export async function dayOfTheNextAct(platform: Platform): Promise<CalendarDate> {
  const current = await currentBusinessDay(platform);
  const today = await calendarToday(platform);
  if (today <= current) return current;
  return (await openTills(platform, platform.database, current)).length > 0 ? current : today;
}

export function assertValueDate(valueOn: CalendarDate, postedOn: CalendarDate, earliest: CalendarDate): void {
  invariant(earliest <= postedOn, 'the window of value dates ends on the business day');
  if (valueOn > postedOn) throw new Refusal('rule', 'VALUE_DATE_IN_FUTURE', { day: valueOn, businessDate: postedOn });
  if (valueOn < earliest) throw new Refusal('rule', 'VALUE_DATE_TOO_EARLY', { day: valueOn, earliest });
}
