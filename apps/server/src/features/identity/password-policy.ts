// Which passwords are good enough: long, not among those everybody uses, not made of one's own name. No rule about
// capitals or symbols, no expiry: those make people write passwords down.

import { MEMBER_PASSWORD_LEAST, passwordLength } from '@kafal/core';
import { Refusal } from '../../platform/http/refusal.ts';
import { isCommonPassword } from './common-passwords.ts';

export interface PasswordOwner {
  readonly kind: 'member' | 'staff';
  readonly hasTotp: boolean;
  /** Their name, their log-in names and the society's name, from which a password must not be made. */
  readonly words: readonly string[];
}

/** The password is all that guards the society's money, unless a second factor stands beside it. */
const STAFF_LEAST = 15;
const STAFF_LEAST_WITH_TOTP = 8;
const MOST = 1_000;
/** What must be left when the own words are taken out of a password. */
const LEAST_BESIDE_OWN_WORDS = 4;

export function leastPasswordLength(owner: Pick<PasswordOwner, 'kind' | 'hasTotp'>): number {
  if (owner.kind === 'member') return MEMBER_PASSWORD_LEAST;
  return owner.hasTotp ? STAFF_LEAST_WITH_TOTP : STAFF_LEAST;
}

export function checkPasswordPolicy(password: string, owner: PasswordOwner, field = 'newPassword'): void {
  const minimum = leastPasswordLength(owner);
  const length = passwordLength(password);
  const refuse = (code: string, params: Record<string, number> = {}) => new Refusal('rule', code, params, field);

  // Half a character would be hashed as the same replacement sign as every other half.
  if (!password.isWellFormed()) throw refuse('PASSWORD_CHARACTERS');
  if (length < minimum) throw refuse('PASSWORD_TOO_SHORT', { minimum });
  if (length > MOST) throw refuse('PASSWORD_TOO_LONG', { maximum: MOST });
  if (isCommonPassword(password)) throw refuse('PASSWORD_COMMON');
  if (isMadeOfOwnWords(password, owner.words)) throw refuse('PASSWORD_OWN_WORDS');
}

function isMadeOfOwnWords(password: string, sources: readonly string[]): boolean {
  const words = sources
    .flatMap((source) => [source, ...source.split(/[^\p{L}\p{M}\p{N}]+/u)])
    .map(lettersAndDigits)
    .filter((word) => word.length >= 3)
    .sort((left, right) => right.length - left.length);

  let left = lettersAndDigits(password);
  let wasFound = false;
  for (const word of words) {
    if (!left.includes(word)) continue;
    wasFound = true;
    left = left.replaceAll(word, '');
  }
  // A year or a "123" behind one's name is no secret either.
  return wasFound && [...left.replace(/\p{N}/gu, '')].length < LEAST_BESIDE_OWN_WORDS;
}

function lettersAndDigits(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '');
}
