import { createPublicKey, verify } from 'node:crypto';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { openKeys, SealBroken } from './keys.ts';
import { newSecrets, readOrMakeSecrets, secretsFileOf, withNewKey, writeSecrets } from './secrets-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'kafal-keys-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the file', () => {
  test('is made once, for its owner alone, and read again as it was', () => {
    const data = join(folder, 'data');
    const made = readOrMakeSecrets(data);
    expect(statSync(data).mode & 0o777).toBe(0o700);
    expect(statSync(secretsFileOf(data)).mode & 0o777).toBe(0o600);
    expect(readOrMakeSecrets(data)).toEqual(made);
  });

  test('of an earlier release gets the key of push once, and keeps the others', () => {
    const data = mkdtempSync(join(folder, 'earlier-'));
    const { push: _push, ...earlier } = newSecrets();
    writeFileSync(secretsFileOf(data), JSON.stringify(earlier));
    const first = readOrMakeSecrets(data);
    expect(first).toMatchObject(earlier);
    expect(readOrMakeSecrets(data)).toEqual(first);
    expect(openKeys(first).pushIdentity.publicKey).toMatch(/^B[\w-]{86}$/);
    expect(statSync(secretsFileOf(data)).mode & 0o777).toBe(0o600);
  });

  test('that is damaged stops the server rather than being made again', () => {
    writeFileSync(secretsFileOf(folder), JSON.stringify({ ...newSecrets(), field: { current: 'gone', keys: {} } }));
    expect(() => readOrMakeSecrets(folder)).toThrow('holds no usable key "field"');
  });
});

describe('sealed fields', () => {
  const secrets = newSecrets();
  const keys = openKeys(secrets);

  test('open with their own context and no other, and never look alike', () => {
    const sealed = keys.seal('ABCDE1234F', 'member.pan.1');
    expect(sealed).toMatch(/^v1\.k[0-9a-f]{10}\.[\w-]{16}\.[\w-]+$/);
    expect(sealed).not.toContain('ABCDE');
    expect(keys.seal('ABCDE1234F', 'member.pan.1')).not.toBe(sealed);
    expect(keys.open(sealed, 'member.pan.1')).toBe('ABCDE1234F');
    expect(() => keys.open(sealed, 'member.pan.2')).toThrow(SealBroken);
    // A letter of the seal is another one; the last may say nothing.
    const other = sealed.at(-3) === 'A' ? 'B' : 'A';
    expect(() => keys.open(`${sealed.slice(0, -3)}${other}${sealed.slice(-2)}`, 'member.pan.1')).toThrow(SealBroken);
    expect(() => keys.open('plain text', 'member.pan.1')).toThrow(SealBroken);
    expect(keys.open(keys.seal('सीता', ''), '')).toBe('सीता');
  });

  test('two keys live side by side: the old opens, the new seals', () => {
    const sealed = keys.seal('old', 'x');
    const both = openKeys(withNewKey(secrets, 'field'));
    expect(both.open(sealed, 'x')).toBe('old');
    const fresh = both.seal('new', 'x');
    expect(fresh.split('.')[1]).not.toBe(sealed.split('.')[1]);
    expect(both.open(fresh, 'x')).toBe('new');
    expect(() => keys.open(fresh, 'x')).toThrow('is not here');
  });

  test('a look-up finds equal values under every key', () => {
    const stored = keys.indexKey('ABCDE1234F', 'pan');
    const both = openKeys(withNewKey(secrets, 'index'));
    expect(both.indexKey('ABCDE1234F', 'pan')).not.toBe(stored);
    expect(both.indexKeys('ABCDE1234F', 'pan')).toContain(stored);
    expect(both.indexKeys('ABCDE1234F', 'pan')[0]).toBe(both.indexKey('ABCDE1234F', 'pan'));
    expect(keys.indexKey('ABCDE1234F', 'email')).not.toBe(stored);
  });
});

describe('signatures', () => {
  test('name their key, hold for the text alone, and can be checked by others', () => {
    const secrets = newSecrets();
    const keys = openKeys(secrets);
    const signature = keys.sign('head of the chain');
    expect(keys.verify('head of the chain', signature)).toBe(true);
    expect(keys.verify('another head', signature)).toBe(false);
    expect(keys.verify('head of the chain', `unknown.${signature.split('.')[1]}`)).toBe(false);
    expect(keys.publicKeys()[0]?.pem).toContain('BEGIN PUBLIC KEY');

    const both = openKeys(withNewKey(secrets, 'chain'));
    expect(both.verify('head of the chain', signature)).toBe(true);
    expect(both.verify('x', both.sign('x'))).toBe(true);
    expect(both.publicKeys()).toHaveLength(2);
  });
});

test('a push service can check by the public point what the society signed', async () => {
  const { pushIdentity } = openKeys(newSecrets());
  const point = Buffer.from(pushIdentity.publicKey, 'base64url');
  const key = createPublicKey({
    format: 'jwk',
    key: {
      kty: 'EC',
      crv: 'P-256',
      x: point.subarray(1, 33).toString('base64url'),
      y: point.subarray(33).toString('base64url'),
    },
  });
  const signature = Buffer.from(pushIdentity.sign('head.body'), 'base64url');
  const of = (text: string) => verify('sha256', Buffer.from(text), { key, dsaEncoding: 'ieee-p1363' }, signature);
  expect([of('head.body'), of('head.other')]).toEqual([true, false]);
});

test('JWT_SECRET is a key like any other: another secret has another id', () => {
  const secrets = newSecrets();
  const [one, two] = ['a'.repeat(32), 'b'.repeat(32)].map((secret) => openKeys(secrets, secret).current('access'));
  expect(one?.id).not.toBe(two?.id);
  expect(one?.bytes.toString()).toBe('a'.repeat(32));
  expect(openKeys(secrets).current('access').id).toBe(secrets.access.current);
});

test('a MAC can be made again under the key that made it', () => {
  const secrets = newSecrets();
  const { keyId, mac } = openKeys(secrets).mac('password', 'text', { algorithm: 'sha384' });
  expect(mac).toHaveLength(48);
  const both = openKeys(withNewKey(secrets, 'password'));
  expect(both.mac('password', 'text', { keyId, algorithm: 'sha384' }).mac).toEqual(mac);
  expect(both.mac('password', 'text').keyId).not.toBe(keyId);
});

test('a written file is whole: the draft leaves nothing behind', () => {
  const data = mkdtempSync(join(folder, 'whole-'));
  writeSecrets(data, newSecrets());
  expect(() => statSync(`${secretsFileOf(data)}.new`)).toThrow('ENOENT');
});
