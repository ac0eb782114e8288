import type { TransferRequest } from '../../shared/answers.ts';
import { UnansweredActs } from '../../shared/unanswered-acts.ts';

// A transfer that was sent and not answered for yet stays on this phone until it is. It goes at log-out too.

export interface Wish {
  depositId: string;
  request: TransferRequest;
}

export const unansweredTransfers = new UnansweredActs<Wish>('transfer');
