import { basisPointsOf, formatBasisPoints, isAadhaar, isPan } from '@kafal/core';
import type { Language } from '../../shared/messages/messages.ts';
import type { RegisterWalkInRequest } from '../answers.ts';

// What is typed on the walk-in form, and how it becomes the request. The server judges; what is checked here only saves
// a way there and back.

export interface TypedNominee {
  key: string;
  name: string;
  relation: string;
  dateOfBirth: string;
  sharePercent: string;
  guardianName: string;
  guardianRelation: string;
  phone: string;
}

export interface Registration {
  name: string;
  nameLocal: string;
  dateOfBirth: string;
  gender: RegisterWalkInRequest['gender'] | '';
  parentOrSpouseName: string;
  phone: string;
  phoneSharedReason: string;
  email: string;
  addressLine: string;
  locality: string;
  district: string;
  state: string;
  postalCode: string;
  occupation: string;
  memberClass: NonNullable<RegisterWalkInRequest['memberClass']>;
  accountType: RegisterWalkInRequest['accountType'];
  pan: string;
  aadhaar: string;
  language: Language;
  nominees: TypedNominee[];
}

/** As it may be kept on the machine: the numbers of identity papers are typed again. */
export function withoutIdentity(registration: Registration): Registration {
  return { ...registration, pan: '', aadhaar: '' };
}

/** A kept form brings its nominees' keys along; those of this page must differ. */
const pageKey = Date.now().toString(36);
let nomineesMade = 0;

export function newNominee(sharePercent = ''): TypedNominee {
  nomineesMade += 1;
  return {
    key: `nominee ${pageKey} ${nomineesMade}`,
    name: '',
    relation: '',
    dateOfBirth: '',
    sharePercent,
    guardianName: '',
    guardianRelation: '',
    phone: '',
  };
}

export function newRegistration(language: Language): Registration {
  return {
    name: '',
    nameLocal: '',
    dateOfBirth: '',
    gender: '',
    parentOrSpouseName: '',
    phone: '',
    phoneSharedReason: '',
    email: '',
    addressLine: '',
    locality: '',
    district: '',
    state: '',
    postalCode: '',
    occupation: '',
    memberClass: 'regular',
    accountType: 'savings',
    pan: '',
    aadhaar: '',
    language,
    nominees: [newNominee('100')],
  };
}

/** "50", "33.3" and "33.33" as the contract's "50.00", "33.30" and "33.33"; anything else is left for the server to refuse. */
export function percentOf(typed: string): string {
  const match = /^(\d{1,3})(?:\.(\d{0,2}))?$/.exec(typed.trim().replace('%', '').trim());
  return match === null ? typed.trim() : `${match[1]}.${(match[2] ?? '').padEnd(2, '0')}`;
}

/** What the nominees' shares add to, "99.00"; undefined while one of them is no percentage. */
export function shareTotal(nominees: readonly TypedNominee[]): string | undefined {
  const parts = nominees.map((nominee) => basisPointsOf(percentOf(nominee.sharePercent)));
  let total = 0;
  for (const part of parts) {
    if (part === undefined) return undefined;
    total += part;
  }
  return formatBasisPoints(total);
}

export function isWrongPan(typed: string): boolean {
  return typed.length === 10 && !isPan(typed);
}

export function isWrongAadhaar(typed: string): boolean {
  const digits = typed.replace(/\s/g, '');
  return digits.length === 12 && !isAadhaar(digits);
}

/** The first fields that are still empty, by the names the server gives them. */
export function missingIn(registration: Registration): string[] {
  const needed = [
    'name',
    'dateOfBirth',
    'gender',
    'phone',
    'addressLine',
    'locality',
    'district',
    'state',
    'postalCode',
    'occupation',
  ] as const;
  const ofNominees = registration.nominees.flatMap((nominee, index) =>
    (['name', 'relation', 'dateOfBirth', 'sharePercent'] as const).flatMap((name) =>
      nominee[name].trim() === '' ? [`nominees.${index}.${name}`] : [],
    ),
  );
  return [...needed.filter((name) => registration[name].trim() === ''), ...ofNominees];
}

export function registrationRequest(registration: Registration): RegisterWalkInRequest | undefined {
  const { gender } = registration;
  if (gender === '' || missingIn(registration).length > 0) return undefined;
  return { ...registrationSoFar(registration), gender };
}

/** What would be sent as far as it is typed, to be held against the schema while somebody types. */
export function registrationSoFar(
  registration: Registration,
): Omit<RegisterWalkInRequest, 'gender'> & { gender: string } {
  const optional = (name: 'nameLocal' | 'parentOrSpouseName' | 'phoneSharedReason' | 'email' | 'pan') =>
    registration[name].trim() === '' ? {} : { [name]: registration[name].trim() };
  return {
    name: registration.name,
    ...optional('nameLocal'),
    dateOfBirth: registration.dateOfBirth,
    gender: registration.gender,
    ...optional('parentOrSpouseName'),
    phone: registration.phone.trim(),
    ...optional('phoneSharedReason'),
    ...optional('email'),
    addressLine: registration.addressLine,
    locality: registration.locality,
    district: registration.district,
    state: registration.state,
    postalCode: registration.postalCode,
    occupation: registration.occupation,
    memberClass: registration.memberClass,
    accountType: registration.accountType,
    ...optional('pan'),
    ...(registration.aadhaar.trim() === '' ? {} : { aadhaar: registration.aadhaar.replace(/\s/g, '') }),
    language: registration.language,
    nominees: nomineeBodies(registration.nominees),
  };
}

/** Each as it would be sent. */
export function nomineeBodies(nominees: readonly TypedNominee[]) {
  return nominees.map((nominee) => ({
    name: nominee.name,
    relation: nominee.relation,
    dateOfBirth: nominee.dateOfBirth,
    sharePercent: percentOf(nominee.sharePercent),
    ...(nominee.guardianName.trim() === '' ? {} : { guardianName: nominee.guardianName }),
    ...(nominee.guardianRelation.trim() === '' ? {} : { guardianRelation: nominee.guardianRelation }),
    ...(nominee.phone.trim() === '' ? {} : { phone: nominee.phone.trim() }),
  }));
}
