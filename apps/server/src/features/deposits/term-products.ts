// Fixed and recurring deposits the society offers. A change is a new version with a later day, its rate card beside it,
// so that any past rule and rate can be read.

import {
  type CalendarDate,
  formatMoney,
  type RuleReach,
  type TermKind,
  type TermRate,
  type TermRules,
} from '@kafal/core';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Row } from '../../platform/database/schema.ts';
import type { Language } from '../../platform/http/actor.ts';
import type { Trx } from '../../platform/platform.ts';

export interface TermProduct extends TermRules {
  readonly id: number;
  readonly code: string;
  readonly kind: TermKind;
  readonly nameEn: string;
  readonly nameHi: string;
  readonly isOffered: boolean;
  readonly appliesTo: RuleReach;
  readonly rates: readonly TermRate[];
  readonly effectiveFrom: CalendarDate;
  readonly legalBasis: string | null;
}

/** Every product as it stands on a day, in the order of their codes. */
export async function termProductsOn(reader: Reader, on: CalendarDate): Promise<TermProduct[]> {
  const rows = await reader
    .selectFrom('term_product')
    .selectAll()
    .where('effectiveFrom', '<=', on)
    .orderBy('code')
    .orderBy('effectiveFrom')
    .orderBy('id')
    .execute();
  return withRates(reader, [...new Map(rows.map((row) => [row.code, row])).values()]);
}

export async function findTermProduct(
  reader: Reader,
  code: string,
  on: CalendarDate,
): Promise<TermProduct | undefined> {
  const rows = await reader
    .selectFrom('term_product')
    .selectAll()
    .where('code', '=', code)
    .where('effectiveFrom', '<=', on)
    .orderBy('effectiveFrom', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .execute();
  return (await withRates(reader, rows))[0];
}

/** Whether this code is a deposit of a term, whatever the day. */
export async function hasTermProduct(reader: Reader, code: string): Promise<boolean> {
  const known = await reader.selectFrom('term_product').select('id').where('code', '=', code).executeTakeFirst();
  return known !== undefined;
}

/** Each version with its rate card, in the order of the card: by category, then the shortest term and smallest amount. */
export async function withRates<Version extends Row<'term_product'>>(
  reader: Reader,
  versions: readonly Version[],
): Promise<(Omit<Version, 'isOffered' | 'isPayoutDiscounted'> & TermProduct)[]> {
  if (versions.length === 0) return [];
  const rates = await reader
    .selectFrom('term_rate')
    .selectAll()
    .where(
      'termProductId',
      'in',
      versions.map(({ id }) => id),
    )
    .orderBy('id')
    .execute();
  return versions.map((version) => ({
    ...version,
    isOffered: version.isOffered === 1,
    isPayoutDiscounted: version.isPayoutDiscounted === 1,
    rates: rates.filter(({ termProductId }) => termProductId === version.id),
  }));
}

export interface NewTermProduct extends TermRules {
  readonly code: string;
  readonly kind: TermKind;
  readonly nameEn: string;
  readonly nameHi: string;
  readonly isOffered: boolean;
  /** Deposits that are open keep their fine, days of grace, lock-in and penalty where it is for new ones; the rest always. */
  readonly appliesTo: RuleReach;
  readonly rates: readonly TermRate[];
}

type VersionFacts = Pick<Row<'term_product'>, 'effectiveFrom' | 'legalBasis' | 'recordedAt'> &
  Partial<Pick<Row<'term_product'>, 'reason' | 'setByUserId' | 'approvedByUserId'>>;

/** Inside a transaction of the caller's: set-up, or a change of a rule. */
export async function insertTermProduct(trx: Trx, product: NewTermProduct, facts: VersionFacts): Promise<void> {
  const { insertId } = await trx
    .insertInto('term_product')
    .values({
      code: product.code,
      kind: product.kind,
      nameEn: product.nameEn,
      nameHi: product.nameHi,
      isOffered: product.isOffered ? 1 : 0,
      minimumAmount: product.minimumAmount,
      maximumAmount: product.maximumAmount,
      multipleOf: product.multipleOf,
      maximumMonths: product.maximumMonths,
      compounding: product.compounding,
      dayCount: product.dayCount,
      payout: product.payout,
      isPayoutDiscounted: product.isPayoutDiscounted ? 1 : 0,
      rounding: product.rounding,
      lockInDays: product.lockInDays,
      prematurePenalty: product.prematurePenalty,
      atMaturity: product.atMaturity,
      lateFinePerHundred: product.lateFinePerHundred,
      graceDays: product.graceDays,
      irregularAfterMissed: product.irregularAfterMissed,
      appliesTo: product.appliesTo,
      reason: null,
      setByUserId: null,
      approvedByUserId: null,
      ...facts,
    })
    .executeTakeFirstOrThrow();
  const termProductId = Number(insertId);
  await trx
    .insertInto('term_rate')
    .values(
      product.rates.map(({ category, amountFrom, termFrom, termUnit, annualRate }) => ({
        termProductId,
        category,
        amountFrom,
        termFrom,
        termUnit,
        annualRate,
      })),
    )
    .execute();
}

export function termProductFields(product: TermProduct, language: Language) {
  const { kind, nameEn, nameHi, isOffered, minimumAmount, maximumAmount, multipleOf, maximumMonths } = product;
  return {
    kind,
    name: language === 'hi' ? nameHi : nameEn,
    nameEn,
    nameHi,
    isOffered,
    minimumAmount: formatMoney(minimumAmount),
    maximumAmount: maximumAmount === null ? null : formatMoney(maximumAmount),
    multipleOf: multipleOf === null ? null : formatMoney(multipleOf),
    maximumMonths,
    compounding: product.compounding,
    dayCount: product.dayCount,
    payout: product.payout,
    isPayoutDiscounted: product.isPayoutDiscounted,
    rounding: product.rounding,
    lockInDays: product.lockInDays,
    prematurePenalty: product.prematurePenalty,
    atMaturity: product.atMaturity,
    lateFinePerHundred: product.lateFinePerHundred === null ? null : formatMoney(product.lateFinePerHundred),
    graceDays: product.graceDays,
    irregularAfterMissed: product.irregularAfterMissed,
    appliesTo: product.appliesTo,
    rates: product.rates.map(({ category, amountFrom, termFrom, termUnit, annualRate }) => ({
      category,
      amountFrom: formatMoney(amountFrom),
      termFrom,
      termUnit,
      annualRate,
    })),
  };
}

export function termProductView(product: TermProduct, language: Language) {
  const { code, effectiveFrom, legalBasis } = product;
  return { code, ...termProductFields(product, language), effectiveFrom, legalBasis };
}
