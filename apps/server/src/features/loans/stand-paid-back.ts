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
  await releaseGuarantors(trx, platform, loan);
  await liftLiens(trx, platform, actor, loan, { on: closedOn, becomes: 'released' });
}

/** They answer for nothing any more, and are told. */
async function releaseGuarantors(trx: Trx, platform: Platform, { id }: LoanWithBalance): Promise<void> {
  const guarantors = await trx
    .selectFrom('loan_guarantor')
    .select('memberId')
    .where('loanId', '=', id)
    .where('status', '=', 'consented')
    .orderBy('id')
    .execute();
  for (const { memberId } of guarantors) {
    await recordEvent(trx, platform, { name: 'loan.surety-released', memberId, payload: { loanId: id } });
  }
}
