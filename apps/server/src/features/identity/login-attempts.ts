// The history of log-ins: every try, kept without what was typed. A failed one is in the audit trail too.

import type { Caller } from '../../platform/http/actor.ts';
import { networkOf } from '../../platform/limits/network.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { recordAudit, visitor } from '../audit/index.ts';
import type { Entry } from './sessions.ts';

export type LoginOutcome =
  | 'success'
  | 'unknown'
  | 'wrong-entry'
  | 'wrong-password'
  | 'no-password-yet'
  | 'suspended'
  | 'totp-needed'
  | 'totp-wrong'
  | 'code-wrong';

export interface LoginTry {
  readonly entry: Entry;
  readonly identifier: string;
  readonly userId: number | null;
  readonly outcome: LoginOutcome;
}

export async function recordLoginAttempt(
  trx: Trx,
  platform: Platform,
  caller: Caller,
  attempt: LoginTry,
): Promise<void> {
  await trx
    .insertInto('login_attempt')
    .values({
      userId: attempt.userId,
      // People type their password into the wrong field; a keyed hash shows repetition and nothing else.
      identifierHash: platform.keys.indexKey(attempt.identifier, 'login-identifier').slice(0, 64),
      audience: attempt.entry,
      outcome: attempt.outcome,
      address: caller.address.slice(0, 64),
      agent: caller.agent.slice(0, 200).toWellFormed(),
      attemptedAt: platform.clock.now(),
    })
    .execute();
}

export async function recordFailedLogin(platform: Platform, caller: Caller, attempt: LoginTry): Promise<void> {
  await platform.transact(async (trx) => {
    await recordLoginAttempt(trx, platform, caller, attempt);
    await recordAudit(trx, platform, visitor(caller), {
      action: 'user.login-failed',
      subjectKind: 'user',
      subjectId: attempt.userId,
      newValues: { entry: attempt.entry, outcome: attempt.outcome },
    });
  });
}

const RECENT_MS = 30 * 86_400_000;

/** True where this person has been logged in lately: failures of strangers elsewhere do not keep them out there. */
export async function isKnownAddress(platform: Platform, userId: number | null, address: string): Promise<boolean> {
  const rows = await platform.database
    .selectFrom('session')
    .select('address')
    .distinct()
    .where('userId', '=', userId ?? 0)
    .where('createdAt', '>', platform.clock.now() - RECENT_MS)
    .execute();
  const network = networkOf(address);
  return rows.some((row) => networkOf(row.address) === network);
}
