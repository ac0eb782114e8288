// What the insurance of a kind of loan costs, as it is kept with a version of it, said and typed; and all that a payout keeps back.

import type { ChangeLoanProductBody } from '@kafal/contract';
import {
  type CalendarDate,
  type DeductionRules,
  formatMoney,
  type InsuranceRules,
  type PremiumRules,
  parseMoney,
  parseRate,
} from '@kafal/core';
import type { z } from 'zod';
import type { Reader } from '../../platform/database/dialect.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import { settingWithin } from '../society/index.ts';
import type { LoanProduct } from './loan-products.ts';

export const insuranceRulesOf = ({ insuranceRules }: Pick<LoanProduct, 'insuranceRules'>): InsuranceRules | null =>
  insuranceRules === null ? null : (JSON.parse(insuranceRules) as InsuranceRules);

/** The rate, or the amount where it is one. */
export const premiumText = (rules: PremiumRules): string =>
  rules.basis === 'fixed' ? formatMoney(rules.amount) : rules.rate;

/** Without the account, which is the society's own affair. */
export function insuranceView(product: LoanProduct) {
  const rules = insuranceRulesOf(product);
  return rules === null ? null : { basis: rules.basis, rate: premiumText(rules) };
}

type TypedInsurance = NonNullable<z.output<typeof ChangeLoanProductBody>['insurance']>;

/** A premium of nothing, or of more than the loan, is no premium. */
export function readInsurance({ basis, rate, accountCode }: TypedInsurance): InsuranceRules {
  try {
    if (basis === 'fixed') {
      const amount = parseMoney(rate);
      if (amount > 0) return { basis, amount, accountCode };
    } else {
      const { numerator, scale } = parseRate(rate);
      if (numerator > 0 && numerator <= 100 * 10 ** scale) return { basis, rate, accountCode };
    }
  } catch {
    // Said below, as everything that cannot be read.
  }
  throw new Refusal('rule', 'LOAN_PRODUCT_PREMIUM', undefined, 'insurance.rate');
}

/** Where the society can owe the premium: an account of what it owes, posted to by hand as well. */
export function insurerAccounts(reader: Reader) {
  return reader
    .selectFrom('account')
    .select(['code', 'nameEn', 'nameHi'])
    .where('type', '=', 'liability')
    .where('isControl', '=', 0)
    .where('subLedger', 'is', null)
    .where('code', 'like', '22%')
    .orderBy('code')
    .execute();
}

/** The rules of a product with what is kept back of a loan that is paid out on the day. */
export async function withDeductions(
  reader: Reader,
  product: LoanProduct,
  on: CalendarDate,
): Promise<LoanProduct & DeductionRules> {
  return { ...product, insurance: insuranceRulesOf(product), feeTaxPercent: await feeTaxOn(reader, on) };
}

export const feeTaxOn = async (reader: Reader, on: CalendarDate): Promise<string> =>
  (await settingWithin(reader, 'loans.feeTax', on)) ?? '0';
