import { isCalendarDate, toLatinDigits } from '@kafal/core';

/** "22-11-2026", "22/11/26", "22.11.2026", "22112026" and ISO text, as ISO text; undefined when there is no such day. */
export function readTypedDay(typed: string): string | undefined {
  const plain = toLatinDigits(typed).trim();
  if (isCalendarDate(plain)) return plain;
  const match = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{2}|\d{4})$/.exec(plain) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(plain);
  if (match === null) return undefined;
  const [, day = '', month = '', year = ''] = match;
  const iso = `${year.length === 2 ? `20${year}` : year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isCalendarDate(iso) ? iso : undefined;
}

export function dayAsTyped(iso: string): string {
  return iso === '' ? '' : iso.split('-').reverse().join('-');
}
