import { expect, test } from 'vitest';
import { acts, pages, placeMatches } from './palette-places.ts';

const found = (typed: string) =>
  [...acts, ...pages].filter((place) => placeMatches(place, '', typed)).map((p) => p.label);

test('a page or an act is found in the words of either language, in any order, half typed', () => {
  expect(found('take rec')).toContain('act.takeReceipt');
  expect(found('रसीद')).toContain('act.takeReceipt');
  expect(found('member reg')).toEqual(['act.registerMember']);
  expect(found('तलपट')).toEqual(['nav.trialBalance']);
  expect(found('till open')).toEqual(['act.openTill']);
});

test('a word that is heard alike is enough, a word that nobody uses is not', () => {
  expect(found('risipt')).toEqual([]);
  expect(found('wautchar')).toEqual([]);
  expect(found('vowcher')).toContain('act.enterVoucher');
  expect(found('xyz')).toEqual([]);
  expect(found(' ')).toEqual([]);
});

test('every page of the menu carries words of both languages', () => {
  expect(pages.filter(({ words }) => !/[a-z]/.test(words) || !/[\u0900-\u097f]/.test(words))).toEqual([]);
});
