// What a loan would cost, instalment by instalment, without asking for one. The same function makes the schedule of a loan
// that is lent.

import type { LoanQuoteBody } from '@kafal/contract';
import {
  type CalendarDate,
  firstDueDays,
  formatMoney,
  loanOffer,
  loanTermsOf,
  type Money,
  type ReplayedLoan,
  replayLoan,
} from '@kafal/core';
import type { z } from 'zod';
import type { Language } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform } from '../../platform/platform.ts';
import { currentBusinessDay } from '../accounting/index.ts';
import { withDeductions } from './insurance-rules.ts';
import { getOfferedProduct, type LoanProduct, loanProductName } from './loan-products.ts';
import { penalRuleOn } from './penal-days.ts';

export async function quoteLoan(platform: Platform, body: z.output<typeof LoanQuoteBody>, language: Language) {
  const today = await currentBusinessDay(platform);
  const { productCode, amount, instalments, startsOn = today, firstDueOn } = body;
  const product = await getOfferedProduct(platform.database, productCode, startsOn);
  refuseBeyondProduct(product, amount, instalments);
  if (firstDueOn !== undefined) refuseOtherFirstDue(product, startsOn, firstDueOn);
  const rules = await withDeductions(platform.database, product, startsOn);
  const offer = loanOffer(rules, amount, instalments, product.annualRate, startsOn, firstDueOn);
  return {
    productCode,
    productName: loanProductName(product, language),
    amount: formatMoney(amount),
    annualRate: product.annualRate,
    annualCost: offer.annualCost,
    startsOn,
    instalments: offer.instalments.map(({ number, due, principal, interest, totalDue, balance }) => ({
      number,
      dueOn: due,
      principal: formatMoney(principal),
      interest: formatMoney(interest),
      total: formatMoney(totalDue),
      balance: formatMoney(balance),
    })),
    interest: formatMoney(offer.interest),
    total: formatMoney(offer.total),
    processingFee: formatMoney(offer.fee),
    feeTax: formatMoney(offer.feeTax),
    insurance: formatMoney(offer.insurance),
    inHand: formatMoney(offer.inHand),
    penal: await penalRuleOn(platform.database, product, startsOn),
  };
}

/** The schedule before anything happened. */
export function plannedLoan(
  product: LoanProduct,
  amount: Money,
  instalments: number,
  annualRate: string,
  startsOn: CalendarDate,
): ReplayedLoan {
  return replayLoan(loanTermsOf(product, amount, instalments, annualRate), startsOn, [], startsOn);
}

/** Answers the first due day that holds where none is agreed. */
export function refuseOtherFirstDue(
  product: Pick<LoanProduct, 'every' | 'unit'>,
  paidOutOn: CalendarDate,
  firstDueOn: CalendarDate,
): CalendarDate {
  const { earliest, usual, latest } = firstDueDays({ ...product, monthEnd: 'clamp' }, paidOutOn);
  if (firstDueOn < earliest || latest < firstDueOn) {
    throw new Refusal('rule', 'LOAN_FIRST_DUE_OUTSIDE', { earliest, latest }, 'firstDueOn');
  }
  return usual;
}

export function refuseBeyondProduct(product: LoanProduct, amount: Money, instalments: number): void {
  const { minimumAmount, maximumAmount, minimumInstalments, maximumInstalments } = product;
  if (amount < minimumAmount) {
    throw new Refusal('rule', 'LOAN_AMOUNT_BELOW', { minimum: formatMoney(minimumAmount) }, 'amount');
  }
  if (amount > maximumAmount) {
    throw new Refusal('rule', 'LOAN_AMOUNT_ABOVE', { maximum: formatMoney(maximumAmount) }, 'amount');
  }
  if (instalments < minimumInstalments || instalments > maximumInstalments) {
    const params = { least: minimumInstalments, most: maximumInstalments };
    throw new Refusal('rule', 'LOAN_INSTALMENTS_OUTSIDE', params, 'instalments');
  }
}
