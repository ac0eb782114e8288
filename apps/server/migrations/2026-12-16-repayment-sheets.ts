import type { Migration } from '../src/platform/database/migration.ts';

/**
 * Sheets of repayments, such as an employer's: the money that came for all of them, and a row for each loan with what became of
 * it. A file counts once, and so does the number of its payment, until the whole sheet is taken back.
 */
export default {
  name: '2026-12-16-repayment-sheets',
  steps: (d) => [
    d.table(
      'repayment_sheet',
      [
        d.column('id', d.id()),
        d.optional('fileHash', d.text(64)),
        d.column('mode', d.text(8)),
        d.optional('reference', d.text(64)),
        d.optional('referenceKey', d.text(120)),
        d.optional('referenceOn', d.day()),
        d.optional('drawnOn', d.text(80)),
        d.column('total', d.money()),
        d.column('status', d.text(16)),
        d.column('entryId', d.integer()),
        d.column('enteredByUserId', d.integer()),
        d.column('enteredOn', d.day()),
        d.column('enteredAt', d.instant()),
        d.optional('finishedAt', d.instant()),
      ],
      [
        d.unique('uq_repayment_sheet_file', ['fileHash']),
        d.unique('uq_repayment_sheet_reference', ['referenceKey']),
        d.foreignKey('fk_repayment_sheet_entry', ['entryId'], 'journal_entry', ['id']),
      ],
    ),
    d.index('ix_repayment_sheet_status', 'repayment_sheet', ['status', 'id']),
    d.index('ix_repayment_sheet_entry', 'repayment_sheet', ['entryId']),
    d.table(
      'repayment_sheet_row',
      [
        d.column('sheetId', d.integer()),
        d.column('line', d.integer()),
        d.column('typed', d.text(64)),
        d.optional('memberId', d.integer()),
        d.optional('loanId', d.integer()),
        d.optional('amount', d.money()),
        d.optional('note', d.text(80)),
        d.column('status', d.text(16)),
        d.optional('code', d.text(48)),
        d.optional('params', d.json()),
        d.optional('receiptId', d.integer()),
        d.optional('entryId', d.integer()),
      ],
      [
        d.primaryKey('sheetId', 'line'),
        d.foreignKey('fk_repayment_sheet_row_sheet', ['sheetId'], 'repayment_sheet', ['id']),
      ],
    ),
  ],
} satisfies Migration;
