// A rule of the society's own gets a value that holds from a day on; what held before stays readable. Money, shares,
// limits and second looks take a second person, the society's name and address do not.

import type { ChangeSettingBody } from '@kafal/contract';
import type { CalendarDate } from '@kafal/core';
import type { z } from 'zod';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import { recordEvent } from '../../platform/outbox/index.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { forgetBookRules } from '../accounting/index.ts';
import { type ApprovalRequest, changeRule, type RuleChangeBy } from '../approvals/index.ts';
import { recordAudit } from '../audit/index.ts';
import { agreedChange, refusePastRule } from './dated-rule.ts';
import { SETTINGS_TAG } from './read-settings.ts';
import { auditedBy, cleanWhy, whyLines } from './rule-words.ts';
import { needsSecondPerson } from './second-person.ts';
import { findDefinition, type SettingDefinition, type SettingJson } from './setting-registry.ts';
import { valueWords } from './setting-words.ts';
import { touchedBySetting } from './touched-by-setting.ts';
import { withField } from './with-field.ts';

export type ChangeSetting = z.output<typeof ChangeSettingBody> & { readonly name: string };

/** The change as it is carried out, now or after a yes. */
export interface SettingChange {
  readonly name: string;
  readonly value: SettingJson;
  readonly effectiveFrom: CalendarDate;
  readonly legalBasis: string | null;
  readonly reason: string | null;
}

export async function changeSetting(platform: Platform, actor: Actor, command: ChangeSetting, isPreview: boolean) {
  const { name, effectiveFrom } = command;
  const definition = changeable(name, actor);

  return platform.transact(async (trx) => {
    await refusePastRule(trx, platform, effectiveFrom);
    const value = definition.write(withField('value', () => definition.read(command.value)));
    await refuseUnpostable(trx, definition, value);
    const before = await settingOn(trx, name, effectiveFrom);
    const change: SettingChange = { name, value, effectiveFrom, ...cleanWhy(command) };

    return changeRule(
      trx,
      platform,
      actor,
      {
        kind: 'setting',
        subjectKind: 'setting',
        subjectId: 0,
        rule: name,
        needsSecondPerson: needsSecondPerson(definition),
        summary: { code: 'ASKS_SETTING', params: { rule: { en: definition.en, hi: definition.hi } } },
        lines: [
          {
            label: { code: 'LINE_VALUE' },
            before: valueWords(definition, before),
            after: valueWords(definition, value),
          },
          ...(await touchedBySetting(trx, name, value)),
          ...whyLines(change),
        ],
        command: change,
        act: (by) => writeSetting(trx, platform, actor, change, by),
      },
      isPreview,
    );
  });
}

/** What a yes of the second person does. */
export async function applyApprovedSetting(
  platform: Platform,
  trx: Trx,
  checker: Actor,
  request: ApprovalRequest,
): Promise<undefined> {
  const { change, by } = await agreedChange<SettingChange>(trx, platform, checker, request);
  await refuseUnpostable(trx, changeable(change.name, checker), change.value);
  await writeSetting(trx, platform, checker, change, by);
}

export async function writeSetting(
  trx: Trx,
  platform: Platform,
  actor: Actor,
  change: SettingChange,
  by: RuleChangeBy,
): Promise<void> {
  const { name, value, effectiveFrom, legalBasis, reason } = change;
  const before = await settingOn(trx, name, effectiveFrom);
  await trx
    .insertInto('setting')
    .values({
      name,
      value: JSON.stringify(value),
      effectiveFrom,
      legalBasis,
      setByUserId: by.makerUserId === 0 ? null : by.makerUserId,
      recordedAt: platform.clock.now(),
      reason,
      approvedByUserId: by.checkerUserId,
    })
    .execute();
  await recordAudit(trx, platform, actor, {
    action: 'setting.changed',
    subjectKind: 'setting',
    subjectId: name.slice(0, 40),
    oldValues: { value: before },
    newValues: { value, effectiveFrom, legalBasis, ...auditedBy(reason, by) },
  });
  await recordEvent(trx, platform, { name: 'settings.changed', payload: { name } });
  if (findDefinition(name)?.group === 'society')
    await recordEvent(trx, platform, { name: 'society.changed', payload: {} });
  trx.afterCommit(() => {
    platform.cache.dropTag(SETTINGS_TAG);
    forgetBookRules(platform);
  });
}

function changeable(name: string, actor: Actor): SettingDefinition {
  const definition = findDefinition(name);
  if (definition === undefined || definition.isHidden) throw new Refusal('missing', 'SETTING_UNKNOWN');
  if (definition.isFixed) throw new Refusal('conflict', 'SETTING_FIXED', { label: definition[actor.language] });
  return definition;
}

/** As the society has agreed so far for that day. */
async function settingOn(reader: Reader, name: string, on: CalendarDate): Promise<SettingJson> {
  const row = await reader
    .selectFrom('setting')
    .select('value')
    .where('name', '=', name)
    .where('effectiveFrom', '<=', on)
    .orderBy('effectiveFrom', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst();
  return row === undefined ? null : (JSON.parse(row.value) as SettingJson);
}

async function refuseUnpostable(reader: Reader, definition: SettingDefinition, value: SettingJson): Promise<void> {
  if (!definition.isAccount) return;
  const code = String(value);
  const account = await reader
    .selectFrom('account')
    .select(['isControl', 'subLedger', 'isActive', 'type'])
    .where('code', '=', code)
    .executeTakeFirst();
  if (account === undefined || account.isActive === 0 || account.isControl === 1 || account.subLedger !== null) {
    throw new Refusal('rule', 'SETTING_ACCOUNT', { code }, 'value');
  }
  if (definition.holdsMoney === true && account.type !== 'asset') {
    throw new Refusal('rule', 'SETTING_ACCOUNT_NO_ASSET', { code }, 'value');
  }
}
