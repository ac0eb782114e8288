// A loan of which nothing is owed any more.

import type { CalendarDate } from '@kafal/core';
import type { Actor } from '../../platform/http/actor.ts';
import { recordEvent } from '../../platform/outbox/index.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import type { LoanWithBalance } from './loan-queries.ts';
import { recordStep } from './loan-steps.ts';
import { liftLiens } from './secure-payout.ts';

/** Nothing is owed any more, and nobody answers for it. */
export async function standPaidBack(
  trx: Trx,
  platform: Platform,
  actor: Actor,
  loan: LoanWithBalance,
  closedOn: CalendarDate,
): Promise<void> {
  await trx
    .updateTable('loan')
    .set({ status: 'closed', closedOn, version: loan.version + 1 })
    .where('id', '=', loan.id)
    .execute();
  await recordStep(trx, platform, actor, { loanId: loan.id, act: 'closed', note: null });
  await recordEvent(trx, platform, { name: 'loan.closed', memberId: loan.memberId, payload: { loanId: loan.id } });
  await tellGuarantors(trx, platform, loan, 'loan.surety-released');
  await liftLiens(trx, platform, actor, loan, { on: closedOn, becomes: 'released' });
}

/** A closing was taken back: who stood for the loan stands for it again. */
export async function standOwedAgain(trx: Trx, platform: Platform, loan: LoanWithBalance): Promise<void> {
  if (loan.closedOn !== null) await tellGuarantors(trx, platform, loan, 'loan.surety-again');
}

/** What they answer for follows from the loan itself (`isGuaranteeLive`), and so does what is left to them. */
async function tellGuarantors(
  trx: Trx,
  platform: Platform,
  { id }: LoanWithBalance,
  name: 'loan.surety-released' | 'loan.surety-again',
): Promise<void> {
  const guarantors = await trx
    .selectFrom('loan_guarantor')
    .select('memberId')
    .where('loanId', '=', id)
    .where('status', '=', 'consented')
    .orderBy('id')
    .execute();
  for (const { memberId } of guarantors) {
    await recordEvent(trx, platform, { name, memberId, payload: { loanId: id } });
  }
}
