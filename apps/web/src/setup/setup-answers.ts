import {
  COUNTRY_PRESETS,
  type CountryPreset,
  type FinancialYearStart,
  formatMoney,
  type PresetFee,
  todayIn,
} from '@kafal/core';
import type { PresetCode, SetupRequest } from '../shared/answers.ts';
import { isZeroMoney, readTypedMoney, type SocietyFormat, typedFromMoney } from '../shared/format.ts';
import type { Language } from '../shared/messages/messages.ts';
import type { SetupKey } from './setup-text.ts';

// The wizard's answers. What the preset proposes is not copied here: an answer that is absent is the proposal, so
// choosing another preset changes everything that nobody has changed by hand.

export const steps = ['code', 'preset', 'society', 'year', 'fees', 'shares', 'administrator'] as const;
export type Step = (typeof steps)[number];

export type Currency = SetupRequest['currency'];
export const currencies: readonly Currency[] = ['INR', 'NPR', 'KES', 'USD'];

/** Values the preset proposes, as typed. */
export interface Proposed {
  currency: Currency;
  timeZone: string;
  financialYearStart: string;
  booksBeginOn: string;
  admission: string;
  buildingFund: string;
  welfareFund: string;
  faceValue: string;
  minimumShares: string;
  minimumBalance: string;
}

export interface SetupAnswers {
  setupCode: string;
  preset: PresetCode;
  name: string;
  nameLocal: string;
  registrationNumber: string;
  registeredOn: string;
  address: string;
  phone: string;
  email: string;
  logo: string;
  changed: Partial<Proposed>;
  username: string;
  administratorName: string;
  administratorEmail: string;
  password: string;
  repeated: string;
}

export const firstAnswers: SetupAnswers = {
  setupCode: '',
  preset: 'IN-STATE',
  name: '',
  nameLocal: '',
  registrationNumber: '',
  registeredOn: '',
  address: '',
  phone: '',
  email: '',
  logo: '',
  changed: {},
  username: 'admin',
  administratorName: '',
  administratorEmail: '',
  password: '',
  repeated: '',
};

/** What stands in the fields: the preset's proposals, and over them what was changed by hand. */
export function standing(answers: SetupAnswers, serverNow: number): Proposed {
  const preset = COUNTRY_PRESETS[answers.preset];
  const proposed = proposals(preset);
  const timeZone = answers.changed.timeZone ?? proposed.timeZone;
  return { ...proposed, booksBeginOn: todayIn(timeZone, serverNow), ...answers.changed };
}

export function isProposal(answers: SetupAnswers, name: keyof Proposed): boolean {
  return answers.changed[name] === undefined;
}

export function decimalsOf(answers: SetupAnswers): number {
  return COUNTRY_PRESETS[answers.preset].decimals.value;
}

export function formatOf(answers: SetupAnswers, serverNow: number): SocietyFormat {
  const { currency, timeZone } = standing(answers, serverNow);
  return {
    currency,
    timeZone,
    decimals: decimalsOf(answers),
    grouping: currency === 'INR' || currency === 'NPR' ? 'indian' : 'western',
    calendar: COUNTRY_PRESETS[answers.preset].calendar.value,
  };
}

export type SetupProblems = Readonly<Record<string, SetupKey>>;

export function stepProblems(step: Step, answers: SetupAnswers, serverNow: number): SetupProblems {
  const values = standing(answers, serverNow);
  const problems: Record<string, SetupKey> = {};
  const needs = (path: string, value: string) => {
    if (value.trim() === '') problems[path] = 'field.required';
  };
  const needsMoney = (path: string, typed: string, mayBeZero: boolean) => {
    const read = readTypedMoney(typed, decimalsOf(answers));
    if (!read.ok) problems[path] = read.reason === 'empty' ? 'field.required' : 'money.malformed';
    else if (!mayBeZero && isZeroMoney(read.text)) problems[path] = 'setup.aboveZero';
  };
  switch (step) {
    case 'code':
      needs('setupCode', answers.setupCode);
      return problems;
    case 'preset':
      return problems;
    case 'society':
      needs('society.name', answers.name);
      needs('society.registrationNumber', answers.registrationNumber);
      needs('society.address', answers.address);
      return problems;
    case 'year':
      if (values.booksBeginOn === '') problems.booksBeginOn = 'date.malformed';
      return problems;
    case 'fees':
      needsMoney('fees.admission', values.admission, true);
      needsMoney('fees.buildingFund', values.buildingFund, true);
      needsMoney('fees.welfareFund', values.welfareFund, true);
      return problems;
    case 'shares':
      needsMoney('shares.faceValue', values.faceValue, false);
      if (!/^[1-9]\d{0,3}$/.test(values.minimumShares)) problems['shares.minimumShares'] = 'setup.wholeNumber';
      needsMoney('savings.minimumBalance', values.minimumBalance, true);
      return problems;
    case 'administrator':
      needs('administrator.name', answers.administratorName);
      if (!/^[a-z0-9][a-z0-9._-]{1,30}$/.test(answers.username))
        problems['administrator.username'] = 'setup.usernameForm';
      needs('administrator.password', answers.password);
      if (answers.password !== answers.repeated) problems.repeated = 'setup.passwordDiffers';
      return problems;
  }
}

/** The screen on which a field stands, by the server's path of it. */
export function stepOfField(path: string): Step {
  if (path.startsWith('society')) return 'society';
  if (path.startsWith('fees')) return 'fees';
  if (path.startsWith('shares') || path.startsWith('savings')) return 'shares';
  if (path.startsWith('administrator')) return 'administrator';
  if (path === 'preset') return 'preset';
  return path === 'setupCode' ? 'code' : 'year';
}

export function setupRequest(answers: SetupAnswers, language: Language, serverNow: number): SetupRequest {
  const values = standing(answers, serverNow);
  const money = (typed: string) => {
    const read = readTypedMoney(typed, decimalsOf(answers));
    return read.ok ? read.text : typed;
  };
  return {
    setupCode: answers.setupCode.trim(),
    preset: answers.preset,
    society: {
      name: answers.name,
      registrationNumber: answers.registrationNumber,
      address: answers.address,
      ...(answers.nameLocal === '' ? {} : { nameLocal: answers.nameLocal }),
      ...(answers.registeredOn === '' ? {} : { registeredOn: answers.registeredOn }),
      ...(answers.phone === '' ? {} : { phone: answers.phone.trim() }),
      ...(answers.email === '' ? {} : { email: answers.email.trim() }),
      ...(answers.logo === '' ? {} : { logo: answers.logo }),
    },
    currency: values.currency,
    timeZone: values.timeZone,
    financialYearStart: values.financialYearStart,
    booksBeginOn: values.booksBeginOn,
    fees: {
      admission: money(values.admission),
      buildingFund: money(values.buildingFund),
      welfareFund: money(values.welfareFund),
    },
    shares: { faceValue: money(values.faceValue), minimumShares: Number(values.minimumShares) },
    savings: { minimumBalance: money(values.minimumBalance) },
    administrator: {
      username: answers.username,
      name: answers.administratorName,
      password: answers.password,
      language,
      ...(answers.administratorEmail === '' ? {} : { email: answers.administratorEmail.trim() }),
    },
  };
}

function proposals(preset: CountryPreset): Omit<Proposed, 'booksBeginOn'> {
  const decimals = preset.decimals.value;
  const typed = (amount: Parameters<typeof formatMoney>[0]) => typedFromMoney(formatMoney(amount, decimals));
  const fee = (code: PresetFee['code']) => {
    const found = preset.fees.find((one) => one.code === code);
    return found === undefined ? '0' : typed(found.amount);
  };
  const savings = preset.depositProducts.find((product) => product.kind === 'savings');
  return {
    currency: currencies.find((currency) => currency === preset.currency.value) ?? 'INR',
    timeZone: preset.timeZone.value,
    financialYearStart: yearStartText(preset.financialYearStart.value),
    admission: fee('admission_fee'),
    buildingFund: fee('building_fund'),
    welfareFund: fee('welfare_fund'),
    faceValue: typed(preset.shareFaceValue.value),
    minimumShares: String(preset.minimumShares.value),
    minimumBalance: savings === undefined ? '0' : typed(savings.minimumBalance),
  };
}

function yearStartText(start: FinancialYearStart): string {
  if (start.calendar === 'BS') return '1 Shrawan';
  return `${String(start.month).padStart(2, '0')}-${String(start.day).padStart(2, '0')}`;
}
