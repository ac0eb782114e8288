import type { CalendarDate, Money } from '@kafal/core';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Row } from '../../platform/database/schema.ts';

export type FeeRow = Row<'fee'>;

/** The fees in force on a day, in the order they are collected. */
export async function feesOn(reader: Reader, on: CalendarDate): Promise<FeeRow[]> {
  const rows = await reader
    .selectFrom('fee')
    .selectAll()
    .where('effectiveFrom', '<=', on)
    .orderBy('code')
    .orderBy('effectiveFrom')
    .orderBy('id')
    .execute();
  const inForce = new Map(rows.map((row) => [row.code, row]));
  return [...inForce.values()].sort((left, right) => left.position - right.position || left.id - right.id);
}

export interface AdmissionFee {
  readonly code: string;
  readonly kind: string;
  readonly accountCode: string;
  readonly amount: Money;
}

/** What somebody admitted on this day owes besides the share money. */
export async function admissionFees(reader: Reader, on: CalendarDate): Promise<FeeRow[]> {
  return (await feesOn(reader, on)).filter((fee) => fee.dueOnAdmission === 1 && fee.amount > 0);
}

export interface FeeNames {
  readonly nameEn: string;
  readonly nameHi: string;
}

/** What each fee is called, by its code; the latest name counts. */
export async function findFeeNames(reader: Reader): Promise<Map<string, FeeNames>> {
  const rows = await reader
    .selectFrom('fee')
    .select(['code', 'nameEn', 'nameHi'])
    .orderBy('effectiveFrom')
    .orderBy('id')
    .execute();
  return new Map(rows.map(({ code, nameEn, nameHi }) => [code, { nameEn, nameHi }]));
}
