// A rule for a test, as if two people had agreed on it. Only tests import this file.

import type { Actor } from '../../platform/http/actor.ts';
import type { Platform } from '../../platform/platform.ts';
import { type SettingChange, writeSetting } from './change-setting.ts';

export async function changeSetting(
  platform: Platform,
  actor: Actor,
  change: Pick<SettingChange, 'name' | 'value' | 'effectiveFrom'> & Partial<SettingChange>,
): Promise<void> {
  await platform.transact((trx) =>
    writeSetting(
      trx,
      platform,
      actor,
      { legalBasis: null, reason: null, ...change },
      { makerUserId: actor.userId, checkerUserId: null, isAlone: false },
    ),
  );
}
