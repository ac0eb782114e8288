// Tills, their sessions, and the cash that went through them.

import { type CalendarDate, formatMoney, type Money, money } from '@kafal/core';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform } from '../../platform/platform.ts';
import { waitingRules } from '../approvals/index.ts';
import { readIdCursor } from '../deposits/index.ts';

type CounterPlatform = Pick<Platform, 'dialect' | 'database'>;

export async function listTills(platform: CounterPlatform, reader: Reader = platform.database) {
  const rows = await reader
    .selectFrom('till as t')
    .innerJoin('balance as b', (join) => join.on('b.subLedger', '=', 'till').onRef('b.subLedgerId', '=', 't.id'))
    .leftJoin('till_session as s', 's.openTillId', 't.id')
    .leftJoin('user as u', 'u.id', 's.userId')
    .leftJoin('user as a', 'a.id', 't.assignedUserId')
    .select([
      't.id',
      't.code',
      't.name',
      't.isActive',
      't.assignedUserId',
      'a.name as assignedTo',
      't.cashLimit',
      't.version',
      'b.amount as cash',
      's.id as sessionId',
      's.userId',
      'u.name as cashier',
      's.businessDate',
      's.openedAt',
      's.openingCash',
    ])
    .orderBy('t.code')
    .execute();
  const waiting = await waitingRules(reader, 'till-limit');

  return rows.map((row) => ({
    id: String(row.id),
    code: row.code,
    name: row.name,
    isActive: row.isActive === 1,
    assignedUserId: idOrNull(row.assignedUserId),
    assignedTo: row.assignedTo,
    cashLimit: row.cashLimit === null ? null : formatMoney(row.cashLimit),
    waitingApprovalId: idOrNull(waiting.get(String(row.id)) ?? null),
    version: row.version,
    cash: formatMoney(row.cash),
    session: sessionOfTill(row),
  }));
}

const idOrNull = (id: number | null) => (id === null ? null : String(id));

function sessionOfTill(row: {
  sessionId: number | null;
  userId: number | null;
  cashier: string | null;
  businessDate: CalendarDate | null;
  openedAt: number | null;
  openingCash: Money | null;
}) {
  const { sessionId, userId, cashier, businessDate, openedAt, openingCash } = row;
  if (sessionId === null || businessDate === null || openedAt === null || openingCash === null) return null;
  return {
    id: String(sessionId),
    userId: String(userId),
    cashier: cashier ?? '',
    businessDate,
    openedAt: new Date(openedAt).toISOString(),
    openingCash: formatMoney(openingCash),
  };
}

export async function getTill(platform: CounterPlatform, id: number) {
  const till = (await listTills(platform)).find((row) => row.id === String(id));
  if (till === undefined) throw new Refusal('missing', 'TILL_UNKNOWN');
  return till;
}

interface SessionRow {
  readonly id: number;
  readonly tillId: number;
  readonly tillCode: string;
  readonly tillName: string;
  readonly userId: number;
  readonly cashier: string;
  readonly businessDate: CalendarDate;
  readonly status: string;
  readonly openedAt: number;
  readonly openingCash: number;
  readonly expectedCash: number | null;
  readonly countedCash: number | null;
  readonly closedAt: number | null;
  readonly version: number;
  readonly cashNow: number;
}

const READ =
  'SELECT s.id, s.tillId, t.code AS tillCode, t.name AS tillName, s.userId, u.name AS cashier, s.businessDate, s.status, ' +
  's.openedAt, s.openingCash, s.expectedCash, s.countedCash, s.closedAt, s.version, b.amount AS cashNow ' +
  'FROM till_session s JOIN till t ON t.id = s.tillId JOIN `user` u ON u.id = s.userId ' +
  "JOIN balance b ON b.subLedger = 'till' AND b.subLedgerId = s.tillId";

export interface TillSessionAnswer {
  readonly id: string;
  readonly tillId: string;
  readonly tillCode: string;
  readonly tillName: string;
  readonly userId: string;
  readonly cashier: string;
  readonly businessDate: string;
  readonly status: 'open' | 'closed';
  readonly openedAt: string;
  readonly openingCash: string;
  readonly expectedCash: string;
  readonly receipts: string;
  readonly payments: string;
  readonly otherMovements: string;
  readonly countedCash: string | null;
  readonly difference: string | null;
  readonly closedAt: string | null;
  readonly version: number;
}

export async function getTillSession(
  platform: CounterPlatform,
  id: number,
  reader: Reader = platform.database,
): Promise<TillSessionAnswer> {
  const row = await platform.dialect.one<SessionRow>(reader, `${READ} WHERE s.id = ?`, [id]);
  if (row === undefined) throw new Refusal('missing', 'TILL_SESSION_UNKNOWN');
  return sessionView(platform, reader, row);
}

/** The session of the cashier who asks, or null: the till they work at now. */
export async function findCurrentSession(platform: CounterPlatform, actor: Actor): Promise<TillSessionAnswer | null> {
  const row = await platform.dialect.one<SessionRow>(platform.database, `${READ} WHERE s.openUserId = ?`, [
    actor.userId,
  ]);
  return row === undefined ? null : sessionView(platform, platform.database, row);
}

/** Newest first. */
export async function listTillSessions(
  platform: CounterPlatform,
  query: { limit?: number | undefined; cursor?: string | undefined; tillId?: number | undefined },
) {
  const { limit = 50, tillId } = query;
  const before = readIdCursor(query.cursor) ?? Number.MAX_SAFE_INTEGER;
  const text = `${READ} WHERE s.id < ?${tillId === undefined ? '' : ' AND s.tillId = ?'} ORDER BY s.id DESC LIMIT ?`;
  const parameters = tillId === undefined ? [before, limit + 1] : [before, tillId, limit + 1];
  const rows = await platform.dialect.all<SessionRow>(platform.database, text, parameters);
  const shown = rows.slice(0, limit);
  const items: TillSessionAnswer[] = [];
  for (const row of shown) items.push(await sessionView(platform, platform.database, row));
  return { items, nextCursor: rows.length > limit ? String(shown.at(-1)?.id) : null };
}

async function sessionView(platform: CounterPlatform, reader: Reader, row: SessionRow): Promise<TillSessionAnswer> {
  const { receipts, payments } = await cashOfSession(platform, reader, row);
  const expected = money(row.expectedCash ?? row.cashNow);
  return {
    id: String(row.id),
    tillId: String(row.tillId),
    tillCode: row.tillCode,
    tillName: row.tillName,
    userId: String(row.userId),
    cashier: row.cashier,
    businessDate: row.businessDate,
    status: row.status === 'open' ? 'open' : 'closed',
    openedAt: new Date(row.openedAt).toISOString(),
    openingCash: formatMoney(money(row.openingCash)),
    expectedCash: formatMoney(expected),
    receipts: formatMoney(receipts),
    payments: formatMoney(payments),
    otherMovements: formatMoney(money(expected - row.openingCash - receipts + payments)),
    countedCash: row.countedCash === null ? null : formatMoney(money(row.countedCash)),
    difference: row.countedCash === null ? null : formatMoney(money(row.countedCash - expected)),
    closedAt: row.closedAt === null ? null : new Date(row.closedAt).toISOString(),
    version: row.version,
  };
}

/** Cash of the session's own receipts and payments that stood while it was open. */
async function cashOfSession(platform: CounterPlatform, reader: Reader, session: SessionRow) {
  const rows = await platform.dialect.all<{ direction: string; amount: number }>(
    reader,
    `SELECT r.direction, ${platform.dialect.sumText('r.total')} AS amount FROM receipt r ` +
      "WHERE r.tillSessionId = ? AND r.mode = 'cash' AND NOT EXISTS (SELECT 1 FROM journal_entry x " +
      'WHERE x.reversesEntryId = r.entryId AND x.recordedAt <= ?) GROUP BY r.direction ORDER BY r.direction',
    [session.id, session.closedAt ?? Number.MAX_SAFE_INTEGER],
  );
  const of = (direction: string) => money(rows.find((row) => row.direction === direction)?.amount ?? 0);
  return { receipts: of('in'), payments: of('out') };
}
