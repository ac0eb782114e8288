// A log-in. Whoever cannot log in learns nothing about why: unknown name, wrong entry and wrong password are one
// answer, after the same work. Only whoever knows the password is told of a suspension or asked for the TOTP code.

import type { SessionUser } from '@kafal/contract';
import type { Caller } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import { recordEvent } from '../../platform/outbox/index.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { recordAudit } from '../audit/index.ts';
import { signAccessToken } from './access-token.ts';
import { knownDeviceOf } from './known-device.ts';
import { isKnownAddress, type LoginOutcome, recordFailedLogin, recordLoginAttempt } from './login-attempts.ts';
import { findUserIdByIdentifier, typedIdentifier } from './login-names.ts';
import { hashPassword, isHashOutdated, verifyPassword } from './password-hash.ts';
import type { RefreshToken } from './refresh-token.ts';
import { toSessionUser } from './session-user.ts';
import { type Client, type Entry, startSession } from './sessions.ts';
import { societyFacts } from './society-facts.ts';
import { openTotpSecret, totpStepOf } from './totp.ts';
import { findUser, getUserForUpdate, type User } from './user-queries.ts';

export interface LogIn {
  readonly entry: Entry;
  readonly client: Client;
  readonly identifier: string;
  readonly password: string;
  readonly totpCode?: string | undefined;
  /** The mark that the browser brought along. */
  readonly deviceCookie?: string | undefined;
}

export interface LoggedIn {
  readonly accessToken: string;
  readonly refreshToken: RefreshToken;
  readonly entry: Entry;
  readonly user: SessionUser;
}

export async function logIn(platform: Platform, caller: Caller, command: LogIn): Promise<LoggedIn> {
  const { phoneCountry } = await societyFacts(platform);
  const typed = typedIdentifier(command.identifier, phoneCountry);
  const userId = (await findUserIdByIdentifier(platform.database, typed)) ?? 0;
  const found = await findUser(platform.database, userId);
  const user = found?.kind === command.entry ? found : undefined;

  const attempt = await takeLogin(platform, caller, command, typed.canonical, userId);
  const fail = async (outcome: LoginOutcome, refusal: Refusal): Promise<never> => {
    await recordFailedLogin(platform, caller, {
      entry: command.entry,
      identifier: typed.canonical,
      userId: found?.id ?? null,
      outcome,
    });
    throw refusal;
  };

  const isRight = await verifyPassword(platform, user?.passwordHash ?? null, command.password);
  if (user === undefined || !isRight) {
    return fail(whyNot(found, user), new Refusal('unauthorised', 'LOGIN_WRONG'));
  }
  if (user.status !== 'active') {
    attempt.succeeded();
    return fail('suspended', new Refusal('locked', 'USER_SUSPENDED'));
  }
  const totpStep = await checkTotp(platform, user, command.totpCode);
  if (totpStep === 'needed') {
    attempt.succeeded();
    return fail('totp-needed', new Refusal('unauthorised', 'TOTP_REQUIRED'));
  }
  if (totpStep === 'wrong') return fail('totp-wrong', new Refusal('unauthorised', 'TOTP_WRONG'));

  const loggedIn = await openSession(platform, caller, command, typed.canonical, user, totpStep);
  attempt.succeeded();
  return loggedIn;
}

async function takeLogin(platform: Platform, caller: Caller, command: LogIn, canonical: string, userId: number) {
  const identifier = platform.keys.indexKey(canonical, 'login-identifier');
  const { address } = caller;
  const device = knownDeviceOf(platform, command.deviceCookie, userId);
  const isKnownPlace = await isKnownAddress(platform, userId, address);
  return device === undefined
    ? platform.limits.takeLogin({ identifier, address, isKnownPlace })
    : platform.limits.takeLogin({ identifier: `${identifier} ${device}`, address, isKnownPlace: true });
}

function whyNot(found: User | undefined, user: User | undefined): LoginOutcome {
  if (found === undefined) return 'unknown';
  if (user === undefined) return 'wrong-entry';
  return user.passwordHash === null ? 'no-password-yet' : 'wrong-password';
}

/** The step to note, null without TOTP. */
async function checkTotp(
  platform: Platform,
  user: User,
  code: string | undefined,
): Promise<number | null | 'needed' | 'wrong'> {
  if (user.totpEnabledAt === null || user.totpSealed === null) return null;
  if (code === undefined || code.trim() === '') return 'needed';
  const secret = openTotpSecret(platform, user.id, user.totpSealed);
  return (await totpStepOf(platform, secret, code, user.totpLastStep)) ?? 'wrong';
}

async function openSession(
  platform: Platform,
  caller: Caller,
  { entry, client, password }: LogIn,
  identifier: string,
  user: User,
  totpStep: number | null,
): Promise<LoggedIn> {
  const session = startSession(platform, caller, { userId: user.id, entry, client });
  const { sessionId } = session.token;
  const accessToken = await signAccessToken(platform, { sessionId, userId: user.id, audience: entry });
  const outdated = user.passwordHash !== null && isHashOutdated(platform, user.passwordHash);
  const newHash = outdated ? await hashPassword(platform, password) : undefined;

  await platform.transact(async (trx) => {
    // Between the look at the password and now, somebody may have suspended them, or another log-in used the code.
    const now = await getUserForUpdate(trx, platform, user.id);
    const isSame = now.status === 'active' && now.passwordHash === user.passwordHash;
    if (!isSame || (totpStep !== null && totpStep <= (now.totpLastStep ?? 0))) {
      throw new Refusal('unauthorised', 'LOGIN_WRONG');
    }
    await session.insert(trx);
    await trx
      .updateTable('user')
      .set({
        lastLoginAt: platform.clock.now(),
        ...(totpStep === null ? {} : { totpLastStep: totpStep }),
        ...(newHash === undefined ? {} : { passwordHash: newHash }),
      })
      .where('id', '=', user.id)
      .execute();
    await recordLogin(trx, platform, caller, { entry, identifier, user, sessionId });
  });

  return {
    accessToken,
    refreshToken: session.token,
    entry,
    user: await toSessionUser(platform.database, user, caller.language),
  };
}

async function recordLogin(
  trx: Trx,
  platform: Platform,
  caller: Caller,
  { entry, identifier, user, sessionId }: { entry: Entry; identifier: string; user: User; sessionId: string },
): Promise<void> {
  await recordLoginAttempt(trx, platform, caller, { entry, identifier, userId: user.id, outcome: 'success' });
  await recordAudit(
    trx,
    platform,
    { userId: user.id, kind: entry, name: user.name, ...addressOf(caller) },
    { action: 'user.logged-in', subjectKind: 'user', subjectId: user.id, newValues: { entry, sessionId } },
  );
  await recordEvent(
    trx,
    platform,
    entry === 'member'
      ? { name: 'member.logged-in', memberId: user.memberId, payload: { memberId: user.memberId } }
      : { name: 'staff.logged-in', payload: { userId: user.id } },
  );
}

const addressOf = ({ address, agent, requestId }: Caller) => ({ address, agent, requestId });
