import { expect, test } from 'vitest';
import { parseMoney } from '../money/money.ts';
import { crc16, isNepalQr, nepalQr, qrPayload, readQrParts } from './emv-qr.ts';

const STANDING = qrPayload([
  { name: '00', value: '01' },
  { name: '01', value: '11' },
  { name: '29', value: '0017fonepay.com.np0111222220001' },
  { name: '52', value: '6012' },
  { name: '53', value: '524' },
  { name: '58', value: 'NP' },
  { name: '59', value: 'Demo Cooperative' },
  { name: '60', value: 'Kathmandu' },
  { name: '62', value: '0703T01' },
]);

test('the checksum of the published check word 123456789 is 29B1', () => {
  expect(crc16('123456789')).toBe('29B1');
});

test('the example of the EMVCo specification has the checksum it prints', () => {
  // EMV QR Code Specification for Payment Systems, Merchant-Presented Mode, Annex A.
  const payload =
    '00020101021229300012D156000000000510A93FO3230Q31280012D15600000001030812345678520441115802CN5914BEST TRANSPORT' +
    '6007BEIJING64200002ZH0104最佳运输0202北京540523.7253031565502016233030412340603***0708A60086670902ME91320016A0112233449988770708123456786304A13A';
  expect(crc16(payload.slice(0, -4))).toBe(payload.slice(-4));
});

test('a standing code becomes one for a single payment: method 12, amount, currency kept, reference twice', () => {
  const payload = nepalQr(STANDING, { amount: parseMoney('8885.00'), reference: 'KF1111111112C' }) ?? '';
  expect(readQrParts(payload)).toEqual([
    { name: '00', value: '01' },
    { name: '01', value: '12' },
    { name: '29', value: '0017fonepay.com.np0111222220001' },
    { name: '52', value: '6012' },
    { name: '53', value: '524' },
    { name: '54', value: '8885.00' },
    { name: '58', value: 'NP' },
    { name: '59', value: 'Demo Cooperative' },
    { name: '60', value: 'Kathmandu' },
    { name: '62', value: '0113KF1111111112C0513KF1111111112C0703T01' },
  ]);
  expect(payload.startsWith('000201010212')).toBe(true);
});

test('a code that is cut off, changed, of another currency or with an amount is none that a society stands on', () => {
  expect(isNepalQr(STANDING)).toBe(true);
  expect(isNepalQr(STANDING.slice(0, -1))).toBe(false);
  expect(isNepalQr(STANDING.replace('Kathmandu', 'Katmmandu'))).toBe(false);
  expect(
    isNepalQr(
      qrPayload((readQrParts(STANDING) ?? []).map((part) => (part.name === '53' ? { ...part, value: '356' } : part))),
    ),
  ).toBe(false);
  expect(isNepalQr(nepalQr(STANDING, { amount: parseMoney('1.00'), reference: 'KF1111111112C' }) ?? '')).toBe(false);
  expect(nepalQr('hello', { amount: parseMoney('1.00'), reference: 'KF1111111112C' })).toBeUndefined();
});
