import { createECDH } from 'node:crypto';
import { expect, test } from 'vitest';
import { arePushKeys, encryptPush } from './encrypt-push.ts';
import { openPush } from './test-push.ts';

// The example of RFC 8291, section 5 and appendix A.
const receiverSecret = 'q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94';
const p256dh = 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4';
const auth = 'BTBZMqHH6r4Tts7J_aSIgg';
const senderSecret = 'yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw';
const salt = Buffer.from('DGv6ra1nlYgDCS1FRnbzlw', 'base64url');
const expected =
  'DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_' +
  'yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN';

test('the example of RFC 8291 comes out byte for byte', () => {
  const ephemeral = createECDH('prime256v1');
  ephemeral.setPrivateKey(Buffer.from(senderSecret, 'base64url'));
  const made = encryptPush(
    'When I grow up, I want to be a watermelon',
    { p256dh, auth },
    { ephemeral, salt, paddedBytes: 0 },
  );
  expect(made.toString('base64url')).toBe(expected);
});

test('the browser opens it, nobody else does, and all messages are of one length', () => {
  const browser = createECDH('prime256v1');
  browser.setPrivateKey(Buffer.from(receiverSecret, 'base64url'));
  const short = encryptPush('{}', { p256dh, auth });
  const long = encryptPush(JSON.stringify({ body: 'समिति में आपके लिए एक सूचना है।' }), { p256dh, auth });
  expect(openPush(short, browser, auth)).toBe('{}');
  expect(JSON.parse(openPush(long, browser, auth))).toEqual({ body: 'समिति में आपके लिए एक सूचना है।' });
  expect(long.length).toBe(short.length);

  const stranger = createECDH('prime256v1');
  stranger.generateKeys();
  expect(() => openPush(short, stranger, auth)).toThrow();
});

test('keys that are none of a browser are known', () => {
  expect(arePushKeys({ p256dh, auth })).toBe(true);
  expect(arePushKeys({ p256dh, auth: 'c2hvcnQ' })).toBe(false);
  expect(arePushKeys({ p256dh: 'BAAA', auth })).toBe(false);
  expect(arePushKeys({ p256dh: Buffer.alloc(65, 4).toString('base64url'), auth })).toBe(false);
});
