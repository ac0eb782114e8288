// A sanctioned loan is paid out to an account of the borrower, or in cash, by cheque, bank or UPI. Who asks for it does not say
// yes to it; cash leaves the till of whoever asked.

import type { DisburseLoanBody } from '@kafal/contract';
import { formatMoney, ZERO } from '@kafal/core';
import type { z } from 'zod';
import type { Actor } from '../../platform/http/actor.ts';
import type { Idempotency } from '../../platform/http/kafal-app.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import { type KeptOutcome, withIdempotency } from '../../platform/http/with-idempotency.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import {
  businessDayFor,
  dayOfTheNextAct,
  type EntryDraft,
  type PostedEntry,
  postJournalEntry,
  previewPostings,
} from '../accounting/index.ts';
import { type ApprovalRequest, type ApprovedAct, requestApproval } from '../approvals/index.ts';
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
import { cashWarnings } from './cash-warnings.ts';
import { keepReceipt } from './keep-receipt.ts';
import { refuseUsedReference } from './payment-reference.ts';
import { type PayoutWay, payoutWay } from './payout-way.ts';
import { payoutLabel } from './receipt-words.ts';

/** What is kept while a second person is asked: cash leaves the till it was asked at. */
type AskedDisbursement = DisburseLoan & { readonly tillSessionId: number | null };

export type DisburseLoan = z.output<typeof DisburseLoanBody> & { readonly loanId: number };

export async function previewDisbursement(platform: Platform, actor: Actor, command: DisburseLoan) {
  const reader = platform.database;
  const loan = await getLoanFor(reader, actor, command.loanId);
  const settings = await readSettings(platform);
  const payout = await decidePayout(platform, reader, settings, loan, await dayOfTheNextAct(platform), command);
  const to = await payoutWay(platform, reader, actor, loan, command, settings);
  if (to.reference !== null) await refuseUsedReference(reader, platform, to.reference);
  const { memberId } = loan;
  const preview = await previewPostings(platform, actor, {
    ...entryOf(loan, payout, to),
    needsApproval: true,
    isPaidLater: true,
    warnings:
      to.session === null
        ? []
        : await cashWarnings(platform, actor, settings, {
            memberId,
            tillId: to.session.tillId,
            total: payout.inHand,
            direction: 'out',
          }),
  });
  return {
    ...preview,
    amount: formatMoney(payout.amount),
    stillToPayOut: formatMoney(payout.left),
    processingFee: formatMoney(payout.fee),
    feeTax: formatMoney(payout.feeTax),
    insurance: formatMoney(payout.insurance),
    shares: formatMoney(payout.shares),
    earlierLoan:
      payout.earlier === undefined
        ? null
        : { number: payout.earlier.loan.number, amount: formatMoney(payout.earlier.amount) },
    inHand: formatMoney(payout.inHand),
    nextInstalment: {
      dueOn: payout.next.due,
      total: formatMoney(payout.next.totalDue),
      interest: formatMoney(payout.next.interest),
    },
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
      const on = await businessDayFor(trx, platform);
      const payout = await decidePayout(platform, trx, settings, loan, on, command);
      const to = await payoutWay(platform, trx, actor, loan, command, settings);
      if (to.reference !== null) await refuseUsedReference(trx, platform, to.reference);
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
          ...(payout.feeTax > ZERO ? [line('LINE_FEE_TAX', formatMoney(payout.feeTax))] : []),
          ...(payout.insurance > ZERO ? [line('LINE_INSURANCE', formatMoney(payout.insurance))] : []),
          line('LINE_SHARE_MONEY', formatMoney(payout.shares)),
          ...(payout.earlier === undefined
            ? []
            : [line('LINE_EARLIER_LOAN', formatMoney(payout.earlier.amount), { loan: payout.earlier.loan.number })]),
          line(to.line.code, formatMoney(payout.inHand), to.line.params),
          ...(payout.firstDue === undefined
            ? []
            : [
                line('LINE_FIRST_DUE', payout.firstDue),
                line('LINE_NEXT_INSTALMENT', formatMoney(payout.next.totalDue)),
              ]),
        ],
        command: { ...command, tillSessionId: to.session?.id ?? null } satisfies AskedDisbursement,
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
  const asked = request.command as AskedDisbursement;
  const { loanId } = asked;
  const on = await businessDayFor(trx, platform);
  const settings = await readSettingsWithin(trx, on);
  const loan = await lockLoan(trx, platform, checker, loanId);
  await refuseOwnLoan(trx, checker, loan);
  const payout = await decidePayout(platform, trx, settings, loan, on, asked);
  const to = await payoutWay(platform, trx, checker, loan, asked, settings);
  const entry = await postJournalEntry(trx, platform, checker, {
    ...entryOf(loan, payout, to),
    seriesCode: to.session?.seriesCode ?? 'JV',
    memberId: loan.memberId,
    tillId: to.session?.tillId ?? null,
    mode: to.mode,
    makerUserId: request.requestedByUserId,
    checkerUserId: checker.userId,
    audit: { action: 'loan.paid-out', newValues: { loanId: loan.id, memberId: loan.memberId, to: to.destination } },
    event: { name: 'loan.disbursed', memberId: loan.memberId, payload: { loanId: loan.id } },
  });
  await recordPayout(trx, platform, checker, loan, payout, entry);
  if (to.mode === 'transfer') return { entryId: entry.id };
  const receiptId = await keepVoucher(trx, platform, request.requestedByUserId, entry, loan, payout, {
    ...to,
    currency: settings['money.currency'],
  });
  return { entryId: entry.id, receiptId };
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

function entryOf(
  loan: LoanWithBalance,
  { postings, inHand }: LoanPayout,
  to: PayoutWay,
): Pick<EntryDraft, 'kind' | 'narration' | 'postings'> {
  return { kind: 'disbursement', narration: to.narration, postings: [...postings, to.posting(inHand, loan.number)] };
}

/** What a payout that leaves the society is printed by: lent, what was taken from it, and what was handed over. */
async function keepVoucher(
  trx: Trx,
  platform: Platform,
  issuedByUserId: number,
  entry: PostedEntry,
  { number, memberId }: LoanWithBalance,
  payout: LoanPayout,
  { mode, reference, session, currency }: PayoutWay & { readonly currency: string },
): Promise<number> {
  return keepReceipt(trx, platform, entry, {
    direction: 'out',
    memberId,
    tillSessionId: session?.id ?? null,
    mode,
    reference,
    referenceOn: null,
    drawnOn: null,
    total: payout.inHand,
    cashGiven: null,
    issuedByUserId,
    lines: [
      {
        kind: 'loan-payout',
        dueId: null,
        depositId: null,
        label: payoutLabel(number, payout, currency),
        amount: payout.inHand,
      },
    ],
  });
}
