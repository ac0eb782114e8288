// Numbers that name a person for the state or a bank: checked as typed, sealed at rest, shown by halves. An Aadhaar
// number is checked and forgotten but for its last four digits.

import {
  aadhaarLastFour,
  isAadhaar,
  isEmail,
  isIfsc,
  isPan,
  maskPan,
  normalisePhone,
  type PhoneCountry,
} from '@kafal/core';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform } from '../../platform/platform.ts';

type WithKeys = Pick<Platform, 'keys'>;

/** The context a sealed field is bound to, the same for an applicant and the member they become. */
const PAN_CONTEXT = 'member.pan';
const BANK_CONTEXT = 'member.bankDetails';
const PAN_PURPOSE = 'pan';

export interface SealedPan {
  readonly panSealed: string;
  readonly panKey: string;
  readonly panMasked: string;
}

const PAN_FORMS: Readonly<Record<PhoneCountry, (text: string) => boolean>> = {
  IN: isPan,
  NP: (text) => /^\d{9}$/.test(text),
  INTL: (text) => /^[A-Z0-9-]{4,20}$/.test(text),
};

export function checkPan(typed: string, country: PhoneCountry, field = 'pan'): string {
  const pan = typed.toUpperCase().replace(/\s/g, '');
  if (!PAN_FORMS[country](pan)) throw new Refusal('malformed', 'PAN_FORM', undefined, field);
  return pan;
}

export function sealPan(platform: WithKeys, pan: string): SealedPan {
  return {
    panSealed: platform.keys.seal(pan, PAN_CONTEXT),
    panKey: platform.keys.indexKey(pan, PAN_PURPOSE),
    panMasked: maskPan(pan),
  };
}

export const openPan = (platform: WithKeys, sealed: string): string => platform.keys.open(sealed, PAN_CONTEXT);

/** Under every key of the ring, so that a duplicate is found while two keys live side by side. */
export const panKeys = (platform: WithKeys, pan: string): string[] => platform.keys.indexKeys(pan, PAN_PURPOSE);

export function checkAadhaar(typed: string): string {
  const aadhaar = typed.replace(/[\s-]/g, '');
  if (!isAadhaar(aadhaar)) throw new Refusal('malformed', 'AADHAAR_FORM', undefined, 'aadhaar');
  return aadhaarLastFour(aadhaar);
}

export const maskAadhaar = (lastFour: string | null): string | null =>
  lastFour === null ? null : `XXXX XXXX ${lastFour}`;

export interface BankDetails {
  readonly accountNumber: string;
  readonly ifsc: string;
  readonly accountName: string;
}

export interface SealedBankDetails {
  readonly bankDetailsSealed: string;
  readonly bankDetailsMasked: string;
}

export function sealBankDetails(platform: WithKeys, typed: BankDetails, country: PhoneCountry): SealedBankDetails {
  const ifsc = typed.ifsc.toUpperCase().trim();
  if (country === 'IN' ? !isIfsc(ifsc) : !/^[A-Z0-9]{3,11}$/.test(ifsc)) {
    throw new Refusal('malformed', 'IFSC_FORM', undefined, 'bankDetails.ifsc');
  }
  return {
    bankDetailsSealed: platform.keys.seal(JSON.stringify({ ...typed, ifsc }), BANK_CONTEXT),
    bankDetailsMasked: `${ifsc} XXXX${typed.accountNumber.slice(-4)}`,
  };
}

export function openBankDetails(platform: WithKeys, sealed: string): string {
  // sealBankDetails wrote it.
  const { accountNumber, ifsc, accountName } = JSON.parse(platform.keys.open(sealed, BANK_CONTEXT)) as BankDetails;
  return `${accountName}, ${accountNumber}, ${ifsc}`;
}

export function checkPhone(typed: string, country: PhoneCountry, field = 'phone'): string {
  const phone = normalisePhone(typed, country);
  if (phone === undefined) throw new Refusal('malformed', 'PHONE_FORM', undefined, field);
  return phone;
}

export interface CheckedEmail {
  readonly email: string;
  /** Nobody means two people by capitals. */
  readonly emailKey: string;
}

export function checkEmail(typed: string): CheckedEmail {
  const email = typed.normalize('NFC').trim();
  if (!isEmail(email)) throw new Refusal('malformed', 'EMAIL_FORM', undefined, 'email');
  return { email, emailKey: email.toLowerCase() };
}

export function checkPostalCode(code: string, country: PhoneCountry): void {
  const isRight = country === 'IN' ? /^[1-9]\d{5}$/.test(code) : /^[A-Za-z0-9 -]{3,12}$/.test(code);
  if (!isRight) throw new Refusal('malformed', 'POSTAL_CODE_FORM', undefined, 'postalCode');
}
