import { expect, test } from 'vitest';
import {
  isWrongAadhaar,
  missingIn,
  newNominee,
  newRegistration,
  percentOf,
  registrationRequest,
  shareTotal,
} from './registration.ts';

test.each([
  ['50', '50.00'],
  ['33.3', '33.30'],
  ['33.33 %', '33.33'],
  ['100', '100.00'],
  ['a half', 'a half'],
])('a share typed as %s is sent as %s', (typed, sent) => {
  expect(percentOf(typed)).toBe(sent);
});

test('the shares of all nominees are added exactly', () => {
  expect(shareTotal([newNominee('33.33'), newNominee('33.33'), newNominee('33.34')])).toBe('100.00');
  expect(shareTotal([newNominee('60'), newNominee('39')])).toBe('99.00');
  expect(shareTotal([newNominee('60'), newNominee('')])).toBeUndefined();
});

test('an empty form names everything that is needed, and sends nothing', () => {
  const empty = newRegistration('en');
  expect(missingIn(empty)).toContain('addressLine');
  expect(missingIn(empty)).toContain('nominees.0.name');
  expect(missingIn(empty)).not.toContain('nominees.0.sharePercent');
  expect(registrationRequest(empty)).toBeUndefined();
});

test('a filled form leaves out what was not typed', () => {
  const filled = {
    ...newRegistration('hi'),
    name: 'Sunita Devi Rawat',
    dateOfBirth: '1988-04-12',
    gender: 'female' as const,
    phone: '9811002200',
    addressLine: 'House 14',
    locality: 'Nehru Colony',
    district: 'Dehradun',
    state: 'Uttarakhand',
    postalCode: '248001',
    occupation: 'Teacher',
    aadhaar: '2345 6789 0124',
    nominees: [{ ...newNominee('100'), name: 'Mohan', relation: 'husband', dateOfBirth: '1985-01-20' }],
  };
  const request = registrationRequest(filled);
  expect(request).toMatchObject({
    language: 'hi',
    aadhaar: '234567890124',
    nominees: [{ name: 'Mohan', sharePercent: '100.00' }],
  });
  expect(Object.keys(request ?? {})).not.toContain('email');
  expect(Object.keys(request?.nominees[0] ?? {})).not.toContain('guardianName');
});

test('a slip in an Aadhaar number is seen once all its digits are there', () => {
  expect([isWrongAadhaar('2345 6789 0123'), isWrongAadhaar('2345'), isWrongAadhaar('2345 6789 0124')]).toEqual([
    true,
    false,
    false,
  ]);
});
