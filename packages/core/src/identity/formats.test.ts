import { expect, test } from 'vitest';
import { isEmail, isGstin, isIfsc, isPan, isVpa, maskPan } from './formats.ts';

test('a PAN has its fourth letter from the list of holders', () => {
  expect(isPan('ABCPE1234F')).toBe(true);
  for (const text of [
    'ABCDE1234F',
    'abcpe1234f',
    'ABCPE1234',
    'ABCPE12345',
    ' ABCPE1234F',
    'ABCPE1234FF',
    'ABCPE१२३४F',
  ]) {
    expect(isPan(text), text).toBe(false);
  }
});

test('a PAN is shown with its middle hidden, another number with only its end', () => {
  expect(maskPan('ABCPE1234F')).toBe('ABCxxxxx4F');
  expect(maskPan('301234567')).toBe('xxxxxxx67');
  expect(maskPan('12')).toBe('12');
  expect(maskPan('')).toBe('');
});

test('an IFSC has a zero in its fifth place', () => {
  expect(isIfsc('SBIN0001234')).toBe(true);
  expect(isIfsc('SBIN1001234')).toBe(false);
  expect(isIfsc('sbin0001234')).toBe(false);
  expect(isIfsc('SBIN000123')).toBe(false);
});

test('a UPI address is a name at a bank', () => {
  expect(isVpa('society.demo@examplebank')).toBe(true);
  expect(isVpa('a@b')).toBe(false);
  expect(isVpa('society demo@examplebank')).toBe(false);
  expect(isVpa('society@1bank')).toBe(false);
});

test('a GSTIN holds a PAN between its state and its check character', () => {
  expect(isGstin('27AAPFU0939F1ZV')).toBe(true);
  expect(isGstin('27AAPFU0939F0ZV')).toBe(false);
  expect(isGstin('27AAPFU0939F1YV')).toBe(false);
});

test('an e-mail address has one name and a domain with a dot', () => {
  for (const text of ['asha@example.org', 'asha.devi+kcs@mail.example.co.in', 'आशा@example.org']) {
    expect(isEmail(text), text).toBe(true);
  }
  const refused = ['', 'asha', 'asha@example', '@example.org', 'asha@.org', 'asha@example..org', 'a sha@example.org'];
  for (const text of [
    ...refused,
    'asha@b@example.org',
    'asha@example.org,ram@example.org',
    `${'a'.repeat(65)}@b.org`,
  ]) {
    expect(isEmail(text), text).toBe(false);
  }
  expect(isEmail(`a@${'b'.repeat(300)}.org`)).toBe(false);
});
