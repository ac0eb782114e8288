// A receipt that a line of the bank stands behind is taken back: the bank still has the money, so it is nobody's again.

import { Refusal } from '../../platform/http/refusal.ts';
import { businessDayFor, type ReversalRule } from '../accounting/index.ts';
import { readSettingsWithin } from '../society/index.ts';
import { postUnidentified } from './bank-line-row.ts';

export const bankReceiptReversal: ReversalRule = {
  undo: async (trx, platform, actor, entry) => {
    const receipt = await trx.selectFrom('receipt').select('id').where('entryId', '=', entry.id).executeTakeFirst();
    if (receipt === undefined) return;
    const line = await platform.dialect
      .forUpdate(trx.selectFrom('bank_line').selectAll().where('receiptId', '=', receipt.id))
      .executeTakeFirst();
    await trx
      .updateTable('payment_request')
      .set({ status: 'rejected', receiptId: null, claimedNumber: null, endedAt: platform.clock.now() })
      .where('receiptId', '=', receipt.id)
      .execute();
    if (line === undefined) return;
    // An allotment was taken out of what is unidentified, and its reversal has put it back there.
    const settings = await readSettingsWithin(trx, await businessDayFor(trx, platform));
    const entryId =
      line.status === 'allotted'
        ? line.entryId
        : await postUnidentified(trx, platform, actor, settings, line, 'receipt-reversed');
    await trx
      .updateTable('bank_line')
      .set({ status: 'unidentified', reason: 'receipt-reversed', receiptId: null, entryId, endedAt: null })
      .where('id', '=', line.id)
      .execute();
  },
};

/** What a statement or one of its lines rests on is not taken back by itself. */
export const bankEntryReversal: ReversalRule = {
  mayReverse: async (reader, _platform, _actor, entry) => {
    const line = await reader.selectFrom('bank_line').select('id').where('entryId', '=', entry.id).executeTakeFirst();
    const statement = await reader
      .selectFrom('bank_statement')
      .select('id')
      .where('entryId', '=', entry.id)
      .executeTakeFirst();
    if (line !== undefined || statement !== undefined) throw new Refusal('conflict', 'BANK_ENTRY_STANDS');
  },
};
