// A member who was asked to stand surety says yes or no, for themselves and while the loan is not decided.

import type { Actor } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import { recordEvent } from '../../platform/outbox/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { recordAudit } from '../audit/index.ts';
import { lockLoan } from './loan-queries.ts';

export async function answerSurety(
  platform: Platform,
  actor: Actor,
  { loanId, consents }: { readonly loanId: number; readonly consents: boolean },
): Promise<void> {
  await platform.transact(async (trx) => {
    const loan = await lockLoan(trx, platform, actor, loanId);
    const memberId = actor.memberId ?? 0;
    const surety = await trx
      .selectFrom('loan_guarantor')
      .selectAll()
      .where('loanId', '=', loanId)
      .where('memberId', '=', memberId)
      .executeTakeFirst();
    if (surety === undefined) throw new Refusal('missing', 'LOAN_UNKNOWN');
    if (loan.status !== 'submitted' && loan.status !== 'returned') throw new Refusal('conflict', 'SURETY_TOO_LATE');
    const status = consents ? 'consented' : 'declined';
    await trx
      .updateTable('loan_guarantor')
      .set({ status, answeredAt: platform.clock.now(), answeredByUserId: actor.userId })
      .where('id', '=', surety.id)
      .execute();
    await recordAudit(trx, platform, actor, {
      action: `surety.${status}`,
      subjectKind: 'loan',
      subjectId: loanId,
      oldValues: { status: surety.status },
      newValues: { status, memberId },
    });
    await recordEvent(trx, platform, { name: 'surety.answered', memberId, payload: { loanId } });
  });
}
