import type { FeeView, SettingHistory, SettingView } from '@kafal/contract';
import { type CalendarDate, formatMoney } from '@kafal/core';
import type { z } from 'zod';
import type { Language } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform } from '../../platform/platform.ts';
import { currentBusinessDay } from '../accounting/index.ts';
import { feesOn } from './fees.ts';
import { rowInForce, type SettingsHistory, settingsHistory } from './read-settings.ts';
import { findDefinition, SETTING_NAMES, type SettingJson } from './setting-registry.ts';

type SettingAnswer = z.infer<typeof SettingView>;

export async function settingsList(platform: Platform, language: Language): Promise<SettingAnswer[]> {
  const { history, on } = await historyToday(platform);
  return SETTING_NAMES.filter((name) => findDefinition(name)?.isHidden !== true).map((name) =>
    viewOf(history, name, on, language),
  );
}

export async function settingView(platform: Platform, name: string, language: Language): Promise<SettingAnswer> {
  const { history, on } = await historyToday(platform);
  return viewOf(history, name, on, language);
}

/** Newest first, with what is still to come at the top. */
export async function settingHistory(
  platform: Platform,
  name: string,
): Promise<z.infer<typeof SettingHistory>['items']> {
  if (findDefinition(name)?.isHidden !== undefined || findDefinition(name) === undefined) {
    throw new Refusal('missing', 'SETTING_UNKNOWN');
  }
  const rows = await platform.database
    .selectFrom('setting')
    .leftJoin('user', 'user.id', 'setting.setByUserId')
    .select([
      'setting.value',
      'setting.effectiveFrom',
      'setting.legalBasis',
      'setting.recordedAt',
      'user.name as setBy',
    ])
    .where('setting.name', '=', name)
    .orderBy('setting.effectiveFrom', 'desc')
    .orderBy('setting.id', 'desc')
    .execute();
  return rows.map((row) => ({
    ...row,
    value: JSON.parse(row.value) as SettingJson,
    recordedAt: new Date(row.recordedAt).toISOString(),
  }));
}

export async function feeList(platform: Platform, language: Language): Promise<z.infer<typeof FeeView>[]> {
  const { on } = await historyToday(platform);
  const fees = await feesOn(platform.database, on);
  return fees.map((fee) => ({
    id: String(fee.id),
    code: fee.code,
    kind: fee.kind,
    name: language === 'hi' ? fee.nameHi : fee.nameEn,
    accountCode: fee.accountCode,
    amount: formatMoney(fee.amount),
    dueOnAdmission: fee.dueOnAdmission === 1,
    effectiveFrom: fee.effectiveFrom,
    legalBasis: fee.legalBasis,
  }));
}

async function historyToday(platform: Platform): Promise<{ history: SettingsHistory; on: CalendarDate }> {
  return { history: await settingsHistory(platform), on: await currentBusinessDay(platform) };
}

function viewOf(history: SettingsHistory, name: string, on: CalendarDate, language: Language): SettingAnswer {
  const definition = findDefinition(name);
  const row = rowInForce(history, name, on);
  if (definition === undefined || row === undefined) throw new Refusal('missing', 'SETTING_UNKNOWN');
  return {
    name,
    label: definition[language],
    group: definition.group,
    kind: definition.kind,
    value: row.value,
    ...(definition.choices === undefined ? {} : { choices: [...definition.choices] }),
    effectiveFrom: row.effectiveFrom,
    legalBasis: row.legalBasis,
  };
}
