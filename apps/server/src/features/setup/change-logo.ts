// The society's picture after set-up. The one before stays in the private store, under the version of the setting that
// names it.

import type { Actor } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform } from '../../platform/platform.ts';
import { businessDayFor } from '../accounting/index.ts';
import { readSettings, writeSetting } from '../society/index.ts';
import { checkLogo, type KeptLogo, keepLogoFile, recordLogo } from './logo.ts';

export async function changeLogo(platform: Platform, actor: Actor, dataUrl: string): Promise<void> {
  const logo = keepLogoFile(platform, checkLogo(dataUrl, 'logo'));
  try {
    await nameLogo(platform, actor, logo);
  } catch (error) {
    logo.forget();
    throw error;
  }
}

export async function removeLogo(platform: Platform, actor: Actor): Promise<void> {
  if ((await readSettings(platform))['society.logo'] === null) throw new Refusal('missing', 'LOGO_NOT_FOUND');
  await nameLogo(platform, actor, null);
}

async function nameLogo(platform: Platform, actor: Actor, logo: KeptLogo | null): Promise<void> {
  await platform.transact(async (trx) => {
    if (logo !== null) await recordLogo(trx, platform, logo);
    await writeSetting(
      trx,
      platform,
      actor,
      {
        name: 'society.logo',
        value: logo?.id ?? null,
        effectiveFrom: await businessDayFor(trx, platform),
        legalBasis: null,
        reason: null,
      },
      { makerUserId: actor.userId, checkerUserId: null, isAlone: false },
    );
  });
}
