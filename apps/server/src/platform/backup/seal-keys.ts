// The keys travel in the backup only under a passphrase: without it they are of no use to whoever finds the file.

import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto';
import { BackupRefused } from './backup-refused.ts';

const SCRYPT = { N: 2 ** 17, r: 8, p: 1, maxmem: 256 * 1024 * 1024 };
const KEY_BYTES = 32;
const PURPOSE = Buffer.from('kafal backup keys 1');

interface SealedKeys {
  readonly salt: string;
  readonly nonce: string;
  readonly tag: string;
  readonly text: string;
}

export async function sealKeys(keys: Buffer, passphrase: string): Promise<Buffer> {
  const salt = randomBytes(16);
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', await keyFrom(passphrase, salt), nonce);
  cipher.setAAD(PURPOSE);
  const text = Buffer.concat([cipher.update(keys), cipher.final()]);
  const sealed: SealedKeys = {
    salt: salt.toString('base64'),
    nonce: nonce.toString('base64'),
    tag: cipher.getAuthTag().toString('base64'),
    text: text.toString('base64'),
  };
  return Buffer.from(JSON.stringify(sealed));
}

export async function openKeysOfBackup(sealed: Buffer, passphrase: string): Promise<Buffer> {
  const { salt, nonce, tag, text } = readSealed(sealed);
  const decipher = createDecipheriv(
    'aes-256-gcm',
    await keyFrom(passphrase, Buffer.from(salt, 'base64')),
    Buffer.from(nonce, 'base64'),
  );
  decipher.setAAD(PURPOSE);
  decipher.setAuthTag(Buffer.from(tag, 'base64'));
  try {
    return Buffer.concat([decipher.update(Buffer.from(text, 'base64')), decipher.final()]);
  } catch (error) {
    throw new BackupRefused('The passphrase does not open the keys of this backup. Nothing was restored.', {
      cause: error,
    });
  }
}

function readSealed(sealed: Buffer): SealedKeys {
  // The entry's SHA-256 has been checked: this is the text that sealKeys wrote.
  return JSON.parse(sealed.toString()) as SealedKeys;
}

/** The same passphrase typed on another keyboard may be composed otherwise; NFKC makes the two one. */
function keyFrom(passphrase: string, salt: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(passphrase.normalize('NFKC'), salt, KEY_BYTES, SCRYPT, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}
