import { type RawBuilder, sql } from 'kysely';
import { type FindingPlatform, type MemberStep, memberSteps } from './member-steps.ts';

/** A subquery of ids. */
export type MembersTyped = RawBuilder<number>;

/** The members whom a typed text may mean, for the condition of a list; undefined when nothing was typed. */
export async function membersTyped(
  platform: FindingPlatform,
  typed: string | undefined,
): Promise<MembersTyped | undefined> {
  const text = (typed ?? '').trim();
  if (text === '') return undefined;
  const steps: MemberStep[] = [];
  for await (const step of memberSteps(platform, text)) {
    const { database, dialect } = platform;
    const { where, parameters } = step;
    if (step.isExact === undefined) steps.push(step);
    else if (await dialect.one(database, `SELECT memberId FROM member_search WHERE ${where} LIMIT 1`, parameters)) {
      return sql`(${idsOf(step)})`;
    }
  }
  if (steps.length === 0) return sql`(SELECT memberId FROM member_search WHERE memberId = 0)`;
  return sql`(${sql.join(steps.map(idsOf), sql` UNION `)})`;
}

function idsOf({ where, parameters }: MemberStep): RawBuilder<number> {
  const parts = where.split('?').flatMap((text, index) => {
    const value = parameters[index];
    return value === undefined ? [sql.raw(text)] : [sql.raw(text), sql`${value}`];
  });
  return sql`SELECT memberId FROM member_search WHERE ${sql.join(parts, sql.raw(''))}`;
}
