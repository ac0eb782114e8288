import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normaliseName, searchWords } from './names.ts';

test('blanks around and between the words of a name are made single', () => {
  expect(normaliseName('  Asha \t Devi\n ')).toBe('Asha Devi');
  expect(normaliseName('Asha\u00a0Devi')).toBe('Asha Devi');
});

test('the two ways to type a letter with a mark are one name', () => {
  expect(normaliseName('Jose\u0301')).toBe(normaliseName('José'));
  expect(normaliseName('ज़रीना')).toBe(normaliseName('\u095bरीना'));
});

test('search words are lower-case, without punctuation, each once, and keep Devanagari whole', () => {
  expect(searchWords("  Asha O'Neil-Devi, ASHA ")).toEqual(['asha', 'o', 'neil', 'devi']);
  expect(searchWords('श्रीमती सीता राम')).toEqual(['श्रीमती', 'सीता', 'राम']);
  expect(searchWords(' – ')).toEqual([]);
});

test('a normalised name stays as it is, and its words are those of the name as typed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (name) => {
      const normalised = normaliseName(name);
      expect(normaliseName(normalised)).toBe(normalised);
      expect(searchWords(normalised)).toEqual(searchWords(name));
    }),
  );
});
