// A sanctioned loan is paid out to an account of the borrower. Who asks for it does not say yes to it.

import type { DisburseLoanBody } from '@kafal/contract';
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
import { type DepositWithBalance, findDeposit, refuseTermKind } from '../deposits/index.ts';
import {
  decidePayout,
  getLoanFor,
  type LoanPayout,
  type LoanWithBalance,
  lockLoan,
  recordPayout,
  refuseOwnLoan,
} from '../loans/index.ts';
import { readSettings, readSettingsWithin } from '../society/index.ts';

export type DisburseLoan = z.output<typeof DisburseLoanBody> & { readonly loanId: number };

export async function previewDisbursement(platform: Platform, actor: Actor, command: DisburseLoan) {
  const reader = platform.database;
  const loan = await getLoanFor(reader, actor, command.loanId);
  const settings = await readSettings(platform);
  const payout = await decidePayout(reader, settings, loan, await dayOfTheNextAct(platform));
  const to = await receivingDeposit(platform, reader, loan, command.toDepositId);
  const preview = await previewPostings(platform, actor, { ...entryOf(loan, payout, to), needsApproval: true });
  return {
    ...preview,
    processingFee: formatMoney(payout.fee),
    shares: formatMoney(payout.shares),
    inHand: formatMoney(payout.inHand),
  };
}

export async function askForDisbursement(
  platform: Platform,
  actor: Actor,
  command: DisburseLoan,
  idempotency: Idempotency | undefined,
): Promise<KeptOutcome<{ readonly preview: false; readonly approvalId: string }>> {
  const settings = await readSettings(platform);
  return withIdempotency(
    platform,
    actor,
    idempotency,
    async (trx) => {
      const loan = await lockLoan(trx, platform, actor, command.loanId);
      await refuseOwnLoan(trx, actor, loan);
      const payout = await decidePayout(trx, settings, loan, await businessDayFor(trx, platform));
      const to = await receivingDeposit(platform, trx, loan, command.toDepositId);
      await refuseWhileAsked(trx, loan);
      const line = (code: string, after: string, params = {}) => ({ label: { code, params }, before: null, after });
      const approvalId = await requestApproval(trx, platform, actor, {
        kind: 'loan-disbursement',
        subjectKind: 'loan',
        subjectId: loan.id,
        memberId: loan.memberId,
        amount: payout.amount,
        summary: {
          code: 'ASKS_DISBURSEMENT',
          params: {
            loan: loan.number,
            amount: formatMoney(payout.amount),
            name: loan.memberName,
            number: loan.memberNumber,
          },
        },
        lines: [
          line('LINE_RESOLUTION', loan.resolutionNumber ?? ''),
          line('LINE_LENT', formatMoney(payout.amount)),
          line('LINE_PROCESSING_FEE', formatMoney(payout.fee)),
          line('LINE_SHARE_MONEY', formatMoney(payout.shares)),
          line('LINE_IN_HAND', formatMoney(payout.inHand), { account: to.number }),
        ],
        command,
      });
      return { preview: false as const, approvalId: String(approvalId) };
    },
    () => 202,
  );
}

/** A second person has said yes. All is looked at again. */
export async function payOutApprovedLoan(
  platform: Platform,
  trx: Trx,
  checker: Actor,
  request: ApprovalRequest,
): Promise<ApprovedAct> {
  // askForDisbursement above wrote it.
  const { loanId, toDepositId } = request.command as DisburseLoan;
  const on = await businessDayFor(trx, platform);
  const settings = await readSettingsWithin(trx, on);
  const loan = await lockLoan(trx, platform, checker, loanId);
  await refuseOwnLoan(trx, checker, loan);
  const payout = await decidePayout(trx, settings, loan, on);
  const to = await receivingDeposit(platform, trx, loan, toDepositId);
  const entry = await postJournalEntry(trx, platform, checker, {
    ...entryOf(loan, payout, to),
    seriesCode: 'JV',
    memberId: loan.memberId,
    mode: 'transfer',
    makerUserId: request.requestedByUserId,
    checkerUserId: checker.userId,
    audit: { action: 'loan.paid-out', newValues: { loanId: loan.id, memberId: loan.memberId, to: to.number } },
    event: { name: 'loan.disbursed', memberId: loan.memberId, payload: { loanId: loan.id } },
  });
  await recordPayout(trx, platform, checker, loan, payout, entry);
  return { entryId: entry.id };
}

async function refuseWhileAsked(trx: Trx, { id, number }: LoanWithBalance): Promise<void> {
  const waiting = await trx
    .selectFrom('approval_request')
    .select('id')
    .where('kind', '=', 'loan-disbursement')
    .where('subjectKind', '=', 'loan')
    .where('subjectId', '=', id)
    .where('status', '=', 'pending')
    .executeTakeFirst();
  if (waiting !== undefined) throw new Refusal('conflict', 'LOAN_DISBURSEMENT_WAITING', { number });
}

/** An open account of the borrower that takes money. */
async function receivingDeposit(
  platform: Platform,
  reader: Reader,
  { memberId }: LoanWithBalance,
  depositId: number,
): Promise<DepositWithBalance> {
  const deposit = await findDeposit(platform, depositId, reader);
  if (deposit?.memberId !== memberId) throw new Refusal('missing', 'DEPOSIT_UNKNOWN', undefined, 'toDepositId');
  const { number, status, takesMoney } = deposit;
  refuseTermKind(deposit, 'toDepositId');
  if (status === 'closed') throw new Refusal('conflict', 'DEPOSIT_CLOSED', { number }, 'toDepositId');
  if (takesMoney === 0) throw new Refusal('rule', 'DEPOSIT_TAKES_NOTHING', { number }, 'toDepositId');
  return deposit;
}

function entryOf(
  loan: LoanWithBalance,
  { postings, inHand }: LoanPayout,
  to: DepositWithBalance,
): Pick<EntryDraft, 'kind' | 'narration' | 'postings'> {
  return {
    kind: 'disbursement',
    narration: `Loan ${loan.number} paid out to ${to.number}`,
    postings: [
      ...postings,
      {
        accountCode: to.accountCode,
        side: 'credit',
        amount: inHand,
        subLedger: 'deposit',
        subLedgerId: to.id,
        memo: loan.number,
      },
    ],
  };
}
