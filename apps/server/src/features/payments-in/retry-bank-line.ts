// A line whose matching failed for a reason nobody foresaw is tried again when somebody says so. What keeps its money is taken back
// first, so that the line is what it was when the bank had just shown it; the matcher then goes its usual way.

import { oppositeSide } from '@kafal/core';
import type { Actor } from '../../platform/http/actor.ts';
import type { Idempotency } from '../../platform/http/kafal-app.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import { type KeptOutcome, withIdempotency } from '../../platform/http/with-idempotency.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { type PostingDraft, postJournalEntry } from '../accounting/index.ts';
import { lockBankLine, narrationOf } from './bank-line-row.ts';
import { FAILED } from './match-line.ts';
import { openLine, refuseWhileAsked } from './resolve-bank-line.ts';

export async function retryBankLine(
  platform: Platform,
  actor: Actor,
  id: number,
  idempotency: Idempotency | undefined,
): Promise<KeptOutcome<{ readonly lineId: number }>> {
  return withIdempotency(
    platform,
    actor,
    idempotency,
    async (trx) => {
      const line = openLine(await lockBankLine(trx, platform, id));
      if (line.reason !== FAILED || line.entryId === null) throw new Refusal('conflict', 'BANK_LINE_NOT_FAILED');
      await refuseWhileAsked(trx, id);
      await trx
        .updateTable('bank_line')
        .set({ status: 'waiting', reason: null, entryId: null, usedNumber: null })
        .where('id', '=', id)
        .execute();
      await postJournalEntry(trx, platform, actor, {
        seriesCode: 'JV',
        kind: 'reversal',
        narration: narrationOf(line, 'to be matched again'),
        postings: await oppositeOf(trx, line.entryId),
        // Named, so that nobody takes the entry back a second time.
        reversesEntryId: line.entryId,
        audit: { action: 'bank-line.retried', newValues: { bankLineId: id } },
        event: null,
      });
      return { lineId: id };
    },
    () => 200,
  );
}

/** On the accounts that it was kept on, whatever the rules name today. */
async function oppositeOf(trx: Trx, entryId: number): Promise<PostingDraft[]> {
  const postings = await trx
    .selectFrom('posting')
    .select(['accountCode', 'side', 'amount'])
    .where('entryId', '=', entryId)
    .orderBy('line')
    .execute();
  return postings.map(({ accountCode, side, amount }) => ({
    accountCode,
    side: oppositeSide(side === 'debit' ? 'debit' : 'credit'),
    amount,
  }));
}
