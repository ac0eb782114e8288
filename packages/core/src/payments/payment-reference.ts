// The number that goes with a payment by UPI, so that the line of the bank can be told to whom it belongs. It must
// survive a bank's printing: capital letters and digits alone, none that looks like another, and a check character.

import { invariant } from '../invariant.ts';

/** 31 characters, a prime number, so that the check finds every wrong character and every two that changed places. */
const ALPHABET = '123456789ABCDEFGHJKMNPQRSTVWXYZ';
const PREFIX = 'KF';
const RANDOM_LENGTH = 10;

/** Bytes from a source that nobody can foretell; those that would make some characters likelier are passed over. */
export const PAYMENT_REFERENCE_BYTES = 24;

/**
 * `KF`, ten characters by chance and one that checks them, such as `KF7K3M9QX2RTB`: 8×10¹⁴ possible numbers.
 * Undefined where too many of the bytes had to be passed over; the caller takes others then.
 */
export function paymentReference(randomBytes: Uint8Array): string | undefined {
  const fair = Math.floor(256 / ALPHABET.length) * ALPHABET.length;
  const places = [...randomBytes].filter((byte) => byte < fair).slice(0, RANDOM_LENGTH);
  if (places.length < RANDOM_LENGTH) return undefined;
  const body = places.map((byte) => ALPHABET.charAt(byte % ALPHABET.length)).join('');
  return PREFIX + body + checkOf(body);
}

export function isPaymentReference(text: string): boolean {
  if (text.length !== PREFIX.length + RANDOM_LENGTH + 1 || !text.startsWith(PREFIX)) return false;
  const body = text.slice(PREFIX.length, -1);
  return [...body].every((letter) => ALPHABET.includes(letter)) && checkOf(body) === text.at(-1);
}

/** Every such number that a bank's description carries, also where it printed blanks, dashes or strokes into it. */
export function paymentReferencesIn(description: string): string[] {
  const letters = description.toUpperCase().replace(/[^A-Z0-9]/g, '');
  const found = new Set<string>();
  for (let at = letters.indexOf(PREFIX); at !== -1; at = letters.indexOf(PREFIX, at + 1)) {
    const candidate = letters.slice(at, at + PREFIX.length + RANDOM_LENGTH + 1);
    if (isPaymentReference(candidate)) found.add(candidate);
  }
  return [...found];
}

function checkOf(body: string): string {
  const weighted = [...body].reduce((total, letter, place) => total + (place + 2) * ALPHABET.indexOf(letter), 0);
  const check = ALPHABET.charAt(weighted % ALPHABET.length);
  invariant(check, 'every weight has its character');
  return check;
}
