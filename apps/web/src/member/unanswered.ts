import type { ApplyForLoanRequest, RepayLoanRequest, TermRequest, TransferRequest } from '../shared/answers.ts';
import { UnansweredActs } from '../shared/unanswered-acts.ts';

// What was sent and not answered for yet stays on this phone until it is. It goes at log-out too.

export interface TransferWish {
  depositId: string;
  request: TransferRequest;
}

export interface TermWish {
  /** The name of the product, for the page that asks what became of it. */
  product: string;
  request: TermRequest;
}

export interface RepaymentWish {
  loanId: string;
  request: RepayLoanRequest;
}

export const unansweredTransfers = new UnansweredActs<TransferWish>('transfer');
export const unansweredTermWishes = new UnansweredActs<TermWish>('term-wish');
export const unansweredLoanWishes = new UnansweredActs<ApplyForLoanRequest>('loan-wish');
export const unansweredRepayments = new UnansweredActs<RepaymentWish>('loan-repayment');

export function forgetUnanswered(): void {
  unansweredTransfers.forgetAll();
  unansweredTermWishes.forgetAll();
  unansweredLoanWishes.forgetAll();
  unansweredRepayments.forgetAll();
}
