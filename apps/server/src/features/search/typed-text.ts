// What somebody typed to find a member, read as a number, a phone and the beginnings of words.

import { searchWords, type TypedSound, toLatinDigits, typedSound } from '@kafal/core';
import { numberTerm } from './member-terms.ts';

export interface TypedWord {
  readonly word: string;
  /** Undefined while too little is typed to say how it sounds. */
  readonly sound: TypedSound | undefined;
}

export interface TypedText {
  /** Undefined when there is no digit in it. */
  readonly number: string | undefined;
  /** The digits alone, when nothing else was typed. */
  readonly digits: string | undefined;
  readonly words: readonly TypedWord[];
}

const MOST_WORDS = 5;
/** The beginning of a name sounds like half the society before this many letters of its sound are typed. */
const FEWEST_SOUND_LETTERS = 3;

export function readTypedText(typed: string): TypedText {
  const text = toLatinDigits(typed).trim();
  const digits = /^[\d\s()+./-]+$/.test(text) ? text.replace(/\D/g, '').replace(/^0+/, '') : '';
  return {
    number: /\d/.test(text) ? numberTerm(text) : undefined,
    digits: digits === '' ? undefined : digits,
    words: searchWords(text)
      .slice(0, MOST_WORDS)
      .map((word) => ({ word, sound: soundOf(word) })),
  };
}

function soundOf(word: string): TypedSound | undefined {
  const sound = typedSound(word);
  return sound.isWhole || sound.key.length >= FEWEST_SOUND_LETTERS ? sound : undefined;
}
