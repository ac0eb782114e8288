import { searchWords } from '@kafal/core';
import type { Trx } from '../../platform/platform.ts';

const LONGEST_WORD = 60;

/** The words a search finds a member by, in both scripts. */
export async function keepNameWords(trx: Trx, memberId: number, name: string, nameLocal: string | null): Promise<void> {
  await trx.deleteFrom('member_word').where('memberId', '=', memberId).execute();
  const words = new Set(searchWords(`${name} ${nameLocal ?? ''}`).map((word) => word.slice(0, LONGEST_WORD)));
  if (words.size === 0) return;
  await trx
    .insertInto('member_word')
    .values([...words].map((word) => ({ word, memberId })))
    .execute();
}
