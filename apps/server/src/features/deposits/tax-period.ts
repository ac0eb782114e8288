// Which days a list of the tax is asked for: a tax year of the books, or a quarter or month of it.

import type { TaxYearPart } from '@kafal/contract';
import {
  addDays,
  type FinancialYear,
  type FinancialYearStart,
  financialYearLabelled,
  financialYearOf,
  minDate,
  monthsOfFinancialYear,
  type YearPart,
} from '@kafal/core';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform } from '../../platform/platform.ts';
import { bookRules, currentBusinessDay } from '../accounting/index.ts';

export interface TaxPeriod extends YearPart {
  readonly financialYear: FinancialYear;
  readonly months: readonly YearPart[];
  /** The labels of all years since the books began, the newest first. */
  readonly years: readonly string[];
}

const MONTHS_OF_A_QUARTER = 3;

export async function taxPeriod(
  platform: Platform,
  { year, part = 'year' }: { readonly year?: string | undefined; readonly part?: TaxYearPart | undefined },
): Promise<TaxPeriod> {
  const today = await currentBusinessDay(platform);
  const { financialYearStart } = await bookRules(platform, undefined, today);
  const current = financialYearOf(today, financialYearStart);
  const financialYear = year === undefined ? current : financialYearLabelled(year, financialYearStart);
  if (financialYear === undefined) throw new Refusal('malformed', 'TAX_YEAR_UNKNOWN', undefined, 'year');
  const months = monthsOfFinancialYear(financialYear, financialYearStart);
  const [first = financialYear.startsOn, last = financialYear.endsOn] = daysOfPart(months, part);
  return {
    financialYear,
    months,
    years: await yearsOfTheBooks(platform, current, financialYearStart),
    from: first,
    to: last,
  };
}

function daysOfPart(months: readonly YearPart[], part: TaxYearPart) {
  const place = Number(part.slice(1)) - 1;
  const days = part.startsWith('m') ? months[place] : quartersOf(months)[place];
  return [days?.from, days?.to];
}

export function quartersOf(months: readonly YearPart[]): YearPart[] {
  return months.flatMap(({ from }, place) => {
    const last = months[place + MONTHS_OF_A_QUARTER - 1];
    return place % MONTHS_OF_A_QUARTER === 0 && last !== undefined ? [{ from, to: last.to }] : [];
  });
}

async function yearsOfTheBooks(
  { database }: Platform,
  current: FinancialYear,
  start: FinancialYearStart,
): Promise<string[]> {
  const oldest = await database
    .selectFrom('journal_entry')
    .select('postedOn')
    .orderBy('postedOn')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  const years = [current];
  const firstDay = minDate(oldest?.postedOn ?? current.startsOn, current.startsOn);
  for (let year = current; firstDay < year.startsOn; ) {
    year = financialYearOf(addDays(year.startsOn, -1), start);
    years.push(year);
  }
  return years.map(({ label }) => label);
}
