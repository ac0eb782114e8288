// What a member is found by, kept beside the member in the transaction that makes or changes them.

import { nationalDigits, searchWords, soundsOf } from '@kafal/core';
import type { NewRow } from '../../platform/database/schema.ts';
import type { Trx } from '../../platform/platform.ts';

/** Changed with any rule below, so that the terms that are kept are made again. */
export const TERM_RULES = 1;

const LONGEST_TERM = 60;
const LONGEST_WORDS = 1000;

export interface FindableMember {
  readonly id: number;
  readonly number: string;
  readonly name: string;
  readonly nameLocal: string | null;
  readonly phone: string | null;
}

export async function keepMemberTerms(trx: Trx, member: FindableMember): Promise<void> {
  await trx.deleteFrom('member_search').where('memberId', '=', member.id).execute();
  await trx.insertInto('member_search').values(termsOf(member)).execute();
}

export function termsOf({ id, number, name, nameLocal, phone }: FindableMember): NewRow<'member_search'>[] {
  const names = `${name} ${nameLocal ?? ''}`;
  const words = cut(searchWords(names));
  const sounds = cut(soundsOf(names));
  const beside = wordsBeside(words, sounds);
  const tail = numberTail(number);
  const rowsOf = (kind: NewRow<'member_search'>['kind'], terms: readonly string[], found: string | null) =>
    terms.map((term) => ({ kind, term, memberId: id, words: found }));
  return [
    ...rowsOf('word', words, beside),
    ...rowsOf('sound', sounds, beside),
    ...rowsOf('number', [numberTerm(number)], null),
    ...rowsOf('tail', tail === '' ? [] : [tail], null),
    ...rowsOf('phone', phone === null ? [] : [...new Set([phone.replace(/\D/g, ''), nationalDigits(phone)])], null),
  ];
}

/** ` sunita thapa =sunit =tap `: a blank begins each, so that the beginning of a word is found within the text. */
function wordsBeside(words: readonly string[], sounds: readonly string[]): string {
  return ` ${[...words, ...sounds.map((sound) => `=${sound}`)].join(' ')} `.slice(0, LONGEST_WORDS);
}

/** A number as it is compared: `m-2026-0002` and `M/2026/0002` are one. */
export function numberTerm(number: string): string {
  return number.toLowerCase().replace(/[^\p{L}\p{M}\p{N}]/gu, '');
}

/** What a clerk says for short: member 2 for M-2026-0002. */
function numberTail(number: string): string {
  return /0*(\d*)$/.exec(number)?.[1] ?? '';
}

function cut(terms: readonly string[]): string[] {
  return [...new Set(terms.map((term) => term.slice(0, LONGEST_TERM)))];
}
