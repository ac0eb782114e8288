import type { MemberStatus } from '@kafal/core';
import { type FindingPlatform, memberSteps } from './member-steps.ts';

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
export async function findMembers(platform: FindingPlatform, typed: string, limit: number): Promise<FoundMember[]> {
  if (typed.trim() === '') return [];
  const found = new Map<number, FoundMember>();
  for await (const { where, parameters, isExact } of memberSteps(platform, typed)) {
    const firstRows = (most: number) =>
      platform.dialect.all<FoundMember>(
        platform.database,
        `SELECT m.id, m.number, m.name, m.nameLocal, m.phone, m.locality, m.status
         FROM member_search s JOIN member m ON m.id = s.memberId
         WHERE ${where} ORDER BY s.term, s.memberId LIMIT ?`,
        [...parameters, most],
      );
    const wanted = limit + found.size;
    let rows = await firstRows(wanted);
    for (const row of rows) if (!found.has(row.id)) found.set(row.id, row);
    if (found.size < limit && rows.length === wanted) {
      // Those found before, and those with two words that begin so, came again.
      rows = await firstRows(wanted * 2);
      for (const row of rows) if (!found.has(row.id)) found.set(row.id, row);
    }
    if (found.size >= limit || (isExact && rows.length > 0)) break;
  }
  return [...found.values()].slice(0, limit);
}
