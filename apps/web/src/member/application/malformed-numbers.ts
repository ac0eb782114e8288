import { isAadhaar, isEmail, isIfsc, isPan, normalisePhone } from '@kafal/core';
import type { Society } from '../../shared/answers.ts';
import type { MemberKey } from '../member-text.ts';

interface TypedNumbers {
  phone?: string;
  email?: string;
  pan?: string;
  aadhaar?: string;
  ifsc?: string;
}

/** What the core knows to be wrong with a number or an address, as the server asks it too; what is empty is not wrong. */
export function malformedNumbers(
  { phone = '', email = '', pan = '', aadhaar = '', ifsc = '' }: TypedNumbers,
  { phoneCountry }: Pick<Society, 'phoneCountry'>,
): Readonly<Record<string, MemberKey>> {
  const problems: Record<string, MemberKey> = {};
  const digits = aadhaar.replace(/\s/g, '');
  if (phone.trim() !== '' && normalisePhone(phone, phoneCountry) === undefined) problems.phone = 'apply.phoneMalformed';
  if (email.trim() !== '' && !isEmail(email.trim())) problems.email = 'apply.emailMalformed';
  if (phoneCountry !== 'IN') return problems;
  if (pan.trim() !== '' && !isPan(pan.trim())) problems.pan = 'apply.panMalformed';
  if (digits !== '' && !isAadhaar(digits)) problems.aadhaar = 'apply.aadhaarMalformed';
  if (ifsc.trim() !== '' && !isIfsc(ifsc.trim())) problems['bankDetails.ifsc'] = 'profile.ifscMalformed';
  return problems;
}
