import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nationalDigits, normalisePhone, type PhoneCountry } from './phone.ts';

test.each<[string, PhoneCountry, string]>([
  ['9812345678', 'IN', '+919812345678'],
  ['098123 45678', 'IN', '+919812345678'],
  ['+91 98123-45678', 'IN', '+919812345678'],
  ['0091 98123 45678', 'IN', '+919812345678'],
  ['919812345678', 'IN', '+919812345678'],
  ['९८१२३४५६७८', 'IN', '+919812345678'],
  ['9191234567', 'IN', '+919191234567'],
  ['9841234567', 'NP', '+9779841234567'],
  ['977 9841234567', 'NP', '+9779841234567'],
  ['(+977) 984-1234567', 'NP', '+9779841234567'],
  ['+977 9841234567', 'IN', '+9779841234567'],
  ['+14155550123', 'IN', '+14155550123'],
  ['+254 712 345678', 'INTL', '+254712345678'],
  ['00254712345678', 'INTL', '+254712345678'],
])('%s in %s is %s', (text, country, phone) => {
  expect(normalisePhone(text, country)).toBe(phone);
});

test.each<[string, PhoneCountry]>([
  ['5812345678', 'IN'],
  ['981234567', 'IN'],
  ['98123456789', 'IN'],
  ['+915812345678', 'IN'],
  ['9541234567', 'NP'],
  ['+9779541234567', 'IN'],
  ['0712345678', 'INTL'],
  ['712345678', 'INTL'],
  ['+0712345678', 'INTL'],
  ['+1234567890123456', 'INTL'],
  ['98123+45678', 'IN'],
  ['98123x5678', 'IN'],
  ['', 'IN'],
])('%j in %s is no number', (text, country) => {
  expect(normalisePhone(text, country)).toBeUndefined();
});

test('a number that is already in its form stays as it is, in every country', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.stringMatching(/^[6-9]\d{9}$/).map((n) => `+91${n}`),
        fc.stringMatching(/^9[678]\d{8}$/).map((n) => `+977${n}`),
      ),
      fc.constantFrom<PhoneCountry>('IN', 'NP', 'INTL'),
      (phone, country) => {
        expect(normalisePhone(phone, country)).toBe(phone);
      },
    ),
  );
});

test.each([
  ['+919812345678', '9812345678'],
  ['+9779812345678', '9812345678'],
  ['+6591234567', '6591234567'],
])('%s is dialled at home as %s', (phone, digits) => {
  expect(nationalDigits(phone)).toBe(digits);
});
