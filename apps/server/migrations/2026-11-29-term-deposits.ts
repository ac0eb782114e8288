import type { Migration } from '../src/platform/database/migration.ts';

/**
 * What a fixed or recurring deposit was opened with: the version of the product whose rules hold for it, the rate, and the
 * value it will have. None of it changes afterwards. Each instalment of a recurring deposit is a row of its own.
 */
export default {
  name: '2026-11-29-term-deposits',
  steps: (d) => [
    d.table(
      'term_deposit',
      [
        d.column('depositId', d.integer()),
        d.column('termProductId', d.integer()),
        d.column('amount', d.money()),
        d.optional('months', d.integer()),
        d.optional('days', d.integer()),
        d.column('category', d.text(16)),
        d.column('annualRate', d.text(16)),
        d.column('maturesOn', d.day()),
        d.column('maturityValue', d.money()),
        d.column('atMaturity', d.text(24)),
        // The entry that brought the first money; written right after it, in the same transaction.
        d.optional('openingEntryId', d.integer()),
        d.column('interestPaid', d.money()),
      ],
      [
        d.primaryKey('depositId'),
        d.unique('uq_term_deposit_entry', ['openingEntryId']),
        d.foreignKey('fk_term_deposit_deposit', ['depositId'], 'deposit', ['id']),
        d.foreignKey('fk_term_deposit_product', ['termProductId'], 'term_product', ['id']),
        d.foreignKey('fk_term_deposit_entry', ['openingEntryId'], 'journal_entry', ['id']),
        d.check('ck_term_deposit_amount', 'amount > 0'),
      ],
    ),
    d.index('ix_term_deposit_matures', 'term_deposit', ['maturesOn', 'depositId']),
    d.table(
      'term_instalment',
      [
        d.column('depositId', d.integer()),
        d.column('number', d.integer()),
        d.column('dueOn', d.day()),
        d.column('amount', d.money()),
        d.optional('paidOn', d.day()),
        d.optional('entryId', d.integer()),
      ],
      [
        d.primaryKey('depositId', 'number'),
        d.foreignKey('fk_term_instalment_deposit', ['depositId'], 'term_deposit', ['depositId']),
        d.foreignKey('fk_term_instalment_entry', ['entryId'], 'journal_entry', ['id']),
      ],
    ),
    d.index('ix_term_instalment_due', 'term_instalment', ['dueOn', 'depositId']),
  ],
} satisfies Migration;
