import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aadhaarLastFour, isAadhaar, verhoeffCheck } from './aadhaar.ts';

const someAadhaar = fc.stringMatching(/^[2-9]\d{10}$/).map((eleven) => {
  const last = [...'0123456789'].find((digit) => verhoeffCheck(eleven + digit) === 0);
  return `${eleven}${last}`;
});

test('the check digit of 236 is 3', () => {
  expect(verhoeffCheck('2363')).toBe(0);
  expect(verhoeffCheck('2364')).not.toBe(0);
});

test('the published test number passes', () => {
  expect(isAadhaar('999941057058')).toBe(true);
  expect(aadhaarLastFour('999941057058')).toBe('7058');
});

test.each([
  '',
  '999941057059',
  '099941057058',
  '199941057058',
  '99994105705',
  '9999410570588',
  '9999 4105 7058',
  '९९९९४१०५७०५८',
])('%j is no Aadhaar number', (text) => {
  expect(isAadhaar(text)).toBe(false);
});

test('only a checked number is shortened', () => {
  expect(() => aadhaarLastFour('999941057059')).toThrow('only a checked Aadhaar number is shortened');
});

test('every single wrong digit and every swap of neighbours is caught', () => {
  fc.assert(
    fc.property(someAadhaar, fc.nat({ max: 11 }), fc.integer({ min: 1, max: 9 }), (text, place, shift) => {
      expect(isAadhaar(text)).toBe(true);
      const digits = [...text];
      const wrong = digits.with(place, String((Number(digits[place]) + shift) % 10)).join('');
      expect(verhoeffCheck(wrong)).not.toBe(0);

      const [left = '', right = ''] = [digits[place], digits[place + 1]];
      if (place < 11 && left !== right) {
        const swapped = digits
          .with(place, right)
          .with(place + 1, left)
          .join('');
        expect(verhoeffCheck(swapped)).not.toBe(0);
      }
    }),
  );
});
