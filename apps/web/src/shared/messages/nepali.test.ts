import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { shareSaid, withEnglish } from './begun-catalogue.ts';
import { languages } from './messages.ts';
import { nepaliTerms } from './ne/glossary.ts';

const catalogues = import.meta.glob<Record<string, Record<string, string>>>('./*/{member,setup,shared}.ts', {
  eager: true,
});

function catalogue(language: string): Record<string, string> {
  return Object.assign(
    {},
    ...Object.entries(catalogues)
      .filter(([path]) => path.startsWith(`./${language}/`))
      .flatMap(([, areas]) => Object.values(areas)),
  );
}

const english = catalogue('en');
const nepali = catalogue('ne');
const percent = Math.floor(shareSaid(english, nepali) * 100);

/** The first column of the glossary; what has no word in Hindi is a word of the program, not of the society. */
function glossaryWords(): string[] {
  const text = readFileSync(new URL('../../../../../docs/GLOSSARY.md', import.meta.url), 'utf8');
  return [...text.matchAll(/^\| ([^|]+) \| ([^|]+) \|/gm)]
    .map(([, word = '', hindi = '']) => ({ word: word.trim(), hindi: hindi.trim() }))
    .filter(({ word, hindi }) => word !== 'word' && hindi !== '–' && !word.startsWith('-'))
    .flatMap(({ word }) => word.split(', '));
}

const words = glossaryWords();
const known = words.filter((word) => Object.hasOwn(nepaliTerms, word));

test(`Nepali has ${known.length} of the ${words.length} words of the glossary`, () => {
  expect(known.length).toBeGreaterThan(40);
});

test('each word is Nepali, in one composed form', () => {
  for (const word of Object.values(nepaliTerms)) {
    expect(word).toBe(word.normalize('NFC'));
    expect(word).toMatch(/^[\u0900-\u097f ]+$/);
  }
});

test(`Nepali says ${percent} per cent of what a member reads, and nothing that English does not say`, () => {
  expect(Object.keys(nepali).filter((key) => english[key] === undefined)).toEqual([]);
  expect(Object.values(nepali).filter((sentence) => sentence.trim() === '')).toEqual([]);
  expect(percent).toBeGreaterThan(0);
});

test('what is not said yet is said in English, so no reader meets a key', () => {
  const read = withEnglish(english, nepali);
  expect(Object.keys(read).sort()).toEqual(Object.keys(english).sort());
  expect(read['home.savings']).toBe('बचत');
  expect(read['shell.skip']).toBe(english['shell.skip']);
});

test('only languages that are whole are offered', () => {
  const begun = ['en', 'hi', 'ne'].filter((language) => shareSaid(english, catalogue(language)) < 1);
  expect(begun.filter((language) => languages.some((offered) => offered === language))).toEqual([]);
  for (const offered of languages) expect(shareSaid(english, catalogue(offered))).toBe(1);
});
