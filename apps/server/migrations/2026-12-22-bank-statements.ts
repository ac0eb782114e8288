import type { Migration } from '../src/platform/database/migration.ts';

/** Statements of the bank, and every line of them once, with what became of it. */
export default {
  name: '2026-12-22-bank-statements',
  steps: (d) => [
    d.table(
      'bank_statement',
      [
        d.column('id', d.id()),
        d.column('accountCode', d.text(16)),
        d.column('fileName', d.text(160)),
        // Of its bytes: the same file is taken once.
        d.column('fileHash', d.text(64)),
        // The headings that it was read by; the next file of this account is read by them too.
        d.column('headings', d.json()),
        d.optional('fromDay', d.day()),
        d.optional('toDay', d.day()),
        d.column('lineCount', d.integer()),
        d.column('knownCount', d.integer()),
        d.column('credits', d.money()),
        d.column('debits', d.money()),
        d.optional('entryId', d.integer()),
        d.column('importedByUserId', d.integer()),
        d.column('importedAt', d.instant()),
      ],
      [
        d.unique('uq_bank_statement_file', ['accountCode', 'fileHash']),
        d.foreignKey('fk_bank_statement_account', ['accountCode'], 'account', ['code']),
        d.foreignKey('fk_bank_statement_entry', ['entryId'], 'journal_entry', ['id']),
      ],
    ),
    d.table(
      'bank_line',
      [
        d.column('id', d.id()),
        d.column('statementId', d.integer()),
        d.column('accountCode', d.text(16)),
        // Of its text, and which of the equal lines of its day it is: statements that overlap bring no line twice.
        d.column('lineHash', d.text(64)),
        d.column('occurrence', d.integer()),
        d.column('bookedOn', d.day()),
        d.column('description', d.text(400)),
        d.column('bankReference', d.text(400)),
        d.optional('number', d.text(40)),
        d.column('credit', d.money()),
        d.column('debit', d.money()),
        d.column('status', d.text(12)),
        d.optional('reason', d.text(24)),
        d.optional('refusal', d.text(64)),
        // The number of the payment that this line used up; no other line does.
        d.optional('usedNumber', d.text(40)),
        d.optional('requestId', d.integer()),
        d.optional('receiptId', d.integer()),
        // The entry that keeps it as unidentified.
        d.optional('entryId', d.integer()),
        d.optional('endedAt', d.instant()),
      ],
      [
        d.unique('uq_bank_line', ['accountCode', 'lineHash', 'occurrence']),
        d.unique('uq_bank_line_number', ['usedNumber']),
        d.foreignKey('fk_bank_line_statement', ['statementId'], 'bank_statement', ['id']),
        d.foreignKey('fk_bank_line_request', ['requestId'], 'payment_request', ['id']),
        d.foreignKey('fk_bank_line_receipt', ['receiptId'], 'receipt', ['id']),
        d.foreignKey('fk_bank_line_entry', ['entryId'], 'journal_entry', ['id']),
        d.check('ck_bank_line_side', '(credit > 0 and debit = 0) or (credit = 0 and debit > 0)'),
        d.check(
          'ck_bank_line_status',
          "status in ('waiting','received','settled','unidentified','allotted','returned','debit')",
        ),
        // Nothing is credited without a receipt behind it.
        d.check('ck_bank_line_receipt', "status not in ('received','settled','allotted') or receiptId is not null"),
      ],
    ),
    d.index('ix_bank_line_status', 'bank_line', ['status', 'id']),
    d.index('ix_bank_line_statement', 'bank_line', ['statementId', 'id']),
    d.index('ix_bank_line_receipt', 'bank_line', ['receiptId']),
    'INSERT INTO setting (name, value, effectiveFrom, recordedAt) ' +
      "SELECT 'accounts.unidentified', '\"2221\"', p.effectiveFrom, p.recordedAt FROM setting p " +
      "WHERE p.name = 'society.preset' AND NOT EXISTS (SELECT 1 FROM setting w WHERE w.name = 'accounts.unidentified')",
  ],
} satisfies Migration;
