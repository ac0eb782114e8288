import { expect, test } from 'vitest';
import { wrapped } from './receipt-picture.ts';

/** Every letter is one wide. */
const byLetters = (text: string) => text.length;

test('words stay whole and no line is wider than its room', () => {
  expect(wrapped('Rupees one thousand two hundred and fifty only', 16, byLetters)).toEqual([
    'Rupees one',
    'thousand two',
    'hundred and',
    'fifty only',
  ]);
  expect(wrapped('', 10, byLetters)).toEqual([]);
});

test('a word longer than a line is broken, and nothing of it is lost', () => {
  expect(wrapped('UTR ABCDEFGHIJKLMNOP ok', 6, byLetters)).toEqual(['UTR', 'ABCDEF', 'GHIJKL', 'MNOP', 'ok']);
});
