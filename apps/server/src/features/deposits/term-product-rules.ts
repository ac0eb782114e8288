// Fixed and recurring deposits as the society's own rules: what holds, what is agreed for later, and how many are open.

import type { TermProductRule } from '@kafal/contract';
import type { z } from 'zod';
import type { Language } from '../../platform/http/actor.ts';
import type { Platform } from '../../platform/platform.ts';
import { currentBusinessDay } from '../accounting/index.ts';
import { waitingRules } from '../approvals/index.ts';
import { openDeposits } from './change-product.ts';
import { termProductsOn, termProductView } from './term-products.ts';

/** Those that only begin later stand in it too, with the rules they will begin with. */
export async function termProductRules(
  platform: Platform,
  language: Language,
): Promise<z.input<typeof TermProductRule>[]> {
  const { database } = platform;
  const on = await currentBusinessDay(platform);
  const later = await database
    .selectFrom('term_product')
    .select(['code', 'effectiveFrom'])
    .where('effectiveFrom', '>', on)
    .orderBy('effectiveFrom')
    .orderBy('id')
    .execute();
  const [products, deposits, waiting] = await Promise.all([
    termProductsOn(database, on),
    openDeposits(database),
    waitingRules(database, 'term-product'),
  ]);
  const begun = new Set(products.map(({ code }) => code));
  const first = later.filter(
    ({ code }, place) => !begun.has(code) && later.findIndex((one) => one.code === code) === place,
  );
  const toBegin = await Promise.all(
    first.map(async ({ code, effectiveFrom }) =>
      (await termProductsOn(database, effectiveFrom)).filter((product) => product.code === code),
    ),
  );
  return [...products, ...toBegin.flat()].map((product) => {
    const next = later.find(
      ({ code, effectiveFrom }) => code === product.code && effectiveFrom > product.effectiveFrom,
    );
    const waitingId = waiting.get(product.code);
    return {
      ...termProductView(product, language),
      deposits: deposits.get(product.code) ?? 0,
      nextFrom: next?.effectiveFrom ?? null,
      waitingApprovalId: waitingId === undefined ? null : String(waitingId),
    };
  });
}
