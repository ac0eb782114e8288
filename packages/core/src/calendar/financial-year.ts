import { DomainError } from '../domain-error.ts';
import { invariant } from '../invariant.ts';
import {
  FIRST_BIKRAM_SAMBAT_YEAR,
  fromBikramSambat,
  LAST_BIKRAM_SAMBAT_YEAR,
  toBikramSambat,
} from './bikram-sambat.ts';
import { addDays, addMonths, type CalendarDate, calendarDateOf, yearOf } from './calendar-date.ts';

/** A year of the Bikram Sambat calendar begins for the books on 1 Shrawan, its fourth month. */
export type FinancialYearStart =
  | { readonly calendar: 'AD'; readonly month: number; readonly day: number }
  | { readonly calendar: 'BS' };

export interface FinancialYear {
  /** "2026-27", for years from 1 January "2026", in Bikram Sambat "2083/84". */
  readonly label: string;
  readonly startsOn: CalendarDate;
  readonly endsOn: CalendarDate;
  /** Set when the last day is the expected one, because the calendar of the months that decide it is not settled yet. */
  readonly endIsProvisional?: true;
}

export class FinancialYearUnknown extends DomainError {
  readonly code = 'FINANCIAL_YEAR_UNKNOWN';
  readonly kind = 'rule';

  constructor(date: CalendarDate) {
    super(`The Bikram Sambat calendar of ${date} is not settled, so its financial year is not known.`, {
      params: { date },
    });
  }
}

export function financialYearOf(date: CalendarDate, start: FinancialYearStart): FinancialYear {
  return start.calendar === 'BS' ? bikramSambatYearOf(date) : gregorianYearOf(date, start);
}

function gregorianYearOf(date: CalendarDate, { month, day }: { month: number; day: number }): FinancialYear {
  invariant(day <= 28, 'a financial year begins on a day that every year has');

  const thisYear = yearOf(date);
  const year = date < calendarDateOf(thisYear, month, day) ? thisYear - 1 : thisYear;
  return {
    label: month === 1 && day === 1 ? String(year) : `${year}-${lastTwoDigits(year + 1)}`,
    startsOn: calendarDateOf(year, month, day),
    endsOn: addDays(calendarDateOf(year + 1, month, day), -1),
  };
}

/** The last year of the table ends in the next one's unknown months; until they are settled it is taken as 365 days. */
const USUAL_DAYS_OF_A_YEAR = 365;
const USUAL_DAYS_OF_A_MONTH = 30;

function bikramSambatYearOf(date: CalendarDate): FinancialYear {
  for (let year = LAST_BIKRAM_SAMBAT_YEAR; year >= FIRST_BIKRAM_SAMBAT_YEAR; year -= 1) {
    const startsOn = firstOfShrawan(year);
    invariant(startsOn, 'every year of the table has a first of Shrawan');
    if (date < startsOn) continue;

    const nextStart = firstOfShrawan(year + 1);
    const endsOn = addDays(nextStart ?? addDays(startsOn, USUAL_DAYS_OF_A_YEAR), -1);
    if (date > endsOn) break;

    const label = `${year}/${lastTwoDigits(year + 1)}`;
    return nextStart === undefined ? { label, startsOn, endsOn, endIsProvisional: true } : { label, startsOn, endsOn };
  }
  throw new FinancialYearUnknown(date);
}

function firstOfShrawan(year: number): CalendarDate | undefined {
  return fromBikramSambat({ year, month: 4, day: 1 });
}

function lastTwoDigits(year: number): string {
  return String(year).slice(-2);
}

export interface YearPart {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

/** Undefined where the calendar of the next year is not settled. */
export function financialYearAfter(
  { endsOn, endIsProvisional }: FinancialYear,
  start: FinancialYearStart,
): FinancialYear | undefined {
  return endIsProvisional ? undefined : financialYearOf(addDays(endsOn, 1), start);
}

/** The year that its label names; undefined where there is none of that name. */
export function financialYearLabelled(label: string, start: FinancialYearStart): FinancialYear | undefined {
  const year = Number(/^\d{4}/.exec(label)?.[0]);
  const startsOn =
    start.calendar === 'BS'
      ? firstOfShrawan(year)
      : year > 0
        ? calendarDateOf(year, start.month, start.day)
        : undefined;
  const found = startsOn === undefined ? undefined : financialYearOf(startsOn, start);
  return found?.label === label ? found : undefined;
}

/** Its twelve months, in the calendar that the year is kept in. */
export function monthsOfFinancialYear({ startsOn, endsOn }: FinancialYear, start: FinancialYearStart): YearPart[] {
  const begins = Array.from({ length: 12 }, (_, place) =>
    start.calendar === 'BS' ? bikramSambatMonthAfter(startsOn, place) : addMonths(startsOn, place),
  );
  return begins.map((from, place) => {
    const next = begins[place + 1];
    return { from, to: next === undefined ? endsOn : addDays(next, -1) };
  });
}

/** The first day of the month so many months after one of the calendar's years began. */
function bikramSambatMonthAfter(startsOn: CalendarDate, months: number): CalendarDate {
  const first = toBikramSambat(startsOn);
  invariant(first, 'a year that is known began on a day that is');
  const place = first.month - 1 + months;
  const begins = fromBikramSambat({ year: first.year + Math.floor(place / 12), month: (place % 12) + 1, day: 1 });
  // The months beyond the table are not settled; as the year itself, they are taken as usual ones.
  return begins ?? addDays(bikramSambatMonthAfter(startsOn, months - 1), USUAL_DAYS_OF_A_MONTH);
}
