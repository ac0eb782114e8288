// A second person looks at a paper: not who sent it, and nobody at their own. One person may have two log-ins.

import type { Reader } from '../../platform/database/dialect.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { areOnePerson } from '../approvals/index.ts';

interface Person {
  readonly memberId: number | null;
  readonly email: string | null;
  readonly phone: string | null;
}

/** Whether these are the papers of whoever looks, as a member. */
export async function isOwnPaper(reader: Reader, actor: Actor, memberId: number): Promise<boolean> {
  if (actor.memberId === memberId) return true;
  const member = await reader
    .selectFrom('member')
    .select(['id as memberId', 'email', 'phone'])
    .where('id', '=', memberId)
    .executeTakeFirst();
  return member !== undefined && isSame(await personOf(reader, actor.userId), member);
}

/** Why this person may not decide on the paper; undefined when they may. */
export async function mayNotCheck(
  reader: Reader,
  actor: Actor,
  paper: { readonly memberId: number; readonly addedByUserId: number | null },
): Promise<'NOT_PERMITTED' | 'PAPER_OWN' | 'PAPER_SENT_BY_YOU' | undefined> {
  if (!actor.permissions.has('kyc.check')) return 'NOT_PERMITTED';
  if (await isOwnPaper(reader, actor, paper.memberId)) return 'PAPER_OWN';
  const { addedByUserId } = paper;
  if (addedByUserId === null) return undefined;
  return (await areOnePerson(reader, actor.userId, addedByUserId)) ? 'PAPER_SENT_BY_YOU' : undefined;
}

async function personOf(reader: Reader, userId: number): Promise<Person> {
  const user = await reader
    .selectFrom('user')
    .select(['memberId', 'email', 'phone'])
    .where('id', '=', userId)
    .executeTakeFirst();
  return user ?? { memberId: null, email: null, phone: null };
}

function isSame(one: Person, other: Person): boolean {
  return (
    (one.memberId !== null && one.memberId === other.memberId) ||
    (one.email !== null && one.email.toLowerCase() === other.email?.toLowerCase()) ||
    (one.phone !== null && one.phone === other.phone)
  );
}
