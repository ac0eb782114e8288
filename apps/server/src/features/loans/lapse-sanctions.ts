// A sanction that was not drawn within its days lapses at the end of the last of them.

import { ZERO } from '@kafal/core';
import type { Actor } from '../../platform/http/actor.ts';
import { recordEvent } from '../../platform/outbox/index.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { recordAudit } from '../audit/index.ts';
import type { LoansAtOnce, LoansDone } from './day-end-loans.ts';
import { recordStep } from './loan-steps.ts';

export async function lapseSanctions(
  trx: Trx,
  platform: Platform,
  actor: Actor,
  { on, afterId, limit }: LoansAtOnce,
): Promise<LoansDone> {
  const loans = await trx
    .selectFrom('loan')
    .select(['id', 'memberId', 'version', 'validUntil'])
    .where('status', '=', 'sanctioned')
    .where('validUntil', '<=', on)
    .where('id', '>', afterId)
    .orderBy('id')
    .limit(limit)
    .execute();
  let done = 0;
  for (const { id, memberId, version, validUntil } of loans) {
    // A payout that is under way has it first, or finds it lapsed.
    const { changes } = await platform.dialect.run(
      trx,
      "UPDATE loan SET status = 'lapsed', version = ? WHERE id = ? AND status = 'sanctioned'",
      [version + 1, id],
    );
    if (changes === 0) continue;
    done += 1;
    await recordStep(trx, platform, actor, { loanId: id, act: 'lapsed', note: null });
    await recordAudit(trx, platform, actor, {
      action: 'loan.lapsed',
      subjectKind: 'loan',
      subjectId: id,
      oldValues: { status: 'sanctioned' },
      newValues: { status: 'lapsed', validUntil },
    });
    await recordEvent(trx, platform, { name: 'loan.lapsed', memberId, payload: { loanId: id } });
  }
  return { lastId: loans.at(-1)?.id, done, amount: ZERO };
}
