// What is the same in two ways to write one name. People spell a name as they hear it (Sunita, Suneeta, सुनीता), so a
// search compares the sound: aspirates, long vowels, doubled letters and letters that stand for one another are made
// one, and an a after the first vowel is left out, because nobody agrees where it is written (Kamla, Kamala, कमला).
// Apart from a few pairs of letters, the key of what somebody has typed so far begins the key of the whole name.

import { searchWords } from '../identity/names.ts';
import { isDevanagari, latinOfDevanagari } from './devanagari.ts';

/** Changed with any rule below, so that the keys that are kept are made again. */
export const SOUND_RULES = 1;

/** In this order; each reads what the one before has left. */
const ALIKE: readonly (readonly [RegExp, string])[] = [
  [/x/g, 'ks'],
  [/ck/g, 'k'],
  [/q/g, 'k'],
  // Breath: kh, chh, th, sh, singh. An h between vowels is heard.
  [/([bcdfgjklmnprstvwyz])h+/g, '$1'],
  [/f/g, 'p'],
  [/z/g, 'j'],
  [/ow(?=[^aeiouy])/g, 'o'],
  [/[bw]/g, 'v'],
  // Two vowels that are one sound.
  [/aa+/g, 'a'],
  [/ee+|ii+/g, 'i'],
  [/oo+|uu+/g, 'u'],
  [/au|ou/g, 'o'],
  [/ai/g, 'ay'],
  [/ey/g, 'e'],
  [/iy(?=[aeiou])/g, 'i'],
  [/([^aeiouy])y(?![aeiou])/g, '$1i'],
  // Letters written twice, and letters that are one in the other script: ज्ञ is gy, ङ is n.
  [/([a-z])\1+/g, '$1'],
  [/jn|^gn/g, 'gy'],
  [/ng/g, 'n'],
];

export function soundKey(word: string): string {
  const spelled = ALIKE.reduce((text, [letters, sound]) => text.replace(letters, sound), latinOf(word));
  const first = spelled.search(/[aeiou]/) + 1;
  return spelled.slice(0, first) + spelled.slice(first).replaceAll('a', '');
}

export interface TypedSound {
  readonly key: string;
  /** An a was typed last and left out: the word may end here, so no other letters may follow. */
  readonly isWhole: boolean;
}

/** How a word that may be only begun is looked for. */
export function typedSound(word: string): TypedSound {
  const key = soundKey(word);
  return { key, isWhole: /[aाआ]$/u.test(word.normalize('NFC').toLowerCase()) && !key.endsWith('a') };
}

/** The sounds of a name in either script, each once. */
export function soundsOf(name: string): string[] {
  return [...new Set(searchWords(name).map(soundKey))].filter((key) => key !== '');
}

function latinOf(word: string): string {
  const latin = isDevanagari(word) ? latinOfDevanagari(word) : word;
  return latin.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
