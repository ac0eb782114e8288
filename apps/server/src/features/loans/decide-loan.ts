// From the application to the sanction: the officer recommends or sends it back, the committee sanctions or rejects.
// Nobody decides on a loan they have a part in, nor above their level.

import type { RecommendLoanBody, RefuseLoanBody, SanctionLoanBody } from '@kafal/contract';
import { addDays, type EligibilityResult, formatMoney, type Overrider } from '@kafal/core';
import type { z } from 'zod';
import type { Row } from '../../platform/database/schema.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import { recordEvent } from '../../platform/outbox/index.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { businessDayFor } from '../accounting/index.ts';
import { recordAudit } from '../audit/index.ts';
import { refuseUnlessCarried } from '../resolutions/index.ts';
import { eligibilityOfLoan, lendAgainstRules, overrideWords, refuseIneligible } from './loan-eligibility.ts';
import { getOfferedProduct, getProductVersion } from './loan-products.ts';
import { type LoanWithBalance, lockLoan } from './loan-queries.ts';
import { type LoanAct, recordStep } from './loan-steps.ts';
import { openLoanBalance } from './pay-out-loan.ts';
import { refuseBeyondProduct } from './quote-loan.ts';
import { refuseAboveLevel } from './sanction-levels.ts';
import { refuseInterested, refuseOwnRecommendation } from './who-may-decide.ts';

type Asked<Body extends z.ZodType> = z.output<Body> & { readonly loanId: number };

export async function recommendLoan(
  platform: Platform,
  actor: Actor,
  { loanId, note, override, version }: Asked<typeof RecommendLoanBody>,
): Promise<void> {
  await platform.transact(async (trx) => {
    const loan = await lockLoan(trx, platform, actor, loanId);
    refuseUnless(loan, ['submitted', 'returned'], version);
    await refuseInterested(trx, actor, loan);
    await refuseUnlessSureties(trx, loan);
    const on = await businessDayFor(trx, platform);
    const product = await getProductVersion(trx, loan.loanProductId);
    const { askedAmount: amount, askedInstalments: instalments } = loan;
    const results = await eligibilityOfLoan(platform, trx, loan, product, { amount, instalments, on });
    refuseIneligible(
      results.filter(({ kind }) => kind === 'loanToValue'),
      product,
    );
    await overrideRules(trx, platform, actor, loan, results, { note: override, by: 'recommender' });
    await settle(trx, platform, actor, loan, 'recommended', note, { recommendedByUserId: actor.userId, reason: null });
  });
}

export async function returnLoan(
  platform: Platform,
  actor: Actor,
  { loanId, reason, version }: Asked<typeof RefuseLoanBody>,
): Promise<void> {
  await platform.transact(async (trx) => {
    const loan = await lockLoan(trx, platform, actor, loanId);
    refuseUnless(loan, ['submitted', 'recommended'], version);
    await refuseInterested(trx, actor, loan);
    await settle(trx, platform, actor, loan, 'returned', reason, { reason });
  });
}

export async function rejectLoan(
  platform: Platform,
  actor: Actor,
  { loanId, reason, version }: Asked<typeof RefuseLoanBody>,
): Promise<void> {
  await platform.transact(async (trx) => {
    const loan = await lockLoan(trx, platform, actor, loanId);
    refuseUnless(loan, ['submitted', 'returned', 'recommended'], version);
    await refuseInterested(trx, actor, loan);
    // A no is a decision on all that was asked for; whoever's level is below it sends the application back, or offers less.
    await refuseAboveLevel(trx, actor, loan.askedAmount, await businessDayFor(trx, platform));
    await settle(trx, platform, actor, loan, 'rejected', reason, { reason, decidedByUserId: actor.userId });
  });
}

export async function sanctionLoan(
  platform: Platform,
  actor: Actor,
  { loanId, amount, instalments, resolutionNumber, note, override, version }: Asked<typeof SanctionLoanBody>,
): Promise<void> {
  await platform.transact(async (trx) => {
    const on = await businessDayFor(trx, platform);
    const loan = await lockLoan(trx, platform, actor, loanId);
    refuseUnless(loan, ['recommended'], version);
    await refuseInterested(trx, actor, loan);
    refuseOwnRecommendation(actor, loan);
    await refuseUnlessCarried(trx, { resolutionNumber, loanId });
    const product = await getOfferedProduct(trx, loan.productCode, on);
    refuseBeyondProduct(product, amount, instalments);
    if (amount > loan.askedAmount) {
      throw new Refusal('rule', 'LOAN_SANCTION_ABOVE', { asked: formatMoney(loan.askedAmount) }, 'amount');
    }
    await refuseAboveLevel(trx, actor, amount, on);
    const results = await eligibilityOfLoan(platform, trx, loan, product, { amount, instalments, on });
    refuseIneligible(results, product);
    await overrideRules(trx, platform, actor, loan, results, { note: override, by: 'decider' });
    await openLoanBalance(trx, platform, loan);
    await settle(trx, platform, actor, loan, 'sanctioned', note ?? null, {
      loanProductId: product.id,
      sanctionedAmount: amount,
      instalments,
      annualRate: product.annualRate,
      resolutionNumber,
      sanctionedOn: on,
      validUntil: addDays(on, product.sanctionDays),
      decidedByUserId: actor.userId,
      reason: null,
    });
  });
}

async function overrideRules(
  trx: Trx,
  platform: Platform,
  actor: Actor,
  { id }: LoanWithBalance,
  results: readonly EligibilityResult[],
  how: { readonly note: string | undefined; readonly by: Overrider },
): Promise<void> {
  const open = await lendAgainstRules(trx, platform, actor, results, { loanId: id, ...how });
  if (open.length === 0) return;
  await recordAudit(trx, platform, actor, {
    action: 'loan.rules_overridden',
    subjectKind: 'loan',
    subjectId: id,
    newValues: { rules: overrideWords(open), note: how.note ?? null },
  });
}

/** The borrower wants it no more. */
export async function withdrawLoan(platform: Platform, actor: Actor, loanId: number): Promise<void> {
  await platform.transact(async (trx) => {
    const loan = await lockLoan(trx, platform, actor, loanId);
    // Whoever stands surety sees the loan too.
    if (actor.kind === 'member' && loan.memberId !== actor.memberId) throw new Refusal('missing', 'LOAN_UNKNOWN');
    refuseUnless(loan, ['submitted', 'returned', 'recommended', 'sanctioned'], loan.version);
    await settle(trx, platform, actor, loan, 'withdrawn', null, {});
  });
}

function refuseUnless(loan: LoanWithBalance, statuses: readonly LoanWithBalance['status'][], version: number): void {
  if (!statuses.includes(loan.status)) throw new Refusal('conflict', `LOAN_IS_${loan.status.toUpperCase()}`);
  if (loan.version !== version) throw new Refusal('conflict', 'LOAN_CHANGED_MEANWHILE');
}

/** As many as the product needs have said yes. */
async function refuseUnlessSureties(trx: Trx, { id, loanProductId }: LoanWithBalance): Promise<void> {
  const { guarantorsNeeded } = await trx
    .selectFrom('loan_product')
    .select('guarantorsNeeded')
    .where('id', '=', loanProductId)
    .executeTakeFirstOrThrow();
  const consented = await trx
    .selectFrom('loan_guarantor')
    .select('id')
    .where('loanId', '=', id)
    .where('status', '=', 'consented')
    .execute();
  if (consented.length < guarantorsNeeded) {
    throw new Refusal('rule', 'LOAN_SURETIES_MISSING', { count: guarantorsNeeded, consented: consented.length });
  }
}

const EVENTS = {
  recommended: 'loan.recommended',
  returned: 'loan.returned',
  rejected: 'loan.rejected',
  sanctioned: 'loan.sanctioned',
} as const;

async function settle(
  trx: Trx,
  platform: Platform,
  actor: Actor,
  loan: LoanWithBalance,
  act: Extract<LoanAct, keyof typeof EVENTS | 'withdrawn'>,
  note: string | null,
  changes: Partial<Row<'loan'>>,
): Promise<void> {
  await trx
    .updateTable('loan')
    .set({ ...changes, status: act, version: loan.version + 1 })
    .where('id', '=', loan.id)
    .execute();
  await recordStep(trx, platform, actor, { loanId: loan.id, act, note });
  const { sanctionedAmount, instalments, annualRate, resolutionNumber, validUntil } = changes;
  await recordAudit(trx, platform, actor, {
    action: `loan.${act}`,
    subjectKind: 'loan',
    subjectId: loan.id,
    oldValues: { status: loan.status },
    newValues: {
      status: act,
      note,
      ...(act === 'sanctioned' ? { sanctionedAmount, instalments, annualRate, resolutionNumber, validUntil } : {}),
    },
  });
  if (act === 'withdrawn') return;
  await recordEvent(trx, platform, { name: EVENTS[act], memberId: loan.memberId, payload: { loanId: loan.id } });
}
