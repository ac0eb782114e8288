import type { Migration } from '../src/platform/database/migration.ts';

/** Which entry closed an account without a term; without money there is none. */
export default {
  name: '2026-12-02-deposit-closures',
  steps: (d) => [
    d.table(
      'deposit_closure',
      [d.column('depositId', d.integer()), d.optional('entryId', d.integer())],
      [
        d.primaryKey('depositId'),
        d.foreignKey('fk_deposit_closure_deposit', ['depositId'], 'deposit', ['id']),
        d.foreignKey('fk_deposit_closure_entry', ['entryId'], 'journal_entry', ['id']),
      ],
    ),
    d.index('ix_deposit_closure_entry', 'deposit_closure', ['entryId']),
  ],
} satisfies Migration;
