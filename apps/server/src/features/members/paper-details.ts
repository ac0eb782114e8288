// What stands on a paper, as whoever sends it types it: its number, of which the end alone is kept, and its days.

import { type CalendarDate, isCalendarDate, maskPan, type PhoneCountry, toLatinDigits } from '@kafal/core';
import { Refusal } from '../../platform/http/refusal.ts';
import type { FormFields, PaperDetails } from '../files/index.ts';
import { checkPan, maskAadhaar } from './identity-numbers.ts';

const OPEN_END = 4;

export interface PaperRule {
  readonly kind: string;
  readonly country: PhoneCountry;
  readonly today: CalendarDate;
}

export function readPaperDetails(rule: PaperRule, { number, issuedOn, expiresOn }: FormFields): PaperDetails {
  const issued = dayIn('issuedOn', issuedOn);
  const expires = dayIn('expiresOn', expiresOn);
  if (issued !== null && issued > rule.today) throw new Refusal('rule', 'PAPER_ISSUED_LATER', undefined, 'issuedOn');
  refuseExpired(expires, rule.today);
  return { numberMasked: maskedNumber(rule, number), issuedOn: issued, expiresOn: expires };
}

export function refuseExpired(expiresOn: CalendarDate | null, today: CalendarDate): void {
  if (expiresOn !== null && expiresOn < today) throw new Refusal('rule', 'PAPER_EXPIRED', undefined, 'expiresOn');
}

/** Of an Aadhaar nobody but its owner needs more than the last four digits, so more of it is not even taken. */
export function maskedNumber({ kind, country }: Omit<PaperRule, 'today'>, typed: string | undefined): string | null {
  const number = toLatinDigits(typed ?? '')
    .replace(/[\s-]/g, '')
    .toUpperCase();
  if (kind === 'aadhaar') {
    if (!/^\d{4}$/.test(number)) throw new Refusal('malformed', 'PAPER_LAST_FOUR', undefined, 'number');
    return maskAadhaar(number);
  }
  if (number === '') return null;
  if (kind === 'pan_card') return maskPan(checkPan(number, country, 'number'));
  if (!/^[\p{L}\p{M}\p{N}/.]{4,40}$/u.test(number)) throw new Refusal('malformed', 'PAPER_NUMBER', undefined, 'number');
  const letters = [...number];
  const hidden = Math.max(letters.length - OPEN_END, Math.ceil(letters.length / 2));
  return 'X'.repeat(hidden) + letters.slice(hidden).join('');
}

function dayIn(field: string, typed: string | undefined): CalendarDate | null {
  if (typed === undefined || typed === '') return null;
  if (!isCalendarDate(typed)) throw new Refusal('malformed', 'DAY_MALFORMED', undefined, field);
  return typed;
}
