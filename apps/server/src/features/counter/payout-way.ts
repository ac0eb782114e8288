// Where the money of a loan goes: to an account of the borrower, out of a till, or from the bank.

import type { DisburseLoanBody } from '@kafal/contract';
import type { Money } from '@kafal/core';
import type { z } from 'zod';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform } from '../../platform/platform.ts';
import type { PaymentMode, PostingDraft } from '../accounting/index.ts';
import { type DepositWithBalance, findDeposit, refuseTermKind } from '../deposits/index.ts';
import type { LoanWithBalance } from '../loans/index.ts';
import type { Settings } from '../society/index.ts';
import { getOpenSession, getOwnOpenSession, type OpenSession } from './open-session.ts';
import { type Reference, referenceOf } from './payment-reference.ts';
import { loanPayoutNarration } from './receipt-words.ts';
import { tillPosting } from './till-cash.ts';

export interface PayoutWay {
  readonly mode: PaymentMode;
  readonly session: OpenSession | null;
  readonly reference: Reference | null;
  /** The account, or how it is paid. */
  readonly destination: string;
  readonly narration: string;
  /** What a second person reads beside the amount in hand. */
  readonly line: { readonly code: string; readonly params: Readonly<Record<string, string>> };
  readonly posting: (amount: Money, loan: string) => PostingDraft;
}

type AskedWay = z.output<typeof DisburseLoanBody> & { readonly tillSessionId?: number | null };

/** One of the two is named. Cash needs the open till of whoever asks, and the same one still when it is paid. */
export async function payoutWay(
  platform: Platform,
  reader: Reader,
  actor: Actor,
  loan: LoanWithBalance,
  { toDepositId, mode, reference, tillSessionId }: AskedWay,
  settings: Settings,
): Promise<PayoutWay> {
  if ((toDepositId === undefined) === (mode === undefined)) {
    throw new Refusal('rule', 'LOAN_PAYOUT_WAY', undefined, 'mode');
  }
  if (toDepositId !== undefined) {
    if (reference !== undefined) throw new Refusal('rule', 'LOAN_PAYOUT_WAY', undefined, 'reference');
    return toAccount(loan, await receivingDeposit(platform, reader, loan, toDepositId));
  }
  if (mode === 'cash') {
    if (reference !== undefined) throw new Refusal('rule', 'REFERENCE_NOT_FOR_CASH', undefined, 'reference');
    const session =
      tillSessionId == null
        ? await getOwnOpenSession(platform, actor, reader)
        : await getOpenSession(platform, tillSessionId, reader);
    return {
      mode,
      session,
      reference: null,
      destination: mode,
      narration: loanPayoutNarration(mode, loan.number, loan.memberNumber),
      line: { code: 'LINE_IN_HAND_CASH', params: { till: session.tillCode } },
      posting: (amount) => tillPosting(session.tillId, 'credit', amount),
    };
  }
  return byNumber(loan, mode ?? 'bank', reference, settings);
}

function toAccount(loan: LoanWithBalance, deposit: DepositWithBalance): PayoutWay {
  return {
    mode: 'transfer',
    session: null,
    reference: null,
    destination: deposit.number,
    narration: `Loan ${loan.number} paid out to ${deposit.number}`,
    line: { code: 'LINE_IN_HAND', params: { account: deposit.number } },
    posting: (amount, memo) => ({
      accountCode: deposit.accountCode,
      side: 'credit',
      amount,
      subLedger: 'deposit',
      subLedgerId: deposit.id,
      memo,
    }),
  };
}

function byNumber(
  loan: LoanWithBalance,
  mode: Reference['mode'],
  typed: string | undefined,
  settings: Settings,
): PayoutWay {
  const reference = referenceOf('out', mode, typed, null);
  return {
    mode,
    session: null,
    reference,
    destination: mode,
    narration: loanPayoutNarration(mode, loan.number, loan.memberNumber),
    line: { code: `LINE_IN_HAND_${mode.toUpperCase()}`, params: { reference: reference.reference } },
    posting: (amount) => ({ accountCode: settings['accounts.bank'], side: 'credit', amount }),
  };
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
