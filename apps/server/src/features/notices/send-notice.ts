// What another act tells, within its own transaction: nobody hears of it unless that act is done.

import type { Actor } from '../../platform/http/actor.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { goOut } from './publish-notice.ts';
import { keepNotice, putAway, type Written } from './write-notice.ts';

/** Written and out at once; answers its id. What the law asks for comes to every member, whatever they have chosen. */
export async function sendNotice(
  trx: Trx,
  platform: Platform,
  actor: Actor,
  { isOfLaw, ...written }: Written & { readonly isOfLaw: boolean },
): Promise<number> {
  const notice = await keepNotice(trx, platform, actor, written);
  await goOut(trx, platform, actor, notice, isOfLaw);
  return notice.id;
}

/** What was told before makes room, unless the office has put it away already. */
export async function putAwayNotice(trx: Trx, platform: Platform, actor: Actor, id: number): Promise<void> {
  const notice = await platform.dialect
    .forUpdate(trx.selectFrom('notice').selectAll().where('id', '=', id))
    .executeTakeFirst();
  if (notice !== undefined && notice.status !== 'archived') await putAway(trx, platform, actor, notice);
}
