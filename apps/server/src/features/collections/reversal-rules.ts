// What taking a collection or a hand-over back undoes besides its postings. The books refuse a collection whose cash was
// handed over already: then the hand-over goes back first.

import type { ReversalRule } from '../accounting/index.ts';
import { holdTillOpen } from '../counter/index.ts';
import { refuseCounted } from './commission-of-month.ts';

export const collectionReversal: ReversalRule = {
  mayReverse: async (reader, platform, _actor, entry) => {
    const taken = await reader
      .selectFrom('collection')
      .select(['agentId', 'collectedOn'])
      .where('entryId', '=', entry.id)
      .executeTakeFirst();
    if (taken !== undefined) await refuseCounted(reader, platform, taken.agentId, taken.collectedOn);
  },
  undo: async (trx, _platform, _actor, entry, reversal) => {
    await trx
      .updateTable('collection')
      .set({ reversedByEntryId: reversal.id })
      .where('entryId', '=', entry.id)
      .execute();
  },
};

export const handoverReversal: ReversalRule = {
  mayReverse: holdTillOpen,
  undo: async (trx, _platform, _actor, entry, reversal) => {
    await trx
      .updateTable('collection_handover')
      .set({ reversedByEntryId: reversal.id })
      .where('entryId', '=', entry.id)
      .execute();
  },
};
