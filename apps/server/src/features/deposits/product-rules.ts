// The kinds of account as the society's own rules: what holds, what is agreed for later, and who set it.

import type { ProductHistory, ProductRule } from '@kafal/contract';
import { type DayCountConvention, formatMoney, type SavingsBasis } from '@kafal/core';
import type { z } from 'zod';
import type { Language } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform } from '../../platform/platform.ts';
import { currentBusinessDay } from '../accounting/index.ts';
import { waitingRules } from '../approvals/index.ts';
import { versionsOf } from '../society/index.ts';
import { openDeposits } from './change-product.ts';
import { type DepositProduct, productsOn, ratesOf } from './deposit-products.ts';
import { roundingOf } from './offered-savings.ts';

export async function productRules(platform: Platform, language: Language): Promise<z.infer<typeof ProductRule>[]> {
  const on = await currentBusinessDay(platform);
  const [products, deposits, waiting, later] = await Promise.all([
    productsOn(platform.database, on),
    openDeposits(platform.database),
    waitingRules(platform.database, 'deposit-product'),
    platform.database
      .selectFrom('deposit_product')
      .select(['code', 'annualRate', 'minimumBalance', 'effectiveFrom'])
      .where('effectiveFrom', '>', on)
      .orderBy('effectiveFrom')
      .orderBy('id', 'desc')
      .execute(),
  ]);
  const cards = await ratesOf(
    platform.database,
    products.map(({ id }) => id),
  );
  return products.map((product) => {
    const next = later.find(({ code }) => code === product.code);
    const waitingId = waiting.get(product.code);
    return {
      code: product.code,
      kind: product.kind,
      name: language === 'hi' ? product.nameHi : product.nameEn,
      nameEn: product.nameEn,
      nameHi: product.nameHi,
      accountCode: product.accountCode,
      minimumBalance: formatMoney(product.minimumBalance),
      annualRate: product.annualRate,
      dormantMonths: product.dormantMonths,
      minimumDeposit: formatMoney(product.minimumDeposit),
      withdrawal: product.withdrawal,
      interestRule: product.interestRule,
      isOffered: product.isOffered === 1,
      // The migration and the forms write nothing else into these two.
      interestBasis: product.interestBasis as SavingsBasis,
      dayCount: product.interestDayCount as DayCountConvention,
      interestMonths: product.interestMonths.split(',').map(Number),
      rounding: roundingOf(product.interestMultiple),
      slabMethod: product.slabMethod,
      appliesTo: product.appliesTo,
      rates: (cards.get(product.id) ?? []).map(({ category, amountFrom, annualRate }) => ({
        category,
        amountFrom: formatMoney(amountFrom),
        annualRate,
      })),
      deposits: deposits.get(product.code) ?? 0,
      effectiveFrom: product.effectiveFrom,
      legalBasis: product.legalBasis,
      next:
        next === undefined
          ? null
          : {
              annualRate: next.annualRate,
              minimumBalance: formatMoney(next.minimumBalance),
              effectiveFrom: next.effectiveFrom,
            },
      waitingApprovalId: waitingId === undefined ? null : String(waitingId),
    };
  });
}

/** Every version of a product, newest first. */
export async function productHistory(
  platform: Platform,
  code: string,
  language: Language,
): Promise<z.infer<typeof ProductHistory>['items']> {
  const versions = await versionsOf<Pick<DepositProduct, 'minimumBalance' | 'annualRate'>>(
    platform,
    'deposit_product',
    ['minimumBalance', 'annualRate'],
    code,
    language,
  );
  if (versions.length === 0) throw new Refusal('missing', 'DEPOSIT_PRODUCT_UNKNOWN');
  return versions.map((version) => ({ ...version, minimumBalance: formatMoney(version.minimumBalance) }));
}
