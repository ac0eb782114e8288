// The money of a whole sheet of repayments is taken back when none of its rows stands any more; its file and the number of its
// payment may be entered again then.

import { Refusal } from '../../platform/http/refusal.ts';
import type { ReversalRule } from '../accounting/index.ts';
import { sheetNumber } from './payment-reference.ts';

export const sheetReversal: ReversalRule = {
  mayReverse: async (reader, _platform, _actor, entry) => {
    const sheet = await reader
      .selectFrom('repayment_sheet')
      .select(['id', 'status'])
      .where('entryId', '=', entry.id)
      .executeTakeFirst();
    if (sheet === undefined) return;
    const standing = await reader
      .selectFrom('repayment_sheet_row as row')
      .leftJoin('journal_entry as back', 'back.reversesEntryId', 'row.entryId')
      .select('row.line')
      .where('row.sheetId', '=', sheet.id)
      .where('row.entryId', 'is not', null)
      .where('back.id', 'is', null)
      .executeTakeFirst();
    if (sheet.status === 'posting' || standing !== undefined) {
      throw new Refusal('conflict', 'SHEET_ROWS_STAND', { number: sheetNumber(sheet.id) });
    }
  },
  undo: async (trx, _platform, _actor, entry) => {
    await trx
      .updateTable('repayment_sheet')
      .set({ status: 'taken-back', fileHash: null, referenceKey: null })
      .where('entryId', '=', entry.id)
      .execute();
  },
};
