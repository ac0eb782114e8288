import { describe, expect, test } from 'vitest';
import { formatFor, isZeroMoney, percentText, phoneText, readTypedMoney, typedFromMoney } from './format.ts';

const india = { currency: 'INR', decimals: 2, grouping: 'indian', calendar: 'AD', timeZone: 'Asia/Kolkata' } as const;
const nepal = { ...india, currency: 'NPR', calendar: 'BS', timeZone: 'Asia/Kathmandu' } as const;

describe('what is shown', () => {
  test('rupees are grouped in lakhs with Latin digits, in Hindi too', () => {
    expect(formatFor(india, 'en').money('123456.78')).toBe('₹1,23,456.78');
    expect(formatFor(india, 'hi').money('123456.78')).toBe('₹1,23,456.78');
  });

  test('a column shows no symbol and a dash for nothing', () => {
    expect(formatFor(india, 'en').amount('0.00')).toBe('–');
    expect(formatFor(india, 'en').amount('-50.00')).toBe('-50.00');
  });

  test('a day of a society of Nepal is shown in both calendars', () => {
    expect(formatFor(india, 'en').day('2026-11-22')).toBe('22\u00a0Nov\u00a02026');
    expect(formatFor(nepal, 'en').day('2026-11-22')).toBe('6\u00a0Mangsir\u00a02083 (22\u00a0Nov\u00a02026)');
  });

  test('an instant is shown on the clock of the society, not of the reader', () => {
    expect(formatFor(india, 'en').instant('2026-11-22T20:12:00.000Z')).toBe('23\u00a0Nov\u00a02026, 01:42');
  });

  test('the sign beside a field is the currency as people write it', () => {
    expect(formatFor(india, 'en').currencySign).toBe('₹');
    expect(formatFor(nepal, 'hi').currencySign).toBe('रु.');
  });

  test('a percentage shows no empty decimals, and its sign stays beside it', () => {
    expect([percentText('100.00'), percentText('33.33')]).toEqual(['100\u00a0%', '33.33\u00a0%']);
  });

  test('a telephone number stands in the groups it is read out in; any other is left as it is', () => {
    expect([phoneText('+919876543210'), phoneText('+9779841234567'), phoneText('M-2025-0211')]).toEqual([
      '+91\u00a098765\u00a043210',
      '+977\u00a098412\u00a034567',
      'M-2025-0211',
    ]);
  });
});

describe('what a person types', () => {
  test.each([
    ['1250', '1250.00'],
    ['1,25,000.5', '125000.50'],
    ['₹ १२५०', '1250.00'],
    ['007', '7.00'],
  ])('%s is taken as %s', (typed, text) => {
    expect(readTypedMoney(typed, 2)).toEqual({ ok: true, text });
  });

  test.each([
    ['', 'empty'],
    ['12.345', 'decimals'],
    ['-5', 'malformed'],
    ['1e3', 'malformed'],
    ['9999999999999', 'too-large'],
  ])('%s is refused as %s', (typed, reason) => {
    expect(readTypedMoney(typed, 2)).toEqual({ ok: false, reason });
  });

  test('an amount goes back into a field as a person would type it', () => {
    expect([typedFromMoney('500.00'), typedFromMoney('500.50')]).toEqual(['500', '500.50']);
  });

  test('nothing is nothing however it is written', () => {
    expect([isZeroMoney('0.00'), isZeroMoney('0'), isZeroMoney('0.01')]).toEqual([true, true, false]);
  });
});
