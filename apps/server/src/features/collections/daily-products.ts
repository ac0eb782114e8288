import type { CalendarDate, Money } from '@kafal/core';
import type { Reader } from '../../platform/database/dialect.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import { productsOn } from '../deposits/index.ts';

export interface DailyProduct {
  readonly code: string;
  readonly annualRate: string;
  /** The smallest amount that is taken at once. */
  readonly minimumDeposit: Money;
}

/** The rules of a daily deposit on a day; another kind of account has no agent and no route. */
export async function getDailyProduct(reader: Reader, code: string, on: CalendarDate): Promise<DailyProduct> {
  const product = (await productsOn(reader, on)).find((offered) => offered.code === code && offered.kind === 'daily');
  if (product === undefined) throw new Refusal('rule', 'DAILY_PRODUCT_UNKNOWN', undefined, 'productCode');
  return { code, annualRate: product.annualRate, minimumDeposit: product.minimumDeposit };
}
