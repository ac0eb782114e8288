import fc from 'fast-check';
import { expect, test } from 'vitest';
import { displayMoney, displayMoneyShort, toDevanagariDigits, toLatinDigits } from './display.ts';
import { MAX_MONEY, money } from './money.ts';

test.each([
  [12_345_678, { currency: 'INR' }, '₹1,23,456.78'],
  [1_234_567_8950, { currency: 'INR' }, '₹12,34,56,789.50'],
  [99_900, { currency: 'INR' }, '₹999.00'],
  [100_000, { currency: 'INR' }, '₹1,000.00'],
  [0, { currency: 'INR' }, '₹0.00'],
  [-12_345_678, { currency: 'INR' }, '-₹1,23,456.78'],
  [12_345_678, { currency: 'INR', symbol: false }, '1,23,456.78'],
  [12_345_678, { currency: 'NPR' }, 'Rs. 1,23,456.78'],
  [12_345_678, { currency: 'NPR', language: 'ne' as const }, 'रु. 1,23,456.78'],
  [123_456_789, { currency: 'KES' }, 'KES 1,234,567.89'],
  [123_456_789, { currency: 'KES', grouping: 'indian' as const }, 'KES 12,34,567.89'],
  [123_456_789, { currency: 'JPY', decimals: 0 }, 'JPY 123,456,789'],
])('%i shows as %j → %s', (minor, options, text) => {
  expect(displayMoney(money(minor), options)).toBe(text);
});

test('the grouping agrees with the locale tables of this machine', () => {
  fc.assert(
    fc.property(fc.nat({ max: MAX_MONEY }), (minor) => {
      const amount = BigInt(minor);
      const paise = String(amount % 100n).padStart(2, '0');
      for (const [grouping, locale] of [
        ['indian', 'en-IN'],
        ['western', 'en-US'],
      ] as const) {
        const whole = new Intl.NumberFormat(locale).format(amount / 100n);
        const options = { currency: 'INR', symbol: false, grouping };
        expect(displayMoney(money(minor), options)).toBe(`${whole}.${paise}`);
      }
    }),
  );
});

test.each([
  [1_240_000_000, { currency: 'INR' }, '₹1.24 Cr'],
  [124_000_000, { currency: 'INR', symbol: false }, '12.4 L'],
  [10_000_000, { currency: 'INR' }, '₹1.00 L'],
  [9_999_999, { currency: 'INR' }, '₹99,999.99'],
  [999_499_999, { currency: 'INR' }, '₹99.9 L'],
  [999_700_000, { currency: 'INR' }, '₹1.00 Cr'],
  [999_450_000, { currency: 'INR' }, '₹99.9 L'],
  [12_345_678_901, { currency: 'INR' }, '₹12.3 Cr'],
  [123_456_789_012, { currency: 'INR' }, '₹123 Cr'],
  [90_000_000_000_000_000 / 100, { currency: 'INR' }, '₹9,00,000 Cr'],
  [1_234_500_000_000, { currency: 'INR' }, '₹1,234 Cr'],
  [-1_240_000_000, { currency: 'INR' }, '-₹1.24 Cr'],
  [1_240_000_000, { currency: 'INR', language: 'hi' as const }, '₹1.24 करोड़'],
  [1_240_000_000, { currency: 'NPR', language: 'ne' as const }, 'रु. 1.24 करोड'],
  [123_456_789, { currency: 'KES' }, 'KES 1.23 M'],
  [123_456_789_000, { currency: 'KES' }, 'KES 1.23 B'],
])('%i with %j is %s in short', (minor, options, text) => {
  expect(displayMoneyShort(money(minor), options)).toBe(text);
});

test('digits typed in Devanagari become Latin and come back', () => {
  expect(toLatinDigits('१२,३४५.६७ रु')).toBe('12,345.67 रु');
  expect(toLatinDigits('०९')).toBe('09');
  expect(toDevanagariDigits('2083-08-06')).toBe('२०८३-०८-०६');
  fc.assert(
    fc.property(fc.stringMatching(/^[0-9 .,-]*$/), (text) => {
      expect(toLatinDigits(toDevanagariDigits(text))).toBe(text);
    }),
  );
});
