import type { ReversalRule } from '../accounting/index.ts';

/**
 * Shares allotted by mistake: the money waits again, the certificate is void, and its distinctive numbers are never
 * given a second time.
 */
export const allotmentReversal: ReversalRule = {
  undo: async (trx, platform, _actor, entry, reversal) => {
    const allotment = await trx
      .selectFrom('share_allotment')
      .select(['id', 'holdingId', 'shares'])
      .where('entryId', '=', entry.id)
      .executeTakeFirstOrThrow();
    const { run } = platform.dialect;
    await run(trx, 'UPDATE share_allotment SET reversedByEntryId = ? WHERE id = ?', [reversal.id, allotment.id]);
    await run(trx, 'UPDATE share_holding SET shares = shares - ?, version = version + 1 WHERE id = ?', [
      allotment.shares,
      allotment.holdingId,
    ]);
  },
};
