// What the society lends. A change is a new version with a later day, so that any past rule can be read.

import {
  type CalendarDate,
  type CollateralRules,
  formatMoney,
  type InsuranceRules,
  type LendingRules,
  type LoanRules,
  type OwnPenalRule,
} from '@kafal/core';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Row } from '../../platform/database/schema.ts';
import type { Language } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Trx } from '../../platform/platform.ts';
import { insuranceView } from './insurance-rules.ts';

export type LoanProduct = Row<'loan_product'> & LoanRules;

/** Every product as it stands on a day, in the order of their codes. */
export async function loanProductsOn(reader: Reader, on: CalendarDate): Promise<LoanProduct[]> {
  const rows = await reader
    .selectFrom('loan_product')
    .selectAll()
    .where('effectiveFrom', '<=', on)
    .orderBy('code')
    .orderBy('effectiveFrom')
    .orderBy('id')
    .execute();
  return [...new Map(rows.map((row) => [row.code, row])).values()];
}

/** The version of a day, where it is offered. */
export async function getOfferedProduct(reader: Reader, code: string, on: CalendarDate): Promise<LoanProduct> {
  const product = await reader
    .selectFrom('loan_product')
    .selectAll()
    .where('code', '=', code)
    .where('effectiveFrom', '<=', on)
    .orderBy('effectiveFrom', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (product?.isOffered !== 1) throw new Refusal('missing', 'LOAN_PRODUCT_UNKNOWN', undefined, 'productCode');
  return product;
}

export async function getProductVersion(reader: Reader, id: number): Promise<LoanProduct> {
  return reader.selectFrom('loan_product').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
}

export interface NewLoanProduct extends LendingRules, Partial<OwnPenalRule> {
  readonly code: string;
  readonly nameEn: string;
  readonly nameHi: string;
  readonly isOffered: boolean;
  readonly accountCode: string;
  /** Nothing is said of it by presets: no insurer is known before the society has chosen one. */
  readonly insurance?: InsuranceRules | null;
}

/** Inside a transaction of the caller's: set-up, or a change that two people want. */
export async function insertLoanProduct(
  trx: Trx,
  product: NewLoanProduct,
  facts: Pick<Row<'loan_product'>, 'effectiveFrom' | 'legalBasis' | 'recordedAt'> &
    Partial<Pick<Row<'loan_product'>, 'reason' | 'setByUserId' | 'approvedByUserId'>>,
): Promise<void> {
  const { isOffered, eligibility, collateral, insurance = null, penalRate = null, penalGraceDays = null } = product;
  const { insertId } = await trx
    .insertInto('loan_product')
    .values({
      ...rulesOf(product),
      code: product.code,
      nameEn: product.nameEn,
      nameHi: product.nameHi,
      accountCode: product.accountCode,
      isOffered: isOffered ? 1 : 0,
      collateralRules: collateral === null ? null : JSON.stringify(collateral),
      insuranceRules: insurance === null ? null : JSON.stringify(insurance),
      penalRate,
      penalGraceDays,
      reason: null,
      setByUserId: null,
      approvedByUserId: null,
      ...facts,
    })
    .executeTakeFirstOrThrow();
  if (eligibility.length === 0) return;
  const loanProductId = Number(insertId);
  await trx
    .insertInto('loan_eligibility_rule')
    .values(eligibility.map(({ kind, limit, overrideBy }) => ({ loanProductId, kind, ruleLimit: limit, overrideBy })))
    .execute();
}

function rulesOf(product: LoanRules): LoanRules {
  return {
    interestMethod: product.interestMethod,
    repayment: product.repayment,
    interestBasis: product.interestBasis,
    every: product.every,
    unit: product.unit,
    minimumInstalments: product.minimumInstalments,
    maximumInstalments: product.maximumInstalments,
    minimumAmount: product.minimumAmount,
    maximumAmount: product.maximumAmount,
    annualRate: product.annualRate,
    instalmentMultiple: product.instalmentMultiple,
    allocation: product.allocation,
    excess: product.excess,
    processingFeePercent: product.processingFeePercent,
    processingFeeMinimum: product.processingFeeMinimum,
    processingFeeMaximum: product.processingFeeMaximum,
    shareLinkPercent: product.shareLinkPercent,
    guarantorsNeeded: product.guarantorsNeeded,
    guarantorShareMultiple: product.guarantorShareMultiple,
    guarantorDepositMultiple: product.guarantorDepositMultiple,
    guarantorMostLoans: product.guarantorMostLoans,
    membershipMonths: product.membershipMonths,
    sanctionDays: product.sanctionDays,
    closingFeePercent: product.closingFeePercent,
    flatRebate: product.flatRebate,
  };
}

/** What a version of a product is lent against; null: nothing. */
export const collateralRulesOf = ({ collateralRules }: Pick<LoanProduct, 'collateralRules'>): CollateralRules | null =>
  collateralRules === null ? null : (JSON.parse(collateralRules) as CollateralRules);

export const loanProductName = (product: Pick<LoanProduct, 'nameEn' | 'nameHi'>, language: Language): string =>
  language === 'hi' ? product.nameHi : product.nameEn;

export function loanProductView(product: LoanProduct, language: Language) {
  const { code, nameEn, nameHi, isOffered, effectiveFrom, legalBasis, processingFeeMaximum, ...row } = product;
  return {
    ...rulesOf(product),
    code,
    name: loanProductName(product, language),
    nameEn,
    nameHi,
    isOffered: isOffered === 1,
    insurance: insuranceView(product),
    penalRate: row.penalRate,
    penalGraceDays: row.penalGraceDays,
    minimumAmount: formatMoney(row.minimumAmount),
    maximumAmount: formatMoney(row.maximumAmount),
    instalmentMultiple: formatMoney(row.instalmentMultiple),
    processingFeeMinimum: formatMoney(row.processingFeeMinimum),
    processingFeeMaximum: processingFeeMaximum === null ? null : formatMoney(processingFeeMaximum),
    effectiveFrom,
    legalBasis,
  };
}
