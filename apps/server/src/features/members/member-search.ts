// How a member is found: by number or phone written out, or by words, each the beginning of one of the name's words in
// either script.

import { normalisePhone, type PhoneCountry, searchWords } from '@kafal/core';
import type { ExpressionBuilder, ExpressionWrapper, SqlBool } from 'kysely';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Schema } from '../../platform/database/schema.ts';
import type { Platform } from '../../platform/platform.ts';
import { setting } from '../society/index.ts';

/** Behind every character, so that a range holds all that begins with a text; the same order on every database. */
const LAST_CHARACTER = '\u{10FFFF}';
const MOST_WORDS = 5;

type Condition = (where: ExpressionBuilder<Schema, 'member'>) => ExpressionWrapper<Schema, 'member', SqlBool>;

/** The condition for what somebody typed; undefined when nothing was typed. */
export async function memberMatches(platform: Platform, typed: string | undefined): Promise<Condition | undefined> {
  const q = (typed ?? '').trim();
  if (q === '') return undefined;

  const exact = await membersNamedExactly(platform.database, await setting(platform, 'phone.country'), q);
  if (exact.length > 0) return (where) => where('member.id', 'in', exact);
  const words = searchWords(q).slice(0, MOST_WORDS);
  if (words.length === 0) return (where) => where('member.id', '=', 0);
  return (where) =>
    where.and(
      words.map((word) =>
        where('member.id', 'in', (inner) =>
          inner
            .selectFrom('member_word')
            .select('member_word.memberId')
            .where('member_word.word', '>=', word)
            .where('member_word.word', '<', `${word}${LAST_CHARACTER}`),
        ),
      ),
    );
}

async function membersNamedExactly(reader: Reader, country: PhoneCountry, q: string): Promise<number[]> {
  const phone = normalisePhone(q, country);
  const rows = await reader
    .selectFrom('member')
    .select('id')
    .where((where) =>
      where.or([
        where('number', 'in', [q, q.toUpperCase()]),
        ...(phone === undefined ? [] : [where('phone', '=', phone)]),
      ]),
    )
    .execute();
  return rows.map(({ id }) => id);
}
