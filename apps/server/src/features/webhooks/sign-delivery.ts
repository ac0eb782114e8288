// A message is signed as the Standard Webhooks say (standardwebhooks.com), so that a receiver finds a library for it: HMAC-SHA-256
// over id, time and body, by the secret of now and, while it is changed, by that of before too.

import { createHmac, randomBytes } from 'node:crypto';
import type { Platform } from '../../platform/platform.ts';

const PREFIX = 'whsec_';
const SECRET_BYTES = 32;

export const newSecret = (): string => PREFIX + randomBytes(SECRET_BYTES).toString('base64');

const SEALED_FOR = 'webhook.secretSealed';
export const sealSecret = ({ keys }: Pick<Platform, 'keys'>, secret: string): string => keys.seal(secret, SEALED_FOR);

export interface Signing {
  readonly secretSealed: string;
  readonly previousSealed: string | null;
  readonly previousUntil: number | null;
}

export function signedHeaders(
  { keys, clock }: Pick<Platform, 'keys' | 'clock'>,
  { secretSealed, previousSealed, previousUntil }: Signing,
  { id, body }: { readonly id: string; readonly body: string },
): Record<string, string> {
  const now = clock.now();
  const timestamp = String(Math.floor(now / 1_000));
  const sealed =
    previousSealed !== null && previousUntil !== null && previousUntil > now
      ? [secretSealed, previousSealed]
      : [secretSealed];
  const signatures = sealed.map((one) => {
    const key = Buffer.from(keys.open(one, SEALED_FOR).slice(PREFIX.length), 'base64');
    return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`;
  });
  return {
    'content-type': 'application/json',
    'user-agent': 'Kafal-Webhooks',
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': signatures.join(' '),
  };
}
