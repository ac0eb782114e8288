// How this society writes its name, its money and its days on paper.

import {
  amountInWords,
  type CalendarDate,
  displayDate,
  displayMoney,
  formatBikramSambat,
  type Money,
  toBikramSambat,
  todayIn,
} from '@kafal/core';
import type { Language } from '../../platform/http/actor.ts';
import type { SayOnPaper } from './paper-texts.ts';
import type { LetterheadSheet } from './sheets.ts';

export interface SocietyOnPaper {
  readonly name: string;
  readonly nameLocal: string | null;
  readonly registrationNumber: string | null;
  readonly address: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly website: string | null;
  readonly logo: Uint8Array | null;
  readonly currency: string;
  readonly calendar: 'AD' | 'BS';
  readonly timeZone: string;
}

export function letterheadOf(society: SocietyOnPaper, language: Language, say: SayOnPaper): LetterheadSheet {
  const [name, beneath] =
    language === 'hi' && society.nameLocal !== null
      ? [society.nameLocal, society.name]
      : [society.name, society.nameLocal];
  const line = (...parts: readonly (string | null)[]) =>
    parts.filter((part) => part !== null && part !== '').join(' · ');
  const registration =
    society.registrationNumber === null ? null : say('registrationNumber', { number: society.registrationNumber });

  return {
    name,
    nameBeneath: beneath,
    lines: [line(registration, society.address), line(society.phone, society.email, society.website)].filter(
      (text) => text !== '',
    ),
    logo: society.logo,
  };
}

/** With the sign: "₹1,23,456.00". */
export function moneyOnPaper(society: SocietyOnPaper, amount: Money, language: Language): string {
  return displayMoney(amount, { currency: society.currency, language });
}

/** Without: for columns whose heading names the currency. */
export function figureOnPaper(society: SocietyOnPaper, amount: Money): string {
  return displayMoney(amount, { currency: society.currency, symbol: false });
}

export function currencySign(society: SocietyOnPaper, language: Language): string {
  if (society.currency === 'INR') return '₹';
  if (society.currency === 'NPR') return language === 'en' ? 'Rs.' : 'रु.';
  return society.currency;
}

/** In English and in Hindi, one beneath the other, whatever language the paper is in; once where both are the same. */
export function amountInBothLanguages(society: SocietyOnPaper, amount: Money): { en: string; hi: string } {
  return {
    en: amountInWords(amount, { currency: society.currency, language: 'en' }),
    hi: amountInWords(amount, { currency: society.currency, language: 'hi' }),
  };
}

export function wordsOnPaper(society: SocietyOnPaper, amount: Money): string[] {
  const { en, hi } = amountInBothLanguages(society, amount);
  return [...new Set([en, hi])];
}

/** The day in the society's second calendar, where it keeps one and the day is within the table. */
export function otherDate(society: SocietyOnPaper, date: CalendarDate, language: Language): string | null {
  if (society.calendar !== 'BS') return null;
  const day = toBikramSambat(date);
  if (day === undefined) return null;
  return `${formatBikramSambat(day, language)} ${language === 'hi' ? 'वि॰सं॰' : 'BS'}`;
}

export function dateOnPaper(society: SocietyOnPaper, date: CalendarDate, language: Language): string {
  const shown = displayDate(date, 'DD-MM-YYYY');
  const other = otherDate(society, date, language);
  return other === null ? shown : `${shown} (${other})`;
}

/** The minute in the society's own time: "30-11-2026 16:05". */
export function instantOnPaper(society: SocietyOnPaper, instant: number): string {
  const clock = new Intl.DateTimeFormat('en-GB-u-nu-latn', {
    timeZone: society.timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  return `${displayDate(todayIn(society.timeZone, instant), 'DD-MM-YYYY')} ${clock.format(instant)}`;
}
