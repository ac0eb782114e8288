// The access token: a JWT that names a session. One algorithm, our own keys by name, and every claim that keeps it from
// being taken for something else. A refresh token is no JWT at all (refresh-token.ts), so neither passes for the other.

import { randomBytes } from 'node:crypto';
import { jwtVerify, SignJWT } from 'jose';
import type { Platform } from '../../platform/platform.ts';
import { type CheckedToken, memoryOf } from './memory.ts';

type TokenPlatform = Pick<Platform, 'keys' | 'clock' | 'config' | 'database'>;

const ALGORITHM = 'HS256';
const TYPE = 'at+jwt';
const ISSUER = 'kafal';
const AUDIENCES = { member: 'kafal-member', staff: 'kafal-staff' } as const;
/** Longer than any of ours; what is longer is not looked at. */
const LONGEST = 2_000;

export interface TokenOwner {
  readonly sessionId: string;
  readonly userId: number;
  readonly audience: 'member' | 'staff';
}

export async function signAccessToken(platform: TokenPlatform, owner: TokenOwner): Promise<string> {
  const key = platform.keys.current('access');
  const issuedAt = Math.floor(platform.clock.now() / 1_000);
  return new SignJWT({ sid: owner.sessionId })
    .setProtectedHeader({ alg: ALGORITHM, typ: TYPE, kid: key.id })
    .setIssuer(ISSUER)
    .setAudience(AUDIENCES[owner.audience])
    .setSubject(String(owner.userId))
    .setJti(randomBytes(9).toString('base64url'))
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + platform.config.token.accessSeconds)
    .sign(key.bytes);
}

/** What the token says, when it is ours and still good; at once when this process has checked it before. */
export function checkAccessToken(
  platform: TokenPlatform,
  token: string,
): CheckedToken | undefined | Promise<CheckedToken | undefined> {
  if (token.length > LONGEST) return undefined;
  const memory = memoryOf(platform);
  const known = memory.token(token);
  if (known === undefined) return verify(platform, token);
  if (known.expiresAt > platform.clock.now()) return known;
  memory.forgetToken(token);
  return undefined;
}

async function verify(platform: TokenPlatform, token: string): Promise<CheckedToken | undefined> {
  try {
    const { payload } = await jwtVerify(
      token,
      ({ kid }) => {
        const key = typeof kid === 'string' ? platform.keys.find('access', kid) : undefined;
        if (key === undefined) throw new Error('A token names no key of ours.');
        return key.bytes;
      },
      {
        algorithms: [ALGORITHM],
        typ: TYPE,
        issuer: ISSUER,
        audience: Object.values(AUDIENCES),
        requiredClaims: ['sub', 'sid', 'jti', 'iat', 'exp'],
        currentDate: new Date(platform.clock.now()),
      },
    );
    const checked = readClaims(payload);
    if (checked !== undefined) memoryOf(platform).keepToken(token, checked);
    return checked;
  } catch {
    // Whatever is wrong with it: it is not a token of ours, and why is nobody's business.
    return undefined;
  }
}

function readClaims(payload: Readonly<Record<string, unknown>>): CheckedToken | undefined {
  const { sid, sub, aud, exp } = payload;
  if (typeof sid !== 'string' || typeof sub !== 'string' || !/^[1-9]\d{0,14}$/.test(sub)) return undefined;
  if (typeof exp !== 'number') return undefined;
  const audience = aud === AUDIENCES.staff ? 'staff' : aud === AUDIENCES.member ? 'member' : undefined;
  if (audience === undefined) return undefined;
  return { sessionId: sid, userId: Number(sub), audience, expiresAt: exp * 1_000 };
}
