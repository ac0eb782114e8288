import { expect, test } from 'vitest';
import { passwordLength } from './passwords.ts';

test('characters are counted as people count them, in every script', () => {
  expect(passwordLength('kitab jahaj')).toBe(11);
  expect(passwordLength('🪔🐘🌾')).toBe(3);
  // One letter, whether its mark was typed with it or after it.
  expect(passwordLength('e\u0301')).toBe(passwordLength('\u00e9'));
});
