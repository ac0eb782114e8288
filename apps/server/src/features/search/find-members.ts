import type { MemberStatus } from '@kafal/core';
import type { Platform } from '../../platform/platform.ts';
import { memberSteps } from './member-steps.ts';

export interface FoundMember {
  readonly id: number;
  readonly number: string;
  readonly name: string;
  readonly nameLocal: string | null;
  readonly phone: string | null;
  readonly locality: string;
  readonly status: MemberStatus;
}

/** For somebody who looks for one person: the first few whom the typed text may mean, the surest first. */
export async function findMembers(
  { database }: Pick<Platform, 'database'>,
  typed: string,
  limit: number,
): Promise<FoundMember[]> {
  if (typed.trim() === '') return [];
  const ids = new Set<number>();
  for (const step of await memberSteps(database, typed)) {
    const rows = await step
      .select('memberId')
      .orderBy('term')
      .orderBy('memberId')
      // Those found before, and those with two words that begin so, come again.
      .limit((limit + ids.size) * 2)
      .execute();
    for (const { memberId } of rows) ids.add(memberId);
    if (ids.size >= limit) break;
  }
  const wanted = [...ids].slice(0, limit);
  if (wanted.length === 0) return [];

  const rows = await database
    .selectFrom('member')
    .select(['id', 'number', 'name', 'nameLocal', 'phone', 'locality', 'status'])
    .where('id', 'in', wanted)
    .execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  return wanted.flatMap((id) => {
    const row = byId.get(id);
    // Only values of this type are written into the column.
    return row === undefined ? [] : [{ ...row, status: row.status as MemberStatus }];
  });
}
