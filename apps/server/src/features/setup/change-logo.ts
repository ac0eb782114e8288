// The society's picture after set-up. The one before stays in the private store, under the version of the setting that
// names it.

import type { Actor } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { businessDayFor } from '../accounting/index.ts';
import { readSettings, writeSetting } from '../society/index.ts';
import { checkLogo, keepLogo, recordLogo } from './logo.ts';

export async function changeLogo(platform: Platform, actor: Actor, dataUrl: string): Promise<void> {
  await keepLogo(platform, checkLogo(dataUrl, 'logo'), async (trx, logo) => {
    await recordLogo(trx, platform, logo);
    await nameLogo(trx, platform, actor, logo.id);
  });
}

export async function removeLogo(platform: Platform, actor: Actor): Promise<void> {
  if ((await readSettings(platform))['society.logo'] === null) throw new Refusal('missing', 'LOGO_NOT_FOUND');
  await platform.transact((trx) => nameLogo(trx, platform, actor, null));
}

async function nameLogo(trx: Trx, platform: Platform, actor: Actor, id: string | null): Promise<void> {
  await writeSetting(
    trx,
    platform,
    actor,
    {
      name: 'society.logo',
      value: id,
      effectiveFrom: await businessDayFor(trx, platform),
      legalBasis: null,
      reason: null,
    },
    { makerUserId: actor.userId, checkerUserId: null, isAlone: false },
  );
}
