// An applicant's proof that the application is theirs, besides the phone number. Ten letters and digits without those
// that look alike: some 10¹⁴ of them, so nobody guesses one within the limits of the public door.

import type { IdSource } from '../../platform/ids.ts';

const LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const LENGTH = 10;
/** Above it a byte would make the first letters likelier than the others. */
const FAIR_BYTES = 256 - (256 % LETTERS.length);

export function newTrackingNumber(ids: IdSource): string {
  let number = '';
  while (number.length < LENGTH) {
    const bytes = Buffer.from(ids.randomToken(32), 'base64url');
    for (const byte of bytes) {
      if (byte < FAIR_BYTES && number.length < LENGTH) number += LETTERS[byte % LETTERS.length];
    }
  }
  return number;
}

/** As people type it: with blanks or hyphens between, in small letters. */
export function typedTrackingNumber(text: string): string {
  return text.toUpperCase().replace(/[\s-]/g, '');
}
