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
import type { Platform, Trx } from '../../platform/platform.ts';
import type { PostedEntry, PostingDraft } from '../accounting/index.ts';
import { recordAudit } from '../audit/index.ts';
import { type ClosingRules, closingOn, closingRules } from './close-loan.ts';
import { correctionBeside, type LoanCorrection, recordAnew, refusingLoanErrors } from './correct-loan.ts';
import type { LoanWithBalance } from './loan-queries.ts';
import {
  addLoanEvent,
  asOfDay,
  fallenDue,
  keepInstalments,
  type LoanParts,
  type NewLoanEvent,
  owedInAll,
  paidParts,
  partsBetween,
  postingsOf,
  type RunningLoan,
  runningLoan,
  stateOf,
} from './loan-state.ts';
import { decideRecovery, recordRecovery } from './recover-loan.ts';
import { type LoanAnew, loanThen, movedAfter, replayAnew, stateThen, sumOfParts } from './replay-anew.ts';
import { standPaidBack } from './stand-paid-back.ts';
import { isWrittenOff } from './written-off.ts';

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
  /** Of a loan that was written off, what lowers what is remembered as owed; it pays none of the parts. */
  readonly recovered?: Money;
  /** Where it counts from an earlier day: what is put right since, beside its own split. */
  readonly datedBack?: DatedBack;
}

export interface DatedBack {
  readonly on: CalendarDate;
  readonly anew: LoanAnew;
  readonly correction: LoanCorrection;
}

/** The amount that closes the loan on the day closes it; more is refused. */
export async function decideRepayment(
  reader: Reader,
  loan: LoanWithBalance,
  asked: AskedRepayment,
  on: CalendarDate,
  field = 'amount',
): Promise<DecidedRepayment> {
  if (isWrittenOff(loan)) return decideRecovery(reader, loan, asked.amount, on, field);
  refuseUnlessRunning(loan);
  const running = await runningLoan(reader, loan);
  const state = { running, before: stateOf(running, on), on };
  return repaymentOf(await closingRules(reader, loan), loan, state, asked, field);
}

/** A loan and what it owes on a day, before the money came. */
export interface LoanBefore {
  readonly running: RunningLoan;
  readonly before: ReplayedLoan;
  readonly on: CalendarDate;
}

/** The same where the loan was gone through already. */
export function repaymentOf(
  rules: ClosingRules,
  loan: LoanWithBalance,
  state: LoanBefore,
  asked: AskedRepayment,
  field = 'amount',
): DecidedRepayment {
  const { running, before, on } = state;
  const event = chooseEvent(rules, loan, state, asked, field);
  const after = stateOf({ ...running, events: [...running.events, event] }, on);
  const split = partsBetween(paidParts(before), paidParts(after));
  return { amount: asked.amount, split, postings: postingsOf(loan, split), after, event: rowOf(event) };
}

/**
 * It counts from a day before the business day, and is shared as on that day; what was posted since is put right. Where money
 * came after the day it is no closing, and it leaves every later receipt what it paid.
 */
export async function decideRepaymentDatedBack(
  reader: Reader,
  loan: LoanWithBalance,
  asked: AskedRepayment,
  { on, today }: { readonly on: CalendarDate; readonly today: CalendarDate },
  field = 'amount',
): Promise<DecidedRepayment> {
  if (isWrittenOff(loan)) throw new Refusal('rule', 'LOAN_RECOVERY_DATED_BACK', { number: loan.number }, 'valueOn');
  refuseUnlessRunning(loan);
  const { number, disbursedOn } = loan;
  if (disbursedOn !== null && on < disbursedOn) {
    throw new Refusal('rule', 'LOAN_BEFORE_PAYOUT', { number, day: disbursedOn }, 'valueOn');
  }
  const then = await loanThen(reader, loan, on);
  const asOf = asOfDay(then.base, on);
  const isLater = movedAfter(then);
  const event = isLater
    ? eventOfAmount(asked, on)
    : chooseEvent(
        await closingRules(reader, loan),
        loan,
        { running: asOf, before: stateOf(asOf, on), on },
        asked,
        field,
      );
  const anew = await refusingLoanErrors(number, () => replayAnew(reader, then, event, today));
  const split = partsBetween(paidParts(stateThen(then)), paidParts(stateThen(then, [event])));
  const { amount } = asked;
  if (sumOfParts(split) !== amount) {
    const payoff = formatMoney(owedInAll(stateThen(then)));
    throw new Refusal('rule', 'LOAN_PAYMENT_ABOVE', { number, payoff }, field);
  }
  if (sumOfParts(anew.moved) !== amount || anew.after.overpaid > 0) {
    throw new Refusal('rule', 'LOAN_LATER_ABOVE', { number, day: on }, field);
  }
  // Where its own principal is more than is left, later receipts give some back: the entry moves what all of them move together, since
  // no balance may fall below nothing before the correction.
  const own = split.principal > principalLeft(anew.before) ? anew.moved : split;
  return {
    amount,
    split: own,
    postings: postingsOf(loan, own),
    after: anew.after,
    event: rowOf(event),
    datedBack: { on, anew, correction: correctionBeside(loan, anew, own) },
  };
}

const principalLeft = ({ instalments }: ReplayedLoan) =>
  sum(instalments.map(({ principal, paidOf }) => subtract(principal, paidOf.principal)));

function refuseUnlessRunning({ status, number }: LoanWithBalance): void {
  if (status !== 'active') throw new Refusal('conflict', 'LOAN_NOT_ACTIVE', { number });
}

function chooseEvent(
  rules: ClosingRules,
  loan: LoanWithBalance,
  { running, before, on }: LoanBefore,
  asked: AskedRepayment,
  field: string,
): RepaymentEvent {
  const { amount } = asked;
  // No more than is due, while principal is still to come, is neither a closing nor ahead of anything.
  const due = fallenDue(before, on);
  if (amount <= due && asked.prepayment === undefined && before.instalments.some((one) => isAhead(one, on))) {
    return eventOfAmount(asked, on);
  }
  const closing = closingOn(rules, running, on);
  const payoff = closing?.total ?? owedInAll(before);
  if (amount > payoff) {
    throw new Refusal('rule', 'LOAN_PAYMENT_ABOVE', { number: loan.number, payoff: formatMoney(payoff) }, field);
  }
  if (closing !== undefined && amount === closing.total) return closing.event;
  if (asked.prepayment !== undefined) refuseNoPrepayment(loan, before, amount, on, payoff, field);
  return eventOfAmount(asked, on);
}

const isAhead = ({ due, principal, paidOf }: ReplayedLoan['instalments'][number], on: CalendarDate) =>
  on < due && principal > paidOf.principal;

type RepaymentEvent = Extract<LoanEvent, { type: 'repayment' | 'prepayment' | 'settlement' }>;

const eventOfAmount = ({ amount, prepayment: choice }: AskedRepayment, on: CalendarDate): RepaymentEvent =>
  choice === undefined ? { type: 'repayment', on, amount } : { type: 'prepayment', on, amount, choice };

function rowOf(event: RepaymentEvent): DecidedRepayment['event'] {
  switch (event.type) {
    case 'settlement':
      return { type: event.type, detail: JSON.stringify({ fee: event.fee, rebate: event.rebate }) };
    case 'prepayment':
      return { type: event.type, detail: JSON.stringify({ choice: event.choice }) };
    default:
      return { type: event.type };
  }
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

/** After its entry was posted. Answers whether nothing is owed any more. */
export async function recordRepayment(
  trx: Trx,
  platform: Platform,
  actor: Actor,
  loan: LoanWithBalance,
  { amount, split, after, event, datedBack }: DecidedRepayment,
  entry: Pick<PostedEntry, 'id' | 'postedOn' | 'recordedAt' | 'printedNumber'>,
): Promise<boolean> {
  if (event.type === 'recovery') return recordRecovery(trx, platform, actor, loan, amount, entry);
  const { id: entryId, recordedAt } = entry;
  const row = {
    ...event,
    occurredOn: datedBack?.on ?? entry.postedOn,
    amount,
    entryId,
    userId: actor.userId,
    recordedAt,
  };
  if (datedBack === undefined) await addLoanEvent(trx, loan.id, row);
  else await recordAnew(trx, platform, actor, loan, { ...datedBack, event: row, because: entry });
  await keepInstalments(trx, platform, loan.id, after);
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
      ...(datedBack === undefined ? {} : { countsFrom: datedBack.on }),
      ...(event.type === 'repayment' ? {} : { as: event.type, ...JSON.parse(event.detail ?? '{}') }),
    },
  });
  return closeIfNothingOwed(trx, platform, actor, loan, after, entry.postedOn);
}

/** Answers whether nothing is owed any more. */
export async function closeIfNothingOwed(
  trx: Trx,
  platform: Platform,
  actor: Actor,
  loan: LoanWithBalance,
  after: ReplayedLoan,
  closedOn: CalendarDate,
): Promise<boolean> {
  if (owedInAll(after) > 0) return false;
  await standPaidBack(trx, platform, actor, loan, closedOn);
  return true;
}

export const splitView = ({ principal, interest, fee, penalty }: LoanParts) => ({
  principal: formatMoney(principal),
  interest: formatMoney(interest),
  fee: formatMoney(fee),
  penalty: formatMoney(penalty),
});
