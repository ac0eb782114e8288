import { expect, test } from 'vitest';
import { isPublicAddress, isPublicHttps } from './public-address.ts';

test.each(['8.8.8.8', '142.250.1.2', '100.63.255.255', '172.32.0.1', '2a00:1450:4001:830::200e', '::ffff:8.8.8.8'])(
  '%s may be called',
  (address) => {
    expect(isPublicAddress(address)).toBe(true);
  },
);

test.each([
  '127.0.0.1',
  '127.8.8.8',
  '0.0.0.0',
  '10.1.2.3',
  '100.64.0.1',
  '169.254.169.254',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.1.1',
  '198.19.0.1',
  '224.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::ffff:127.0.0.1',
  '::ffff:10.0.0.1',
  '::ffff:7f00:1',
  '64:ff9b::a00:1',
  'fe80::1%eth0',
  'fd00::1',
  'ff02::1',
  '2001:db8::1',
  '2002:7f00:1::',
  'push.example.net',
  '',
])('%s may not', (address) => {
  expect(isPublicAddress(address)).toBe(false);
});

test.each(['https://fcm.googleapis.com/fcm/send/abc', 'https://updates.push.services.mozilla.com/wpush/v2/x'])(
  '%s is a public address',
  (address) => {
    expect(isPublicHttps(new URL(address))).toBe(true);
  },
);

test.each([
  'http://fcm.googleapis.com/x',
  'https://fcm.googleapis.com:8443/x',
  'https://name:secret@fcm.googleapis.com/x',
  'https://127.0.0.1/x',
  'https://2130706433/x',
  'https://0x7f.1/x',
  'https://[::1]/x',
  'https://localhost/x',
  'https://printer/x',
  'https://db.internal/x',
  'https://printer.local./x',
  'ftp://example.net/x',
])('%s is not', (address) => {
  expect(isPublicHttps(new URL(address))).toBe(false);
});
