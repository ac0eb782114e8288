// Which members belong together, as the office was told. Whoever decides on loans does not decide on one of their family.

import type { NamedRelative, NameRelativeBody } from '@kafal/contract';
import type { z } from 'zod';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { recordAudit } from '../audit/index.ts';
import { getMemberForUpdate } from '../members/index.ts';

export async function relativesOf(reader: Reader, memberId: number): Promise<z.infer<typeof NamedRelative>[]> {
  const rows = await reader
    .selectFrom('member_relative as r')
    .innerJoin('member as m', (join) =>
      join.on(({ or, and, eb, ref }) =>
        or([
          and([eb('r.memberId', '=', memberId), eb('m.id', '=', ref('r.relativeId'))]),
          and([eb('r.relativeId', '=', memberId), eb('m.id', '=', ref('r.memberId'))]),
        ]),
      ),
    )
    .select(['m.id', 'm.number', 'm.name', 'r.relation'])
    .orderBy('r.id')
    .execute();
  return rows.map(({ id, number, name, relation }) => ({
    memberId: String(id),
    memberNumber: number,
    memberName: name,
    relation,
  }));
}

export async function nameRelative(
  platform: Platform,
  actor: Actor,
  { memberId, memberNumber, relation }: z.output<typeof NameRelativeBody> & { readonly memberId: number },
): Promise<void> {
  await platform.transact(async (trx) => {
    const { number } = await getMemberForUpdate(trx, platform, memberId);
    const other = await trx
      .selectFrom('member')
      .select(['id', 'number'])
      .where('number', '=', memberNumber)
      .executeTakeFirst();
    if (other === undefined) {
      throw new Refusal('missing', 'RELATIVE_UNKNOWN', { number: memberNumber }, 'memberNumber');
    }
    if (other.id === memberId) throw new Refusal('rule', 'RELATIVE_IS_SELF', undefined, 'memberNumber');
    const pair = asPair(memberId, other.id);
    if ((await findPair(trx, pair)) !== undefined) {
      throw new Refusal('conflict', 'RELATIVE_NAMED', { number: other.number }, 'memberNumber');
    }
    await trx
      .insertInto('member_relative')
      .values({ ...pair, relation, namedByUserId: actor.userId, recordedAt: platform.clock.now() })
      .execute();
    await recordAudit(trx, platform, actor, {
      action: 'member.relative_named',
      subjectKind: 'member',
      subjectId: memberId,
      newValues: { number, relative: other.number, relation },
    });
  });
}

export async function unnameRelative(
  platform: Platform,
  actor: Actor,
  { memberId, relativeId }: { readonly memberId: number; readonly relativeId: number },
): Promise<void> {
  await platform.transact(async (trx) => {
    const { number } = await getMemberForUpdate(trx, platform, memberId);
    const pair = asPair(memberId, relativeId);
    const there = await findPair(trx, pair);
    if (there === undefined) throw new Refusal('missing', 'RELATIVE_NOT_NAMED');
    await trx.deleteFrom('member_relative').where('id', '=', there.id).execute();
    const other = await trx.selectFrom('member').select('number').where('id', '=', relativeId).executeTakeFirst();
    await recordAudit(trx, platform, actor, {
      action: 'member.relative_taken_back',
      subjectKind: 'member',
      subjectId: memberId,
      oldValues: { number, relative: other?.number ?? null, relation: there.relation },
    });
  });
}

const asPair = (one: number, other: number) => ({
  memberId: Math.min(one, other),
  relativeId: Math.max(one, other),
});

function findPair(trx: Trx, pair: ReturnType<typeof asPair>) {
  return trx
    .selectFrom('member_relative')
    .select(['id', 'relation'])
    .where('memberId', '=', pair.memberId)
    .where('relativeId', '=', pair.relativeId)
    .executeTakeFirst();
}
