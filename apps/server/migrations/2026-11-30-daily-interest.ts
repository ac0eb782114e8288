import type { Migration } from '../src/platform/database/migration.ts';

/**
 * Interest that was credited to a daily deposit: a row claims each day of a deposit, and says which entries the figure knew
 * of. Money goes out of a daily deposit when it is closed.
 */
export default {
  name: '2026-11-30-daily-interest',
  steps: (d) => [
    d.table(
      'daily_interest',
      [
        d.column('depositId', d.integer()),
        d.column('periodTo', d.day()),
        d.column('interest', d.money()),
        d.optional('entryId', d.integer()),
        d.column('knewEntryId', d.integer()),
      ],
      [
        d.primaryKey('depositId', 'periodTo'),
        d.foreignKey('fk_daily_interest_deposit', ['depositId'], 'daily_deposit', ['depositId']),
        d.foreignKey('fk_daily_interest_entry', ['entryId'], 'journal_entry', ['id']),
      ],
    ),
    d.index('ix_daily_interest_entry', 'daily_interest', ['entryId']),
    "UPDATE deposit_product SET withdrawal = 'closing' WHERE kind = 'daily'",
    "UPDATE deposit SET withdrawal = 'closing' WHERE kind = 'daily'",
  ],
} satisfies Migration;
