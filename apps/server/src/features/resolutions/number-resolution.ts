// The number of a resolution, without a gap: its series stays locked until the transaction ends, so that what is rolled back gives
// its number back. General body and committee count apart, anew in each year that the pattern names.

import { type CalendarDate, financialYearOf, formatNumber, toBikramSambat, yearOf } from '@kafal/core';
import type { Platform, Trx } from '../../platform/platform.ts';
import { financialYearStartOf, readSettingsWithin, type Settings } from '../society/index.ts';

export type ResolvingBody = 'general' | 'committee';
const PREFIX = { general: 'GB', committee: 'MC' } as const;

export async function numberResolution(
  trx: Trx,
  platform: Pick<Platform, 'dialect'>,
  { body, on }: { readonly body: ResolvingBody; readonly on: CalendarDate },
): Promise<string> {
  const settings = await readSettingsWithin(trx, on);
  const pattern = settings['numbers.resolution'];
  const financialYear = financialYearOf(on, financialYearStartOf(settings)).label;
  const year = yearIn(settings, on);
  const counted = pattern.includes('{FY}') ? financialYear : /\{YY(YY)?\}/.test(pattern) ? String(year) : '';
  const number = await takeNext(trx, platform, pattern.includes('{PREFIX}') ? body : '', counted);
  return formatNumber(pattern, number, { year, financialYear, prefix: PREFIX[body] });
}

async function takeNext(trx: Trx, { dialect }: Pick<Platform, 'dialect'>, body: string, year: string): Promise<number> {
  const take = () =>
    dialect.run(trx, 'UPDATE resolution_series SET lastNumber = lastNumber + 1 WHERE body = ? AND year = ?', [
      body,
      year,
    ]);
  if ((await take()).changes === 0) {
    await dialect.insertIgnore(trx.insertInto('resolution_series').values({ body, year, lastNumber: 0 }));
    await take();
  }
  const { lastNumber } = await trx
    .selectFrom('resolution_series')
    .select('lastNumber')
    .where('body', '=', body)
    .where('year', '=', year)
    .executeTakeFirstOrThrow();
  return lastNumber;
}

function yearIn(settings: Settings, on: CalendarDate): number {
  if (settings['calendar.kind'] !== 'BS') return yearOf(on);
  return toBikramSambat(on)?.year ?? yearOf(on) + 57;
}
