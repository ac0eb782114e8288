import type { Migration } from '../src/platform/database/migration.ts';

/**
 * What a period of an account was credited before an entry was dated back into its days. The row of the period itself
 * (`interest_credit`) holds the newest figure, which counts.
 */
export default {
  name: '2026-11-29-interest-recounts',
  steps: (d) => [
    d.table(
      'interest_recount',
      [
        d.column('depositId', d.integer()),
        d.column('periodTo', d.day()),
        // The entry that was dated back.
        d.column('becauseEntryId', d.integer()),
        d.column('interest', d.money()),
        // None where the days had earned nothing.
        d.optional('entryId', d.integer()),
        d.optional('reversalEntryId', d.integer()),
        d.column('knewEntryId', d.integer()),
      ],
      [
        d.primaryKey('depositId', 'periodTo', 'becauseEntryId'),
        d.foreignKey('fk_interest_recount_credit', ['depositId', 'periodTo'], 'interest_credit', [
          'depositId',
          'periodTo',
        ]),
        d.foreignKey('fk_interest_recount_because', ['becauseEntryId'], 'journal_entry', ['id']),
        d.foreignKey('fk_interest_recount_entry', ['entryId'], 'journal_entry', ['id']),
        d.foreignKey('fk_interest_recount_reversal', ['reversalEntryId'], 'journal_entry', ['id']),
        d.check('ck_interest_recount_interest', 'interest >= 0'),
      ],
    ),
  ],
} satisfies Migration;
