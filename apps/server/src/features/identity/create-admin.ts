import type { Language } from '../../platform/http/actor.ts';
import { systemActor } from '../../platform/http/actor.ts';
import type { Platform } from '../../platform/platform.ts';
import { checkedEmail, createStaffUser, type NewStaffUser } from './create-staff-user.ts';
import { makeOneTimeCode } from './one-time-code.ts';
import { seedRoles } from './roles.ts';
import { hashFirstPassword } from './set-password.ts';

export const ADMINISTRATOR_ROLE = 'administrator';

export interface NewAdministrator {
  readonly username: string;
  readonly name: string;
  readonly email?: string | undefined;
  readonly language?: Language | undefined;
  /** Without one, a one-time code is made: who gets it chooses a password at the first log-in. */
  readonly password?: string | undefined;
}

export interface CreatedAdministrator {
  readonly userId: number;
  readonly username: string;
  readonly oneTimeCode: string | null;
  readonly expiresAt: string | null;
}

/** By the command line: whoever owns the data folder may always let an administrator in. */
export async function createAdmin(platform: Platform, command: NewAdministrator): Promise<CreatedAdministrator> {
  const prepared = await prepareAdmin(platform, command);
  return platform.transact(async (trx) => {
    await seedRoles(trx, platform);
    const { userId } = await createStaffUser(trx, platform, systemActor('kafal create-admin'), prepared);
    const { username } = prepared;
    if (prepared.passwordHash !== undefined) return { userId, username, oneTimeCode: null, expiresAt: null };
    const { code, expiresAt } = await makeOneTimeCode(trx, platform, {
      userId,
      purpose: 'issued-by-staff',
      issuedByUserId: null,
    });
    return { userId, username, oneTimeCode: code, expiresAt: new Date(expiresAt).toISOString() };
  });
}

/** The checks and the slow hash of a first administrator, before the transaction that makes the society. */
export async function prepareAdmin(
  platform: Platform,
  command: NewAdministrator,
  words: readonly string[] = [],
): Promise<NewStaffUser> {
  const email = checkedEmail(command.email);
  const own = [command.username, command.name, ...(email === null ? [] : [email]), ...words];
  const passwordHash =
    command.password === undefined
      ? undefined
      : await hashFirstPassword(platform, command.password, { kind: 'staff', words: own });
  return {
    username: command.username.trim().toLowerCase(),
    name: command.name,
    role: ADMINISTRATOR_ROLE,
    email,
    language: command.language,
    passwordHash,
  };
}
