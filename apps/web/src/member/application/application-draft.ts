import { ageOn, calendarDate, isCalendarDate, toLatinDigits } from '@kafal/core';
import type { RegisterRequest, Society } from '../../shared/answers.ts';
import type { Language } from '../../shared/messages/messages.ts';
import type { MemberKey } from '../member-text.ts';
import { malformedNumbers } from './malformed-numbers.ts';

// The application as it is being filled in. Everything is text as typed; the server has the last word, and what is
// checked here only saves the applicant a walk back from the last screen.

export interface NomineeDraft {
  name: string;
  relation: string;
  dateOfBirth: string;
  sharePercent: string;
  guardianName: string;
  guardianRelation: string;
}

export interface ApplicationDraft {
  name: string;
  nameLocal: string;
  dateOfBirth: string;
  gender: 'female' | 'male' | 'other' | '';
  parentOrSpouseName: string;
  phone: string;
  email: string;
  pan: string;
  aadhaar: string;
  addressLine: string;
  locality: string;
  district: string;
  state: string;
  postalCode: string;
  occupation: string;
  accountType: 'savings' | 'none';
  nominees: readonly NomineeDraft[];
  /** Of the applicant, as it will be sent: small and without what a camera writes into it. */
  photo: Blob | undefined;
  hasConsent: boolean;
}

/** Sentences by the path of their field, as the server names it. */
export type DraftProblems = Readonly<Record<string, MemberKey>>;

export const steps = ['identity', 'address', 'work', 'nominees', 'photo', 'review'] as const;
export type Step = (typeof steps)[number];

export const mostNominees = 5;
const wholeShare = 10_000;

export const emptyNominee: NomineeDraft = {
  name: '',
  relation: '',
  dateOfBirth: '',
  sharePercent: '',
  guardianName: '',
  guardianRelation: '',
};

export const emptyDraft: ApplicationDraft = {
  name: '',
  nameLocal: '',
  dateOfBirth: '',
  gender: '',
  parentOrSpouseName: '',
  phone: '',
  email: '',
  pan: '',
  aadhaar: '',
  addressLine: '',
  locality: '',
  district: '',
  state: '',
  postalCode: '',
  occupation: '',
  accountType: 'savings',
  nominees: [{ ...emptyNominee, sharePercent: '100' }],
  photo: undefined,
  hasConsent: false,
};

export function stepProblems(
  step: Step,
  draft: ApplicationDraft,
  society: Society,
  isCorrection: boolean,
): DraftProblems {
  switch (step) {
    case 'identity':
      return identityProblems(draft, society);
    case 'address':
      return missing(draft, ['addressLine', 'locality', 'district', 'state', 'postalCode']);
    case 'work':
      return missing(draft, ['occupation']);
    case 'nominees':
      return nomineeProblems(draft.nominees, society);
    case 'photo':
      return {};
    case 'review':
      return draft.hasConsent || isCorrection ? {} : { consent: 'apply.consentNeeded' };
  }
}

/** The screen on which a field stands, so that a refusal leads the applicant back to it. */
export function stepOfField(path: string): Step {
  if (path.startsWith('nominees')) return 'nominees';
  if (['addressLine', 'locality', 'district', 'state', 'postalCode'].includes(path)) return 'address';
  if (['occupation', 'accountType'].includes(path)) return 'work';
  if (['consent', 'trackingNumber', 'currentPhone', ''].includes(path)) return 'review';
  return 'identity';
}

/** Hundredths of a per cent, 5000 for "50"; undefined while it is not a share. */
export function shareOf(typed: string): number | undefined {
  const match = /^(\d{1,3})(?:\.(\d{1,2}))?$/.exec(toLatinDigits(typed).trim());
  if (match === null) return undefined;
  const share = Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
  return share >= 1 && share <= wholeShare ? share : undefined;
}

export function shareText(hundredths: number): string {
  return `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`;
}

export function sharesTogether(nominees: readonly NomineeDraft[]): number {
  return nominees.reduce((total, nominee) => total + (shareOf(nominee.sharePercent) ?? 0), 0);
}

/** Whether a nominee is under age on the society's day; a guardian is asked for then. */
export function isMinor(nominee: NomineeDraft, businessDate: string | null): boolean {
  if (businessDate === null || !isCalendarDate(nominee.dateOfBirth)) return false;
  return ageOn(calendarDate(nominee.dateOfBirth), calendarDate(businessDate)) < 18;
}

type ApplicationBody = Omit<RegisterRequest, 'consent'>;

export function applicationBody(draft: ApplicationDraft, society: Society, language: Language): ApplicationBody {
  const { gender, ...body } = typedBody(draft, society, language);
  if (gender === undefined) throw new Error('The identity screen asks for it before the form can be sent.');
  return { ...body, gender };
}

/** What would be sent, as far as it is typed. */
export function typedBody(draft: ApplicationDraft, society: Society, language: Language) {
  return {
    name: draft.name,
    dateOfBirth: draft.dateOfBirth,
    gender: draft.gender === '' ? undefined : draft.gender,
    phone: draft.phone,
    addressLine: draft.addressLine,
    locality: draft.locality,
    district: draft.district,
    state: draft.state,
    postalCode: draft.postalCode,
    occupation: draft.occupation,
    accountType: draft.accountType,
    language,
    ...given('nameLocal', draft.nameLocal),
    ...given('parentOrSpouseName', draft.parentOrSpouseName),
    ...given('email', draft.email.trim()),
    ...given('pan', draft.pan.trim()),
    ...given('aadhaar', draft.aadhaar.replace(/\s/g, '')),
    nominees: nomineeBodies(draft.nominees, society),
  };
}

/** Nominees as the server takes them; a guardian only where one is needed. */
export function nomineeBodies(nominees: readonly NomineeDraft[], society: Society): RegisterRequest['nominees'] {
  return nominees.map((nominee) => ({
    name: nominee.name,
    relation: nominee.relation,
    dateOfBirth: nominee.dateOfBirth,
    sharePercent: percentAsSent(nominee.sharePercent),
    ...(isMinor(nominee, society.businessDate)
      ? { ...given('guardianName', nominee.guardianName), ...given('guardianRelation', nominee.guardianRelation) }
      : {}),
  }));
}

function percentAsSent(typed: string): string {
  const share = shareOf(typed);
  return share === undefined ? typed : shareText(share);
}

/** An application that came back, to be corrected. Identity numbers are never shown again; left empty they stay as sent. */
export function draftFromReturned(application: Readonly<Record<string, unknown>>): ApplicationDraft {
  const text = (name: string) => textOf(application[name]);
  const nominees = Array.isArray(application.nominees) ? application.nominees.filter(isRecord) : [];
  const gender = text('gender');
  return {
    ...emptyDraft,
    name: text('name'),
    nameLocal: text('nameLocal'),
    dateOfBirth: text('dateOfBirth'),
    gender: gender === 'female' || gender === 'male' || gender === 'other' ? gender : '',
    parentOrSpouseName: text('parentOrSpouseName'),
    phone: text('phone'),
    email: text('email'),
    addressLine: text('addressLine'),
    locality: text('locality'),
    district: text('district'),
    state: text('state'),
    postalCode: text('postalCode'),
    occupation: text('occupation'),
    accountType: text('accountType') === 'none' ? 'none' : 'savings',
    nominees: nominees.map((nominee) => ({
      name: textOf(nominee.name),
      relation: textOf(nominee.relation),
      dateOfBirth: textOf(nominee.dateOfBirth),
      sharePercent: textOf(nominee.sharePercent),
      guardianName: textOf(nominee.guardianName),
      guardianRelation: textOf(nominee.guardianRelation),
    })),
  };
}

function identityProblems(draft: ApplicationDraft, society: Society): DraftProblems {
  const problems: Record<string, MemberKey> = { ...missing(draft, ['name', 'phone']) };
  if (draft.gender === '') problems.gender = 'field.chooseOne';
  if (draft.dateOfBirth === '') problems.dateOfBirth = 'date.malformed';
  else if (society.businessDate !== null && draft.dateOfBirth > society.businessDate)
    problems.dateOfBirth = 'apply.bornLater';
  return { ...problems, ...malformedNumbers(draft, society) };
}

export function nomineeProblems(nominees: readonly NomineeDraft[], society: Society): DraftProblems {
  const problems: Record<string, MemberKey> = {};
  for (const [index, nominee] of nominees.entries()) {
    const at = (name: string) => `nominees.${index}.${name}`;
    if (nominee.name.trim() === '') problems[at('name')] = 'field.required';
    if (nominee.relation.trim() === '') problems[at('relation')] = 'field.required';
    if (nominee.dateOfBirth === '') problems[at('dateOfBirth')] = 'date.malformed';
    if (shareOf(nominee.sharePercent) === undefined) problems[at('sharePercent')] = 'apply.shareMalformed';
    if (isMinor(nominee, society.businessDate) && nominee.guardianName.trim() === '') {
      problems[at('guardianName')] = 'apply.guardianNeeded';
    }
  }
  if (sharesTogether(nominees) !== wholeShare) problems.nominees = 'apply.sharesNotWhole';
  return problems;
}

function missing(
  draft: ApplicationDraft,
  names: readonly Exclude<keyof ApplicationDraft, 'nominees' | 'photo' | 'hasConsent'>[],
): DraftProblems {
  return Object.fromEntries(names.filter((name) => draft[name].trim() === '').map((name) => [name, 'field.required']));
}

function given<Name extends string>(name: Name, typed: string): { [Key in Name]?: string } {
  // The cast says what the computed key cannot: that it is this one name.
  return typed.trim() === '' ? {} : ({ [name]: typed } as { [Key in Name]?: string });
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
