import type { Language } from '../shared/messages/messages.ts';

/** "Asia/Kolkata · India Standard Time": how the world keeps its clocks, and what the reader calls it. */
export function timeZoneName(timeZone: string, language: Language): string {
  const place = timeZone.replaceAll('_', ' ');
  const parts = new Intl.DateTimeFormat(language, { timeZone, timeZoneName: 'longGeneric' }).formatToParts();
  const name = parts.find(({ type }) => type === 'timeZoneName')?.value;
  return name === undefined ? place : `${place} · ${name}`;
}
