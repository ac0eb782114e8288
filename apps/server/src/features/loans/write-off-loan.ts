// A loan that nobody expects back leaves the books: first what was put aside for it, the rest is a bad debt of the day. Interest
// and penal charges that stand as receivable go with it, out of the reserve where they were no income yet.

import {
  add,
  type CalendarDate,
  LOAN_CLASS_RULES,
  type LoanEvent,
  loanClassBand,
  type Money,
  maximum,
  money,
  negate,
  type ReplayedLoan,
  subtract,
  sum,
  writtenOffLeft,
  ZERO,
} from '@kafal/core';
import type { Reader } from '../../platform/database/dialect.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import type { PostingDraft } from '../accounting/index.ts';
import { settingWithin } from '../society/index.ts';
import { type BookedReceivables, RECEIVABLE_ACCOUNTS } from './accrue-loans.ts';
import { closingRules } from './close-loan.ts';
import type { LoanWithBalance } from './loan-queries.ts';
import { addLoanEvent, keepInstalments, type NewLoanEvent, type RunningLoan, stateOf } from './loan-state.ts';
import { chargesAnew, keepPenalDays, loanThen, replayAnew, takenBackCharges } from './replay-anew.ts';
import type { DecidedAct } from './take-measure.ts';
import { receivablesLess } from './waive-loan.ts';

const BAD_DEBTS = '5303';
const PROVISIONS: readonly string[] = [RECEIVABLE_ACCOUNTS.performing, RECEIVABLE_ACCOUNTS.nonPerforming];

/** The general body's resolution is of the day of the act or before it. */
export async function decideWriteOff(
  reader: Reader,
  loan: LoanWithBalance,
  running: RunningLoan,
  booked: BookedReceivables,
  { resolutionOn }: { readonly resolutionOn: CalendarDate },
  on: CalendarDate,
): Promise<DecidedAct> {
  if (resolutionOn > on) throw new Refusal('rule', 'LOAN_RESOLUTION_AHEAD', undefined, 'resolutionOn');
  const { flatRebate: rebate } = await closingRules(reader, loan);
  const event: LoanEvent = { type: 'writeOff', on, rebate };
  const memo = stateOf({ ...running, events: [...running.events, event] }, on).writtenOff;
  if (memo === null || writtenOffLeft(memo) === ZERO) {
    throw new Refusal('conflict', 'LOAN_MEASURE_NOT_ACTIVE', { number: loan.number });
  }
  const receivables = receivablesLess(booked, memo);
  return {
    event,
    amount: writtenOffLeft(memo),
    kept: { type: 'writeOff', detail: JSON.stringify({ rebate }) },
    postings: postingsOf(loan, memo.principal, receivables, await providedFor(reader, loan.id, on)),
    receivables,
  };
}

interface Provided {
  readonly accountCode: string;
  readonly amount: Money;
}

/** What stands in the books for the loan, and under which of the two. */
async function providedFor(reader: Reader, loanId: number, on: CalendarDate): Promise<Provided> {
  const standing = await reader
    .selectFrom('loan_standing')
    .select(['provision', 'providedAs'])
    .where('loanId', '=', loanId)
    .executeTakeFirst();
  const rule = await settingWithin(reader, 'loans.classRule', on);
  const { providedAs } = standing ?? { providedAs: null };
  const { isPerforming } =
    (providedAs === null ? undefined : loanClassBand(rule, providedAs)) ?? LOAN_CLASS_RULES[rule][0];
  return {
    accountCode: isPerforming ? RECEIVABLE_ACCOUNTS.performing : RECEIVABLE_ACCOUNTS.nonPerforming,
    amount: standing?.provision ?? ZERO,
  };
}

/** What was put aside beyond the loss is written back. */
function postingsOf(
  { id, accountCode }: LoanWithBalance,
  principal: Money,
  receivables: DecidedAct['receivables'],
  provided: Provided,
): PostingDraft[] {
  const of = (part: 'interest' | 'penalty') => {
    const found = receivables.find((one) => one.part === part);
    return { amount: negate(found?.amount ?? ZERO), reserved: negate(found?.reserved ?? ZERO) };
  };
  const [interest, penalty] = [of('interest'), of('penalty')];
  const reserved = add(interest.reserved, penalty.reserved);
  const loss = subtract(sum([principal, interest.amount, penalty.amount]), reserved);
  const accounts = RECEIVABLE_ACCOUNTS;
  const drafts: readonly PostingDraft[] = [
    { ...provided, side: 'debit' },
    { accountCode: accounts.reserve, side: 'debit', amount: reserved },
    { accountCode: BAD_DEBTS, side: 'debit', amount: maximum(ZERO, subtract(loss, provided.amount)) },
    { accountCode, side: 'credit', amount: principal, subLedger: 'loan', subLedgerId: id },
    { accountCode: accounts.interest, side: 'credit', amount: subtract(interest.amount, interest.reserved) },
    { accountCode: accounts.interestReserved, side: 'credit', amount: interest.reserved },
    { accountCode: accounts.penalty, side: 'credit', amount: penalty.amount },
    { accountCode: accounts.writtenBack, side: 'credit', amount: maximum(ZERO, subtract(provided.amount, loss)) },
  ];
  return drafts.filter(({ amount }) => amount > ZERO);
}

/** After its entry: nothing is put aside for it any more, and what is owed is remembered. */
export async function standWrittenOff(
  trx: Trx,
  { id, version }: LoanWithBalance,
  state: ReplayedLoan,
  on: CalendarDate,
): Promise<void> {
  const memo = state.writtenOff === null ? ZERO : writtenOffLeft(state.writtenOff);
  await trx
    .updateTable('loan')
    .set({ status: 'closed', writtenOffOn: on, writtenOffAmount: memo, recovered: ZERO, version: version + 1 })
    .where('id', '=', id)
    .execute();
  await trx.updateTable('loan_standing').set({ provision: ZERO }).where('loanId', '=', id).execute();
}

/** It runs again: the days since are charged, and what its entry had taken from the provision stands again. */
export async function standAsBefore(
  trx: Trx,
  platform: Pick<Platform, 'dialect'>,
  loan: LoanWithBalance,
  {
    place,
    takenOn,
    entryId,
  }: { readonly place: number; readonly takenOn: CalendarDate; readonly entryId: number | null },
  undo: NewLoanEvent,
): Promise<void> {
  const { occurredOn: today, userId, recordedAt } = undo;
  const anew = await replayAnew(trx, await loanThen(trx, loan, takenOn), { type: 'undo', place }, today);
  const entered = { userId, recordedAt };
  for (const row of [...takenBackCharges(anew, today, entered), undo, ...chargesAnew(anew, entered)]) {
    await addLoanEvent(trx, loan.id, row);
  }
  await keepPenalDays(trx, loan.id, anew);
  await keepInstalments(trx, platform, loan.id, anew.after);
  await trx
    .updateTable('loan')
    .set({
      status: 'active',
      closedOn: null,
      writtenOffOn: null,
      writtenOffAmount: null,
      recovered: null,
      version: loan.version + 1,
    })
    .where('id', '=', loan.id)
    .execute();
  const provision = entryId === null ? ZERO : await takenFromProvision(trx, entryId);
  if (provision > ZERO) {
    await trx.updateTable('loan_standing').set({ provision }).where('loanId', '=', loan.id).execute();
  }
}

async function takenFromProvision(reader: Reader, entryId: number): Promise<Money> {
  const rows = await reader
    .selectFrom('posting')
    .select('amount')
    .where('entryId', '=', entryId)
    .where('side', '=', 'debit')
    .where('accountCode', 'in', [...PROVISIONS])
    .execute();
  return money(rows.reduce((so, { amount }) => so + amount, 0));
}
