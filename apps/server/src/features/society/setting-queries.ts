import type { FeeHistory, FeeView, SettingHistory, SettingView } from '@kafal/contract';
import { type CalendarDate, formatMoney } from '@kafal/core';
import type { z } from 'zod';
import type { Language } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform } from '../../platform/platform.ts';
import { currentBusinessDay } from '../accounting/index.ts';
import { waitingRules } from '../approvals/index.ts';
import { versionsOf } from './dated-rule.ts';
import { type FeeRow, feesOn } from './fees.ts';
import { rowInForce, type SettingsHistory, settingsHistory } from './read-settings.ts';
import { needsSecondPerson } from './second-person.ts';
import { settingHelp } from './setting-help.ts';
import { findDefinition, SETTING_NAMES, type SettingJson, type SettingName } from './setting-registry.ts';

type SettingAnswer = z.infer<typeof SettingView>;

export async function settingsList(platform: Platform, language: Language): Promise<SettingAnswer[]> {
  const history = await settingsHistory(platform);
  const on = await currentBusinessDay(platform);
  const waiting = await waitingRules(platform.database, 'setting');
  return SETTING_NAMES.filter((name) => findDefinition(name)?.isHidden !== true).map((name) =>
    viewOf(history, name, on, language, waiting.get(name)),
  );
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
    .leftJoin('user as maker', 'maker.id', 'setting.setByUserId')
    .leftJoin('user as checker', 'checker.id', 'setting.approvedByUserId')
    .select([
      'setting.value',
      'setting.effectiveFrom',
      'setting.legalBasis',
      'setting.reason',
      'setting.recordedAt',
      'maker.name as setBy',
      'checker.name as approvedBy',
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
  const on = await currentBusinessDay(platform);
  const fees = await feesOn(platform.database, on);
  const later = await laterFees(platform, on);
  const waiting = await waitingRules(platform.database, 'fee');
  return fees.map((fee) => {
    const next = later.find(({ code }) => code === fee.code);
    return {
      id: String(fee.id),
      code: fee.code,
      kind: fee.kind,
      name: nameOf(fee, language),
      nameEn: fee.nameEn,
      nameHi: fee.nameHi,
      accountCode: fee.accountCode,
      amount: formatMoney(fee.amount),
      dueOnAdmission: fee.dueOnAdmission === 1,
      effectiveFrom: fee.effectiveFrom,
      legalBasis: fee.legalBasis,
      next: next === undefined ? null : { amount: formatMoney(next.amount), effectiveFrom: next.effectiveFrom },
      waitingApprovalId: idOrNull(waiting.get(fee.code)),
    };
  });
}

/** Every version of a fee, newest first. */
export async function feeHistory(
  platform: Platform,
  code: string,
  language: Language,
): Promise<z.infer<typeof FeeHistory>['items']> {
  const versions = await versionsOf<Pick<FeeRow, 'amount' | 'dueOnAdmission'>>(
    platform,
    'fee',
    ['amount', 'dueOnAdmission'],
    code,
    language,
  );
  if (versions.length === 0) throw new Refusal('missing', 'FEE_UNKNOWN');
  return versions.map((version) => ({
    ...version,
    amount: formatMoney(version.amount),
    dueOnAdmission: version.dueOnAdmission === 1,
  }));
}

/** Versions that have not begun, the nearest first. */
async function laterFees(platform: Platform, on: CalendarDate): Promise<FeeRow[]> {
  return platform.database
    .selectFrom('fee')
    .selectAll()
    .where('effectiveFrom', '>', on)
    .orderBy('effectiveFrom')
    .orderBy('id', 'desc')
    .execute();
}

const nameOf = (named: { nameEn: string; nameHi: string }, language: Language) =>
  language === 'hi' ? named.nameHi : named.nameEn;

const idOrNull = (id: number | undefined) => (id === undefined ? null : String(id));

function viewOf(
  history: SettingsHistory,
  name: SettingName,
  on: CalendarDate,
  language: Language,
  waitingApprovalId: number | undefined,
): SettingAnswer {
  const definition = findDefinition(name);
  const row = rowInForce(history, name, on);
  if (definition === undefined || row === undefined) throw new Refusal('missing', 'SETTING_UNKNOWN');
  const [next] = history.filter((later) => later.name === name && later.effectiveFrom > on);
  const nextInForce = next === undefined ? undefined : rowInForce(history, name, next.effectiveFrom);
  return {
    name,
    label: definition[language],
    group: definition.group,
    kind: definition.kind,
    value: row.value,
    ...(definition.choices === undefined ? {} : { choices: [...definition.choices] }),
    effectiveFrom: row.effectiveFrom,
    legalBasis: row.legalBasis,
    isFixed: definition.isFixed === true,
    needsSecondPerson: needsSecondPerson(definition),
    next: nextInForce === undefined ? null : { value: nextInForce.value, effectiveFrom: nextInForce.effectiveFrom },
    waitingApprovalId: idOrNull(waitingApprovalId),
    help: settingHelp(name, language),
  };
}
