// Kinds of loan as the society's own rules: what holds, what is agreed for later, and every version before.

import type { LoanProductHistory, LoanProductRuleList } from '@kafal/contract';
import { formatMoney } from '@kafal/core';
import type { z } from 'zod';
import type { Language } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform } from '../../platform/platform.ts';
import { currentBusinessDay } from '../accounting/index.ts';
import { waitingRules } from '../approvals/index.ts';
import { readSettings } from '../society/index.ts';
import { loanAccounts } from './change-loan-product.ts';
import { insuranceRulesOf, insurerAccounts, premiumText } from './insurance-rules.ts';
import { eligibilityOf } from './loan-eligibility.ts';
import { collateralRulesOf, type LoanProduct, loanProductsOn, loanProductView } from './loan-products.ts';

export async function loanProductRules(
  platform: Platform,
  language: Language,
): Promise<z.input<typeof LoanProductRuleList>> {
  const { database } = platform;
  const on = await currentBusinessDay(platform);
  const later = await database
    .selectFrom('loan_product')
    .selectAll()
    .where('effectiveFrom', '>', on)
    .orderBy('effectiveFrom')
    .orderBy('id')
    .execute();
  const products = await loanProductsOn(database, on);
  const begun = new Set(products.map(({ code }) => code));
  // Those that only begin later stand in it too, with the rules they will begin with.
  const toBegin = later.filter(
    ({ code }, place) => !begun.has(code) && later.findIndex((one) => one.code === code) === place,
  );
  const waiting = await waitingRules(database, 'loan-product');
  const counts = await loansByCode(platform);
  const items = await Promise.all(
    [...products, ...toBegin].map(async (product) => {
      const { code, effectiveFrom } = product;
      const waitingId = waiting.get(code);
      const next = later.find((one) => one.code === code && one.effectiveFrom > effectiveFrom);
      return {
        ...(await withRules(platform, product, language)),
        loans: counts(code, ['active']),
        applications: counts(code, ['submitted', 'returned', 'recommended']),
        nextFrom: next?.effectiveFrom ?? null,
        waitingApprovalId: waitingId === undefined ? null : String(waitingId),
      };
    }),
  );
  const named = (accounts: Awaited<ReturnType<typeof loanAccounts>>) =>
    accounts.map(({ code, nameEn, nameHi }) => ({ code, name: language === 'hi' ? nameHi : nameEn }));
  const settings = await readSettings(platform);
  return {
    items,
    accounts: named(await loanAccounts(database)),
    insurerAccounts: named(await insurerAccounts(database)),
    highestRate: settings['loans.highestRate'],
    penal: { annualRate: settings['loans.penalRate'], graceDays: settings['loans.penalGraceDays'] },
  };
}

async function withRules({ database }: Platform, product: LoanProduct, language: Language) {
  return {
    ...loanProductView(product, language),
    accountCode: product.accountCode,
    eligibility: await eligibilityOf(database, product.id),
    collateral: collateralRuleView(product),
    insurance: insuranceRuleView(product),
  };
}

function insuranceRuleView(product: LoanProduct) {
  const rules = insuranceRulesOf(product);
  return rules === null ? null : { basis: rules.basis, rate: premiumText(rules), accountCode: rules.accountCode };
}

function collateralRuleView(product: LoanProduct) {
  const rules = collateralRulesOf(product);
  if (rules === null) return null;
  const { kinds, tiers, overrideBy } = rules;
  return {
    kinds: [...kinds],
    tiers: tiers.map(({ upTo, percent }) => ({ upTo: upTo === null ? null : formatMoney(upTo), percent })),
    overrideBy,
  };
}

async function loansByCode({ database }: Platform) {
  const rows = await database
    .selectFrom('loan')
    .select(({ fn }) => ['productCode', 'status', fn.countAll<number>().as('count')])
    .groupBy(['productCode', 'status'])
    .execute();
  return (code: string, statuses: readonly string[]) =>
    rows
      .filter(({ productCode, status }) => productCode === code && statuses.includes(status))
      .reduce((sum, { count }) => sum + Number(count), 0);
}

/** Every version of a kind of loan, newest first. */
export async function loanProductHistory(
  platform: Platform,
  code: string,
  language: Language,
): Promise<z.input<typeof LoanProductHistory>> {
  const rows = await platform.database
    .selectFrom('loan_product as p')
    .leftJoin('user as maker', 'maker.id', 'p.setByUserId')
    .leftJoin('user as checker', 'checker.id', 'p.approvedByUserId')
    .selectAll('p')
    .select(['maker.name as setBy', 'checker.name as approvedBy'])
    .where('p.code', '=', code)
    .orderBy('p.effectiveFrom', 'desc')
    .orderBy('p.id', 'desc')
    .execute();
  if (rows.length === 0) throw new Refusal('missing', 'LOAN_PRODUCT_UNKNOWN');
  return {
    items: await Promise.all(
      rows.map(async ({ setBy, approvedBy, ...version }) => ({
        ...(await withRules(platform, version, language)),
        reason: version.reason,
        setBy,
        approvedBy,
        recordedAt: new Date(version.recordedAt).toISOString(),
      })),
    ),
  };
}
