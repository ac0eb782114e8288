// The refresh token `<sessionId>.<secret>`: 256 bits that only its holder has; the table keeps a keyed hash. The next
// secret follows from the last one under a key of ours, so that two tabs that send the same token within a moment get
// the same answer, though nothing that could be used is stored.

import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { Keys } from '../../platform/keys/keys.ts';

export interface RefreshToken {
  readonly sessionId: string;
  readonly secret: string;
}

const FORM = /^([A-Za-z0-9_-]{22})\.([A-Za-z0-9_-]{43})$/;

export function newSessionId(): string {
  // Part of a secret, so never drawn from a seed.
  return randomBytes(16).toString('base64url');
}

export function newRefreshSecret(): string {
  return randomBytes(32).toString('base64url');
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
  return { sessionId: token.sessionId, secret: mac.toString('base64url') };
}
