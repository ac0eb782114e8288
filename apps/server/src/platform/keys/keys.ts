// Every secret of the house, each with an id of its own. What is stored carries the id of the key that made it, so two
// keys of one ring can live side by side: new work takes the current one, old work still opens with its own.

import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createPrivateKey,
  createPublicKey,
  type KeyObject,
  randomBytes,
  sign as signBytes,
  timingSafeEqual,
  verify as verifyBytes,
} from 'node:crypto';
import type { KeyringFile, SecretsFile } from './secrets-file.ts';

/** access and refresh tokens · passwords · fields (PAN, bank) · look-up of fields · signed chain heads · receipts · push */
export const RINGS = ['access', 'refresh', 'password', 'field', 'index', 'chain', 'receipt', 'push'] as const;
export type Ring = (typeof RINGS)[number];
export type SigningRing = 'chain' | 'push';
export type SecretRing = Exclude<Ring, SigningRing>;

export interface Secret {
  readonly id: string;
  readonly bytes: Buffer;
}

export interface Keys {
  /** The key that new work uses. */
  current(ring: SecretRing): Secret;
  /** The key with this id, or undefined when the ring has none (any more). */
  find(ring: SecretRing, id: string): Secret | undefined;

  /** HMAC under a named key of a ring, the current one when none is named. */
  mac(
    ring: SecretRing,
    text: string,
    options?: { keyId?: string; algorithm?: 'sha256' | 'sha384' },
  ): { keyId: string; mac: Buffer };

  /** The same under every key of the ring: to tell whether something was ever ours while two keys live side by side. */
  macs(ring: SecretRing, text: string): readonly Buffer[];

  /** `v1.<key id>.<iv>.<ciphertext and tag>`; `context` (table, column, row) must be the same when it is opened. */
  seal(text: string, context: string): string;
  open(sealed: string, context: string): string;

  /** `<key id>.<mac>`: equal values have equal texts, so a duplicate is found without opening anything. */
  indexKey(value: string, purpose: string): string;
  /** The same under every key of the ring, current first: for a look-up while two keys live side by side. */
  indexKeys(value: string, purpose: string): string[];

  /** `<key id>.<signature>`, ed25519. */
  sign(data: string): string;
  verify(data: string, signature: string): boolean;
  /** For whoever checks signatures without us. */
  publicKeys(): readonly { id: string; pem: string }[];

  /** By which a push service knows this society (RFC 8292): the public point as base64url, and ES256 signatures of it. */
  readonly pushIdentity: { readonly publicKey: string; sign(data: string): string };
}

/** A sealed field that does not open: another context, a lost key, or somebody changed it. */
export class SealBroken extends Error {
  override readonly name = 'SealBroken';
}

export function openKeys(file: SecretsFile, accessSecret: string | null = null): Keys {
  const rings = new Map<Ring, { current: Secret; byId: Map<string, Secret> }>();
  for (const ring of RINGS) {
    rings.set(ring, ring === 'access' && accessSecret !== null ? ringOfText(accessSecret) : ringOfFile(file[ring]));
  }
  const ringOf = (ring: Ring) => {
    const found = rings.get(ring);
    if (found === undefined) throw new Error(`There is no keyring "${ring}".`);
    return found;
  };
  const find = (ring: Ring, id: string) => ringOf(ring).byId.get(id);
  const signers = new Map<string, { secret: KeyObject; open: KeyObject }>();
  const signer = (id: string) => {
    const known = signers.get(id);
    if (known !== undefined) return known;
    const key = find('chain', id);
    if (key === undefined) return undefined;
    const secret = createPrivateKey({ key: key.bytes, format: 'der', type: 'pkcs8' });
    const made = { secret, open: createPublicKey(secret) };
    signers.set(id, made);
    return made;
  };
  let pushIdentity: Keys['pushIdentity'] | undefined;
  const indexKeyUnder = (key: Secret, value: string, purpose: string) =>
    `${key.id}.${createHmac('sha256', key.bytes).update(`${purpose}\u0000${value}`).digest('base64url')}`;

  return {
    current: (ring) => ringOf(ring).current,
    find,
    mac: (ring, text, options = {}) => {
      const key = options.keyId === undefined ? ringOf(ring).current : find(ring, options.keyId);
      if (key === undefined) throw new SealBroken(`The ${ring} key ${options.keyId} is not here.`);
      return {
        keyId: key.id,
        mac: createHmac(options.algorithm ?? 'sha256', key.bytes)
          .update(text)
          .digest(),
      };
    },
    macs: (ring, text) =>
      [...ringOf(ring).byId.values()].map(({ bytes }) => createHmac('sha256', bytes).update(text).digest()),
    seal: (text, context) => {
      const key = ringOf('field').current;
      const iv = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key.bytes, iv).setAAD(Buffer.from(context));
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
      return `v1.${key.id}.${iv.toString('base64url')}.${sealed.toString('base64url')}`;
    },
    open: (sealed, context) => {
      const [version, id, iv, data] = sealed.split('.');
      if (version !== 'v1' || id === undefined || iv === undefined || data === undefined) {
        throw new SealBroken('A sealed field is not in the form v1.<key>.<iv>.<text>.');
      }
      const key = find('field', id);
      if (key === undefined) throw new SealBroken(`The field key ${id} is not here.`);
      const bytes = Buffer.from(data, 'base64url');
      try {
        const decipher = createDecipheriv('aes-256-gcm', key.bytes, Buffer.from(iv, 'base64url'), {
          authTagLength: 16,
        });
        decipher.setAAD(Buffer.from(context)).setAuthTag(bytes.subarray(-16));
        return Buffer.concat([decipher.update(bytes.subarray(0, -16)), decipher.final()]).toString('utf8');
      } catch (cause) {
        throw new SealBroken(`A sealed field does not open as ${context}.`, { cause });
      }
    },
    indexKey: (value, purpose) => indexKeyUnder(ringOf('index').current, value, purpose),
    indexKeys: (value, purpose) => {
      const { current, byId } = ringOf('index');
      const others = [...byId.values()].filter((key) => key.id !== current.id);
      return [current, ...others].map((key) => indexKeyUnder(key, value, purpose));
    },
    sign: (data) => {
      const { id } = ringOf('chain').current;
      const key = signer(id);
      if (key === undefined) throw new Error('The signing key is not here.');
      return `${id}.${signBytes(null, Buffer.from(data), key.secret).toString('base64url')}`;
    },
    verify: (data, signature) => {
      const [id, text] = signature.split('.');
      const key = id === undefined ? undefined : signer(id);
      if (key === undefined || text === undefined) return false;
      return verifyBytes(null, Buffer.from(data), key.open, Buffer.from(text, 'base64url'));
    },
    get pushIdentity() {
      pushIdentity ??= pushIdentityOf(ringOf('push').current);
      return pushIdentity;
    },
    publicKeys: () =>
      [...ringOf('chain').byId.keys()].map((id) => ({
        id,
        pem: String(signer(id)?.open.export({ type: 'spki', format: 'pem' })),
      })),
  };
}

function pushIdentityOf({ bytes }: Secret): Keys['pushIdentity'] {
  const secret = createPrivateKey({ key: bytes, format: 'der', type: 'pkcs8' });
  // The last 65 bytes of the public key are its point: 04, x and y.
  const point = createPublicKey(secret).export({ type: 'spki', format: 'der' }).subarray(-65);
  return {
    publicKey: point.toString('base64url'),
    sign: (data) =>
      signBytes('sha256', Buffer.from(data), { key: secret, dsaEncoding: 'ieee-p1363' }).toString('base64url'),
  };
}

function ringOfFile(ring: KeyringFile) {
  const byId = new Map<string, Secret>();
  for (const [id, key] of Object.entries(ring.keys)) byId.set(id, { id, bytes: Buffer.from(key.secret, 'base64') });
  const current = byId.get(ring.current);
  if (current === undefined)
    throw new Error(`A keyring names ${ring.current} as its current key but does not hold it.`);
  return { current, byId };
}

/** JWT_SECRET as a key; its id follows from it, so a changed secret is another key. */
function ringOfText(text: string) {
  const current = {
    id: `e${createHash('sha256').update(`kafal key id\u0000${text}`).digest('hex').slice(0, 10)}`,
    bytes: Buffer.from(text),
  };
  return { current, byId: new Map([[current.id, current]]) };
}

/** Compares two secrets without telling by time where they part. */
export function sameSecret(left: string | Buffer, right: string | Buffer): boolean {
  const digest = (value: string | Buffer) => createHash('sha256').update(value).digest();
  return timingSafeEqual(digest(left), digest(right));
}
