import {
  addDays,
  addMonths,
  calendarDate,
  displayDate,
  displayMoney,
  displayMoneyShort,
  formatBikramSambat,
  type Grouping,
  groupDigits,
  type Money,
  negate,
  parseMoney,
  startOfMonth,
  toBikramSambat,
  todayIn,
  toLatinDigits,
  ZERO,
} from '@kafal/core';
import type { Language } from './messages/messages.ts';
import { useLanguage } from './messages/use-text.ts';

// The only place where money and days become text on a screen. Amounts arrive as text ("1250.00"), days as ISO text and
// instants as RFC 3339; all of them keep Latin digits in both languages.

/** How this society writes; `GET /api/society` answers it. */
export interface SocietyFormat {
  currency: string;
  decimals: number;
  grouping: Grouping;
  calendar: 'AD' | 'BS';
  timeZone: string;
}

export interface Format {
  /** "₹12,480.50" */
  money(text: string): string;
  /** Without the symbol, for a column whose heading names the currency; zero is "–". */
  amount(text: string): string;
  /** "₹1.24 Cr" for a figure on a dashboard. */
  moneyShort(text: string): string;
  /**
   * "22 Nov 2026", in tables too; where the society keeps Bikram Sambat, "6 Mangsir 2083 (22 Nov 2026)". Figures alone,
   * 22-11-2026, are how a day is typed and how it stands on paper.
   */
  day(text: string): string;
  /** "Nov 2026" of any day in it; where the society keeps Bikram Sambat, the months there that share its days. */
  month(text: string): string;
  /** "Nov 2026", or the month of the society's own calendar, "Mangsir 2083". */
  ownMonth(text: string): string;
  /** "Nov" under the axis of a picture. */
  ownMonthShort(text: string): string;
  /** "22 Nov" under the axis of a picture. */
  ownDayShort(text: string): string;
  /** "10:42" on the society's clock. */
  time(instant: string | number): string;
  /** "22 Nov 2026, 10:42" on the society's clock. */
  instant(instant: string): string;
  /** A plain count with the society's grouping. */
  count(value: number): string;
  /** "₹", to stand beside a field. */
  currencySign: string;
}

export function formatFor(society: SocietyFormat, language: Language): Format {
  const { currency, decimals, grouping, calendar, timeZone } = society;
  const display = { currency, decimals, grouping, language };
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const day = (text: string): string => {
    const date = calendarDate(text);
    const common = unbroken(displayDate(date, 'D MMM YYYY', language));
    const bikramSambat = calendar === 'BS' ? toBikramSambat(date) : undefined;
    if (bikramSambat === undefined) return common;
    return `${unbroken(formatBikramSambat(bikramSambat, language, 'D MMMM YYYY'))} (${common})`;
  };
  const month = (text: string): string => {
    const first = startOfMonth(calendarDate(text));
    const common = displayDate(first, 'D MMM YYYY', language).replace(/^\S+\s/, '');
    const [start, end] = [first, addDays(addMonths(first, 1), -1)].map((edge) => {
      const date = calendar === 'BS' ? toBikramSambat(edge) : undefined;
      return date === undefined ? '' : formatBikramSambat(date, language, 'D MMMM YYYY').replace(/^\S+\s/, '');
    });
    return start === '' || end === '' ? common : `${start} – ${end} (${common})`;
  };
  const parts = (text: string): readonly string[] => {
    const date = calendarDate(text);
    const bikramSambat = calendar === 'BS' ? toBikramSambat(date) : undefined;
    return (
      bikramSambat === undefined
        ? displayDate(date, 'D MMM YYYY', language)
        : formatBikramSambat(bikramSambat, language, 'D MMMM YYYY')
    ).split(' ');
  };
  const time = (instant: string | number) => clock.format(new Date(instant));
  return {
    money: (text) => displayMoney(moneyFromText(text, decimals), display),
    amount: (text) => {
      const amount = moneyFromText(text, decimals);
      return amount === 0 ? '–' : displayMoney(amount, { ...display, symbol: false });
    },
    moneyShort: (text) => displayMoneyShort(moneyFromText(text, decimals), display),
    day,
    month,
    ownMonth: (text) => parts(text).slice(1).join(' '),
    ownMonthShort: (text) => parts(text)[1] ?? '',
    ownDayShort: (text) => parts(text).slice(0, 2).join(' '),
    time,
    instant: (instant) => `${day(todayIn(timeZone, Date.parse(instant)))}, ${time(instant)}`,
    count: (value) => groupDigits(String(value), grouping),
    currencySign: displayMoney(ZERO, { ...display, decimals: 0 })
      .replace('0', '')
      .trim(),
  };
}

/** A line does not end in the middle of a date. */
const unbroken = (date: string): string => date.replaceAll(' ', '\u00a0');

let lastFormat: { society: SocietyFormat; language: Language; format: Format } | undefined;

/** One for all the parts of a page; each of them would make a clock of its own. */
export function useFormat(society: SocietyFormat): Format {
  const language = useLanguage();
  if (lastFormat?.society !== society || lastFormat.language !== language)
    lastFormat = { society, language, format: formatFor(society, language) };
  return lastFormat.format;
}

/** The server writes a negative figure (a shortage, an overdrawn total) with a leading minus. */
export function moneyFromText(text: string, decimals: number): Money {
  return text.startsWith('-') ? negate(parseMoney(text.slice(1), decimals)) : parseMoney(text, decimals);
}

export function isZeroMoney(text: string): boolean {
  return /^-?0+(\.0+)?$/.test(text);
}

export type TypedMoney =
  | { ok: true; text: string }
  | { ok: false; reason: 'empty' | 'malformed' | 'decimals' | 'too-large' };

/** What a person typed ("₹ १२,५०० .5") as the contract's text ("12500.50"), or why it cannot be. */
export function readTypedMoney(typed: string, decimals: number): TypedMoney {
  const plain = toLatinDigits(typed).replace(/[\s,₹]/g, '');
  if (plain === '') return { ok: false, reason: 'empty' };
  const match = /^(\d+)(?:\.(\d*))?$/.exec(plain);
  if (match === null) return { ok: false, reason: 'malformed' };
  const whole = (match[1] ?? '').replace(/^0+(?=\d)/, '');
  const fraction = match[2] ?? '';
  if (fraction.length > decimals) return { ok: false, reason: 'decimals' };
  if (whole.length > 12) return { ok: false, reason: 'too-large' };
  return { ok: true, text: decimals === 0 ? whole : `${whole}.${fraction.padEnd(decimals, '0')}` };
}

/** "12500.00" as a person would type it: "12500". */
export function typedFromMoney(text: string): string {
  return text.replace(/\.0+$/, '');
}

/** "33.33 %" or "50 %" of the contract's "50.00"; the sign never stands alone on the next line. */
export function percentText(percent: string): string {
  return `${percent.replace(/\.0+$/, '')}\u00a0%`;
}

/** "+91 98765 43210": a telephone number in the groups it is read out in, never broken over two lines. */
export function phoneText(phone: string): string {
  const groups = /^(\+91|\+977)(\d{5})(\d{5})$/.exec(phone);
  return groups === null ? phone : groups.slice(1).join('\u00a0');
}
