// The till session that a receipt or a payment belongs to. Its row stays locked until the transaction ends, so that no
// cash can arrive in a till that is being counted.

import type { Reader } from '../../platform/database/dialect.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform } from '../../platform/platform.ts';

export interface OpenSession {
  readonly id: number;
  readonly tillId: number;
  readonly tillCode: string;
  readonly seriesCode: string;
}

interface SessionRow {
  readonly id: number;
  readonly tillId: number;
}

const OF_CASHIER = 'SELECT id, tillId FROM till_session WHERE openUserId = ?';
const BY_ID = "SELECT id, tillId FROM till_session WHERE id = ? AND status = 'open'";

type CounterPlatform = Pick<Platform, 'database' | 'dialect'>;

/** The open till of the cashier who acts. */
export async function getOwnOpenSession(
  platform: CounterPlatform,
  actor: Pick<Actor, 'userId'>,
  reader: Reader,
): Promise<OpenSession> {
  const row = await platform.dialect.one<SessionRow>(reader, OF_CASHIER + lockOf(platform, reader), [actor.userId]);
  if (row === undefined) throw new Refusal('conflict', 'TILL_NOT_OPEN');
  return withTill(platform, reader, row);
}

/** A session that was open when something was asked for, and must be so still. */
export async function getOpenSession(platform: CounterPlatform, id: number, reader: Reader): Promise<OpenSession> {
  const row = await platform.dialect.one<SessionRow>(reader, BY_ID + lockOf(platform, reader), [id]);
  if (row === undefined) throw new Refusal('conflict', 'TILL_CLOSED_MEANWHILE');
  return withTill(platform, reader, row);
}

/** A preview reads without a transaction and locks nothing. */
function lockOf({ database, dialect }: CounterPlatform, reader: Reader): string {
  return reader === database ? '' : dialect.forUpdateText;
}

interface TillName {
  readonly code: string;
  readonly seriesCode: string;
}

// A till's code and series are given once and never change, so what was read once is good for ever.
const tills = new WeakMap<object, Map<number, TillName>>();

async function withTill(platform: CounterPlatform, reader: Reader, row: SessionRow): Promise<OpenSession> {
  const known = tills.get(platform.database) ?? new Map<number, TillName>();
  tills.set(platform.database, known);
  let till = known.get(row.tillId);
  if (till === undefined) {
    till = await platform.dialect.one<TillName>(reader, 'SELECT code, seriesCode FROM till WHERE id = ?', [row.tillId]);
    if (till === undefined) throw new Refusal('missing', 'TILL_UNKNOWN');
    // A session stands on a till that was committed before it.
    known.set(row.tillId, till);
  }
  return { id: row.id, tillId: row.tillId, tillCode: till.code, seriesCode: till.seriesCode };
}
