// At the end of a day what is due of a loan is taken from the account its borrower has agreed to: all of it, or what the savings
// have where the rule of the society lets a part be taken, and never what the savings must keep. What is missing is noted, told
// once for each due day, and tried again at the end of every day.

import { add, formatMoney, lastDueDay, type Money, minimum, moneyOutAllowed, ZERO } from '@kafal/core';
import type { Actor } from '../../platform/http/actor.ts';
import { recordEvent } from '../../platform/outbox/index.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { postJournalEntry } from '../accounting/index.ts';
import { availableOf, type DepositWithBalance, findDeposit } from '../deposits/index.ts';
import { getMemberForUpdate } from '../members/index.ts';
import { businessCalendar, settingWithin } from '../society/index.ts';
import { closingRules } from './close-loan.ts';
import { DAY_END_SERIES, type LoansAtOnce, type LoansDone } from './day-end-loans.ts';
import { findLoan, type LoanWithBalance, lockLoanRow } from './loan-queries.ts';
import { runningLoan, stateOf } from './loan-state.ts';
import { type LoanBefore, recordRepayment, repaymentOf } from './repay-loan.ts';

export async function debitLoans(
  trx: Trx,
  platform: Platform,
  actor: Actor,
  { on, afterId, limit }: LoansAtOnce,
): Promise<LoansDone> {
  const through = lastDueDay(await businessCalendar(trx), on);
  const orders = await trx
    .selectFrom('loan_debit_order as o')
    .innerJoin('loan as l', 'l.id', 'o.loanId')
    .innerJoin('deposit as d', 'd.id', 'o.fromDepositId')
    .select(['o.loanId as id', 'l.memberId', 'o.fromDepositId'])
    .where('o.stoppedAt', 'is', null)
    .where('d.status', '!=', 'closed')
    .where('l.status', '=', 'active')
    .where('l.nextDueOn', '<=', through)
    // By the key of the orders: each piece goes on where the last one ended and sorts nothing.
    .where('o.loanId', '>', afterId)
    .orderBy('o.loanId')
    .limit(limit)
    .execute();
  for (const memberId of [...new Set(orders.map((order) => order.memberId))].sort((one, other) => one - other)) {
    await getMemberForUpdate(trx, platform, memberId);
  }
  let [done, amount] = [0, ZERO];
  for (const { id, fromDepositId } of orders) {
    const taken = await debit(trx, platform, actor, { loanId: id, fromDepositId, on, through });
    if (taken === ZERO) continue;
    done += 1;
    amount = add(amount, taken);
  }
  return { lastId: orders.at(-1)?.id, done, amount };
}

interface Debit {
  readonly loanId: number;
  readonly fromDepositId: number;
  readonly on: LoansAtOnce['on'];
  readonly through: LoansAtOnce['on'];
}

/** Answers what was taken. The row claims the loan and the day. */
async function debit(
  trx: Trx,
  platform: Platform,
  actor: Actor,
  { loanId, fromDepositId, on, through }: Debit,
): Promise<Money> {
  const found = await findLoan(trx, loanId);
  if (found === undefined) return ZERO;
  const loan = await lockLoanRow(trx, platform, found);
  if (loan.status !== 'active') return ZERO;
  const running = await runningLoan(trx, loan);
  const before = stateOf(running, on);
  const due = before.instalments.reduce((sum, one) => (one.due <= through ? add(sum, one.outstanding) : sum), ZERO);
  if (due === ZERO) return ZERO;
  const from = await findDeposit(platform, fromDepositId, trx);
  const member = await getMemberForUpdate(trx, platform, loan.memberId);
  const isStopped = from?.status !== 'active' || !moneyOutAllowed(member.status);
  const available = isStopped ? ZERO : availableOf(from, on);
  const isPartly = await settingWithin(trx, 'loans.debitPartly', on);
  const taken = available >= due ? due : isPartly && available > 0 ? minimum(available, due) : ZERO;
  const entryId =
    taken === ZERO || from === undefined
      ? null
      : await post(trx, platform, actor, { loan, state: { running, before, on }, from, taken });
  const code = taken === due ? null : isStopped ? 'LOAN_DEBIT_STOPPED' : 'LOAN_DEBIT_TOO_LITTLE';
  await trx.insertInto('loan_debit').values({ loanId, triedOn: on, due, taken, code, entryId }).execute();
  if (code !== null) await tellOnce(trx, platform, loan);
  return taken;
}

interface Taken {
  readonly loan: LoanWithBalance;
  readonly state: LoanBefore;
  readonly from: DepositWithBalance;
  readonly taken: Money;
}

async function post(trx: Trx, platform: Platform, actor: Actor, { loan, state, from, taken }: Taken): Promise<number> {
  const decided = repaymentOf(await closingRules(trx, loan), loan, state, { amount: taken });
  const entry = await postJournalEntry(trx, platform, actor, {
    seriesCode: DAY_END_SERIES,
    kind: 'transfer',
    narration: `Instalment from ${from.number} to ${loan.number}`,
    postings: [
      {
        accountCode: from.accountCode,
        side: 'debit',
        amount: taken,
        subLedger: 'deposit',
        subLedgerId: from.id,
        memo: loan.number,
      },
      ...decided.postings,
    ],
    memberId: loan.memberId,
    mode: 'transfer',
    valueOn: state.on,
    audit: {
      action: 'loan.debited',
      subjectKind: 'loan',
      subjectId: loan.id,
      newValues: { fromDepositId: from.id, amount: formatMoney(taken) },
    },
    event: { name: 'loan.repaid', memberId: loan.memberId, payload: { loanId: loan.id } },
  });
  await recordRepayment(trx, platform, actor, loan, decided, entry);
  return entry.id;
}

/** For each oldest due day the first time something is missing. */
async function tellOnce(trx: Trx, platform: Platform, { id, memberId, nextDueOn }: LoanWithBalance): Promise<void> {
  if (nextDueOn === null) return;
  const before = await trx
    .selectFrom('loan_debit')
    .select(({ fn }) => fn.countAll<number>().as('tries'))
    .where('loanId', '=', id)
    .where('code', 'is not', null)
    .where('triedOn', '>=', nextDueOn)
    .executeTakeFirstOrThrow();
  if (Number(before.tries) > 1) return;
  await recordEvent(trx, platform, { name: 'loan.debit-failed', memberId, payload: { loanId: id } });
}
