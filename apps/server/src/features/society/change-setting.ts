import type { CalendarDate } from '@kafal/core';
import type { Actor } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import { recordEvent } from '../../platform/outbox/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { forgetBookRules, moveBusinessDayIfDue } from '../accounting/index.ts';
import { recordAudit } from '../audit/index.ts';
import { rowInForce, SETTINGS_TAG, settingsHistory } from './read-settings.ts';
import { findDefinition, type SettingJson } from './setting-registry.ts';

export interface ChangeSetting {
  readonly name: string;
  readonly value: SettingJson;
  readonly effectiveFrom: CalendarDate;
  readonly legalBasis?: string | undefined;
}

/** Adds the rule that holds from a day on; what held before stays readable. */
export async function changeSetting(platform: Platform, actor: Actor, command: ChangeSetting): Promise<void> {
  const { name, effectiveFrom } = command;
  const definition = findDefinition(name);
  if (definition === undefined || definition.isHidden) throw new Refusal('missing', 'SETTING_UNKNOWN');
  if (definition.isFixed) throw new Refusal('conflict', 'SETTING_FIXED', { label: definition[actor.language] });

  const history = await settingsHistory(platform);
  const businessDate = await moveBusinessDayIfDue(platform);
  if (effectiveFrom < businessDate) {
    throw new Refusal('rule', 'SETTING_DATE_PAST', { businessDate }, 'effectiveFrom');
  }
  const value = definition.write(definition.read(command.value));
  if (definition.isAccount) await refuseUnpostable(platform, String(value), definition.holdsMoney === true);

  await platform.transact(async (trx) => {
    await trx
      .insertInto('setting')
      .values({
        name,
        value: JSON.stringify(value),
        effectiveFrom,
        legalBasis: command.legalBasis === undefined || command.legalBasis === '' ? null : command.legalBasis,
        setByUserId: actor.userId === 0 ? null : actor.userId,
        recordedAt: platform.clock.now(),
      })
      .execute();
    await recordAudit(trx, platform, actor, {
      action: 'setting.changed',
      subjectKind: 'setting',
      subjectId: name.slice(0, 40),
      oldValues: { value: rowInForce(history, name, effectiveFrom)?.value ?? null },
      newValues: { value, effectiveFrom, legalBasis: command.legalBasis ?? null },
    });
    await recordEvent(trx, platform, { name: 'settings.changed', payload: { name } });
    trx.afterCommit(() => {
      platform.cache.dropTag(SETTINGS_TAG);
      forgetBookRules(platform);
    });
  });
}

async function refuseUnpostable(platform: Platform, code: string, holdsMoney: boolean): Promise<void> {
  const account = await platform.database
    .selectFrom('account')
    .select(['isControl', 'subLedger', 'isActive', 'type'])
    .where('code', '=', code)
    .executeTakeFirst();
  if (account === undefined || account.isActive === 0 || account.isControl === 1 || account.subLedger !== null) {
    throw new Refusal('rule', 'SETTING_ACCOUNT', { code }, 'value');
  }
  if (holdsMoney && account.type !== 'asset') throw new Refusal('rule', 'SETTING_ACCOUNT_NO_ASSET', { code }, 'value');
}
