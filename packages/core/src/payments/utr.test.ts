import { expect, test } from 'vitest';
import { isNepalPaymentNumber, isUtr, utrsIn } from './utr.ts';

test('a payment by UPI has twelve digits, and no twelve of the same', () => {
  expect(isUtr('433412345678')).toBe(true);
  for (const wrong of ['43341234567', '4334123456789', '43341234567A', '000000000000', '']) {
    expect(isUtr(wrong), wrong).toBe(false);
  }
});

test('a payment by Nepal QR has letters and digits as its bank prints them', () => {
  expect(isNepalPaymentNumber('NQR202611300042')).toBe(true);
  for (const wrong of ['NQR', 'ABCDEFGH', 'NQR 20261130', 'nqr2026113000']) {
    expect(isNepalPaymentNumber(wrong), wrong).toBe(false);
  }
});

test('the number is found between the strokes of a description, and not inside a longer one', () => {
  expect(utrsIn('UPI/CR/433412345678/SUNITA/SBIN/433412345678')).toEqual(['433412345678']);
  expect(utrsIn('NEFT SBIN433412345678 from 1234567890123')).toEqual([]);
});
