// The kinds of account the society offers. A change of a product is a new row with a later day, so that any past rule
// can be read.

import { type CalendarDate, formatMoney, type SavingsRate, UNCLAIMED } from '@kafal/core';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Row } from '../../platform/database/schema.ts';
import type { Language } from '../../platform/http/actor.ts';
import type { Platform } from '../../platform/platform.ts';
import { offeredSavings } from './offered-savings.ts';

export type DepositProduct = Row<'deposit_product'>;

/** Every product as it stands on a day, in the order of their codes. */
export async function productsOn(reader: Reader, on: CalendarDate): Promise<DepositProduct[]> {
  const rows = await reader
    .selectFrom('deposit_product')
    .selectAll()
    .where('effectiveFrom', '<=', on)
    .orderBy('code')
    .orderBy('effectiveFrom')
    .orderBy('id')
    .execute();
  return [...new Map(rows.map((row) => [row.code, row])).values()];
}

/** Whether this code is an account without a term, whatever the day. */
export async function hasDepositProduct(reader: Reader, code: string): Promise<boolean> {
  const known = await reader.selectFrom('deposit_product').select('id').where('code', '=', code).executeTakeFirst();
  return known !== undefined;
}

/** Those that a new account can be opened of. */
export async function productsOffered(reader: Reader, on: CalendarDate): Promise<DepositProduct[]> {
  return (await productsOn(reader, on)).filter(({ isOffered }) => isOffered === 1);
}

/** The lines of the cards beside the rate for everybody, by the version they belong to. */
export async function ratesOf(
  reader: Reader,
  productIds: readonly number[],
): Promise<ReadonlyMap<number, readonly SavingsRate[]>> {
  if (productIds.length === 0) return new Map();
  const rows = await reader
    .selectFrom('deposit_rate')
    .select(['depositProductId', 'category', 'amountFrom', 'annualRate'])
    .where('depositProductId', 'in', [...productIds])
    .orderBy('category')
    .orderBy('amountFrom')
    .execute();
  return Map.groupBy(rows, ({ depositProductId }) => depositProductId);
}

export interface NamedProduct {
  readonly nameEn: string;
  readonly nameHi: string;
}

export type ProductNames = ReadonlyMap<string, NamedProduct>;

const READ_NAMES =
  'SELECT code, nameEn, nameHi, effectiveFrom, id FROM deposit_product ' +
  'UNION ALL SELECT code, nameEn, nameHi, effectiveFrom, id FROM term_product ORDER BY code, effectiveFrom, id';
/** A name that is a second old does no harm: it stands on no entry. */
const FRESH_FOR_MS = 1_000;
const kept = new WeakMap<object, { readonly names: ProductNames; readonly readAt: number }>();

/** What each product is called, by its code; the latest name counts. */
export async function productNames(
  platform: Pick<Platform, 'database' | 'dialect'>,
  reader: Reader = platform.database,
): Promise<ProductNames> {
  const found = kept.get(platform.database);
  if (found !== undefined && performance.now() - found.readAt < FRESH_FOR_MS) return found.names;

  const rows = await platform.dialect.all<NamedProduct & { code: string }>(reader, READ_NAMES);
  const names = new Map<string, NamedProduct>(rows.map(({ code, nameEn, nameHi }) => [code, { nameEn, nameHi }]));
  if (names.size > 0) names.set(UNCLAIMED.code, UNCLAIMED);
  // A transaction may see rows that never stay, so only what was read outside of one is kept.
  if (reader === platform.database && names.size > 0) kept.set(platform.database, { names, readAt: performance.now() });
  return names;
}

export function productView(product: DepositProduct, card: readonly SavingsRate[], language: Language) {
  const offered = offeredSavings(product, card);
  return {
    code: product.code,
    kind: offered.kind,
    name: language === 'hi' ? product.nameHi : product.nameEn,
    minimumBalance: formatMoney(product.minimumBalance),
    minimumDeposit: formatMoney(product.minimumDeposit),
    withdrawal: product.withdrawal,
    interestRule: offered.interestRule,
    interestBasis: offered.interestBasis,
    dayCount: offered.dayCount,
    slabMethod: offered.slabMethod,
    rounding: offered.rounding,
    interestMonths: [...offered.interestMonths],
    annualRate: product.annualRate,
    rates: card.map(({ category, amountFrom, annualRate }) => ({
      category,
      amountFrom: formatMoney(amountFrom),
      annualRate,
    })),
    effectiveFrom: product.effectiveFrom,
    legalBasis: product.legalBasis,
  };
}
