import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkNumberPattern, formatNumber, NumberPatternError, type NumberPatternRefusal } from './number-pattern.ts';

const VALUES = { year: 2026, financialYear: '2026-27', prefix: 'SB' };

test.each([
  ['KCS-{YYYY}-{N:4}', 1, 'KCS-2026-0001'],
  ['KCS-{YYYY}-{N:4}', 9_999, 'KCS-2026-9999'],
  ['KCS-{YYYY}-{N:4}', 10_000, 'KCS-2026-10000'],
  ['KCS{YYYY}{N:3}', 999, 'KCS2026999'],
  ['KCS{YYYY}{N:3}', 1_000, 'KCS20261000'],
  ['{PREFIX}{N:6}', 42, 'SB000042'],
  ['R/{FY}/{N}', 7, 'R/2026-27/7'],
  ['{N:2}.{YY}', 3, '03.26'],
])('%s makes %i into %s', (pattern, n, number) => {
  expect(formatNumber(pattern, n, VALUES)).toBe(number);
});

test('a part without a value leaves nothing behind', () => {
  expect(formatNumber('{PREFIX}{N:3}', 5, { year: 2026, financialYear: '2026-27' })).toBe('005');
});

describe('patterns that cannot be', () => {
  test.each<[string, NumberPatternRefusal, string]>([
    ['KCS-{YYYY}', 'NUMBER_PATTERN_NEEDS_ONE_NUMBER', 'A number pattern counts with exactly one {N} or {N:4}.'],
    ['', 'NUMBER_PATTERN_NEEDS_ONE_NUMBER', 'A number pattern counts with exactly one {N} or {N:4}.'],
    ['{N}{N:3}', 'NUMBER_PATTERN_NEEDS_ONE_NUMBER', 'A number pattern counts with exactly one {N} or {N:4}.'],
    [
      '{MONTH}{N}',
      'NUMBER_PATTERN_UNKNOWN_PART',
      '{MONTH} is not a part of a number; use {YYYY}, {YY}, {FY}, {PREFIX}, {N} or {N:4}.',
    ],
    [
      '{N:0}',
      'NUMBER_PATTERN_UNKNOWN_PART',
      '{N:0} is not a part of a number; use {YYYY}, {YY}, {FY}, {PREFIX}, {N} or {N:4}.',
    ],
    ['K C {N}', 'NUMBER_PATTERN_CHARACTER', 'Between its parts a number pattern has only letters, digits and - / .'],
    ['{{N}', 'NUMBER_PATTERN_CHARACTER', 'Between its parts a number pattern has only letters, digits and - / .'],
    ['क{N}', 'NUMBER_PATTERN_CHARACTER', 'Between its parts a number pattern has only letters, digits and - / .'],
    [`${'K'.repeat(38)}{N}`, 'NUMBER_PATTERN_TOO_LONG', 'A number pattern has at most 40 characters.'],
  ])('%s', (pattern, code, message) => {
    expect(() => checkNumberPattern(pattern)).toThrow(NumberPatternError);
    expect(() => formatNumber(pattern, 1, VALUES)).toThrow(expect.objectContaining({ code, message }));
  });

  test('counting starts at one', () => {
    expect(() => formatNumber('{N}', 0, VALUES)).toThrow('numbers are counted from one');
  });
});

test('two different counts never give the same number', () => {
  const somePattern = fc.constantFrom(
    'KCS-{YYYY}-{N:4}',
    'KCS{YYYY}{N:3}',
    '{PREFIX}{N:6}',
    '{N}{YYYY}',
    '{N:3}9',
    '9{N}',
  );
  const someCount = fc.integer({ min: 1, max: 1e9 });
  fc.assert(
    fc.property(somePattern, someCount, someCount, (pattern, left, right) => {
      fc.pre(left !== right);
      expect(formatNumber(pattern, left, VALUES)).not.toBe(formatNumber(pattern, right, VALUES));
    }),
  );
});
