// The one way to find a member: the counter, every list and the search of the whole house ask here. In steps, the surest
// first: the very number or phone; a number or phone that begins so; names that are written so; names that sound so.

import { type SelectQueryBuilder, sql } from 'kysely';
import type { Reader } from '../../platform/database/dialect.ts';
import type { MemberSearchTable, Schema } from '../../platform/database/schema.ts';
import { readTypedText, type TypedText, type TypedWord } from './typed-text.ts';

/** Rows of members, of which those of one step come in the order of their terms. */
export type MemberStep = SelectQueryBuilder<Schema, 'member_search', object>;

/** Behind every character, so that a range holds all that begins with a text; the same order on every database. */
const LAST_CHARACTER = '\u{10FFFF}';
/** A word that more people have than this is not counted to its end. */
const MANY = 500;
/** Half the society's phones begin with the same three digits. */
const FEWEST_PHONE_DIGITS = 4;

export async function memberSteps(reader: Reader, typed: string): Promise<MemberStep[]> {
  const text = readTypedText(typed);
  const exact = await exactMembers(reader, text);
  if (exact.length > 0) return [termRows(reader).where('memberId', 'in', exact).where('kind', '=', 'number')];

  const steps = [...numberSteps(reader, text)];
  if (text.words.length > 0) {
    const asWritten = await wordStep(reader, text.words);
    const asHeard = await soundStep(reader, text.words);
    steps.push(asWritten, ...(asHeard === undefined ? [] : [asHeard]));
  }
  return steps;
}

const termRows = (reader: Reader): MemberStep => reader.selectFrom('member_search');

async function exactMembers(reader: Reader, { number, digits }: TypedText): Promise<number[]> {
  if (number === undefined) return [];
  const rows = await termRows(reader)
    .select('memberId')
    .where('kind', '=', 'number')
    .where('term', '=', number)
    .$if(digits !== undefined, (select) =>
      select.unionAll(
        termRows(reader)
          .select('memberId')
          .where('kind', '=', 'phone')
          .where('term', '=', digits ?? ''),
      ),
    )
    .execute();
  return rows.map(({ memberId }) => memberId);
}

function numberSteps(reader: Reader, { number, digits }: TypedText): MemberStep[] {
  if (number === undefined) return [];
  return [
    ...(digits === undefined ? [] : [termRows(reader).where('kind', '=', 'tail').where('term', '=', digits)]),
    beginning(reader, 'number', number),
    ...(digits === undefined || digits.length < FEWEST_PHONE_DIGITS ? [] : [beginning(reader, 'phone', digits)]),
  ];
}

async function wordStep(reader: Reader, words: readonly TypedWord[]): Promise<MemberStep> {
  const starts = words.map(({ word }) => ({ of: word, rows: beginning(reader, 'word', word) }));
  const first = await rarest(starts);
  return words
    .filter(({ word }) => word !== first.of)
    .reduce((rows, { word }) => rows.where(beside(` ${word}`)), first.rows);
}

async function soundStep(reader: Reader, words: readonly TypedWord[]): Promise<MemberStep | undefined> {
  const starts = words.flatMap(({ word, sound }) =>
    sound === undefined
      ? []
      : [
          {
            of: word,
            rows: sound.isWhole
              ? termRows(reader).where('kind', '=', 'sound').where('term', '=', sound.key)
              : beginning(reader, 'sound', sound.key),
          },
        ],
  );
  if (starts.length === 0) return undefined;
  const first = await rarest(starts);
  return words
    .filter(({ word }) => word !== first.of)
    .reduce(
      (rows, { word, sound }) =>
        rows.where(({ or }) =>
          or([
            beside(` ${word}`),
            ...(sound === undefined ? [] : [beside(` =${sound.key}${sound.isWhole ? ' ' : ''}`)]),
          ]),
        ),
      first.rows,
    );
}

function beginning(reader: Reader, kind: MemberSearchTable['kind'], text: string): MemberStep {
  return termRows(reader)
    .where('kind', '=', kind)
    .where('term', '>=', text)
    .where('term', '<', `${text}${LAST_CHARACTER}`);
}

/** In the row itself, so that a second word costs no second look. */
const beside = (text: string) => sql<boolean>`instr(words, ${text}) > 0`;

interface Start {
  readonly of: string;
  readonly rows: MemberStep;
}

/** The word that the fewest have is read from its beginning to its end; the others are looked for beside it. */
async function rarest(starts: readonly Start[]): Promise<Start> {
  const [only] = starts;
  if (only === undefined) throw new Error('Somebody is found by at least one word.');
  if (starts.length === 1) return only;
  const counts = await Promise.all(
    starts.map(async ({ rows }) => (await rows.select('memberId').limit(MANY).execute()).length),
  );
  return starts[counts.indexOf(Math.min(...counts))] ?? only;
}
