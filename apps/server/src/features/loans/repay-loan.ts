// Money comes back: which instalments and which parts of them it pays is asked of the engine, and posted as it says.

import { type CalendarDate, formatMoney, type Money, type ReplayedLoan } from '@kafal/core';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import { recordEvent } from '../../platform/outbox/index.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import type { PostedEntry, PostingDraft } from '../accounting/index.ts';
import { recordAudit } from '../audit/index.ts';
import type { LoanWithBalance } from './loan-queries.ts';
import {
  addLoanEvent,
  keepInstalments,
  type LoanParts,
  owedInAll,
  paidParts,
  partsBetween,
  runningLoan,
  stateOf,
} from './loan-state.ts';
import { recordStep } from './loan-steps.ts';

/** Where what a borrower pays stands in the books, besides the principal. */
const INCOME = { interest: '4101', fee: '4202', penalty: '4103' } as const;

export interface DecidedRepayment {
  readonly amount: Money;
  readonly split: LoanParts;
  readonly postings: readonly PostingDraft[];
  readonly after: ReplayedLoan;
}

export async function decideRepayment(
  reader: Reader,
  loan: LoanWithBalance,
  amount: Money,
  on: CalendarDate,
  field = 'amount',
): Promise<DecidedRepayment> {
  if (loan.status !== 'active') throw new Refusal('conflict', 'LOAN_NOT_ACTIVE', { number: loan.number });
  const running = await runningLoan(reader, loan);
  const before = stateOf(running, on);
  const owed = owedInAll(before);
  if (amount > owed) {
    throw new Refusal('rule', 'LOAN_PAYMENT_ABOVE', { number: loan.number, owed: formatMoney(owed) }, field);
  }
  const after = stateOf({ ...running, events: [...running.events, { type: 'repayment', on, amount }] }, on);
  const split = partsBetween(paidParts(before), paidParts(after));
  return { amount, split, postings: postingsOf(loan, split), after };
}

/** One posting for each part that is paid: principal, interest, fee, penalty. */
function postingsOf(loan: LoanWithBalance, { principal, interest, fee, penalty }: LoanParts): PostingDraft[] {
  const credits: PostingDraft[] = [];
  if (principal > 0) {
    credits.push({
      accountCode: loan.accountCode,
      side: 'credit',
      amount: principal,
      subLedger: 'loan',
      subLedgerId: loan.id,
    });
  }
  for (const [part, amount] of Object.entries({ interest, fee, penalty }) as [keyof typeof INCOME, Money][]) {
    if (amount > 0) credits.push({ accountCode: INCOME[part], side: 'credit', amount, memo: loan.number });
  }
  return credits;
}

/** After its entry was posted. Answers whether nothing is owed any more. */
export async function recordRepayment(
  trx: Trx,
  platform: Platform,
  actor: Actor,
  loan: LoanWithBalance,
  { amount, split, after }: DecidedRepayment,
  entry: Pick<PostedEntry, 'id' | 'postedOn' | 'recordedAt'>,
): Promise<boolean> {
  await addLoanEvent(trx, loan.id, {
    type: 'repayment',
    occurredOn: entry.postedOn,
    amount,
    entryId: entry.id,
    userId: actor.userId,
    recordedAt: entry.recordedAt,
  });
  await keepInstalments(trx, loan.id, after);
  await recordAudit(trx, platform, actor, {
    action: 'loan.repaid',
    subjectKind: 'loan',
    subjectId: loan.id,
    newValues: {
      entryId: entry.id,
      principal: formatMoney(split.principal),
      interest: formatMoney(split.interest),
      fee: formatMoney(split.fee),
      penalty: formatMoney(split.penalty),
    },
  });
  if (owedInAll(after) > 0) return false;
  await trx
    .updateTable('loan')
    .set({ status: 'closed', closedOn: entry.postedOn, version: loan.version + 1 })
    .where('id', '=', loan.id)
    .execute();
  await recordStep(trx, platform, actor, { loanId: loan.id, act: 'closed', note: null });
  await recordEvent(trx, platform, { name: 'loan.closed', memberId: loan.memberId, payload: { loanId: loan.id } });
  return true;
}

export const splitView = ({ principal, interest, fee, penalty }: LoanParts) => ({
  principal: formatMoney(principal),
  interest: formatMoney(interest),
  fee: formatMoney(fee),
  penalty: formatMoney(penalty),
});
