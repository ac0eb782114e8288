// The one place that writes a password. What follows from it (sessions that end, the notice to its owner) is in the
// same transaction.

import type { Platform, Trx } from '../../platform/platform.ts';
import { loginNamesOf } from './login-names.ts';
import { hashPassword } from './password-hash.ts';
import { checkPasswordPolicy } from './password-policy.ts';
import { societyFacts } from './society-facts.ts';
import type { User } from './user-queries.ts';

/** Checks a new password against the policy and hashes it: slow, so before the transaction. */
export async function hashOwnPassword(
  platform: Platform,
  user: Pick<User, 'id' | 'kind' | 'name'>,
  password: string,
  options: { hasTotp: boolean },
): Promise<string> {
  const names = await loginNamesOf(platform.database, user.id);
  await refuseWeakPassword(platform, password, {
    kind: user.kind === 'staff' ? 'staff' : 'member',
    hasTotp: options.hasTotp,
    words: [user.name, ...names.map(({ nameKey }) => nameKey)],
  });
  return hashPassword(platform, password);
}

/** For a user who is only about to be made: the first administrator. Checks and hashes. */
export async function hashFirstPassword(
  platform: Platform,
  password: string,
  owner: { kind: 'member' | 'staff'; words: readonly string[] },
  field = 'password',
): Promise<string> {
  await refuseWeakPassword(platform, password, { ...owner, hasTotp: false }, field);
  return hashPassword(platform, password);
}

async function refuseWeakPassword(
  platform: Platform,
  password: string,
  owner: { kind: 'member' | 'staff'; hasTotp: boolean; words: readonly string[] },
  field?: string,
): Promise<void> {
  const { names } = await societyFacts(platform);
  checkPasswordPolicy(password, { ...owner, words: [...owner.words, ...names] }, field);
}

export async function savePassword(
  trx: Trx,
  platform: Pick<Platform, 'clock'>,
  user: Pick<User, 'id' | 'version'>,
  passwordHash: string,
): Promise<void> {
  await trx
    .updateTable('user')
    .set({
      passwordHash,
      passwordChangedAt: platform.clock.now(),
      mustChangePassword: 0,
      version: user.version + 1,
    })
    .where('id', '=', user.id)
    .execute();
  // Codes that were under way would set the password once more.
  await trx
    .updateTable('one_time_code')
    .set({ attemptsLeft: 0 })
    .where('userId', '=', user.id)
    .where('usedAt', 'is', null)
    .execute();
}
