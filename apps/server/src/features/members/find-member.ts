import type { MemberStatus } from '@kafal/core';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Row } from '../../platform/database/schema.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform, Trx } from '../../platform/platform.ts';

export type Member = Omit<Row<'member'>, 'status' | 'memberClass' | 'gender' | 'language'> & {
  readonly status: MemberStatus;
  readonly memberClass: 'regular' | 'nominal' | 'associate' | 'minor' | 'institution';
  readonly gender: 'female' | 'male' | 'other';
  readonly language: 'en' | 'hi';
};

export async function findMember(reader: Reader, id: number): Promise<Member | undefined> {
  return memberOf(await memberById(reader, id).executeTakeFirst());
}

export async function getMember(reader: Reader, id: number): Promise<Member> {
  return (await findMember(reader, id)) ?? notThere();
}

/** Locked until the transaction ends: whoever pays, suspends or changes the same member meanwhile waits. */
export async function getMemberForUpdate(trx: Trx, platform: Pick<Platform, 'dialect'>, id: number): Promise<Member> {
  return memberOf(await platform.dialect.forUpdate(memberById(trx, id)).executeTakeFirst()) ?? notThere();
}

/** A member finds themselves and nobody else; another's id answers as if it did not exist. */
export async function getMemberFor(platform: Platform, actor: Actor, id: number): Promise<Member> {
  if (actor.kind === 'member' && actor.memberId !== id) return notThere();
  return getMember(platform.database, id);
}

export function notThere(): never {
  throw new Refusal('missing', 'MEMBER_NOT_FOUND');
}

const memberById = (reader: Reader, id: number) => reader.selectFrom('member').selectAll('member').where('id', '=', id);

function memberOf(row: Row<'member'> | undefined): Member | undefined {
  // The four words are written only from values of these types.
  return row as Member | undefined;
}
