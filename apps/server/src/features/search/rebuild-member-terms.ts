// Fills in what members are found by where it is missing or was made by older rules. A piece at a time, each with its
// mark in one transaction, so that it goes on where it stopped and the counter never waits for it.

import { SOUND_RULES } from '@kafal/core';
import type { Platform } from '../../platform/platform.ts';
import { keepMemberTerms, TERM_RULES } from './member-terms.ts';

const NAME = 'member_search';
export const MEMBER_TERM_RULES = `${TERM_RULES}.${SOUND_RULES}`;
const PIECE = 200;

/** Answers how many members it filled in. */
export async function rebuildMemberTerms(platform: Platform): Promise<number> {
  let rebuilt = 0;
  for (;;) {
    const piece = await rebuildPiece(platform);
    rebuilt += piece;
    if (piece < PIECE) return rebuilt;
  }
}

async function rebuildPiece(platform: Platform): Promise<number> {
  const { database } = platform;
  const doneTo = await doneToBy(database);
  const next = await database.selectFrom('member').select('id').where('id', '>', doneTo).limit(1).executeTakeFirst();
  if (next === undefined) return 0;

  return platform.transact(async (trx) => {
    // Locked, so that whoever is renamed meanwhile writes after this.
    const members = await platform.dialect
      .forUpdate(
        trx
          .selectFrom('member')
          .select(['id', 'number', 'name', 'nameLocal', 'phone'])
          .where('id', '>', await doneToBy(trx))
          .orderBy('id')
          .limit(PIECE),
      )
      .execute();
    for (const member of members) await keepMemberTerms(trx, member);
    const last = members.at(-1);
    if (last !== undefined) {
      const row = { name: NAME, rules: MEMBER_TERM_RULES, doneTo: last.id, updatedAt: platform.clock.now() };
      await platform.dialect.upsert(trx, 'search_progress', row, { key: ['name'] });
    }
    return members.length;
  });
}

async function doneToBy(reader: Platform['database']): Promise<number> {
  const row = await reader
    .selectFrom('search_progress')
    .select('doneTo')
    .where('name', '=', NAME)
    .where('rules', '=', MEMBER_TERM_RULES)
    .executeTakeFirst();
  return row?.doneTo ?? 0;
}
