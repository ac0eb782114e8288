// A member who was asked to stand surety says yes or no, for themselves: before the loan is recommended, or when they are
// to take the place of another guarantor, who is released by the yes. Whoever has no app says it at the office by a code.

import { guaranteedPart } from '@kafal/core';
import type { Row } from '../../platform/database/schema.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import { recordEvent } from '../../platform/outbox/index.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { businessDayFor } from '../accounting/index.ts';
import { recordAudit } from '../audit/index.ts';
import { getMemberForUpdate } from '../members/index.ts';
import { refuseGuarantor } from './check-guarantor.ts';
import { guaranteedAmount } from './guarantor-capacity.ts';
import { getProductVersion } from './loan-products.ts';
import { type LoanWithBalance, lockLoan } from './loan-queries.ts';

export async function answerSurety(
  platform: Platform,
  actor: Actor,
  { loanId, consents }: { readonly loanId: number; readonly consents: boolean },
): Promise<void> {
  await platform.transact((trx) =>
    keepAnswer(trx, platform, actor, { loanId, memberId: actor.memberId ?? 0, consents }),
  );
}

interface SuretyAnswer {
  readonly loanId: number;
  readonly memberId: number;
  readonly consents: boolean;
  /** Who handed out the code by which the guarantor said it at the office. */
  readonly codeIssuedByUserId?: number;
}

/** The answer of a guarantor, whoever brings it. */
export async function keepAnswer(trx: Trx, platform: Platform, actor: Actor, answer: SuretyAnswer): Promise<void> {
  const { loanId, memberId, consents, codeIssuedByUserId } = answer;
  const loan = await lockLoan(trx, platform, actor, loanId);
  const all = await trx.selectFrom('loan_guarantor').selectAll().where('loanId', '=', loanId).execute();
  const surety = openPlaceOf(loan, all, memberId);
  if (consents) await refuseUnlessAble(trx, platform, loan, all, surety);
  const status = consents ? 'consented' : 'declined';
  await trx
    .updateTable('loan_guarantor')
    .set({
      status,
      answeredAt: platform.clock.now(),
      answeredByUserId: actor.userId,
      // A no leaves the place with whoever has it.
      ...(consents ? { replacesMemberId: null } : {}),
    })
    .where('id', '=', surety.id)
    .execute();
  await recordAudit(trx, platform, actor, {
    action: `surety.${status}`,
    subjectKind: 'loan',
    subjectId: loanId,
    oldValues: { status: surety.status },
    newValues: { status, memberId, ...(codeIssuedByUserId === undefined ? {} : { codeIssuedByUserId }) },
  });
  await recordEvent(trx, platform, { name: 'surety.answered', memberId, payload: { loanId } });
  if (consents && surety.replacesMemberId !== null) {
    await release(trx, platform, actor, loanId, surety.replacesMemberId);
  }
}

/** The place that a member is asked to take, while an answer still counts. */
export function openPlaceOf(
  loan: LoanWithBalance,
  all: readonly Row<'loan_guarantor'>[],
  memberId: number,
): Row<'loan_guarantor'> {
  const surety = all.find((one) => one.memberId === memberId && one.releasedOn === null);
  if (surety === undefined) throw new Refusal('missing', 'LOAN_UNKNOWN');
  if (!mayAnswer(loan, surety)) throw new Refusal('conflict', 'SURETY_TOO_LATE');
  return surety;
}

function mayAnswer(loan: LoanWithBalance, surety: Row<'loan_guarantor'>): boolean {
  if (loan.status === 'submitted' || loan.status === 'returned') return true;
  const isDecided = loan.status === 'recommended' || loan.status === 'sanctioned' || loan.status === 'active';
  return isDecided && surety.replacesMemberId !== null && surety.status === 'asked';
}

/** What was left to them when they were named may be gone by now; their row is locked, so two yeses never share it. */
async function refuseUnlessAble(
  trx: Trx,
  platform: Platform,
  loan: LoanWithBalance,
  all: readonly Row<'loan_guarantor'>[],
  { memberId }: Row<'loan_guarantor'>,
): Promise<void> {
  await getMemberForUpdate(trx, platform, memberId);
  const sharing = all.filter(({ status, replacesMemberId }) => status !== 'declined' && replacesMemberId === null);
  await refuseGuarantor(trx, await getProductVersion(trx, loan.loanProductId), memberId, {
    loanId: loan.id,
    borrowerId: loan.memberId,
    part: guaranteedPart(guaranteedAmount(loan), Math.max(1, sharing.length)),
    on: await businessDayFor(trx, platform),
  });
}

async function release(trx: Trx, platform: Platform, actor: Actor, loanId: number, memberId: number): Promise<void> {
  const releasedOn = await businessDayFor(trx, platform);
  await trx
    .updateTable('loan_guarantor')
    .set({ status: 'declined', releasedOn })
    .where('loanId', '=', loanId)
    .where('memberId', '=', memberId)
    .execute();
  await recordAudit(trx, platform, actor, {
    action: 'surety.released',
    subjectKind: 'loan',
    subjectId: loanId,
    newValues: { memberId, releasedOn },
  });
  await recordEvent(trx, platform, { name: 'surety.released', memberId, payload: { loanId } });
}
