import type { MemberStatus } from '@kafal/core';
import type { Platform } from '../../platform/platform.ts';
import { memberMatches } from './member-search.ts';

export interface FoundMember {
  readonly id: number;
  readonly number: string;
  readonly name: string;
  readonly nameLocal: string | null;
  readonly phone: string | null;
  readonly locality: string;
  readonly status: MemberStatus;
}

/** For a clerk with somebody in front of them: the first few whom the typed text may mean. */
export async function searchMembers(platform: Platform, q: string, limit = 20): Promise<FoundMember[]> {
  const { database } = platform;
  const matches = await memberMatches(platform, q);
  if (matches === undefined) return [];
  const rows = await database
    .selectFrom('member')
    .select(['id', 'number', 'name', 'nameLocal', 'phone', 'locality', 'status'])
    .where(matches)
    .orderBy('name')
    .orderBy('id')
    .limit(limit)
    .execute();
  // Only values of this type are written into the column.
  return rows.map((row) => ({ ...row, status: row.status as MemberStatus }));
}
