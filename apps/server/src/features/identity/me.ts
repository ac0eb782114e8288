import type { MeView } from '@kafal/contract';
import { todayIn } from '@kafal/core';
import type { z } from 'zod';
import type { Actor, Language } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform } from '../../platform/platform.ts';
import { currentBusinessDay } from '../accounting/index.ts';
import { recordAudit } from '../audit/index.ts';
import { countUnread } from '../notifications/index.ts';
import { findSettings, readLanguages, setting } from '../society/index.ts';
import { toSessionUser } from './session-user.ts';
import { rereadSessionsOf } from './sessions.ts';
import { findUser, getUserForUpdate } from './user-queries.ts';

export async function viewMe(platform: Platform, actor: Actor): Promise<z.infer<typeof MeView>> {
  const user = await findUser(platform.database, actor.userId);
  if (user === undefined) throw new Refusal('missing', 'USER_NOT_FOUND');
  const settings = await findSettings(platform);
  const today = todayIn(settings?.['calendar.timeZone'] ?? 'UTC', platform.clock.now());
  // Before the set-up there are no books; an administrator of the command line may look in all the same.
  const businessDate = settings === undefined ? today : await currentBusinessDay(platform);
  return {
    user: await toSessionUser(platform.database, user, actor.language),
    businessDate,
    businessDateWaits: businessDate !== today,
    unreadNotifications: await countUnread(platform, user.id),
  };
}

export async function changeOwnLanguage(platform: Platform, actor: Actor, language: Language): Promise<void> {
  if (actor.kind === 'member') {
    const offered = readLanguages(await setting(platform, 'society.languages'));
    if (!offered.includes(language)) throw new Refusal('rule', 'LANGUAGE_NOT_OFFERED', {}, 'language');
  }
  await platform.transact(async (trx) => {
    const user = await getUserForUpdate(trx, platform, actor.userId);
    if (user.language === language) return;
    await trx.updateTable('user').set({ language }).where('id', '=', user.id).execute();
    await rereadSessionsOf(trx, platform, user.id);
    await recordAudit(trx, platform, actor, {
      action: 'user.language-changed',
      subjectKind: 'user',
      subjectId: user.id,
      oldValues: { language: user.language },
      newValues: { language },
    });
  });
}
