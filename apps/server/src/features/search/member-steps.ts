// The one way to find a member: the counter, every list and the search of the whole house ask here. In steps, the surest
// first: the very number or phone; a number or phone that begins so; names that are written so; names that sound so.
// Plain SQL, because it is asked at every letter that somebody types.

import type { Platform } from '../../platform/platform.ts';
import { readTypedText, type TypedText, type TypedWord } from './typed-text.ts';

export interface MemberStep {
  /** A condition on the rows of `member_search`, the same on every database. */
  readonly where: string;
  readonly parameters: readonly string[];
  /** Whoever is found here is meant, and nobody else. */
  readonly isExact?: true;
}

export type FindingPlatform = Pick<Platform, 'database' | 'dialect'>;

/** Behind every character, so that a range holds all that begins with a text; the same order on every database. */
const LAST_CHARACTER = '\u{10FFFF}';
/** A word that more people have than this is not counted to its end. */
const MANY = 64;
/** Half the society's phones begin with the same three digits. */
const FEWEST_PHONE_DIGITS = 4;

export async function* memberSteps(platform: FindingPlatform, typed: string): AsyncGenerator<MemberStep> {
  const text = readTypedText(typed);
  yield* numberSteps(text);
  if (text.words.length === 0) return;
  yield await wordStep(platform, text.words);
  const asHeard = await soundStep(platform, text.words);
  if (asHeard !== undefined) yield asHeard;
}

function numberSteps({ number, digits }: TypedText): MemberStep[] {
  if (number === undefined) return [];
  return [
    { ...whole('number', number), isExact: true },
    ...(digits === undefined ? [] : [{ ...whole('phone', digits), isExact: true as const }, whole('tail', digits)]),
    beginning('number', number),
    ...(digits === undefined || digits.length < FEWEST_PHONE_DIGITS ? [] : [beginning('phone', digits)]),
  ];
}

async function wordStep(platform: FindingPlatform, words: readonly TypedWord[]): Promise<MemberStep> {
  const starts = words.map(({ word }) => ({ of: word, step: beginning('word', word) }));
  const first = await rarest(platform, starts);
  const others = words.filter(({ word }) => word !== first.of);
  return beside(
    first.step,
    others.map(({ word }) => [` ${word}`]),
  );
}

async function soundStep(platform: FindingPlatform, words: readonly TypedWord[]): Promise<MemberStep | undefined> {
  const starts = words.flatMap(({ word, sound }) =>
    sound === undefined
      ? []
      : [{ of: word, step: sound.isWhole ? whole('sound', sound.key) : beginning('sound', sound.key) }],
  );
  if (starts.length === 0) return undefined;
  const first = await rarest(platform, starts);
  const others = words.filter(({ word }) => word !== first.of);
  return beside(
    first.step,
    others.map(({ word, sound }) => [
      ` ${word}`,
      ...(sound === undefined ? [] : [` =${sound.key}${sound.isWhole ? ' ' : ''}`]),
    ]),
  );
}

function whole(kind: string, term: string): MemberStep {
  return { where: 'kind = ? AND term = ?', parameters: [kind, term] };
}

function beginning(kind: string, text: string): MemberStep {
  return { where: 'kind = ? AND term >= ? AND term < ?', parameters: [kind, text, `${text}${LAST_CHARACTER}`] };
}

/** The other words, each in one of its forms, are looked for in the row itself, which costs no second look. */
function beside({ where, parameters }: MemberStep, others: readonly (readonly string[])[]): MemberStep {
  const conditions = others.map((forms) => ` AND (${forms.map(() => 'instr(words, ?) > 0').join(' OR ')})`);
  return { where: where + conditions.join(''), parameters: [...parameters, ...others.flat()] };
}

interface Start {
  readonly of: string;
  readonly step: MemberStep;
}

/**
 * The word that the fewest have is read from its beginning to its end; the others are looked for beside it. Of words
 * that many have, the longest stands for the fewest.
 */
async function rarest({ database, dialect }: FindingPlatform, starts: readonly Start[]): Promise<Start> {
  const longestFirst = starts.toSorted((one, other) => other.of.length - one.of.length);
  const [longest] = longestFirst;
  if (longest === undefined) throw new Error('Somebody is found by at least one word.');
  if (starts.length === 1) return longest;
  const counts = await dialect.all<{ found: number }>(
    database,
    longestFirst
      .map(
        ({ step: { where } }) =>
          `SELECT COUNT(*) AS found FROM (SELECT 1 AS one FROM member_search WHERE ${where} LIMIT ${MANY}) counted`,
      )
      .join(' UNION ALL '),
    longestFirst.flatMap(({ step: { parameters } }) => parameters),
  );
  const found = counts.map((count) => count.found);
  return longestFirst[found.indexOf(Math.min(...found))] ?? longest;
}
