// An empty machine becomes a society: its rules, its chart of accounts, its first products and till, the day the books
// begin on, and the first administrator, in one database transaction. It happens once.

import type { SetupBody } from '@kafal/contract';
import {
  COUNTRY_PRESETS,
  type CountryPreset,
  DomainError,
  financialYearOf,
  formatMoney,
  type PresetDepositProduct,
  type PresetFee,
  todayIn,
} from '@kafal/core';
import type { z } from 'zod';
import { type Caller, systemActor } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { createChartOfAccounts, forgetBookRules, openBalance, openFirstBusinessDay } from '../accounting/index.ts';
import { recordAudit } from '../audit/index.ts';
import { insertTermProduct } from '../deposits/index.ts';
import { createStaffUser, type NewStaffUser, prepareAdmin, seedRoles } from '../identity/index.ts';
import { insertLoanProduct } from '../loans/index.ts';
import {
  type FirstSetting,
  financialYearStartOf,
  findDefinition,
  findSettings,
  firstSettings,
  SEQUENCES,
  SETTING_NAMES,
  SETTINGS_TAG,
  type SettingName,
  withField,
} from '../society/index.ts';
import { checkLogo, type KeptLogo, keepLogo, recordLogo } from './logo.ts';

export type SetUp = z.output<typeof SetupBody>;

export interface SocietySetUp {
  readonly username: string;
  readonly businessDate: string;
}

export async function setUpSociety(platform: Platform, caller: Caller, command: SetUp): Promise<SocietySetUp> {
  if ((await findSettings(platform)) !== undefined) throw new Refusal('conflict', 'SETUP_DONE');
  if (!platform.setupCode.matches(command.setupCode)) {
    throw new Refusal('forbidden', 'SETUP_CODE_WRONG', undefined, 'setupCode');
  }
  const preset = COUNTRY_PRESETS[command.preset];
  const settings = checkedSettings(preset, command);
  refuseImpossibleStart(platform, command);
  const administrator = await checkedAdministrator(platform, command);
  const { logo } = command.society;
  const write = async (trx: Trx, kept?: KeptLogo) => {
    await createOnce(trx, platform);
    await openBooks(trx, platform, command, preset);
    await seedRoles(trx, platform);
    const { userId } = await createStaffUser(trx, platform, systemActor('Set-up', caller), administrator);
    await writeSettings(trx, platform, command, settings, kept, userId);
    await recordAudit(trx, platform, systemActor('Set-up', caller), {
      action: 'society.set_up',
      subjectKind: 'society',
      subjectId: null,
      newValues: { preset: command.preset, name: command.society.name, booksBeginOn: command.booksBeginOn },
    });
    trx.afterCommit(() => {
      platform.setupCode.end();
      platform.cache.dropTag(SETTINGS_TAG);
      forgetBookRules(platform);
    });
  };
  if (logo === undefined) await platform.transact((trx) => write(trx));
  else await keepLogo(platform, checkLogo(logo, 'society.logo'), write);
  return { username: administrator.username, businessDate: command.booksBeginOn };
}

// ---- what was typed ---------------------------------------------------------------------------------------------

type CheckedSettings = Readonly<Record<SettingName, FirstSetting>>;

/** The society's own answers over those of the preset, every one read by its own rule. */
function checkedSettings(preset: CountryPreset, command: SetUp): CheckedSettings {
  const { society, shares } = command;
  const typed: readonly (readonly [SettingName, unknown, string])[] = [
    ['society.name', society.name, 'society.name'],
    ['society.nameLocal', society.nameLocal ?? null, 'society.nameLocal'],
    ['society.registrationNumber', society.registrationNumber, 'society.registrationNumber'],
    ['society.registeredOn', society.registeredOn ?? null, 'society.registeredOn'],
    ['society.address', society.address, 'society.address'],
    ['society.phone', society.phone ?? null, 'society.phone'],
    ['society.email', society.email ?? null, 'society.email'],
    ['society.website', society.website ?? null, 'society.website'],
    ['money.currency', command.currency, 'currency'],
    ['calendar.timeZone', command.timeZone, 'timeZone'],
    ['calendar.financialYearStart', command.financialYearStart, 'financialYearStart'],
    ['share.faceValue', formatMoney(shares.faceValue), 'shares.faceValue'],
    ['share.minimumShares', shares.minimumShares, 'shares.minimumShares'],
    ['deposits.interestFrom', command.booksBeginOn, 'booksBeginOn'],
  ];

  const first = { ...firstSettings(preset) };
  for (const [name, value, field] of typed) {
    withField(field, () => findDefinition(name)?.read(value));
    // A value of the law keeps its reason only as long as the society keeps the value.
    const legalBasis = toJson(name, first[name].value) === value ? first[name].legalBasis : null;
    first[name] = { value, legalBasis };
  }
  return first;
}

function refuseImpossibleStart(platform: Pick<Platform, 'clock'>, command: SetUp): void {
  const { booksBeginOn, timeZone, financialYearStart } = command;
  if (booksBeginOn > todayIn(timeZone, platform.clock.now())) {
    throw new Refusal('rule', 'SETUP_DATE_LATER', undefined, 'booksBeginOn');
  }
  const start = financialYearStartOf({ 'calendar.financialYearStart': financialYearStart });
  // Refuses a day whose year is not settled in the Bikram Sambat calendar.
  withField('booksBeginOn', () => financialYearOf(booksBeginOn, start));
}

async function checkedAdministrator(
  platform: Platform,
  { administrator, society }: SetUp,
): Promise<NewStaffUser & { username: string }> {
  try {
    return await prepareAdmin(platform, administrator, [society.name, society.nameLocal ?? '']);
  } catch (error) {
    if (error instanceof DomainError && error.field !== undefined) error.field = `administrator.${error.field}`;
    throw error;
  }
}

// ---- what comes to exist ----------------------------------------------------------------------------------------

/** Two people may press at the same moment: the accounts can be made once. */
async function createOnce(trx: Trx, platform: Platform): Promise<void> {
  try {
    await createChartOfAccounts(trx);
  } catch (error) {
    if (platform.dialect.isDuplicateKey(error) === undefined) throw error;
    throw new Refusal('conflict', 'SETUP_DONE');
  }
}

async function openBooks(trx: Trx, platform: Platform, command: SetUp, preset: CountryPreset): Promise<void> {
  await trx
    .insertInto('sequence')
    .values(SEQUENCES.map((name) => ({ name, nextNumber: 1 })))
    .execute();
  await trx
    .insertInto('fee')
    .values(preset.fees.map((fee, index) => feeRow(fee, index, command)))
    .execute();
  await trx
    .insertInto('deposit_product')
    .values(preset.depositProducts.map((product) => productRow(product, command)))
    .execute();
  for (const product of preset.termProducts) {
    await insertTermProduct(
      trx,
      { ...product, nameEn: product.name.en, nameHi: product.name.hi, isOffered: true, appliesTo: 'new' },
      {
        effectiveFrom: command.booksBeginOn,
        legalBasis: product.legalBasis,
        recordedAt: platform.clock.now(),
      },
    );
  }
  for (const product of preset.loanProducts) {
    await insertLoanProduct(
      trx,
      { ...product, nameEn: product.name.en, nameHi: product.name.hi, isOffered: true },
      {
        effectiveFrom: command.booksBeginOn,
        legalBasis: product.legalBasis,
        recordedAt: platform.clock.now(),
      },
    );
  }
  await openFirstBusinessDay(trx, platform, command.booksBeginOn);

  const { insertId } = await trx
    .insertInto('till')
    .values({ code: 'T1', name: 'Counter 1', seriesCode: 'T1', isActive: 1 })
    .executeTakeFirstOrThrow();
  await openBalance(trx, platform, { subLedger: 'till', subLedgerId: Number(insertId), accountCode: '1102' });
}

const FEE_FIELDS = {
  admission_fee: 'admission',
  building_fund: 'buildingFund',
  welfare_fund: 'welfareFund',
} as const satisfies Record<PresetFee['code'], keyof SetUp['fees']>;

function feeRow(fee: PresetFee, index: number, { fees, booksBeginOn }: SetUp) {
  return {
    code: fee.code,
    kind: fee.kind,
    nameEn: fee.name.en,
    nameHi: fee.name.hi,
    accountCode: fee.accountCode,
    amount: fees[FEE_FIELDS[fee.code]],
    dueOnAdmission: 1,
    effectiveFrom: booksBeginOn,
    legalBasis: fee.legalBasis,
    position: index + 1,
  } as const;
}

function productRow(product: PresetDepositProduct, { savings, booksBeginOn }: SetUp) {
  return {
    code: product.code,
    kind: product.kind,
    nameEn: product.name.en,
    nameHi: product.name.hi,
    accountCode: product.accountCode,
    minimumBalance: product.kind === 'savings' ? savings.minimumBalance : product.minimumBalance,
    minimumDeposit: product.minimumDeposit,
    withdrawal: product.withdrawal,
    interestRule: product.interestRule,
    interestMonths: product.interestMonths,
    dormantMonths: product.dormantMonths,
    annualRate: product.annualRate,
    effectiveFrom: booksBeginOn,
    legalBasis: product.legalBasis,
  };
}

async function writeSettings(
  trx: Trx,
  platform: Pick<Platform, 'clock'>,
  command: SetUp,
  settings: CheckedSettings,
  logo: KeptLogo | undefined,
  setByUserId: number,
): Promise<void> {
  if (logo !== undefined) await recordLogo(trx, platform, logo);
  const rows = SETTING_NAMES.map((name) => {
    const { value, legalBasis } = settings[name];
    const json = name === 'society.logo' ? (logo?.id ?? null) : toJson(name, value);
    return {
      name,
      value: JSON.stringify(json),
      effectiveFrom: command.booksBeginOn,
      legalBasis,
      setByUserId,
      recordedAt: platform.clock.now(),
    };
  });
  await trx.insertInto('setting').values(rows).execute();
}

/** Money of a preset is a number of the smallest unit; as a setting it is written as text. */
function toJson(name: SettingName, value: unknown) {
  const definition = findDefinition(name);
  return definition?.kind === 'money' && typeof value === 'number' ? definition.write(value) : value;
}
