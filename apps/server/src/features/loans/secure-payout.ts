// What secures a loan is looked at once more before the money goes out, and a deposit among it is kept back from then on until
// nothing is owed.

import { type CalendarDate, loanToValue, type Money } from '@kafal/core';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { freeToPledge, liftLoanLien, placeLoanLien } from '../deposits/index.ts';
import { collateralOf, collateralValueOf } from './collateral-queries.ts';
import { refusedLoanToValue } from './loan-eligibility.ts';
import { collateralRulesOf, type LoanProduct } from './loan-products.ts';
import type { LoanWithBalance } from './loan-queries.ts';
import { refuseAboveFree } from './offer-collateral.ts';

/** All of it is here, the deposits are free, and it is worth what the product asks for. */
export async function refuseUnsecured(
  platform: Pick<Platform, 'dialect' | 'database'>,
  reader: Reader,
  loan: LoanWithBalance,
  product: LoanProduct,
  amount: Money,
): Promise<void> {
  const items = await collateralOf(reader, loan.id);
  const missing = items.filter(({ kind, status }) => kind !== 'deposit' && status === 'offered').length;
  if (missing > 0) throw new Refusal('rule', 'COLLATERAL_NOT_RECEIVED', { count: missing });
  for (const { depositId, value, status } of items) {
    if (depositId === null || status !== 'offered') continue;
    const { deposit, free } = await freeToPledge(platform, reader, depositId, loan.memberId);
    refuseAboveFree(deposit.number, value, free);
  }
  const rules = collateralRulesOf(product);
  if (rules === null) return;
  const result = loanToValue(rules, amount, await collateralValueOf(reader, loan.id, rules));
  if (result.holds || (rules.overrideBy !== null && (await isOverridden(reader, loan.id, result.percent)))) return;
  throw refusedLoanToValue(result);
}

/** Somebody who may has lent against it, as it stands. */
async function isOverridden(reader: Reader, loanId: number, percent: string | null): Promise<boolean> {
  const row = await reader
    .selectFrom('loan_override')
    .select('ruleValue')
    .where('loanId', '=', loanId)
    .where('kind', '=', 'loanToValue')
    .orderBy('id', 'desc')
    .executeTakeFirst();
  return row !== undefined && row.ruleValue === percent;
}

/** With the payout, and again where the receipt that closed the loan is taken back. */
export async function placeLiens(
  trx: Trx,
  platform: Platform,
  actor: Actor,
  loan: LoanWithBalance,
  on: CalendarDate,
): Promise<void> {
  for (const item of await collateralOf(trx, loan.id)) {
    if (item.depositId === null || item.status === 'held') continue;
    const restrictionId = await placeLoanLien(trx, platform, actor, {
      depositId: item.depositId,
      amount: item.value,
      loanNumber: loan.number,
      on,
      setByUserId: item.offeredByUserId,
    });
    if (restrictionId === undefined) continue;
    await trx
      .updateTable('loan_collateral')
      .set({ status: 'held', restrictionId, receivedOn: on, releasedOn: null })
      .where('id', '=', item.id)
      .execute();
  }
}

/** Nothing is owed any more, or the payout was taken back. */
export async function liftLiens(
  trx: Trx,
  platform: Platform,
  actor: Actor,
  loan: LoanWithBalance,
  { on, becomes }: { readonly on: CalendarDate; readonly becomes: 'released' | 'offered' },
): Promise<void> {
  for (const { id, restrictionId, status } of await collateralOf(trx, loan.id)) {
    if (restrictionId === null || status !== 'held') continue;
    await liftLoanLien(trx, platform, actor, restrictionId, { loanNumber: loan.number, on });
    await trx
      .updateTable('loan_collateral')
      .set({ status: becomes, releasedOn: becomes === 'released' ? on : null, restrictionId: null })
      .where('id', '=', id)
      .execute();
  }
}
