import { systemIds } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';
import { hashPassword } from '../identity/index.ts';

export interface DemoLogin {
  userId: number;
  role: string;
  username: string;
}

/** Members whose random passwords are printed; nobody could use the rest. */
const PRINTED_MEMBERS = 10;

/** Everybody who can log in: staff by user name, members by their number. */
export async function demoLogins(platform: Platform): Promise<DemoLogin[]> {
  const staff = await platform.database
    .selectFrom('user')
    .innerJoin('login_name', 'login_name.userId', 'user.id')
    .select(['user.id as userId', 'user.roleCode as role', 'login_name.nameKey as username'])
    .where('user.kind', '=', 'staff')
    .where('login_name.kind', '=', 'username')
    .orderBy('user.id')
    .execute();
  const members = await platform.database
    .selectFrom('user')
    .innerJoin('member', 'member.id', 'user.memberId')
    .select(['user.id as userId', 'member.number as username'])
    .where('member.status', 'in', ['active', 'pending_payment'])
    .orderBy('member.id')
    .execute();
  return [
    ...staff.map((user) => ({ ...user, role: user.role ?? '' })),
    ...members.map((user) => ({ ...user, role: 'member' })),
  ];
}

/**
 * One password for everybody, hashed once; or, when none was given, a random one each for staff and the first members.
 * Nobody has to change it at the first log-in: this society is only for looking around.
 */
export async function setDemoPasswords(
  platform: Platform,
  logins: readonly DemoLogin[],
  password: string | undefined,
): Promise<{ username: string; password: string }[]> {
  const shared = password === undefined ? undefined : await hashPassword(platform, password);
  const printed = logins.filter(({ role }) => role !== 'member').length + PRINTED_MEMBERS;
  const given: { username: string; password: string; userId: number; hash: string }[] = [];
  for (const { userId, username } of shared === undefined ? logins.slice(0, printed) : logins) {
    const own = password ?? systemIds.randomToken(9);
    given.push({ userId, username, password: own, hash: shared ?? (await hashPassword(platform, own)) });
  }
  await platform.transact(async (trx) => {
    for (const { userId, hash } of given) {
      await trx
        .updateTable('user')
        .set({ passwordHash: hash, mustChangePassword: 0, passwordChangedAt: platform.clock.now() })
        .where('id', '=', userId)
        .execute();
    }
    await trx.updateTable('one_time_code').set({ usedAt: platform.clock.now() }).where('usedAt', 'is', null).execute();
  });
  return given.map(({ username, password: own }) => ({ username, password: own }));
}
