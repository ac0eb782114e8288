import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatRate, parseRate, RateError, rateOf } from './rate.ts';

test('a rate is read exactly, and equal rates are equal values', () => {
  expect(parseRate('12.5')).toEqual({ numerator: 125, scale: 1 });
  expect(parseRate('12.50')).toEqual(parseRate('12.5'));
  expect(parseRate('0.025')).toEqual(rateOf(25, 3));
  expect(parseRate('100')).toEqual({ numerator: 100, scale: 0 });
  expect(parseRate('0.00')).toEqual(rateOf(0));
});

test.each(['', ' 1', '1 ', '-1', '+1', '1.', '.5', '01', '1e3', '1,5', '१२', 'NaN', '1234567', '0.123456789', '1.2.3'])(
  '%j is refused as a rate',
  (text) => {
    expect(() => parseRate(text)).toThrow(RateError);
  },
);

test('a refusal names what was typed', () => {
  expect(() => parseRate('twelve')).toThrow(
    '"twelve" is not a rate such as 12.5, with at most six digits before and eight after the point.',
  );
});

test('every rate comes back from its text', () => {
  fc.assert(
    fc.property(fc.nat({ max: 999_999_99 }), fc.nat({ max: 8 }), (numerator, scale) => {
      const rate = rateOf(numerator, scale);
      fc.pre(numerator / 10 ** scale < 1e6);
      expect(parseRate(formatRate(rate))).toEqual(rate);
      expect(Number(formatRate(rate))).toBeCloseTo(numerator / 10 ** scale, 8);
    }),
  );
});
