import type { SelectQueryBuilder } from 'kysely';
import type { Schema } from '../../platform/database/schema.ts';
import type { Platform } from '../../platform/platform.ts';
import { memberSteps } from './member-steps.ts';

export type MembersTyped = SelectQueryBuilder<Schema, 'member_search', { memberId: number }>;

/** The ids of the members whom a typed text may mean, for the condition of a list; undefined when nothing was typed. */
export async function membersTyped(
  platform: Pick<Platform, 'database'>,
  typed: string | undefined,
): Promise<MembersTyped | undefined> {
  const text = (typed ?? '').trim();
  if (text === '') return undefined;
  const { database } = platform;
  const steps = (await memberSteps(database, text)).map((rows) => rows.select('memberId'));
  const nobody = database.selectFrom('member_search').select('memberId').where('memberId', '=', 0);
  // A list asks whether somebody is among them, however often.
  return steps.length === 0 ? nobody : steps.slice(1).reduce((all, rows) => all.union(rows), steps[0] ?? nobody);
}
