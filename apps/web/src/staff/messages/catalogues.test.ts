import { expect, test } from 'vitest';
import { messages as english } from './en.ts';
import { messages as hindi } from './hi.ts';

const en: Readonly<Record<string, string>> = english;
const hi: Readonly<Record<string, string>> = hindi;
const slotsOf = (sentence: string) => [...sentence.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();

test('English and Hindi have the same keys', () => {
  expect(Object.keys(hi).sort()).toEqual(Object.keys(en).sort());
});

test('no sentence is empty', () => {
  expect([...Object.entries(en), ...Object.entries(hi)].filter(([, sentence]) => sentence.trim() === '')).toEqual([]);
});

test('both languages fill the same slots', () => {
  const differing = Object.keys(en).filter((key) => slotsOf(en[key] ?? '').join() !== slotsOf(hi[key] ?? '').join());
  expect(differing).toEqual([]);
});

test('a plural has both its forms', () => {
  const lone = Object.keys(en).filter(
    (key) =>
      (key.endsWith('_one') && !(key.replace(/_one$/, '_other') in en)) ||
      (key.endsWith('_other') && !(key.replace(/_other$/, '_one') in en)),
  );
  expect(lone).toEqual([]);
});

test('Hindi is written in Devanagari, but for marks and codes', () => {
  const latin = Object.entries(hi).filter(
    ([key, sentence]) => !/[\u0900-\u097f]/.test(sentence) && sentence === en[key],
  );
  expect(latin.map(([key]) => key)).toEqual(['shell.findKeys', 'field.dayExample', 'receipt.by', 'roles.cell']);
});
