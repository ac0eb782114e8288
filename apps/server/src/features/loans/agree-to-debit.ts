// A borrower agrees, for themselves alone, that instalments are taken from an account of theirs, or takes that back.

import type { Reader } from '../../platform/database/dialect.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform } from '../../platform/platform.ts';
import { recordAudit } from '../audit/index.ts';
import { getDepositFor } from '../deposits/index.ts';
import { lockLoan } from './loan-queries.ts';

export async function agreeToDebit(
  platform: Platform,
  actor: Actor,
  { loanId, fromDepositId }: { readonly loanId: number; readonly fromDepositId: number },
): Promise<void> {
  await platform.transact(async (trx) => {
    const loan = await lockLoan(trx, platform, actor, loanId);
    if (loan.memberId !== actor.memberId) throw new Refusal('missing', 'LOAN_UNKNOWN');
    if (loan.status !== 'active') throw new Refusal('conflict', 'LOAN_NOT_ACTIVE', { number: loan.number });
    const from = await getDepositFor(platform, actor, fromDepositId, trx);
    if (from.memberId !== loan.memberId || from.withdrawal !== 'free') {
      throw new Refusal('missing', 'DEPOSIT_UNKNOWN', undefined, 'fromDepositId');
    }
    const agreed = { fromDepositId, agreedByUserId: actor.userId, agreedAt: platform.clock.now(), stoppedAt: null };
    await platform.dialect.upsert(trx, 'loan_debit_order', { loanId, ...agreed }, { key: ['loanId'] });
    await recordAudit(trx, platform, actor, {
      action: 'loan.debit-agreed',
      subjectKind: 'loan',
      subjectId: loanId,
      newValues: { fromDepositId },
    });
  });
}

/**
 * Running loans whose instalments are taken from an account. An order counts while its account is open, so that one which is
 * closed by mistake and stands again pays as before.
 */
export async function loansPaidFrom(reader: Reader, depositId: number): Promise<{ id: number; number: string }[]> {
  return reader
    .selectFrom('loan_debit_order as o')
    .innerJoin('loan as l', 'l.id', 'o.loanId')
    .select(['l.id', 'l.number'])
    .where('o.fromDepositId', '=', depositId)
    .where('o.stoppedAt', 'is', null)
    .where('l.status', '=', 'active')
    .orderBy('l.id')
    .execute();
}

export async function stopDebit(platform: Platform, actor: Actor, loanId: number): Promise<void> {
  await platform.transact(async (trx) => {
    const loan = await lockLoan(trx, platform, actor, loanId);
    if (loan.memberId !== actor.memberId) throw new Refusal('missing', 'LOAN_UNKNOWN');
    await trx
      .updateTable('loan_debit_order')
      .set({ stoppedAt: platform.clock.now() })
      .where('loanId', '=', loanId)
      .where('stoppedAt', 'is', null)
      .execute();
    await recordAudit(trx, platform, actor, { action: 'loan.debit-stopped', subjectKind: 'loan', subjectId: loanId });
  });
}
