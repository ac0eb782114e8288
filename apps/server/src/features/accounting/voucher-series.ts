// The row of a series of vouchers in a year gives the next number and the head of its chain. It is locked last, so that
// a rollback gives both back and no series has a gap.

import { type CalendarDate, CHAIN_START, invariant } from '@kafal/core';
import type { Platform, Trx } from '../../platform/platform.ts';
import { refuseClosedDay } from './business-day.ts';

type SeriesPlatform = Pick<Platform, 'dialect'>;

export interface SeriesKey {
  readonly seriesCode: string;
  readonly financialYear: string;
}

export interface SeriesRow {
  readonly nextNumber: number;
  readonly chainHead: string;
}

const ADD_SERIES = 'INSERT INTO voucher_series (code, financialYear, nextNumber, chainHead) VALUES (?, ?, 1, ?)';

export async function lockSeries(trx: Trx, platform: SeriesPlatform, key: SeriesKey): Promise<SeriesRow> {
  const { seriesCode, financialYear } = key;
  const read = `SELECT nextNumber, chainHead FROM voucher_series WHERE code = ? AND financialYear = ?${platform.dialect.forUpdateText}`;
  const found = await platform.dialect.one<SeriesRow>(trx, read, [seriesCode, financialYear]);
  if (found !== undefined) return found;

  // The first entry of a series in a year; another may be making the row at this moment.
  await platform.dialect.insertIgnore({
    execute: () => platform.dialect.run(trx, ADD_SERIES, [seriesCode, financialYear, CHAIN_START]),
  });
  const made = await platform.dialect.one<SeriesRow>(trx, read, [seriesCode, financialYear]);
  invariant(made, `series ${seriesCode} of ${financialYear} is there`);
  return made;
}

// The entries' foreign key already holds the day's row, so a day found open here stays open until the commit.
const ADVANCE_SERIES =
  'UPDATE voucher_series SET nextNumber = nextNumber + ?, chainHead = ? ' +
  'WHERE code = ? AND financialYear = ? AND nextNumber = ? ' +
  "AND EXISTS (SELECT 1 FROM business_day WHERE businessDate = ? AND status = 'open')";

export interface SeriesAdvance extends SeriesKey {
  readonly from: SeriesRow;
  readonly entries: number;
  readonly head: string;
  readonly postedOn: CalendarDate;
}

export async function advanceSeries(trx: Trx, platform: SeriesPlatform, advance: SeriesAdvance): Promise<void> {
  const { seriesCode, financialYear, from, entries, head, postedOn } = advance;
  const { changes } = await platform.dialect.run(trx, ADVANCE_SERIES, [
    entries,
    head,
    seriesCode,
    financialYear,
    from.nextNumber,
    postedOn,
  ]);
  if (changes === 0) refuseClosedDay(postedOn);
}
