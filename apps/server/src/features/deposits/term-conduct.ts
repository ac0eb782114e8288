// What a society may change for deposits that are open: the fine, the days of grace, the lock-in and the penalty, from a day
// on. Amount, rate and term stay as they were agreed.

import type { CalendarDate, TermRules } from '@kafal/core';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Row } from '../../platform/database/schema.ts';

export type TermConduct = Pick<TermRules, 'lateFinePerHundred' | 'graceDays' | 'lockInDays' | 'prematurePenalty'>;
/** The version that says so. */
type ConductVersion = Pick<Row<'term_product'>, 'effectiveFrom' | 'legalBasis'>;
export type OpenedWith = Pick<Row<'term_product'>, 'id' | 'code'> & ConductVersion & TermConduct;

/**
 * Answers what holds on a day for a deposit that was opened with a version: of the later ones, the last that is for all.
 * Those are few, and are read once for many deposits.
 */
export async function termConducts(
  reader: Reader,
): Promise<(openedWith: OpenedWith, on: CalendarDate) => TermConduct & ConductVersion> {
  const forAll = await reader
    .selectFrom('term_product')
    .select(['id', 'code', 'effectiveFrom', 'legalBasis'])
    .select(['lateFinePerHundred', 'graceDays', 'lockInDays', 'prematurePenalty'])
    .where('appliesTo', '=', 'all')
    .orderBy('effectiveFrom')
    .orderBy('id')
    .execute();
  return (openedWith, on) => {
    const { lateFinePerHundred, graceDays, lockInDays, prematurePenalty, effectiveFrom, legalBasis } =
      forAll.findLast((version) => isLater(version, openedWith) && version.effectiveFrom <= on) ?? openedWith;
    return { lateFinePerHundred, graceDays, lockInDays, prematurePenalty, effectiveFrom, legalBasis };
  };
}

function isLater(version: OpenedWith, openedWith: OpenedWith): boolean {
  if (version.code !== openedWith.code) return false;
  if (version.effectiveFrom !== openedWith.effectiveFrom) return version.effectiveFrom > openedWith.effectiveFrom;
  return version.id > openedWith.id;
}
