/** Permanent account number of India; its fourth letter says what kind of person holds it. */
export function isPan(text: string): boolean {
  return /^[A-Z]{3}[ABCFGHJLPT][A-Z][0-9]{4}[A-Z]$/.test(text);
}

/** "ABCDE1234F" → "ABCxxxxx4F"; of any other number only the last two characters stay. */
export function maskPan(text: string): string {
  const shown = isPan(text) ? text.slice(0, 3) : '';
  const hidden = Math.max(0, text.length - shown.length - 2);
  return `${shown}${'x'.repeat(hidden)}${text.slice(shown.length + hidden)}`;
}

/** The code of a bank's branch in India. */
export function isIfsc(text: string): boolean {
  return /^[A-Z]{4}0[A-Z0-9]{6}$/.test(text);
}

/** A UPI address, name@bank. */
export function isVpa(text: string): boolean {
  return /^[A-Za-z0-9._-]{2,256}@[A-Za-z][A-Za-z0-9.-]{1,64}$/.test(text);
}

export function isGstin(text: string): boolean {
  return /^\d{2}[A-Z]{5}\d{4}[A-Z][1-9A-Z]Z[0-9A-Z]$/.test(text);
}

/** One name, one @, one domain with a dot: enough to catch a slip; only a message that arrives proves an address. */
export function isEmail(text: string): boolean {
  return text.length <= 254 && /^[^\s@,;<>"]{1,64}@[^\s@,;<>".]+(\.[^\s@,;<>".]+)+$/.test(text);
}
