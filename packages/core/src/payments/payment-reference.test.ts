import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isPaymentReference, paymentReference, paymentReferencesIn } from './payment-reference.ts';

const ALPHABET = '123456789ABCDEFGHJKMNPQRSTVWXYZ';
const someReference = fc
  .uint8Array({ minLength: 24, maxLength: 24 })
  .map(paymentReference)
  .filter((reference) => reference !== undefined);

test('a number worked out by hand: 1 1 1 1 1 1 1 1 1 2 weighs 11, and the twelfth character is C', () => {
  // Nine zeros and a one in the tenth place, whose weight is 11.
  const bytes = new Uint8Array([0, 0, 0, 0, 0, 0, 0, 0, 0, 1]);
  expect(paymentReference(bytes)).toBe('KF1111111112C');
  expect(isPaymentReference('KF1111111112C')).toBe(true);
});

test('bytes that would make some characters likelier are passed over', () => {
  const bytes = new Uint8Array([255, 250, 249, 248, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]);
  expect(paymentReference(bytes)).toBe('KF1111111112C');
  expect(paymentReference(new Uint8Array(24).fill(255))).toBeUndefined();
});

test('one wrong character, or two neighbours that changed places, are always found', () => {
  fc.assert(
    fc.property(someReference, fc.nat(9), fc.constantFrom(...ALPHABET), (reference, place, other) => {
      const letters = [...reference];
      const at = place + 2;
      const wrong = letters.with(at, other).join('');
      expect(isPaymentReference(wrong)).toBe(wrong === reference);
      const next = at + 1 < letters.length - 1 ? at + 1 : at - 1;
      const swapped = letters
        .with(at, letters[next] ?? '')
        .with(next, letters[at] ?? '')
        .join('');
      expect(isPaymentReference(swapped)).toBe(swapped === reference);
    }),
  );
});

test('it is found in what a bank prints around it, and through blanks that a printer put into it', () => {
  const reference = 'KF1111111112C';
  for (const description of [
    `UPI/CR/433412345678/SUNITA/SBIN/${reference}/Dues`,
    `upi-cr-433412345678-${reference.toLowerCase()}`,
    'BY TRANSFER-UPI/KF11111 11112C/SUNITA',
  ]) {
    expect(paymentReferencesIn(description), description).toEqual([reference]);
  }
  expect(paymentReferencesIn('UPI/CR/KF1111111112D/wrong')).toEqual([]);
  expect(paymentReferencesIn('KFKF1111111112C and KF1111111112C')).toEqual([reference]);
});
