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
  const mayCounter = permissions.has('counter.read');
  const kinds: Kind[] = [
    ...(mayCounter ? (['account', 'receipt'] as const) : []),
    ...(permissions.has('application.read') ? (['application'] as const) : []),
  ];
  const [members, numbered] = await Promise.all([
    mayCounter || permissions.has('member.read') ? findMembers(platform, q, MOST_MEMBERS) : [],
    numberedSo(platform, kinds, numberStart(q)),
  ]);
  const found = (kind: Kind) => numbered.filter((row) => row.kind === kind);
  return {
    members: members.map(({ id, number, ...rest }) => ({ id: String(id), memberNumber: number, ...rest })),
    accounts: found('account').map(({ id, number, status, name }) => ({
      id: String(id),
      accountNumber: number,
      status,
      memberName: name,
    })),
    receipts: found('receipt').map(({ id, number, direction, total, issuedOn, name }) => ({
      id: String(id),
      number,
      direction,
      total: formatMoney(total),
      issuedOn,
      memberName: name,
    })),
    applications: found('application').map(({ id, number, name, status }) => ({
      id: String(id),
      trackingNumber: number,
      name,
      status,
    })),
  };
}

/** Printed numbers have capitals and a digit, tracking numbers at least four characters in a row. */
function numberStart(q: string): string | undefined {
  const text = toLatinDigits(q).trim().toUpperCase();
  return /^[A-Z0-9/-]{4,40}$/.test(text) && (/\d/.test(text) || text.length >= 8) ? text : undefined;
}

type Kind = 'account' | 'receipt' | 'application';

interface NumberedRow {
  readonly kind: Kind;
  readonly id: number;
  readonly number: string;
  readonly name: string;
  /** Of an account or an application. */
  readonly status: string;
  /** These three of a receipt. */
  readonly direction: 'in' | 'out';
  readonly total: Money;
  readonly issuedOn: string;
}

/** Each with the same columns, so that they are asked for in one question. */
const NUMBERED: Readonly<Record<Kind, { readonly select: string; readonly number: string }>> = {
  account: {
    select:
      "SELECT 'account' AS kind, d.id, d.number, m.name, d.status, NULL AS direction, NULL AS total, NULL AS issuedOn " +
      'FROM deposit d JOIN member m ON m.id = d.memberId',
    number: 'd.number',
  },
  receipt: {
    select:
      "SELECT 'receipt' AS kind, r.id, r.number, m.name, NULL AS status, r.direction, r.total, r.issuedOn " +
      'FROM receipt r JOIN member m ON m.id = r.memberId',
    number: 'r.number',
  },
  application: {
    select:
      "SELECT 'application' AS kind, a.id, a.trackingNumber AS number, a.name, a.status, NULL AS direction, " +
      'NULL AS total, NULL AS issuedOn FROM membership_application a',
    number: 'a.trackingNumber',
  },
};

/** Rows of these kinds whose printed number begins so, in its order, each found by the index of that number. */
async function numberedSo(
  { database, dialect }: Platform,
  kinds: readonly Kind[],
  start: string | undefined,
): Promise<NumberedRow[]> {
  if (kinds.length === 0 || start === undefined) return [];
  const few = kinds.map((kind) => {
    const { select, number } = NUMBERED[kind];
    return (
      `SELECT * FROM (${select} WHERE ${number} >= ? AND ${number} < ? ` +
      `ORDER BY ${number} LIMIT ${MOST_OF_A_KIND}) AS ${kind}s`
    );
  });
  const rows = await dialect.all<NumberedRow>(
    database,
    few.join(' UNION ALL '),
    kinds.flatMap(() => [start, `${start}${LAST_CHARACTER}`]),
  );
  // A union promises no order of its own.
  return rows.sort((one, other) => (one.number < other.number ? -1 : 1));
}
