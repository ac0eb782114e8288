// A second factor of one's own: enrolled with the password, confirmed with a first code, taken away with the password.

import { passwordLength } from '@kafal/core';
import type { Actor } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform } from '../../platform/platform.ts';
import { recordAudit } from '../audit/index.ts';
import { confirmPassword } from './change-password.ts';
import { loginNamesOf } from './login-names.ts';
import { leastPasswordLength } from './password-policy.ts';
import { societyFacts } from './society-facts.ts';
import { newTotpSecret, openTotpSecret, sealTotpSecret, totpStepOf, totpUri } from './totp.ts';
import { getUserForUpdate } from './user-queries.ts';

/** A new secret, good for nothing until it is confirmed. Whoever sits at an open screen does not lock its owner out. */
export async function enrolTotp(
  platform: Platform,
  actor: Actor,
  password: string,
): Promise<{ secret: string; uri: string; qrSvg: string }> {
  await confirmPassword(platform, actor, password, 'password');
  const secret = await newTotpSecret();
  await platform.transact(async (trx) => {
    const user = await getUserForUpdate(trx, platform, actor.userId);
    if (user.totpEnabledAt !== null) throw new Refusal('conflict', 'TOTP_ALREADY_ON');
    await trx
      .updateTable('user')
      .set({ totpSealed: sealTotpSecret(platform, user.id, secret) })
      .where('id', '=', user.id)
      .execute();
    await recordAudit(trx, platform, actor, {
      action: 'user.totp-enrolment-begun',
      subjectKind: 'user',
      subjectId: user.id,
    });
  });
  const [{ names }, loginNames] = await Promise.all([
    societyFacts(platform),
    loginNamesOf(platform.database, actor.userId),
  ]);
  return { secret, ...(await totpUri(secret, names[0] ?? 'Kafal', loginNames[0]?.nameKey ?? actor.name)) };
}

export async function confirmTotp(platform: Platform, actor: Actor, code: string): Promise<void> {
  const attempt = await platform.limits.takeLogin({
    identifier: `totp ${actor.userId}`,
    address: actor.address,
    isKnownPlace: true,
  });
  const before = await platform.database
    .selectFrom('user')
    .select(['totpSealed', 'totpEnabledAt', 'totpLastStep'])
    .where('id', '=', actor.userId)
    .executeTakeFirst();
  if (before?.totpEnabledAt != null) throw new Refusal('conflict', 'TOTP_ALREADY_ON');
  if (before?.totpSealed == null) throw new Refusal('conflict', 'TOTP_NOT_ENROLLED');
  const secret = openTotpSecret(platform, actor.userId, before.totpSealed);
  const step = await totpStepOf(platform, secret, code, before.totpLastStep);
  if (step === undefined) throw new Refusal('rule', 'TOTP_CODE_WRONG', {}, 'code');
  attempt.succeeded();

  await platform.transact(async (trx) => {
    const user = await getUserForUpdate(trx, platform, actor.userId);
    // Another enrolment in a second tab is another secret.
    if (user.totpSealed !== before.totpSealed) throw new Refusal('conflict', 'TOTP_NOT_ENROLLED');
    if (user.totpEnabledAt !== null) throw new Refusal('conflict', 'TOTP_ALREADY_ON');
    await trx
      .updateTable('user')
      .set({ totpEnabledAt: platform.clock.now(), totpLastStep: step })
      .where('id', '=', user.id)
      .execute();
    await recordAudit(trx, platform, actor, { action: 'user.totp-enabled', subjectKind: 'user', subjectId: user.id });
  });
}

export async function removeTotp(platform: Platform, actor: Actor, password: string): Promise<void> {
  const user = await confirmPassword(platform, actor, password, 'password');
  if (user.totpEnabledAt === null) throw new Refusal('conflict', 'TOTP_NOT_ON');
  const minimum = leastPasswordLength({ kind: user.kind === 'staff' ? 'staff' : 'member', hasTotp: false });
  // A short password was good enough only beside the second factor.
  if (passwordLength(password) < minimum) throw new Refusal('rule', 'TOTP_NEEDED_BY_PASSWORD', { minimum }, 'password');

  await platform.transact(async (trx) => {
    const now = await getUserForUpdate(trx, platform, user.id);
    if (now.totpEnabledAt === null || now.passwordHash !== user.passwordHash)
      throw new Refusal('conflict', 'TOTP_NOT_ON');
    await trx.updateTable('user').set({ totpSealed: null, totpEnabledAt: null }).where('id', '=', user.id).execute();
    await recordAudit(trx, platform, actor, { action: 'user.totp-removed', subjectKind: 'user', subjectId: user.id });
  });
}
