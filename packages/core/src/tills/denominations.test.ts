import fc from 'fast-check';
import { expect, test } from 'vitest';
import { money, parseMoney } from '../money/money.ts';
import { COUNTRY_PRESETS } from '../presets/country-presets.ts';
import { DenominationError, denominationTotal } from './denominations.ts';

const notes = COUNTRY_PRESETS['IN-STATE'].denominations.value;
const count = (note: string, pieces: number) => ({ denomination: parseMoney(note), count: pieces });

test('a till of 3 × 500, 12 × 100 and 7 × 2 holds 2,714.00', () => {
  const counted = [count('500.00', 3), count('100.00', 12), count('2.00', 7), count('1.00', 0)];
  expect(denominationTotal(counted, notes)).toBe(parseMoney('2714.00'));
  expect(denominationTotal([], notes)).toBe(0);
});

test.each([
  ['DENOMINATION_UNKNOWN', [count('2000.00', 1)], 'There is no note or coin of 2000.00 here.'],
  ['DENOMINATION_REPEATED', [count('500.00', 1), count('500.00', 2)], 'The count names 500.00 twice.'],
  ['DENOMINATION_COUNT_INVALID', [count('500.00', -1)], 'The pieces of 500.00 are a whole number from 0 to 1000000.'],
  ['DENOMINATION_COUNT_INVALID', [count('500.00', 1.5)], 'The pieces of 500.00 are a whole number from 0 to 1000000.'],
  ['DENOMINATION_COUNT_INVALID', [count('500.00', 1e7)], 'The pieces of 500.00 are a whole number from 0 to 1000000.'],
])('%s', (code, counts, message) => {
  expect(() => denominationTotal(counts, notes)).toThrow(DenominationError);
  expect(() => denominationTotal(counts, notes)).toThrow(expect.objectContaining({ code, message }));
});

test('the total is the sum of pieces times value', () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat({ max: 1_000_000 }), { minLength: notes.length, maxLength: notes.length }),
      (pieces) => {
        const counts = notes.map((denomination, index) => ({ denomination, count: pieces[index] ?? 0 }));
        const expected = counts.reduce((total, each) => total + each.denomination * each.count, 0);
        expect(denominationTotal(counts, notes)).toBe(money(expected));
      },
    ),
  );
});
