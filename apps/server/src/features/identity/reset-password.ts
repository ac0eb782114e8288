// A new password by one-time code. The code proves who it is; the policy and the slow hash come after it, so that a
// stranger learns nothing from them.

import type { Caller } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import { recordEvent } from '../../platform/outbox/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { recordAudit } from '../audit/index.ts';
import { recordFailedLogin } from './login-attempts.ts';
import { findUserIdByIdentifier, typedIdentifier } from './login-names.ts';
import { findUsableCode, type UsableCode, useOneTimeCode } from './one-time-code.ts';
import { endSessionsOf } from './sessions.ts';
import { hashOwnPassword, savePassword } from './set-password.ts';
import { societyFacts } from './society-facts.ts';
import { findUser, getUserForUpdate, type User } from './user-queries.ts';

export interface ResetPassword {
  readonly identifier: string;
  readonly code: string;
  readonly newPassword: string;
}

export async function resetPassword(platform: Platform, caller: Caller, command: ResetPassword): Promise<void> {
  const { phoneCountry } = await societyFacts(platform);
  const typed = typedIdentifier(command.identifier, phoneCountry);
  const identifier = platform.keys.indexKey(typed.canonical, 'login-identifier');
  const attempt = await platform.limits.takeLogin({
    // Counted apart from log-ins: whoever has tried ten wrong passwords is just the one who needs a code.
    identifier: `reset ${identifier}`,
    address: caller.address,
    // A code is not guessed, so only each place has its limit: strangers elsewhere do not keep its owner out.
    isKnownPlace: true,
  });

  const userId = (await findUserIdByIdentifier(platform.database, typed)) ?? 0;
  const code = await findUsableCode(platform, userId, command.code);
  const user = await findUser(platform.database, userId);
  if (code === undefined || user === undefined || user.status !== 'active') {
    await recordFailedLogin(platform, caller, {
      entry: user?.kind === 'staff' ? 'staff' : 'member',
      identifier: typed.canonical,
      userId: user?.id ?? null,
      outcome: 'code-wrong',
    });
    throw new Refusal('rule', 'CODE_WRONG', {}, 'code');
  }
  attempt.succeeded();

  const passwordHash = await hashOwnPassword(platform, user, command.newPassword, { hasTotp: keepsTotp(user, code) });
  await saveReset(platform, caller, user, code, passwordHash);
}

/** Staff have seen the person whom they gave a code; whoever lost the phone too enrols again. A mail proves less. */
function keepsTotp(user: User, code: UsableCode): boolean {
  return user.totpEnabledAt !== null && code.purpose === 'sent-by-mail';
}

async function saveReset(
  platform: Platform,
  caller: Caller,
  { id }: User,
  code: UsableCode,
  passwordHash: string,
): Promise<void> {
  await platform.transact(async (trx) => {
    const user = await getUserForUpdate(trx, platform, id);
    if (user.status !== 'active' || !(await useOneTimeCode(trx, platform, code.id))) {
      throw new Refusal('rule', 'CODE_WRONG', {}, 'code');
    }
    await savePassword(trx, platform, user, passwordHash);
    const losesTotp = user.totpEnabledAt !== null && !keepsTotp(user, code);
    if (losesTotp) {
      await trx.updateTable('user').set({ totpSealed: null, totpEnabledAt: null }).where('id', '=', id).execute();
    }
    await endSessionsOf(trx, platform, id, 'password-reset');
    const { address, agent, requestId } = caller;
    await recordAudit(
      trx,
      platform,
      { userId: id, kind: user.kind === 'staff' ? 'staff' : 'member', name: user.name, address, agent, requestId },
      {
        action: 'user.password-reset',
        subjectKind: 'user',
        subjectId: id,
        newValues: { by: code.purpose, ...(losesTotp ? { totp: 'removed' } : {}) },
      },
    );
    await recordEvent(trx, platform, { name: 'password.changed', userId: id, payload: { userId: id } });
  });
}
