// `secrets.json` in the data folder: made at the first start, readable by its owner alone, never made again while it is
// there. Whoever loses it can no longer read sealed fields or check passwords; a backup keeps it sealed.

import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { chmodSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RINGS, type Ring } from './keys.ts';
import { makeOwnerOnlyFolder, writeOwnerOnly } from './owner-only.ts';

export interface KeyringFile {
  current: string;
  keys: Record<string, { secret: string; madeAt: string }>;
}
export type SecretsFile = Record<Ring, KeyringFile>;

export const secretsFileOf = (dataFolder: string) => join(dataFolder, 'secrets.json');

export function newSecrets(now = new Date()): SecretsFile {
  const ring = (name: Ring): KeyringFile => {
    const [id, key] = newKey(name, now);
    return { current: id, keys: { [id]: key } };
  };
  return {
    access: ring('access'),
    refresh: ring('refresh'),
    password: ring('password'),
    field: ring('field'),
    index: ring('index'),
    chain: ring('chain'),
    receipt: ring('receipt'),
    push: ring('push'),
  };
}

/** Rings that came with a later release: a data folder from before it gets them at its next start. */
const LATER_RINGS = ['push'] as const;

export function readSecrets(dataFolder: string): SecretsFile | undefined {
  const file = secretsFileOf(dataFolder);
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
  chmodSync(file, 0o600);
  const written: unknown = JSON.parse(text);
  const secrets = checkedSecrets(withLaterRings(written), file);
  if (JSON.stringify(secrets) !== JSON.stringify(written)) writeSecrets(dataFolder, secrets);
  return secrets;
}

function withLaterRings(written: unknown): unknown {
  if (typeof written !== 'object' || written === null) return written;
  const made = LATER_RINGS.filter((ring) => !(ring in written)).map((ring) => {
    const [id, key] = newKey(ring, new Date());
    return [ring, { current: id, keys: { [id]: key } }] as const;
  });
  return { ...written, ...Object.fromEntries(made) };
}

export function readOrMakeSecrets(dataFolder: string): SecretsFile {
  makeOwnerOnlyFolder(dataFolder);
  const there = readSecrets(dataFolder);
  if (there !== undefined) return there;
  const made = newSecrets();
  writeSecrets(dataFolder, made);
  return made;
}

export function writeSecrets(dataFolder: string, secrets: SecretsFile): void {
  writeOwnerOnly(secretsFileOf(dataFolder), `${JSON.stringify(secrets, null, 2)}\n`);
}

/** A second key in a ring, which new work uses from now on; the first stays for what it made. */
export function withNewKey(secrets: SecretsFile, ring: Ring, now = new Date()): SecretsFile {
  const [id, key] = newKey(ring, now);
  return { ...secrets, [ring]: { current: id, keys: { ...secrets[ring].keys, [id]: key } } };
}

function newKey(ring: Ring, now: Date): [string, KeyringFile['keys'][string]] {
  const bytes = newKeyBytes(ring);
  return [`k${randomBytes(5).toString('hex')}`, { secret: bytes.toString('base64'), madeAt: now.toISOString() }];
}

function newKeyBytes(ring: Ring): Buffer {
  const form = { type: 'pkcs8', format: 'der' } as const;
  if (ring === 'chain') return generateKeyPairSync('ed25519').privateKey.export(form);
  // The curve that every push service asks for.
  if (ring === 'push') return generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export(form);
  return randomBytes(32);
}

function checkedSecrets(value: unknown, file: string): SecretsFile {
  // The parsed file is unknown until each ring has been looked at here.
  const secrets = value as Partial<SecretsFile> | null;
  for (const ring of RINGS) {
    const held = secrets?.[ring];
    if (typeof held?.current !== 'string' || typeof held.keys?.[held.current]?.secret !== 'string') {
      throw new Error(`${file} holds no usable key "${ring}"; restore the file from a backup.`);
    }
  }
  return secrets as SecretsFile;
}
