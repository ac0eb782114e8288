// Of a loan that is overdue, a part is taken from the savings of a guarantor: asked for by one, agreed to by another. It is a
// repayment of the loan; the borrower owes so much less, and the guarantor's part falls by it.

import type { RecoverFromGuarantorBody } from '@kafal/contract';
import { formatMoney } from '@kafal/core';
import type { z } from 'zod';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Actor } from '../../platform/http/actor.ts';
import type { Idempotency } from '../../platform/http/kafal-app.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import { type KeptOutcome, withIdempotency } from '../../platform/http/with-idempotency.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import {
  businessDayFor,
  dayOfTheNextAct,
  type EntryDraft,
  postJournalEntry,
  previewPostings,
} from '../accounting/index.ts';
import { type ApprovalRequest, type ApprovedAct, requestApproval } from '../approvals/index.ts';
import type { DepositWithBalance } from '../deposits/index.ts';
import {
  type DecidedRepayment,
  decideRepayment,
  getLoanFor,
  type LoanWithBalance,
  lockLoan,
  recordGuarantorPayment,
  recordRepayment,
  refuseGuarantorPayment,
  refuseOwnLoan,
  splitView,
} from '../loans/index.ts';
import { getPayingDeposit, memoOf, refuseBeyondBalance } from './money-out.ts';

export type RecoverFromGuarantor = z.output<typeof RecoverFromGuarantorBody> & {
  readonly loanId: number;
  readonly memberId: number;
};

interface Decided {
  readonly loan: LoanWithBalance;
  readonly from: DepositWithBalance;
  readonly decided: DecidedRepayment;
}

export async function previewRecovery(platform: Platform, actor: Actor, command: RecoverFromGuarantor) {
  const reader = platform.database;
  const loan = await getLoanFor(reader, actor, command.loanId);
  const on = await dayOfTheNextAct(platform);
  const found = await decide(platform, reader, actor, loan, command, on);
  const preview = await previewPostings(platform, actor, { ...entryOf(found, command), needsApproval: true });
  return { ...preview, split: splitView(found.decided.split) };
}

export async function askForRecovery(
  platform: Platform,
  actor: Actor,
  command: RecoverFromGuarantor,
  idempotency: Idempotency | undefined,
): Promise<KeptOutcome<{ readonly preview: false; readonly approvalId: string }>> {
  return withIdempotency(
    platform,
    actor,
    idempotency,
    async (trx) => {
      const loan = await lockLoan(trx, platform, actor, command.loanId);
      await refuseOwnLoan(trx, actor, loan);
      const { from } = await decide(platform, trx, actor, loan, command, await businessDayFor(trx, platform));
      await refuseWhileAsked(trx, loan);
      const amount = formatMoney(command.amount);
      const approvalId = await requestApproval(trx, platform, actor, {
        kind: 'guarantor-recovery',
        subjectKind: 'loan',
        subjectId: loan.id,
        memberId: command.memberId,
        amount: command.amount,
        summary: {
          code: 'ASKS_GUARANTOR_RECOVERY',
          params: { loan: loan.number, amount, name: from.memberName, number: from.memberNumber },
        },
        lines: [
          { label: { code: 'LINE_BORROWER' }, before: null, after: `${loan.memberName} (${loan.memberNumber})` },
          { label: { code: 'LINE_FROM_ACCOUNT' }, before: null, after: from.number },
          { label: { code: 'LINE_RECOVERY_WHY' }, before: null, after: command.reason },
        ],
        command,
      });
      return { preview: false as const, approvalId: String(approvalId) };
    },
    () => 202,
  );
}

/** A second person has said yes. All is looked at again. */
export async function recoverApproved(
  platform: Platform,
  trx: Trx,
  checker: Actor,
  request: ApprovalRequest,
): Promise<ApprovedAct> {
  // askForRecovery above wrote it.
  const command = request.command as RecoverFromGuarantor;
  const loan = await lockLoan(trx, platform, checker, command.loanId);
  await refuseOwnLoan(trx, checker, loan);
  const found = await decide(platform, trx, checker, loan, command, await businessDayFor(trx, platform));
  const entry = await postJournalEntry(trx, platform, checker, {
    ...entryOf(found, command),
    seriesCode: 'JV',
    memberId: loan.memberId,
    mode: 'transfer',
    makerUserId: request.requestedByUserId,
    checkerUserId: checker.userId,
    audit: {
      action: 'loan.recovered-from-guarantor',
      newValues: { loanId: loan.id, guarantorId: command.memberId, depositId: found.from.id, reason: command.reason },
    },
    event: { name: 'loan.repaid', memberId: loan.memberId, payload: { loanId: loan.id } },
  });
  await recordRepayment(trx, platform, checker, loan, found.decided, entry);
  await recordGuarantorPayment(trx, platform, loan, command.memberId, found.decided, entry);
  return { entryId: entry.id };
}

async function decide(
  platform: Platform,
  reader: Reader,
  actor: Actor,
  loan: LoanWithBalance,
  { memberId, fromDepositId, amount }: RecoverFromGuarantor,
  on: Awaited<ReturnType<typeof businessDayFor>>,
): Promise<Decided> {
  await refuseGuarantorPayment(platform, reader, loan, memberId, amount);
  const from = await getPayingDeposit(platform, reader, actor, fromDepositId);
  if (from.memberId !== memberId) throw new Refusal('missing', 'DEPOSIT_UNKNOWN', undefined, 'fromDepositId');
  refuseBeyondBalance(from, amount);
  return { loan, from, decided: await decideRepayment(reader, loan, { amount }, on) };
}

async function refuseWhileAsked(trx: Trx, { id, number }: LoanWithBalance): Promise<void> {
  const waiting = await trx
    .selectFrom('approval_request')
    .select('id')
    .where('kind', '=', 'guarantor-recovery')
    .where('subjectId', '=', id)
    .where('status', '=', 'pending')
    .executeTakeFirst();
  if (waiting !== undefined) throw new Refusal('conflict', 'GUARANTOR_RECOVERY_WAITING', { number });
}

function entryOf(
  { loan, from, decided }: Decided,
  { amount }: RecoverFromGuarantor,
): Pick<EntryDraft, 'kind' | 'narration' | 'postings'> {
  return {
    kind: 'transfer',
    narration: `Loan ${loan.number} paid by guarantor ${from.memberNumber} from ${from.number}`,
    postings: [
      {
        accountCode: from.accountCode,
        side: 'debit',
        amount,
        subLedger: 'deposit',
        subLedgerId: from.id,
        ...memoOf(loan.number),
      },
      ...decided.postings,
    ],
  };
}
