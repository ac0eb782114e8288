// The message of a push, closed for the one browser that asked for it (RFC 8291, aes128gcm of RFC 8188): the service in
// between carries it and cannot read it.

import { createCipheriv, createECDH, type ECDH, hkdfSync, randomBytes } from 'node:crypto';

/** What a browser gives out for its messages: a point of P-256 and a secret, both base64url. */
export interface PushKeys {
  readonly p256dh: string;
  readonly auth: string;
}

const CURVE = 'prime256v1';
const RECORD_BYTES = 4_096;
/** Every message is as long as any other, so its length tells nothing. */
const PADDED_BYTES = 768;
const LAST_RECORD = 2;

export function encryptPush(
  text: string,
  keys: PushKeys,
  { ephemeral = newKeyPair(), salt = randomBytes(16), paddedBytes = PADDED_BYTES } = {},
): Buffer {
  const receiver = Buffer.from(keys.p256dh, 'base64url');
  const sender = ephemeral.getPublicKey();
  const shared = ephemeral.computeSecret(receiver);
  const derive = (secret: Buffer, with_: Buffer, info: Buffer, bytes: number) =>
    Buffer.from(hkdfSync('sha256', secret, with_, info, bytes));

  const both = Buffer.concat([Buffer.from('WebPush: info\0'), receiver, sender]);
  const input = derive(shared, Buffer.from(keys.auth, 'base64url'), both, 32);
  const key = derive(input, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16);
  const nonce = derive(input, salt, Buffer.from('Content-Encoding: nonce\0'), 12);

  const content = Buffer.from(text);
  const padding = Buffer.alloc(Math.max(0, paddedBytes - content.length));
  const cipher = createCipheriv('aes-128-gcm', key, nonce);
  const sealed = Buffer.concat([
    cipher.update(Buffer.concat([content, Buffer.from([LAST_RECORD]), padding])),
    cipher.final(),
    cipher.getAuthTag(),
  ]);
  const recordSize = Buffer.alloc(4);
  recordSize.writeUInt32BE(RECORD_BYTES);
  return Buffer.concat([salt, recordSize, Buffer.from([sender.length]), sender, sealed]);
}

/** Whether a browser could have made them: a point on the curve, and a secret of 16 bytes. */
export function arePushKeys({ p256dh, auth }: PushKeys): boolean {
  if (Buffer.from(auth, 'base64url').length !== 16) return false;
  try {
    newKeyPair().computeSecret(Buffer.from(p256dh, 'base64url'));
    return true;
  } catch {
    return false;
  }
}

function newKeyPair(): ECDH {
  const pair = createECDH(CURVE);
  pair.generateKeys();
  return pair;
}
