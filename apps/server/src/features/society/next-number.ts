// Numbers for people: of members, accounts, folios and certificates. One row per sequence, locked until the
// transaction ends, so a number is given once and one that is rolled back is given again.

import { type CalendarDate, financialYearOf, formatNumber, toBikramSambat, yearOf } from '@kafal/core';
import type { Platform, Trx } from '../../platform/platform.ts';
import { financialYearStartOf, type Settings } from './setting-registry.ts';

/** Always taken in this order, so that two transactions never wait for each other. */
export const SEQUENCES = ['member', 'account', 'folio', 'certificate', 'distinctive', 'agent', 'complaint'] as const;
export type SequenceName = (typeof SEQUENCES)[number];

const PATTERN_OF = {
  member: 'numbers.member',
  account: 'numbers.account',
  folio: 'numbers.folio',
  certificate: 'numbers.certificate',
} as const satisfies Record<Exclude<SequenceName, 'distinctive' | 'agent' | 'complaint'>, keyof Settings>;

export interface NumberWanted {
  readonly sequence: keyof typeof PATTERN_OF;
  /** The business date, for patterns that name the year. */
  readonly on: CalendarDate;
  /** What stands for {PREFIX}, such as the code of a deposit product. */
  readonly prefix?: string;
}

/** The next number of a sequence as the society's pattern writes it. Settings are read before the transaction. */
export async function nextNumber(
  trx: Trx,
  platform: Pick<Platform, 'dialect'>,
  settings: Settings,
  { sequence, on, prefix }: NumberWanted,
): Promise<string> {
  const pattern = settings[PATTERN_OF[sequence]];
  const number = await takeNumbers(trx, platform, sequence, 1);
  return formatNumber(pattern, number, {
    year: settings['calendar.kind'] === 'BS' ? bikramSambatYear(on) : yearOf(on),
    financialYear: pattern.includes('{FY}') ? financialYearOf(on, financialYearStartOf(settings)).label : '',
    ...(prefix === undefined ? {} : { prefix }),
  });
}

/** Takes `count` numbers in one row and answers the first of them. */
export async function takeNumbers(
  trx: Trx,
  platform: Pick<Platform, 'dialect'>,
  sequence: SequenceName,
  count: number,
): Promise<number> {
  const { dialect } = platform;
  const take = () =>
    dialect.run(trx, 'UPDATE sequence SET nextNumber = nextNumber + ? WHERE name = ?', [count, sequence]);

  if ((await take()).changes === 0) {
    await dialect.insertIgnore(trx.insertInto('sequence').values({ name: sequence, nextNumber: 1 }));
    await take();
  }
  const row = await dialect.one<{ nextNumber: number }>(trx, 'SELECT nextNumber FROM sequence WHERE name = ?', [
    sequence,
  ]);
  if (row === undefined) throw new Error(`The sequence ${sequence} could not be made.`);
  return row.nextNumber - count;
}

/** Beyond the table the year is still known but for the days around its first, which fall on 13, 14 or 15 April. */
function bikramSambatYear(on: CalendarDate): number {
  return toBikramSambat(on)?.year ?? yearOf(on) + (on.slice(5) >= '04-14' ? 57 : 56);
}
