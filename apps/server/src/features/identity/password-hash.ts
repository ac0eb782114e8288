// Passwords at rest: bcrypt over a keyed hash, so that a stolen table is worth nothing without the key, and a long
// password counts to its last letter (bcrypt itself reads 72 bytes). Two at a time: a flood of log-ins waits here and
// does not slow a posting.

import bcrypt from 'bcrypt';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform } from '../../platform/platform.ts';

type HashPlatform = Pick<Platform, 'keys' | 'config'>;

const AT_A_TIME = 2;
const MOST_WAITING = 64;
const RETRY_AFTER_SECONDS = 2;

/** `<key id>$2b$12$…` */
export async function hashPassword(platform: HashPlatform, password: string): Promise<string> {
  const { keyId, text } = keyed(platform, password);
  const hash = await inTurn(() => bcrypt.hash(text, platform.config.passwordCost));
  return `${keyId}${hash}`;
}

/** Takes as long for nobody (null) as for somebody, so that time does not tell who has a log-in. */
export async function verifyPassword(
  platform: HashPlatform,
  stored: string | null,
  password: string,
): Promise<boolean> {
  const parts = stored === null ? undefined : parse(stored);
  const isHere = parts !== undefined && platform.keys.find('password', parts.keyId) !== undefined;
  const { text } = keyed(platform, password, isHere ? parts.keyId : undefined);
  const isSame = await inTurn(() =>
    bcrypt.compare(text, isHere ? parts.hash : noPassword(platform.config.passwordCost)),
  );
  return isHere && isSame;
}

/** Made under an older key or at another cost: to be made anew while the right password is at hand. */
export function isHashOutdated(platform: HashPlatform, stored: string): boolean {
  const parts = parse(stored);
  return (
    parts === undefined ||
    parts.keyId !== platform.keys.current('password').id ||
    Number(parts.hash.split('$')[2]) !== platform.config.passwordCost
  );
}

function keyed(platform: HashPlatform, password: string, keyId?: string): { keyId: string; text: string } {
  const options = keyId === undefined ? {} : { keyId };
  const { keyId: used, mac } = platform.keys.mac('password', password.normalize('NFC'), {
    algorithm: 'sha384',
    ...options,
  });
  return { keyId: used, text: mac.toString('base64') };
}

function parse(stored: string): { keyId: string; hash: string } | undefined {
  const start = stored.indexOf('$');
  return start < 1 ? undefined : { keyId: stored.slice(0, start), hash: stored.slice(start) };
}

/** Well formed and the hash of nothing anybody knows. */
function noPassword(cost: number): string {
  return `$2b$${String(cost).padStart(2, '0')}$hVEEqwdr8y0UiGYFQDVpRuHcvHHvmWTG1VFTyVrRLFUZKlfJpOjYC`;
}

let running = 0;
const waiting: (() => void)[] = [];

/** How many wait for their turn, for the metrics. */
export function passwordsWaiting(): number {
  return waiting.length;
}

async function inTurn<T>(act: () => Promise<T>): Promise<T> {
  if (running >= AT_A_TIME) {
    if (waiting.length >= MOST_WAITING) {
      throw new Refusal('unavailable', 'PASSWORDS_BUSY').retryAfter(RETRY_AFTER_SECONDS);
    }
    await new Promise<void>((start) => waiting.push(start));
  } else {
    running += 1;
  }
  try {
    return await act();
  } finally {
    // The turn is handed on, so nobody who comes now overtakes whoever waits.
    const next = waiting.shift();
    if (next === undefined) running -= 1;
    else next();
  }
}
