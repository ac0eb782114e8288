// The list of members: searched, filtered and sorted by the database, a page at a time by keyset, so that page 1,000
// costs what page 1 costs. Sums are asked for the members of the page alone.

import type { MEMBER_SORTS, MemberList, MemberQuery } from '@kafal/contract';
import { formatMoney, isCalendarDate, type MemberStatus, type Money, money } from '@kafal/core';
import type { z } from 'zod';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Platform } from '../../platform/platform.ts';
import { membersTyped } from '../search/index.ts';
import { type PageCursor, readCursor, writeCursor } from './page-cursor.ts';

type MemberSort = (typeof MEMBER_SORTS)[number];
type MemberListAnswer = z.infer<typeof MemberList>;
export type MemberFilter = Pick<
  z.output<typeof MemberQuery>,
  'q' | 'status' | 'locality' | 'sort' | 'joinedFrom' | 'joinedTo'
>;

const USUAL_LIMIT = 50;
const USUAL_SORT: MemberSort = 'memberNumber';

/**
 * The column behind each sort. Numbers are given one after another under a lock, so the order of ids is their order,
 * also where 10000 comes after 9999.
 */
const COLUMN_OF = {
  name: 'member.name',
  memberNumber: 'member.id',
  joinedOn: 'member.joinedOn',
} as const;

/** What a cursor of each sort may carry. */
const MAY_BE: Readonly<Record<keyof typeof COLUMN_OF, (value: unknown) => boolean>> = {
  name: (value) => typeof value === 'string',
  memberNumber: Number.isSafeInteger,
  joinedOn: (value) => typeof value === 'string' && isCalendarDate(value),
};

export async function memberList(platform: Platform, query: z.output<typeof MemberQuery>): Promise<MemberListAnswer> {
  const { sort = USUAL_SORT, limit = USUAL_LIMIT, total } = query;
  const after = readCursor(sort, query.cursor, MAY_BE[orderOf(sort).word]);
  const rows = await memberPage(platform, query, after, limit + 1);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const sums = await sumsOf(
    platform,
    shown.map(({ id }) => id),
  );

  return {
    items: shown.map(({ id, number, ...row }) => ({
      ...row,
      id: String(id),
      memberNumber: number,
      // Only values of this type are written into the column.
      status: row.status as MemberStatus,
      savings: formatMoney(sums.savings.get(id) ?? money(0)),
      shares: formatMoney(sums.shares.get(id) ?? money(0)),
    })),
    nextCursor: rows.length > limit && last !== undefined ? writeCursor(sort, cursorAt(sort, last)) : null,
    ...(total === 'true' ? { total: await countMembers(platform, query) } : {}),
  };
}

export interface ListedMember {
  readonly id: number;
  readonly number: string;
  readonly name: string;
  readonly nameLocal: string | null;
  readonly phone: string | null;
  readonly locality: string;
  readonly status: string;
  readonly statusSince: string;
  readonly joinedOn: string;
}

function cursorAt(sort: MemberSort | undefined, member: ListedMember): PageCursor {
  const { word } = orderOf(sort);
  const value = { name: member.name, memberNumber: member.id, joinedOn: member.joinedOn }[word];
  return { value, id: member.id };
}

/** Where the page after this member begins. */
export function pageAfter(sort: MemberSort | undefined, member: ListedMember | undefined): PageCursor | undefined {
  return member === undefined ? undefined : cursorAt(sort, member);
}

export async function memberPage(
  platform: Platform,
  filter: MemberFilter,
  after: PageCursor | undefined,
  limit: number,
): Promise<ListedMember[]> {
  const { word, isRising } = orderOf(filter.sort);
  const column = COLUMN_OF[word];
  const direction = isRising ? 'asc' : 'desc';
  const filtered = await filteredMembers(platform, filter);

  return filtered
    .select(['member.id', 'member.number', 'member.name', 'member.nameLocal', 'member.phone', 'member.locality'])
    .select(['member.status', 'member.statusSince', 'member.joinedOn'])
    .$if(after !== undefined && word === 'memberNumber', (select) =>
      select.where('member.id', isRising ? '>' : '<', after?.id ?? 0),
    )
    .$if(after !== undefined && word !== 'memberNumber', (select) =>
      select
        // The first condition is a range of the index; the second passes over those of the same value already shown.
        // The casts: MAY_BE has looked that the value is one of the column's own kind.
        .where(column, isRising ? '>=' : '<=', after?.value as never)
        .where((where) =>
          where.or([
            where(column, isRising ? '>' : '<', after?.value as never),
            where('member.id', isRising ? '>' : '<', after?.id ?? 0),
          ]),
        ),
    )
    .orderBy(column, direction)
    .$if(word !== 'memberNumber', (select) => select.orderBy('member.id', direction))
    .limit(limit)
    .execute();
}

function orderOf(sort: MemberSort = USUAL_SORT): { word: keyof typeof COLUMN_OF; isRising: boolean } {
  const word = sort.replace('-', '');
  // The contract allows these three words, with a minus sign or without.
  return { word: word as keyof typeof COLUMN_OF, isRising: !sort.startsWith('-') };
}

async function filteredMembers(platform: Platform, { q, status, locality, joinedFrom, joinedTo }: MemberFilter) {
  const typed = await membersTyped(platform, q);
  return platform.database
    .selectFrom('member')
    .$if(status !== undefined, (select) => select.where('member.status', '=', status ?? ''))
    .$if(locality !== undefined, (select) => select.where('member.locality', '=', locality ?? ''))
    .where((member) =>
      member.and([
        ...(joinedFrom === undefined ? [] : [member('member.joinedOn', '>=', joinedFrom)]),
        ...(joinedTo === undefined ? [] : [member('member.joinedOn', '<=', joinedTo)]),
      ]),
    )
    .$if(typed !== undefined, (select) => (typed === undefined ? select : select.where('member.id', 'in', typed)));
}

async function countMembers(platform: Platform, filter: MemberFilter): Promise<number> {
  const filtered = await filteredMembers(platform, filter);
  const row = await filtered.select(({ fn }) => fn.countAll().as('members')).executeTakeFirstOrThrow();
  return Number(row.members);
}

export interface MemberSums {
  readonly savings: ReadonlyMap<number, Money>;
  readonly shares: ReadonlyMap<number, Money>;
}

/** What the members of one page have in deposits and in shares, from the balances the posting door keeps. */
export async function sumsOf(platform: Platform, memberIds: readonly number[]): Promise<MemberSums> {
  if (memberIds.length === 0) return { savings: new Map(), shares: new Map() };
  const [savings, shares] = await Promise.all([
    sumsIn(platform, platform.database, 'deposit', memberIds),
    sumsIn(platform, platform.database, 'share_holding', memberIds),
  ]);
  return { savings, shares };
}

async function sumsIn(
  platform: Platform,
  reader: Reader,
  table: 'deposit' | 'share_holding',
  memberIds: readonly number[],
): Promise<Map<number, Money>> {
  const rows = await reader
    .selectFrom(table)
    .innerJoin('balance', (join) =>
      join
        .onRef('balance.subLedgerId', '=', `${table}.id`)
        .on('balance.subLedger', '=', table === 'deposit' ? 'deposit' : 'share'),
    )
    .select([`${table}.memberId`, platform.dialect.sum('balance.amount').as('amount')])
    .where(`${table}.memberId`, 'in', [...memberIds])
    .groupBy(`${table}.memberId`)
    .execute();
  return new Map(rows.map(({ memberId, amount }) => [memberId, money(amount)]));
}
