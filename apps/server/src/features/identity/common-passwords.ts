// The blocklist: words people use, alone, doubled, and with the endings they put behind them, plain or "l33t".

import { COMMON_ENDINGS, COMMON_RUNS, COMMON_WORDS } from './common-password-words.ts';

/** From this length on a run or a repetition is a password that somebody tries first. */
const LEAST_RUN = 4;

const words: ReadonlySet<string> = new Set(COMMON_WORDS);
const endings: ReadonlySet<string> = new Set(COMMON_ENDINGS);
const YEAR = /^[@#_.-]?(19[4-9]|20[0-4])\d$/;

/** Nearly a hundred thousand passwords, kept as the rule that makes them instead of as a list. */
export function isCommonPassword(password: string): boolean {
  const text = password.normalize('NFKC').toLowerCase();
  return [text, plainLetters(text)].some(
    (form) =>
      isWordWithEnding(form) || isWordBetweenDigits(form) || isBirthday(form) || isRepetition(form) || isRun(form),
  );
}

/** A word alone, doubled, or with an ending or a year: "welcome", "jaihindjaihind", "ganesh@123", "pune1985". */
function isWordWithEnding(text: string): boolean {
  for (let length = 1; length <= text.length; length += 1) {
    const word = text.slice(0, length);
    if (!words.has(word)) continue;
    const ending = text.slice(length);
    if (ending === '' || ending === word || endings.has(ending) || YEAR.test(ending)) return true;
  }
  return false;
}

const PLAIN: Readonly<Record<string, string>> = {
  '@': 'a',
  '4': 'a',
  '3': 'e',
  '1': 'i',
  '!': 'i',
  '0': 'o',
  $: 's',
  '5': 's',
  '7': 't',
};

/** "p@55w0rd" → "password" */
function plainLetters(text: string): string {
  return text.replace(/[@431!0$57]/g, (sign) => PLAIN[sign] ?? sign);
}

/** One common word with nothing but digits and signs around it: "2026#Welcome#2026". */
function isWordBetweenDigits(text: string): boolean {
  const inside = text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  return words.has(inside);
}

/** Eight digits that are a day, written either way round, with or without signs between: "15081947", "1947-08-15". */
function isBirthday(text: string): boolean {
  const digits = text.replace(/[-/. ]/g, '');
  return /^((0[1-9]|[12]\d|3[01])(0[1-9]|1[0-2])(19|20)\d\d|(19|20)\d\d(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01]))$/.test(
    digits,
  );
}

/** "aaaaaaaa", "12121212", "abcdabcd": a short piece over and over. */
function isRepetition(text: string): boolean {
  for (let length = 1; length <= Math.min(4, text.length / 2); length += 1) {
    const piece = text.slice(0, length);
    if (piece.repeat(Math.ceil(text.length / length)).startsWith(text)) return true;
  }
  return false;
}

/** The whole password is cut from runs: "qwerty1234", "abcd4321". */
function isRun(text: string): boolean {
  let place = 0;
  while (place < text.length) {
    let end = text.length;
    while (end - place >= LEAST_RUN && !COMMON_RUNS.some((run) => run.includes(text.slice(place, end)))) end -= 1;
    if (end - place < LEAST_RUN) return false;
    place = end;
  }
  return true;
}
