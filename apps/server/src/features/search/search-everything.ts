// The search of the whole house: people, and the numbers of accounts, receipts and applications. Each kind is looked
// for only where the one who asks may see it.

import type { SearchAnswer } from '@kafal/contract';
import { formatMoney, type Money, toLatinDigits } from '@kafal/core';
import type { z } from 'zod';
import type { Actor } from '../../platform/http/actor.ts';
import type { Platform } from '../../platform/platform.ts';
import { findMembers } from './find-members.ts';

type Answer = z.input<typeof SearchAnswer>;

const MOST_MEMBERS = 8;
const MOST_OF_A_KIND = 5;
const LAST_CHARACTER = '\u{10FFFF}';

export async function searchEverything(platform: Platform, actor: Actor, q: string): Promise<Answer> {
  const { permissions } = actor;
  const number = numberStart(q);
  const mayCounter = permissions.has('counter.read');
  const [members, accounts, receipts, applications] = await Promise.all([
    mayCounter || permissions.has('member.read') ? findMembers(platform, q, MOST_MEMBERS) : [],
    mayCounter && number !== undefined ? accountsOf(platform, number) : [],
    mayCounter && number !== undefined ? receiptsOf(platform, number) : [],
    permissions.has('application.read') && number !== undefined ? applicationsOf(platform, number) : [],
  ]);
  return {
    members: members.map(({ id, number: memberNumber, ...rest }) => ({ id: String(id), memberNumber, ...rest })),
    accounts,
    receipts,
    applications,
  };
}

/** Printed numbers have capitals and a digit, tracking numbers at least four characters in a row. */
function numberStart(q: string): string | undefined {
  const text = toLatinDigits(q).trim().toUpperCase();
  return /^[A-Z0-9/-]{4,40}$/.test(text) && (/\d/.test(text) || text.length >= 8) ? text : undefined;
}

/** Rows whose printed number begins so, by the index of that number. */
function startingWith<Row>(
  { database, dialect }: Platform,
  number: string,
  select: string,
  column: string,
): Promise<Row[]> {
  return dialect.all<Row>(
    database,
    `${select} WHERE ${column} >= ? AND ${column} < ? ORDER BY ${column} LIMIT ${MOST_OF_A_KIND}`,
    [number, `${number}${LAST_CHARACTER}`],
  );
}

async function accountsOf(platform: Platform, number: string): Promise<Answer['accounts']> {
  const rows = await startingWith<{ id: number; accountNumber: string; status: string; memberName: string }>(
    platform,
    number,
    'SELECT d.id, d.number AS accountNumber, d.status, m.name AS memberName FROM deposit d JOIN member m ON m.id = d.memberId',
    'd.number',
  );
  return rows.map((row) => ({ ...row, id: String(row.id) }));
}

interface ReceiptRow {
  readonly id: number;
  readonly number: string;
  readonly direction: 'in' | 'out';
  readonly total: Money;
  readonly issuedOn: string;
  readonly memberName: string;
}

async function receiptsOf(platform: Platform, number: string): Promise<Answer['receipts']> {
  const rows = await startingWith<ReceiptRow>(
    platform,
    number,
    `SELECT r.id, r.number, r.direction, r.total, r.issuedOn, m.name AS memberName
     FROM receipt r JOIN member m ON m.id = r.memberId`,
    'r.number',
  );
  return rows.map((row) => ({ ...row, id: String(row.id), total: formatMoney(row.total) }));
}

async function applicationsOf(platform: Platform, number: string): Promise<Answer['applications']> {
  const rows = await startingWith<{ id: number; trackingNumber: string; name: string; status: string }>(
    platform,
    number,
    'SELECT id, trackingNumber, name, status FROM membership_application',
    'trackingNumber',
  );
  return rows.map((row) => ({ ...row, id: String(row.id) }));
}
