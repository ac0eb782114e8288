// Who may borrow what: the rules of a product against a member as they stand. A hard rule refuses; a soft one is lent
// against by whom it names, who says why.

import type { LoanEligibilityQuery } from '@kafal/contract';
import {
  type CalendarDate,
  checkEligibility,
  type EligibilityResult,
  type EligibilityRule,
  formatMoney,
  type LendingRules,
  type LoanToValue,
  type LoanWish,
  largestLoan,
  maximum,
  minimum,
  type Overrider,
  ZERO,
} from '@kafal/core';
import type { z } from 'zod';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { currentBusinessDay } from '../accounting/index.ts';
import { getMemberFor } from '../members/index.ts';
import { borrowerFacts } from './borrower-facts.ts';
import { collateralValueOf } from './collateral-queries.ts';
import { collateralRulesOf, type LoanProduct, loanProductName, loanProductsOn } from './loan-products.ts';
import type { LoanWithBalance } from './loan-queries.ts';

/** In the order in which the rules are written. */
export async function eligibilityOf(reader: Reader, loanProductId: number): Promise<EligibilityRule[]> {
  const rows = await reader
    .selectFrom('loan_eligibility_rule')
    .select(['kind', 'ruleLimit', 'overrideBy'])
    .where('loanProductId', '=', loanProductId)
    .orderBy('kind')
    .execute();
  return rows.map(({ kind, ruleLimit, overrideBy }) => ({ kind, limit: ruleLimit, overrideBy }));
}

export async function withEligibility(reader: Reader, product: LoanProduct): Promise<LoanProduct & LendingRules> {
  return {
    ...product,
    eligibility: await eligibilityOf(reader, product.id),
    collateral: collateralRulesOf(product),
  };
}

/** "What can I borrow?": of every product on offer, or of one. A member asks about themselves. */
export async function loanEligibility(platform: Platform, actor: Actor, query: z.output<typeof LoanEligibilityQuery>) {
  const { database } = platform;
  const { memberId = actor.memberId, productCode, amount, instalments, monthlyIncome = null, collateralValue } = query;
  const { replacesLoanId = null } = query;
  if (memberId === null) throw new Refusal('rule', 'LOAN_MEMBER_MISSING', undefined, 'memberId');
  const member = await getMemberFor(platform, actor, memberId);
  const on = await currentBusinessDay(platform);
  const borrower = await borrowerFacts(platform, database, member, monthlyIncome, on, replacesLoanId);
  const offered = (await loanProductsOn(database, on)).filter(
    ({ code, isOffered }) => isOffered === 1 && (productCode === undefined || code === productCode),
  );
  if (productCode !== undefined && offered.length === 0) throw new Refusal('missing', 'LOAN_PRODUCT_UNKNOWN');
  return {
    items: await Promise.all(
      offered.map(async (row) => {
        const product = await withEligibility(database, row);
        const count = Math.min(
          Math.max(instalments ?? product.maximumInstalments, product.minimumInstalments),
          product.maximumInstalments,
        );
        const largest = largestLoan(product, borrower, { instalments: count, on, collateralValue });
        const wanted = amount ?? (largest.amount > ZERO ? largest.amount : product.minimumAmount);
        const asked = minimum(maximum(wanted, product.minimumAmount), product.maximumAmount);
        return {
          productCode: product.code,
          productName: loanProductName(product, actor.language),
          annualRate: product.annualRate,
          amount: formatMoney(asked),
          instalments: count,
          largest: formatMoney(largest.amount),
          largestWithOverride: formatMoney(largest.withOverride),
          rules: [...checkEligibility(product, borrower, { amount: asked, instalments: count, on, collateralValue })],
        };
      }),
    ),
  };
}

/**
 * The rules of the version that the loan will be lent by, for what is asked or about to be sanctioned, and against what was
 * given as security so far.
 */
export async function eligibilityOfLoan(
  platform: Pick<Platform, 'dialect'>,
  reader: Reader,
  loan: Pick<LoanWithBalance, 'memberId' | 'monthlyIncome' | 'replacesLoanId'> & { readonly id?: number },
  product: LoanProduct,
  wish: LoanWish,
): Promise<readonly EligibilityResult[]> {
  const member = await reader
    .selectFrom('member')
    .select(['id', 'joinedOn'])
    .where('id', '=', loan.memberId)
    .executeTakeFirstOrThrow();
  const borrower = await borrowerFacts(platform, reader, member, loan.monthlyIncome, wish.on, loan.replacesLoanId);
  const rules = await withEligibility(reader, product);
  const { collateral } = rules;
  const collateralValue =
    loan.id === undefined || collateral === null ? null : await collateralValueOf(reader, loan.id, collateral);
  return checkEligibility(rules, borrower, { ...wish, collateralValue });
}

const REFUSALS = {
  membership: 'LOAN_MEMBERSHIP_SHORT',
  loanToValue: 'LOAN_TO_VALUE',
  shareMultiple: 'LOAN_ABOVE_SHARES',
  depositMultiple: 'LOAN_ABOVE_DEPOSITS',
  thriftArrears: 'LOAN_THRIFT_ARREARS',
  ownOverdue: 'LOAN_OWN_OVERDUE',
  exposure: 'LOAN_EXPOSURE',
  takeHome: 'LOAN_TAKE_HOME',
} as const;

/** A hard rule that does not hold: a sentence that says by how much. */
export function refuseIneligible(results: readonly EligibilityResult[], product: LoanProduct): void {
  const broken = results.find(({ holds, overrideBy }) => !holds && overrideBy === null);
  if (broken === undefined) return;
  const { kind, value, limit, times } = broken;
  if (kind === 'membership') {
    throw new Refusal('rule', REFUSALS.membership, { months: product.membershipMonths, day: limit as CalendarDate });
  }
  if (kind === 'loanToValue') throw refusedLoanToValue({ percent: value, limit });
  if (value === null) throw new Refusal('rule', 'LOAN_INCOME_MISSING', undefined, 'monthlyIncome');
  throw new Refusal('rule', REFUSALS[kind], { value, limit, ...times });
}

export function refusedLoanToValue({ percent, limit }: Omit<LoanToValue, 'holds'>): Refusal {
  if (percent === null) return new Refusal('rule', 'LOAN_COLLATERAL_MISSING');
  return new Refusal('rule', REFUSALS.loanToValue, { value: percent, limit });
}

interface Lending {
  readonly loanId: number;
  /** Why it is lent all the same. */
  readonly note: string | undefined;
  readonly by: Overrider;
}

/**
 * Soft rules that do not hold are lent against with a sentence of whoever may, once for each rule. Those that are another's
 * to override wait for them; whoever decides overrides what is left.
 */
export async function lendAgainstRules(
  trx: Trx,
  { clock }: Pick<Platform, 'clock'>,
  { userId }: Pick<Actor, 'userId'>,
  results: readonly EligibilityResult[],
  { loanId, note, by }: Lending,
): Promise<readonly EligibilityResult[]> {
  const before = await overridesOf(trx, loanId);
  const open = results.filter(
    (result) =>
      !result.holds &&
      (by === 'decider' || result.overrideBy === by) &&
      !before.some(({ kind, ruleValue }) => kind === result.kind && ruleValue === result.value),
  );
  if (open.length === 0) return [];
  if (note === undefined) throw new Refusal('rule', 'LOAN_OVERRIDE_NEEDED', { count: open.length }, 'override');
  await trx
    .insertInto('loan_override')
    .values(
      open.map(({ kind, value, limit }) => ({
        loanId,
        kind,
        ruleValue: value,
        ruleLimit: limit,
        note,
        userId,
        recordedAt: clock.now(),
      })),
    )
    .execute();
  return open;
}

export function overridesOf(reader: Reader, loanId: number) {
  return reader
    .selectFrom('loan_override as o')
    .innerJoin('user as u', 'u.id', 'o.userId')
    .select(['o.kind', 'o.ruleValue', 'o.ruleLimit', 'o.note', 'o.recordedAt', 'u.name as by'])
    .where('o.loanId', '=', loanId)
    .orderBy('o.id')
    .execute();
}

/** What the trail keeps of it. */
export const overrideWords = (open: readonly EligibilityResult[]): string =>
  open.map(({ kind, value, limit }) => `${kind}: ${value ?? '–'} (${limit})`).join('; ');
