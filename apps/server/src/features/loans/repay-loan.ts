// Money comes back: which instalments and which parts of them it pays is asked of the engine, and posted as it says.

import {
  type CalendarDate,
  formatMoney,
  type LoanEvent,
  type Money,
  type PrepaymentChoice,
  type ReplayedLoan,
  subtract,
  sum,
} from '@kafal/core';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import { recordEvent } from '../../platform/outbox/index.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import type { PostedEntry, PostingDraft } from '../accounting/index.ts';
import { recordAudit } from '../audit/index.ts';
import { closingOn, closingRules } from './close-loan.ts';
import type { LoanWithBalance } from './loan-queries.ts';
import {
  addLoanEvent,
  fallenDue,
  keepInstalments,
  type LoanParts,
  type NewLoanEvent,
  owedInAll,
  paidParts,
  partsBetween,
  runningLoan,
  stateOf,
} from './loan-state.ts';
import { recordStep } from './loan-steps.ts';

/** Where what a borrower pays stands in the books, besides the principal. */
const INCOME = { interest: '4101', fee: '4202', penalty: '4103' } as const;

export interface AskedRepayment {
  readonly amount: Money;
  /** All beyond what is due is principal at once, and does this to what is left. */
  readonly prepayment?: PrepaymentChoice | undefined;
}

export interface DecidedRepayment {
  readonly amount: Money;
  readonly split: LoanParts;
  readonly postings: readonly PostingDraft[];
  readonly after: ReplayedLoan;
  /** What stands among the events of the loan, besides its day and its amount. */
  readonly event: Pick<NewLoanEvent, 'type' | 'detail'>;
}

/** The amount that closes the loan on the day closes it; more is refused. */
export async function decideRepayment(
  reader: Reader,
  loan: LoanWithBalance,
  { amount, prepayment }: AskedRepayment,
  on: CalendarDate,
  field = 'amount',
): Promise<DecidedRepayment> {
  if (loan.status !== 'active') throw new Refusal('conflict', 'LOAN_NOT_ACTIVE', { number: loan.number });
  const running = await runningLoan(reader, loan);
  const before = stateOf(running, on);
  const closing = closingOn(await closingRules(reader, loan), running, on);
  const payoff = closing?.total ?? owedInAll(before);
  if (amount > payoff) {
    throw new Refusal('rule', 'LOAN_PAYMENT_ABOVE', { number: loan.number, payoff: formatMoney(payoff) }, field);
  }
  if (closing !== undefined && amount === closing.total) {
    const { fee, rebate } = closing.event;
    return {
      amount,
      split: closing.split,
      postings: postingsOf(loan, closing.split),
      after: closing.after,
      event: { type: 'settlement', detail: JSON.stringify({ fee, rebate }) },
    };
  }
  if (prepayment !== undefined) refuseNoPrepayment(loan, before, amount, on, payoff, field);
  const event: LoanEvent =
    prepayment === undefined
      ? { type: 'repayment', on, amount }
      : { type: 'prepayment', on, amount, choice: prepayment };
  const after = stateOf({ ...running, events: [...running.events, event] }, on);
  const split = partsBetween(paidParts(before), paidParts(after));
  return {
    amount,
    split,
    postings: postingsOf(loan, split),
    after,
    event:
      prepayment === undefined
        ? { type: 'repayment' }
        : { type: 'prepayment', detail: JSON.stringify({ choice: prepayment }) },
  };
}

/** A part-prepayment leaves something: what takes all principal with it closes the loan, and by another amount. */
function refuseNoPrepayment(
  { number }: LoanWithBalance,
  before: ReplayedLoan,
  amount: Money,
  on: CalendarDate,
  payoff: Money,
  field: string,
): void {
  const due = fallenDue(before, on);
  const ahead = sum(
    before.instalments.flatMap((one) => (on < one.due ? subtract(one.principal, one.paidOf.principal) : [])),
  );
  if (amount <= due) throw new Refusal('rule', 'LOAN_PREPAYMENT_BELOW', { number, due: formatMoney(due) }, field);
  if (subtract(amount, due) < ahead) return;
  throw new Refusal('rule', 'LOAN_PREPAYMENT_ALL', { number, payoff: formatMoney(payoff) }, field);
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
  { amount, split, after, event }: DecidedRepayment,
  entry: Pick<PostedEntry, 'id' | 'postedOn' | 'recordedAt'>,
): Promise<boolean> {
  await addLoanEvent(trx, loan.id, {
    ...event,
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
      ...(event.type === 'repayment' ? {} : { as: event.type, ...JSON.parse(event.detail ?? '{}') }),
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
  await releaseGuarantors(trx, platform, loan);
  return true;
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

export const splitView = ({ principal, interest, fee, penalty }: LoanParts) => ({
  principal: formatMoney(principal),
  interest: formatMoney(interest),
  fee: formatMoney(fee),
  penalty: formatMoney(penalty),
});
