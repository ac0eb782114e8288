import { DomainError } from '../domain-error.ts';
import { invariant } from '../invariant.ts';

declare const calendarDateBrand: unique symbol;

/** A day as ISO text, "2026-11-22". It has no time and no zone; texts compare as days do. */
export type CalendarDate = string & { readonly [calendarDateBrand]: 'CalendarDate' };

export class CalendarDateError extends DomainError {
  readonly code = 'CALENDAR_DATE_INVALID';
  readonly kind = 'malformed';

  constructor(text: string) {
    super(`"${text.slice(0, 40)}" is not a day of the years 1900 to 2200, written like 2026-11-22.`);
  }
}

const FIRST_YEAR = 1900;
const LAST_YEAR = 2200;

export function calendarDate(text: string): CalendarDate {
  if (!isCalendarDate(text)) throw new CalendarDateError(text);
  return text;
}

export function isCalendarDate(text: string): text is CalendarDate {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return false;

  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return (
    year >= FIRST_YEAR && year <= LAST_YEAR && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
  );
}

export function yearOf(date: CalendarDate): number {
  return digitsOf(date, 0) * 100 + digitsOf(date, 2);
}

export function monthOf(date: CalendarDate): number {
  return digitsOf(date, 5);
}

export function dayOf(date: CalendarDate): number {
  return digitsOf(date, 8);
}

/** Two digits as a number. Loans ask for the parts of days by the hundred, and cutting the text out costs ten times as much. */
function digitsOf(date: CalendarDate, at: number): number {
  return (date.charCodeAt(at) - ZERO_DIGIT) * 10 + date.charCodeAt(at + 1) - ZERO_DIGIT;
}

const ZERO_DIGIT = 48;

/** The day from its parts; throws when they name no day. */
export function calendarDateOf(year: number, month: number, day: number): CalendarDate {
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) throw partsError(year, month, day);
  return written(year, month, day);
}

/**
 * The text of a day that its month has; throws when its year is none of ours. Every day is written once and kept: a schedule
 * asks for hundreds, and the same ones are asked for again and again.
 */
function written(year: number, month: number, day: number): CalendarDate {
  const place = month * 32 + day;
  const kept = writtenDays[year - FIRST_YEAR]?.[place];
  return kept === undefined ? write(year, month, day, place) : kept;
}

function write(year: number, month: number, day: number, place: number): CalendarDate {
  if (!Number.isSafeInteger(year) || year < FIRST_YEAR || year > LAST_YEAR) throw partsError(year, month, day);
  const text = calendarDate(`${year}-${pad(month, 2)}-${pad(day, 2)}`);
  writtenDays[year - FIRST_YEAR] ??= Array<CalendarDate | undefined>(13 * 32).fill(undefined);
  (writtenDays[year - FIRST_YEAR] ?? [])[place] = text;
  return text;
}

/** By year, and then by month × 32 + day. */
const writtenDays: (CalendarDate | undefined)[][] = [];

const partsError = (year: number, month: number, day: number) =>
  new CalendarDateError(`${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`);

export function addDays(date: CalendarDate, days: number): CalendarDate {
  invariant(Number.isSafeInteger(days), 'days are added whole');
  return fromDayNumber(dayNumber(date) + days);
}

/** The same day of a later or earlier month, or that month's last day where it is shorter: 31 January + 1 is 28 February. */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  invariant(Number.isSafeInteger(months), 'months are added whole');
  const monthsSinceYearZero = yearOf(date) * 12 + (monthOf(date) - 1) + months;
  const year = Math.floor(monthsSinceYearZero / 12);
  const month = monthsSinceYearZero - year * 12 + 1;

  return written(year, month, Math.min(dayOf(date), daysInMonth(year, month)));
}

/** The same day, or the last of a shorter month, so many months after it and again as many after that, `count` times. */
export function everyMonths(date: CalendarDate, months: number, count: number): CalendarDate[] {
  invariant(Number.isSafeInteger(months) && months >= 0, 'months go by whole');
  const day = dayOf(date);
  const days: CalendarDate[] = [];
  let year = yearOf(date);
  let month = monthOf(date);
  for (let place = 0; place < count; place += 1) {
    month += months;
    if (month > 12) {
      const years = Math.floor((month - 1) / 12);
      year += years;
      month -= years * 12;
    }
    const last = daysInMonth(year, month);
    days.push(written(year, month, day < last ? day : last));
  }
  return days;
}

/** From the first day to the second: 1 when the second is the next day, negative when it is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** 1 is Monday, 7 is Sunday. */
export function weekdayOf(date: CalendarDate): number {
  // 1 January 1970, day number 0, was a Thursday.
  return ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1;
}

export function startOfMonth(date: CalendarDate): CalendarDate {
  return calendarDateOf(yearOf(date), monthOf(date), 1);
}

export function endOfMonth(date: CalendarDate): CalendarDate {
  return calendarDateOf(yearOf(date), monthOf(date), daysInMonth(yearOf(date), monthOf(date)));
}

export function compareDates(left: CalendarDate, right: CalendarDate): -1 | 0 | 1 {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

export function minDate(first: CalendarDate, ...others: readonly CalendarDate[]): CalendarDate {
  return others.reduce((earliest, date) => (date < earliest ? date : earliest), first);
}

export function maxDate(first: CalendarDate, ...others: readonly CalendarDate[]): CalendarDate {
  return others.reduce((latest, date) => (date > latest ? date : latest), first);
}

// The platform takes some fifty times as long to make one as to use it.
const daysOfZones = new Map<string, Intl.DateTimeFormat>();

/**
 * The day it is in a time zone at an instant. Used only to propose the business date: every rule of interest, dues and
 * age takes its day from the society's open business day instead, so this is the only place that asks the platform.
 */
export function todayIn(timeZone: string, epochMs: number): CalendarDate {
  let format = daysOfZones.get(timeZone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    });
    daysOfZones.set(timeZone, format);
  }
  const parts = format.formatToParts(epochMs);
  const partNamed = (name: string) => Number(parts.find((part) => part.type === name)?.value);

  return calendarDateOf(partNamed('year'), partNamed('month'), partNamed('day'));
}

/** Completed years. A person born on 29 February completes a year on 1 March where the year has no such day. */
export function ageOn(birth: CalendarDate, on: CalendarDate): number {
  const hasHadBirthday = on.slice(5) >= birth.slice(5);
  return yearOf(on) - yearOf(birth) - (hasHadBirthday ? 0 : 1);
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** Days since 1 January 1970. The year is taken to begin in March, so that the leap day comes last. */
function dayNumber(date: CalendarDate): number {
  const month = monthOf(date);
  const year = yearOf(date) - (month <= 2 ? 1 : 0);
  const monthSinceMarch = month > 2 ? month - 3 : month + 9;
  const dayOfYear = Math.floor((153 * monthSinceMarch + 2) / 5) + dayOf(date) - 1;
  const leapDays = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);

  return year * 365 + leapDays + dayOfYear - DAYS_BEFORE_1970;
}

/** Days from 1 March of the year 0 to 1 January 1970. */
const DAYS_BEFORE_1970 = 719_468;
const DAYS_IN_400_YEARS = 146_097;

function fromDayNumber(days: number): CalendarDate {
  const sinceYearZero = days + DAYS_BEFORE_1970;
  const era = Math.floor(sinceYearZero / DAYS_IN_400_YEARS);
  const dayOfEra = sinceYearZero - era * DAYS_IN_400_YEARS;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthSinceMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthSinceMarch + 2) / 5) + 1;
  const month = monthSinceMarch < 10 ? monthSinceMarch + 3 : monthSinceMarch - 9;

  return written(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day);
}

function pad(count: number, width: number): string {
  return String(count).padStart(width, '0');
}
