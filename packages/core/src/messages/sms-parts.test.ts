import { expect, test } from 'vitest';
import { smsLength } from './sms-parts.ts';

test.each([
  ['', 1, 0, false],
  ['a'.repeat(160), 1, 160, false],
  ['a'.repeat(161), 2, 161, false],
  ['a'.repeat(306), 2, 306, false],
  ['a'.repeat(307), 3, 307, false],
  // Brackets and the euro take two places.
  ['[]€'.repeat(26) + 'a'.repeat(4), 1, 160, false],
  ['[]€'.repeat(26) + 'a'.repeat(5), 2, 161, false],
  ['₹' + 'a'.repeat(69), 1, 70, true],
  ['₹' + 'a'.repeat(70), 2, 71, true],
  ['क'.repeat(134), 2, 134, true],
  ['क'.repeat(135), 3, 135, true],
])('%#', (text, parts, length, isUnicode) => {
  expect(smsLength(text)).toEqual({ parts, length, isUnicode });
});
