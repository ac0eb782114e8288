// A member asks for a loan, online or at the desk. What the product asks of every borrower is looked at before anybody is
// troubled with it.

import type { ApplyForLoanBody } from '@kafal/contract';
import { type CalendarDate, formatMoney, guaranteedPart, type LoanWish } from '@kafal/core';
import type { z } from 'zod';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Row } from '../../platform/database/schema.ts';
import type { Actor } from '../../platform/http/actor.ts';
import type { Idempotency } from '../../platform/http/kafal-app.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import { type KeptOutcome, withIdempotency } from '../../platform/http/with-idempotency.ts';
import { recordEvent } from '../../platform/outbox/index.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { businessDayFor } from '../accounting/index.ts';
import { recordAudit } from '../audit/index.ts';
import { getMemberForUpdate, type Member } from '../members/index.ts';
import { nextNumber, readSettings, type Settings } from '../society/index.ts';
import { findGuarantor } from './check-guarantor.ts';
import { forgetLoanDraft } from './keep-loan-draft.ts';
import { eligibilityOfLoan, refuseIneligible } from './loan-eligibility.ts';
import { getOfferedProduct, type LoanProduct } from './loan-products.ts';
import { recordStep } from './loan-steps.ts';
import { refuseBeyondProduct } from './quote-loan.ts';
import { replacedLoan } from './replace-loan.ts';

export type ApplyForLoan = z.output<typeof ApplyForLoanBody>;

export interface AppliedLoan {
  readonly id: string;
  readonly number: string;
}

export async function applyForLoan(
  platform: Platform,
  actor: Actor,
  command: ApplyForLoan,
  idempotency: Idempotency | undefined,
): Promise<KeptOutcome<AppliedLoan>> {
  const settings = await readSettings(platform);
  const borrowerId = borrowerOf(actor, command);
  return withIdempotency(platform, actor, idempotency, (trx) =>
    apply(trx, platform, actor, settings, borrowerId, command),
  );
}

/** A member asks for themselves, and for nobody else. */
function borrowerOf(actor: Actor, { memberId }: ApplyForLoan): number {
  if (actor.kind !== 'member') {
    if (memberId === undefined) throw new Refusal('rule', 'LOAN_MEMBER_MISSING', undefined, 'memberId');
    return memberId;
  }
  if (memberId !== undefined && memberId !== actor.memberId) {
    throw new Refusal('missing', 'MEMBER_NOT_FOUND', undefined, 'memberId');
  }
  return actor.memberId ?? 0;
}

async function apply(
  trx: Trx,
  platform: Platform,
  actor: Actor,
  settings: Settings,
  borrowerId: number,
  command: ApplyForLoan,
): Promise<AppliedLoan> {
  const { productCode, amount, instalments, purpose, monthlyIncome = null, replacesLoanId = null } = command;
  const on = await businessDayFor(trx, platform);
  const member = await getMemberForUpdate(trx, platform, borrowerId);
  const product = await getOfferedProduct(trx, productCode, on);
  if (replacesLoanId !== null) await replacedLoan(trx, borrowerId, replacesLoanId, amount, on);
  const asking = { memberId: borrowerId, monthlyIncome, replacesLoanId };
  await refuseBorrower(trx, platform, member, product, asking, { amount, instalments, on });
  await refuseWhileAsked(trx, borrowerId, productCode);
  const guarantorIds = await guarantorsOf(trx, member, product, command, on);

  const number = await nextNumber(trx, platform, settings, { sequence: 'account', on, prefix: productCode });
  const { insertId } = await trx
    .insertInto('loan')
    .values({
      number,
      memberId: borrowerId,
      productCode,
      loanProductId: product.id,
      status: 'submitted',
      askedAmount: amount,
      askedInstalments: instalments,
      purpose,
      monthlyIncome,
      appliedOn: on,
      appliedByUserId: actor.userId,
      recommendedByUserId: null,
      sanctionedAmount: null,
      instalments: null,
      annualRate: null,
      resolutionNumber: null,
      sanctionedOn: null,
      validUntil: null,
      decidedByUserId: null,
      reason: null,
      disbursedOn: null,
      disbursementEntryId: null,
      nextDueOn: null,
      closedOn: null,
      replacesLoanId,
    })
    .executeTakeFirstOrThrow();
  const id = Number(insertId);
  if (guarantorIds.length > 0) {
    await trx
      .insertInto('loan_guarantor')
      .values(
        guarantorIds.map((memberId) => ({
          loanId: id,
          memberId,
          status: 'asked' as const,
          answeredAt: null,
          answeredByUserId: null,
          replacesMemberId: null,
          releasedOn: null,
        })),
      )
      .execute();
  }
  await forgetLoanDraft(trx, borrowerId);
  await recordStep(trx, platform, actor, { loanId: id, act: 'submitted', note: null });
  await recordAudit(trx, platform, actor, {
    action: 'loan.applied',
    subjectKind: 'loan',
    subjectId: id,
    newValues: {
      number,
      memberId: borrowerId,
      productCode,
      amount: formatMoney(amount),
      instalments,
      purpose,
      ...(replacesLoanId === null ? {} : { replacesLoanId }),
    },
  });
  await recordEvent(trx, platform, { name: 'loan.applied', memberId: borrowerId, payload: { loanId: id } });
  for (const memberId of guarantorIds) {
    await recordEvent(trx, platform, { name: 'surety.asked', memberId, payload: { loanId: id } });
  }
  return { id: String(id), number };
}

/** Active, and within every hard rule of the product; the soft ones are looked at by whoever decides. */
async function refuseBorrower(
  trx: Trx,
  platform: Platform,
  member: Member,
  product: LoanProduct,
  asking: Pick<Row<'loan'>, 'memberId' | 'monthlyIncome' | 'replacesLoanId'>,
  wish: LoanWish,
): Promise<void> {
  if (member.status !== 'active') throw new Refusal('rule', 'LOAN_MEMBER_STATUS', { number: member.number });
  refuseBeyondProduct(product, wish.amount, wish.instalments);
  const results = await eligibilityOfLoan(platform, trx, asking, product, wish);
  // What is given as security is valued once the loan is asked for.
  refuseIneligible(
    results.filter(({ kind }) => kind !== 'loanToValue'),
    product,
  );
}

/** One question of a kind at a time. The member's row is locked, so two never pass together. */
async function refuseWhileAsked(reader: Reader, memberId: number, productCode: string): Promise<void> {
  const waiting = await reader
    .selectFrom('loan')
    .select('number')
    .where('memberId', '=', memberId)
    .where('productCode', '=', productCode)
    .where('status', 'in', ['submitted', 'returned', 'recommended', 'sanctioned'])
    .executeTakeFirst();
  if (waiting !== undefined) throw new Refusal('conflict', 'LOAN_ASKED_ALREADY', { number: waiting.number });
}

/** Each once, and whoever may stand surety for their part of it. */
async function guarantorsOf(
  reader: Reader,
  borrower: Member,
  product: LoanProduct,
  { guarantors: numbers, amount }: ApplyForLoan,
  on: CalendarDate,
): Promise<number[]> {
  const { guarantorsNeeded } = product;
  if (numbers.length < guarantorsNeeded) {
    throw new Refusal('rule', 'LOAN_GUARANTORS_NEEDED', { count: guarantorsNeeded }, 'guarantors');
  }
  // Nothing is kept yet, so there is no loan to leave out.
  const surety = { loanId: 0, borrowerId: borrower.id, part: guaranteedPart(amount, numbers.length), on };
  const ids: number[] = [];
  for (const [place, number] of numbers.entries()) {
    const field = `guarantors.${place}`;
    const id = await findGuarantor(reader, product, number, surety, field);
    if (ids.includes(id)) throw new Refusal('rule', 'GUARANTOR_TWICE', { number }, field);
    ids.push(id);
  }
  return ids;
}
