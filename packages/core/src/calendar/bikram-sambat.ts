import { invariant } from '../invariant.ts';
import { toDevanagariDigits } from '../money/display.ts';
import { addDays, type CalendarDate, calendarDate, daysBetween } from './calendar-date.ts';

export interface BikramSambatDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export type BikramSambatLanguage = 'en' | 'hi' | 'ne';

/**
 * Days of each month, Baisakh to Chaitra. The calendar is announced year by year and cannot be computed; only years on
 * which the published sources agree stand here. Widely copied tables are wrong for 2081 and 2082.
 */
// biome-ignore format: one year to a line
export const BIKRAM_SAMBAT_MONTH_LENGTHS: Readonly<Record<number, readonly number[]>> = {
  2070: [31, 31, 31, 32, 31, 31, 29, 30, 30, 29, 30, 30],
  2071: [31, 31, 32, 31, 31, 31, 30, 29, 30, 29, 30, 30],
  2072: [31, 32, 31, 32, 31, 30, 30, 29, 30, 29, 30, 30],
  2073: [31, 32, 31, 32, 31, 30, 30, 30, 29, 29, 30, 31],
  2074: [31, 31, 31, 32, 31, 31, 30, 29, 30, 29, 30, 30],
  2075: [31, 31, 32, 31, 31, 31, 30, 29, 30, 29, 30, 30],
  2076: [31, 32, 31, 32, 31, 30, 30, 30, 29, 29, 30, 30],
  2077: [31, 32, 31, 32, 31, 30, 30, 30, 29, 30, 29, 31],
  2078: [31, 31, 31, 32, 31, 31, 30, 29, 30, 29, 30, 30],
  2079: [31, 31, 32, 31, 31, 31, 30, 29, 30, 29, 30, 30],
  2080: [31, 32, 31, 32, 31, 30, 30, 30, 29, 29, 30, 30],
  2081: [31, 32, 31, 32, 31, 30, 30, 30, 29, 30, 29, 31],
  2082: [31, 31, 32, 31, 31, 31, 30, 29, 30, 29, 30, 30],
  2083: [31, 31, 32, 31, 31, 31, 30, 29, 30, 29, 30, 30],
};

export const FIRST_BIKRAM_SAMBAT_YEAR = 2070;
export const LAST_BIKRAM_SAMBAT_YEAR = 2083;

/** 1 Baisakh 2070. */
const FIRST_DAY = calendarDate('2013-04-14');

// biome-ignore format: the twelve months of each language on a line
export const BIKRAM_SAMBAT_MONTHS: Readonly<Record<BikramSambatLanguage, readonly string[]>> = {
  en: ['Baisakh', 'Jestha', 'Ashadh', 'Shrawan', 'Bhadra', 'Ashwin', 'Kartik', 'Mangsir', 'Poush', 'Magh', 'Falgun', 'Chaitra'],
  hi: ['बैशाख', 'ज्येष्ठ', 'आषाढ़', 'श्रावण', 'भाद्रपद', 'आश्विन', 'कार्तिक', 'मार्गशीर्ष', 'पौष', 'माघ', 'फाल्गुन', 'चैत्र'],
  ne: ['बैशाख', 'जेठ', 'असार', 'साउन', 'भदौ', 'असोज', 'कात्तिक', 'मङ्सिर', 'पुस', 'माघ', 'फागुन', 'चैत'],
};

/** Undefined beyond the table, before and after: a day we do not know is never guessed. */
export function toBikramSambat(date: CalendarDate): BikramSambatDate | undefined {
  let daysLeft = daysBetween(FIRST_DAY, date);
  if (daysLeft < 0) return undefined;

  for (let year = FIRST_BIKRAM_SAMBAT_YEAR; year <= LAST_BIKRAM_SAMBAT_YEAR; year += 1) {
    for (const [index, length] of monthLengths(year).entries()) {
      if (daysLeft < length) return { year, month: index + 1, day: daysLeft + 1 };
      daysLeft -= length;
    }
  }
  return undefined;
}

/** Undefined for a day that the table does not hold. */
export function fromBikramSambat({ year, month, day }: BikramSambatDate): CalendarDate | undefined {
  const length = BIKRAM_SAMBAT_MONTH_LENGTHS[year]?.[month - 1];
  if (length === undefined || !Number.isInteger(day) || day < 1 || day > length) return undefined;

  let days = day - 1;
  for (let earlier = FIRST_BIKRAM_SAMBAT_YEAR; earlier < year; earlier += 1) days += total(monthLengths(earlier));
  return addDays(FIRST_DAY, days + total(monthLengths(year).slice(0, month - 1)));
}

export type BikramSambatStyle = 'YYYY-MM-DD' | 'D MMMM YYYY';

/** "2083-08-06" (in Nepali "२०८३-०८-०६"), or "6 Mangsir 2083". */
export function formatBikramSambat(
  date: BikramSambatDate,
  language: BikramSambatLanguage,
  style: BikramSambatStyle = 'YYYY-MM-DD',
): string {
  const { year, month, day } = date;
  const text =
    style === 'YYYY-MM-DD'
      ? `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
      : `${day} ${BIKRAM_SAMBAT_MONTHS[language][month - 1]} ${year}`;

  return language === 'ne' ? toDevanagariDigits(text) : text;
}

function monthLengths(year: number): readonly number[] {
  const lengths = BIKRAM_SAMBAT_MONTH_LENGTHS[year];
  invariant(lengths, `the Bikram Sambat table has no year ${year}`);
  return lengths;
}

function total(lengths: readonly number[]): number {
  return lengths.reduce((partial, length) => partial + length, 0);
}
