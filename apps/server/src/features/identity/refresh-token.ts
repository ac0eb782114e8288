// The refresh token `<sessionId>.<secret>`: 256 bits that only its holder has, and a seal by which we know a token of any
// generation as ours; the table keeps a keyed hash. The next secret follows from the last one under a key of ours, so
// that two tabs that send the same token within a moment get the same answer, though nothing that could be used is
// stored.

import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { Keys } from '../../platform/keys/keys.ts';

export interface RefreshToken {
  readonly sessionId: string;
  readonly secret: string;
}

const FORM = /^([A-Za-z0-9_-]{22})\.([A-Za-z0-9_-]{65})$/;
const SEAL_BYTES = 16;
const SEAL_LETTERS = 22;

function newSessionId(): string {
  // Part of a secret, so never drawn from a seed.
  return randomBytes(16).toString('base64url');
}

export function newRefreshToken(keys: Keys): RefreshToken {
  return sealed(keys, newSessionId(), randomBytes(32), keys.current('refresh').id);
}

function sealed(keys: Keys, sessionId: string, bytes: Buffer, keyId: string): RefreshToken {
  const body = bytes.toString('base64url');
  const { mac } = keys.mac('refresh', sealText(sessionId, body), { keyId });
  return { sessionId, secret: body + sealOf(mac).toString('base64url') };
}

const sealText = (sessionId: string, body: string) => `seal\u0000${sessionId}.${body}`;
const sealOf = (mac: Buffer) => mac.subarray(0, SEAL_BYTES);

/**
 * True for every token that we ever gave out for this session. Whoever merely knows the session's id, from a list or
 * from the audit trail, cannot make one, and so cannot pass for a thief and end somebody else's session.
 */
export function isRefreshTokenOfOurs(keys: Keys, { sessionId, secret }: RefreshToken): boolean {
  const given = Buffer.from(secret.slice(-SEAL_LETTERS), 'base64url');
  return keys
    .macs('refresh', sealText(sessionId, secret.slice(0, -SEAL_LETTERS)))
    .some((mac) => given.length === SEAL_BYTES && timingSafeEqual(sealOf(mac), given));
}

export function refreshTokenText({ sessionId, secret }: RefreshToken): string {
  return `${sessionId}.${secret}`;
}

export function parseRefreshToken(text: string): RefreshToken | undefined {
  const [, sessionId, secret] = FORM.exec(text) ?? [];
  return sessionId === undefined || secret === undefined ? undefined : { sessionId, secret };
}

/** `<key id>.<hash>` */
export function refreshHash(keys: Keys, token: RefreshToken): string {
  const { keyId, mac } = keys.mac('refresh', `hash\u0000${refreshTokenText(token)}`);
  return `${keyId}.${mac.toString('base64url')}`;
}

export function isRefreshHashOf(keys: Keys, stored: string | null, token: RefreshToken): boolean {
  const [keyId = '', hash = ''] = stored?.split('.') ?? [];
  if (keys.find('refresh', keyId) === undefined) return false;
  const { mac } = keys.mac('refresh', `hash\u0000${refreshTokenText(token)}`, { keyId });
  const expected = Buffer.from(hash, 'base64url');
  return expected.length === mac.length && timingSafeEqual(expected, mac);
}

/** The token after this one; `stored` is this one's hash, whose key it follows under, also after a change of keys. */
export function nextRefreshToken(keys: Keys, stored: string, token: RefreshToken): RefreshToken {
  const [keyId = ''] = stored.split('.');
  const { mac } = keys.mac('refresh', `next\u0000${refreshTokenText(token)}`, { keyId });
  return sealed(keys, token.sessionId, mac, keyId);
}
