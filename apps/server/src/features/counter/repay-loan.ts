// A borrower pays back from an account of theirs, in the app or at the desk.

import type { RepayLoanBody } from '@kafal/contract';
import type { CalendarDate } from '@kafal/core';
import type { z } from 'zod';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Actor } from '../../platform/http/actor.ts';
import type { Idempotency } from '../../platform/http/kafal-app.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import { type KeptOutcome, withIdempotency } from '../../platform/http/with-idempotency.ts';
import type { Platform } from '../../platform/platform.ts';
import {
  assertPostableValueDate,
  businessDayFor,
  dayOfTheNextAct,
  type EntryDraft,
  postJournalEntry,
  previewPostings,
} from '../accounting/index.ts';
import type { DepositWithBalance } from '../deposits/index.ts';
import {
  type DecidedRepayment,
  decideRepayment,
  decideRepaymentDatedBack,
  getLoanFor,
  type LoanWithBalance,
  lockLoan,
  recordRepayment,
  splitView,
} from '../loans/index.ts';
import { getPayingDeposit, memoOf } from './money-out.ts';
import { transferNarration } from './receipt-words.ts';

export type RepayLoan = z.output<typeof RepayLoanBody> & { readonly loanId: number };

export async function previewRepayment(platform: Platform, actor: Actor, command: RepayLoan) {
  const reader = platform.database;
  const loan = await getLoanFor(reader, actor, command.loanId);
  const from = await ownDeposit(platform, reader, actor, loan, command.fromDepositId);
  await refuseDatedBack(platform, actor, command);
  const decided = await decide(reader, loan, command, await dayOfTheNextAct(platform));
  const preview = await previewPostings(platform, actor, {
    ...entryOf(loan, decided, from),
    needsApproval: false,
    valueOn: decided.datedBack?.on ?? null,
    corrections: decided.datedBack === undefined ? [] : [decided.datedBack.correction.view],
  });
  return { ...preview, split: splitView(decided.split) };
}

export async function repayLoan(
  platform: Platform,
  actor: Actor,
  command: RepayLoan,
  idempotency: Idempotency | undefined,
) {
  await refuseDatedBack(platform, actor, command);
  const act = async (trx: Parameters<typeof lockLoan>[0]) => {
    const on = await businessDayFor(trx, platform);
    const loan = await lockLoan(trx, platform, actor, command.loanId);
    const from = await ownDeposit(platform, trx, actor, loan, command.fromDepositId);
    const decided = await decide(trx, loan, command, on);
    const entry = await postJournalEntry(trx, platform, actor, {
      ...entryOf(loan, decided, from),
      seriesCode: actor.kind === 'member' ? 'ON' : 'JV',
      memberId: loan.memberId,
      mode: 'transfer',
      ...(decided.datedBack === undefined ? {} : { valueOn: decided.datedBack.on }),
      idempotencyKey: idempotency?.key ?? null,
      audit: { action: 'savings.transferred', newValues: { depositId: from.id, to: loan.number } },
      event: { name: 'loan.repaid', memberId: loan.memberId, payload: { loanId: loan.id } },
    });
    const isClosed = await recordRepayment(trx, platform, actor, loan, decided, entry);
    return {
      preview: false as const,
      entryId: String(entry.id),
      entryNumber: entry.printedNumber,
      split: splitView(decided.split),
      isClosed,
    };
  };
  const outcome: KeptOutcome<Awaited<ReturnType<typeof act>>> = await withIdempotency(
    platform,
    actor,
    idempotency,
    act,
  );
  return outcome;
}

/** The office alone knows that money was there on an earlier day. */
async function refuseDatedBack(platform: Platform, actor: Actor, { valueOn }: RepayLoan): Promise<void> {
  if (valueOn === undefined) return;
  if (actor.kind === 'member') throw new Refusal('forbidden', 'LOAN_DATED_BACK_BY_OFFICE', undefined, 'valueOn');
  await assertPostableValueDate(platform, valueOn);
}

function decide(
  reader: Reader,
  loan: LoanWithBalance,
  { valueOn, ...asked }: RepayLoan,
  today: CalendarDate,
): Promise<DecidedRepayment> {
  return valueOn !== undefined && valueOn < today
    ? decideRepaymentDatedBack(reader, loan, asked, { on: valueOn, today })
    : decideRepayment(reader, loan, asked, today);
}

/** Whoever stands surety sees the loan and pays nothing on it here. */
async function ownDeposit(
  platform: Platform,
  reader: Reader,
  actor: Actor,
  loan: LoanWithBalance,
  depositId: number,
): Promise<DepositWithBalance> {
  if (actor.kind === 'member' && loan.memberId !== actor.memberId) throw new Refusal('missing', 'LOAN_UNKNOWN');
  const from = await getPayingDeposit(platform, reader, actor, depositId);
  if (from.memberId !== loan.memberId) throw new Refusal('missing', 'DEPOSIT_UNKNOWN', undefined, 'fromDepositId');
  return from;
}

function entryOf(
  loan: LoanWithBalance,
  { amount, postings }: DecidedRepayment,
  from: DepositWithBalance,
): Pick<EntryDraft, 'kind' | 'narration' | 'postings'> {
  return {
    kind: 'transfer',
    narration: transferNarration(from.number, loan.number, null),
    postings: [
      {
        accountCode: from.accountCode,
        side: 'debit',
        amount,
        subLedger: 'deposit',
        subLedgerId: from.id,
        ...memoOf(loan.number),
      },
      ...postings,
    ],
  };
}
