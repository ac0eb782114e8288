// "I forgot my password." The answer is the same for everybody, at once; whether a mail goes out is settled behind it.

import type { Caller } from '../../platform/http/actor.ts';
import type { Platform } from '../../platform/platform.ts';
import { recordAudit, visitor } from '../audit/index.ts';
import { findUserIdByIdentifier, typedIdentifier } from './login-names.ts';
import { makeOneTimeCode } from './one-time-code.ts';
import { mailPasswordCode } from './password-mail.ts';
import { languageOf } from './session-user.ts';
import { societyFacts } from './society-facts.ts';
import { findUser } from './user-queries.ts';

const MAILS_AN_HOUR = 3;
const HOUR_MS = 3_600_000;

export async function forgotPassword(
  platform: Platform,
  caller: Caller,
  command: { identifier: string },
): Promise<void> {
  const { mail } = platform.config;
  if (mail === null) return;
  const { phoneCountry, names } = await societyFacts(platform);
  const typed = typedIdentifier(command.identifier, phoneCountry);
  const userId = (await findUserIdByIdentifier(platform.database, typed)) ?? 0;
  const user = await findUser(platform.database, userId);
  const address = user?.status === 'active' ? user.email : null;

  const code = await platform.transact(async (trx) => {
    // Asked for many times at once, the mails are still counted one by one.
    await platform.dialect.forUpdate(trx.selectFrom('user').select('id').where('id', '=', userId)).execute();
    const mails = await trx
      .selectFrom('one_time_code')
      .select('id')
      .where('userId', '=', userId)
      .where('purpose', '=', 'sent-by-mail')
      .where('issuedAt', '>', platform.clock.now() - HOUR_MS)
      .execute();
    // The trail is written for everybody, so that the work, and with it the time, is alike.
    await recordAudit(trx, platform, visitor(caller), {
      action: 'user.password-forgotten',
      subjectKind: 'user',
      subjectId: user?.id ?? null,
    });
    if (user === undefined || address === null || mails.length >= MAILS_AN_HOUR) return undefined;
    const made = await makeOneTimeCode(trx, platform, { userId, purpose: 'sent-by-mail', issuedByUserId: null });
    return made.code;
  });

  if (user === undefined || address === null || code === undefined) return;
  const letter = { to: address, code, language: languageOf(user), society: names[0] ?? 'Kafal' };
  mailPasswordCode(mail, letter).catch((err: unknown) => platform.log.warn({ err }, 'a mail was not sent'));
}
