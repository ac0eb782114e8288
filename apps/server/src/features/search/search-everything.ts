// The search of the whole house: people, and the numbers of accounts, receipts and applications. Each kind is looked
// for only where the one who asks may see it.

import type { SearchAnswer } from '@kafal/contract';
import { formatMoney, toLatinDigits } from '@kafal/core';
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

async function accountsOf({ database }: Platform, number: string): Promise<Answer['accounts']> {
  const rows = await database
    .selectFrom('deposit as d')
    .innerJoin('member as m', 'm.id', 'd.memberId')
    .select(['d.id', 'd.number', 'd.status', 'm.name as memberName'])
    .where('d.number', '>=', number)
    .where('d.number', '<', `${number}${LAST_CHARACTER}`)
    .orderBy('d.number')
    .limit(MOST_OF_A_KIND)
    .execute();
  return rows.map(({ id, number: accountNumber, ...row }) => ({ ...row, id: String(id), accountNumber }));
}

async function receiptsOf({ database }: Platform, number: string): Promise<Answer['receipts']> {
  const rows = await database
    .selectFrom('receipt as r')
    .innerJoin('member as m', 'm.id', 'r.memberId')
    .select(['r.id', 'r.number', 'r.direction', 'r.total', 'r.issuedOn', 'm.name as memberName'])
    .where('r.number', '>=', number)
    .where('r.number', '<', `${number}${LAST_CHARACTER}`)
    .orderBy('r.number')
    .limit(MOST_OF_A_KIND)
    .execute();
  return rows.map(({ id, direction, total, ...row }) => ({
    ...row,
    id: String(id),
    direction: direction === 'out' ? ('out' as const) : ('in' as const),
    total: formatMoney(total),
  }));
}

async function applicationsOf({ database }: Platform, number: string): Promise<Answer['applications']> {
  const rows = await database
    .selectFrom('membership_application')
    .select(['id', 'trackingNumber', 'name', 'status'])
    .where('trackingNumber', '>=', number)
    .where('trackingNumber', '<', `${number}${LAST_CHARACTER}`)
    .orderBy('trackingNumber')
    .limit(MOST_OF_A_KIND)
    .execute();
  return rows.map(({ id, ...row }) => ({ ...row, id: String(id) }));
}
