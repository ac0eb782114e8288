// A code that lets its owner choose a password of their own: issued by staff and shown once, or sent by e-mail. It is
// kept as a keyed hash and works once. Wrong tries do not end it, or any stranger could: with 59 bits it is not guessed,
// and each address has its own limit of tries.

import { randomInt } from 'node:crypto';
import { sameSecret } from '../../platform/keys/keys.ts';
import type { Platform, Trx } from '../../platform/platform.ts';

export type CodePurpose = 'issued-by-staff' | 'sent-by-mail';

export interface IssuedOneTimeCode {
  readonly code: string;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

export interface UsableCode {
  readonly id: number;
  readonly purpose: CodePurpose;
}

// No 0, O, 1, I or L: the code is read aloud, written down and typed again. 12 letters are 59 bits.
const LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const GROUPS = 3;
const GROUP = 4;
const LIVES_FOR_MS: Readonly<Record<CodePurpose, number>> = {
  'issued-by-staff': 86_400_000,
  'sent-by-mail': 1_800_000,
};

/** A new code takes the place of the one before it; a mail that a stranger asked for does not touch what staff issued. */
export async function makeOneTimeCode(
  trx: Trx,
  platform: Pick<Platform, 'clock' | 'keys'>,
  command: { userId: number; purpose: CodePurpose; issuedByUserId: number | null },
): Promise<IssuedOneTimeCode> {
  const now = platform.clock.now();
  const code = newCode();
  const expiresAt = now + LIVES_FOR_MS[command.purpose];
  await trx
    .updateTable('one_time_code')
    .set({ attemptsLeft: 0 })
    .where('userId', '=', command.userId)
    .where('purpose', '=', command.purpose)
    .where('usedAt', 'is', null)
    .execute();
  await trx
    .insertInto('one_time_code')
    .values({
      userId: command.userId,
      purpose: command.purpose,
      codeHash: hashOf(platform, command.userId, code),
      // 1 while it may be used, 0 when another code or a new password has taken its place.
      attemptsLeft: 1,
      issuedAt: now,
      issuedByUserId: command.issuedByUserId,
      expiresAt,
      usedAt: null,
    })
    .execute();
  return { code, expiresAt };
}

/** The code's row when it is right. */
export async function findUsableCode(
  platform: Pick<Platform, 'clock' | 'keys' | 'database'>,
  userId: number,
  typed: string,
): Promise<UsableCode | undefined> {
  const rows = await platform.database
    .selectFrom('one_time_code')
    .select(['id', 'purpose', 'codeHash'])
    .where('userId', '=', userId)
    .where('usedAt', 'is', null)
    .where('attemptsLeft', '>', 0)
    .where('expiresAt', '>', platform.clock.now())
    .orderBy('id')
    .execute();
  const right = rows.find(({ codeHash }) => isHashOf(platform, codeHash, userId, typed));
  if (right === undefined) return undefined;
  return { id: right.id, purpose: right.purpose === 'sent-by-mail' ? 'sent-by-mail' : 'issued-by-staff' };
}

/** False when somebody was faster: a code works once. */
export async function useOneTimeCode(trx: Trx, platform: Pick<Platform, 'clock'>, id: number): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('one_time_code')
    .set({ usedAt: platform.clock.now() })
    .where('id', '=', id)
    .where('usedAt', 'is', null)
    .where('attemptsLeft', '>', 0)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

function newCode(): string {
  const group = () => Array.from({ length: GROUP }, () => LETTERS[randomInt(LETTERS.length)]).join('');
  return Array.from({ length: GROUPS }, group).join('-');
}

function isHashOf(platform: Pick<Platform, 'keys'>, stored: string, userId: number, typed: string): boolean {
  const [keyId = ''] = stored.split('.');
  if (platform.keys.find('password', keyId) === undefined) return false;
  return sameSecret(stored, hashOf(platform, userId, typed, keyId));
}

/** `<key id>.<hash>`; blanks, hyphens and small letters do not matter. */
function hashOf(platform: Pick<Platform, 'keys'>, userId: number, typed: string, keyId?: string): string {
  const code = typed.toUpperCase().replace(/[^0-9A-Z]/g, '');
  const { keyId: used, mac } = platform.keys.mac(
    'password',
    `one-time-code\u0000${userId}\u0000${code}`,
    keyId === undefined ? {} : { keyId },
  );
  return `${used}.${mac.toString('base64url')}`;
}
