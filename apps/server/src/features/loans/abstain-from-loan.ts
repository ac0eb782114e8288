// Whoever would decide says that they do not on this one. It stands with the decision, and cannot be taken back.

import type { AbstainBody } from '@kafal/contract';
import type { z } from 'zod';
import type { Actor } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform } from '../../platform/platform.ts';
import { recordAudit } from '../audit/index.ts';
import { lockLoan } from './loan-queries.ts';
import { recordStep } from './loan-steps.ts';
import { abstentionsOf } from './who-may-decide.ts';

export async function abstainFromLoan(
  platform: Platform,
  actor: Actor,
  { loanId, reason }: z.output<typeof AbstainBody> & { readonly loanId: number },
): Promise<void> {
  await platform.transact(async (trx) => {
    const loan = await lockLoan(trx, platform, actor, loanId);
    if (loan.status !== 'recommended') throw new Refusal('conflict', `LOAN_IS_${loan.status.toUpperCase()}`);
    const before = await abstentionsOf(trx, loanId);
    if (before.some(({ userId }) => userId === actor.userId)) throw new Refusal('conflict', 'LOAN_ABSTAINED');
    await recordStep(trx, platform, actor, { loanId, act: 'abstained', note: reason });
    await recordAudit(trx, platform, actor, {
      action: 'loan.abstained',
      subjectKind: 'loan',
      subjectId: loanId,
      newValues: { number: loan.number, reason },
    });
  });
}
