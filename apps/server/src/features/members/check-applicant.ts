// What an applicant wrote, checked against the calendar, the country and the nominees' arithmetic, ready to be kept.

import type { RegisterWalkInBody } from '@kafal/contract';
import { ageOn, type CalendarDate, checkNominees, type Nominee, NomineesRefused, normaliseName } from '@kafal/core';
import type { z } from 'zod';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Settings } from '../society/index.ts';
import {
  checkAadhaar,
  checkEmail,
  checkPan,
  checkPhone,
  checkPostalCode,
  type SealedPan,
  sealPan,
} from './identity-numbers.ts';

export type ApplicantBody = Omit<z.output<typeof RegisterWalkInBody>, 'phoneSharedReason'>;
type NomineeBody = ApplicantBody['nominees'][number];

export interface CheckedNominee {
  readonly name: string;
  readonly relation: string;
  readonly dateOfBirth: CalendarDate;
  /** Hundredths of a per cent. */
  readonly shareBasisPoints: number;
  readonly guardianName: string | null;
  readonly guardianRelation: string | null;
  readonly phone: string | null;
}

export interface CheckedApplicant {
  /** The columns an application and a member share. */
  readonly columns: {
    readonly name: string;
    readonly nameLocal: string | null;
    readonly dateOfBirth: CalendarDate;
    readonly gender: string;
    readonly parentOrSpouseName: string | null;
    readonly phone: string;
    readonly email: string | null;
    readonly emailKey: string | null;
    readonly addressLine: string;
    readonly locality: string;
    readonly district: string;
    readonly state: string;
    readonly postalCode: string;
    readonly occupation: string;
    readonly memberClass: string;
    readonly accountType: string;
    readonly language: string;
  };
  /** The open number lives only as long as this request. */
  readonly pan: string | undefined;
  readonly sealedPan: SealedPan | undefined;
  readonly aadhaarLastFour: string | undefined;
  readonly nominees: readonly CheckedNominee[];
}

export function checkApplicant(
  platform: Pick<Platform, 'keys'>,
  settings: Settings,
  on: CalendarDate,
  body: ApplicantBody,
): CheckedApplicant {
  const country = settings['phone.country'];
  const memberClass = body.memberClass ?? 'regular';
  checkDateOfBirth(body.dateOfBirth, on, memberClass, settings);
  checkPostalCode(body.postalCode, country);
  const phone = checkPhone(body.phone, country);
  const { email, emailKey } = body.email === undefined ? { email: null, emailKey: null } : checkEmail(body.email);
  const pan = body.pan === undefined ? undefined : checkPan(body.pan, country);
  const nominees = checkedNominees(body.nominees, on, settings);

  return {
    columns: {
      name: normaliseName(body.name),
      nameLocal: body.nameLocal === undefined ? null : normaliseName(body.nameLocal),
      dateOfBirth: body.dateOfBirth,
      gender: body.gender,
      parentOrSpouseName: body.parentOrSpouseName ?? null,
      phone,
      email,
      emailKey,
      addressLine: body.addressLine,
      locality: body.locality,
      district: body.district,
      state: body.state,
      postalCode: body.postalCode,
      occupation: body.occupation,
      memberClass,
      accountType: body.accountType,
      language: body.language,
    },
    pan,
    sealedPan: pan === undefined ? undefined : sealPan(platform, pan),
    aadhaarLastFour: body.aadhaar === undefined ? undefined : checkAadhaar(body.aadhaar),
    nominees,
  };
}

export function checkDateOfBirth(
  dateOfBirth: CalendarDate,
  on: CalendarDate,
  memberClass: string,
  settings: Pick<Settings, 'member.ageOfMajority'>,
): void {
  if (dateOfBirth > on) throw new Refusal('malformed', 'BIRTH_DATE_LATER', undefined, 'dateOfBirth');
  const ageOfMajority = settings['member.ageOfMajority'];
  const mustBeOfAge = memberClass !== 'minor' && memberClass !== 'institution';
  if (mustBeOfAge && ageOn(dateOfBirth, on) < ageOfMajority) {
    throw new Refusal('rule', 'APPLICANT_UNDER_AGE', { ageOfMajority }, 'dateOfBirth');
  }
}

export function checkedNominees(
  nominees: readonly NomineeBody[],
  on: CalendarDate,
  settings: Settings,
): CheckedNominee[] {
  const checked = nominees.map((nominee, index) => checkedNominee(nominee, index, settings));
  refuseBadNominees(nominees, on, settings);
  return checked;
}

function checkedNominee(nominee: NomineeBody, index: number, settings: Settings): CheckedNominee {
  const { name, relation, dateOfBirth, sharePercent, guardianName, guardianRelation, phone } = nominee;
  return {
    name: normaliseName(name),
    relation,
    dateOfBirth,
    shareBasisPoints: Number(sharePercent.replace('.', '')),
    guardianName: guardianName ?? null,
    guardianRelation: guardianRelation ?? null,
    phone: phone === undefined ? null : checkPhone(phone, settings['phone.country'], `nominees.${index}.phone`),
  };
}

function refuseBadNominees(nominees: readonly NomineeBody[], on: CalendarDate, settings: Settings): void {
  const inCoreWords: Nominee[] = nominees.map(({ name, sharePercent, dateOfBirth, guardianName }) => ({
    name,
    // "05.00" means what "5.00" does.
    share: sharePercent.replace(/^0(?=\d)/, ''),
    dateOfBirth,
    guardianName,
  }));
  try {
    checkNominees(inCoreWords, on, {
      maximumNominees: settings['member.maximumNominees'],
      ageOfMajority: settings['member.ageOfMajority'],
    });
  } catch (error) {
    // The form's own name of the field.
    if (error instanceof NomineesRefused) error.field = error.field?.replace(/\.share$/, '.sharePercent') ?? 'nominees';
    throw error;
  }
}
