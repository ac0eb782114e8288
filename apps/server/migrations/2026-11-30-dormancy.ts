import type { Migration } from '../src/platform/database/migration.ts';

/**
 * An account whose member does nothing for the months of its product is dormant. `activeOn` is a day on which the member
 * did something, and not always the last one: the end of a day looks at the journal only where that day is long past.
 */
export default {
  name: '2026-11-30-dormancy',
  steps: (d) => [
    `ALTER TABLE deposit_product ADD COLUMN ${d.optional('dormantMonths', d.integer())}`,
    "UPDATE deposit_product SET dormantMonths = 24 WHERE kind IN ('savings', 'current', 'salary')",
    `ALTER TABLE deposit ADD COLUMN ${d.column('activeOn', d.day(), { default: '1970-01-01' })}`,
    'UPDATE deposit SET activeOn = openedOn',
    d.index('ix_deposit_active', 'deposit', ['productCode', 'status', 'activeOn', 'id']),
    d.table(
      'deposit_dormancy',
      [
        d.column('depositId', d.integer()),
        d.column('dormantOn', d.day()),
        d.column('lastActiveOn', d.day()),
        // How the member was known again when it was re-activated.
        d.optional('reactivatedOn', d.day()),
        d.optional('note', d.text(200)),
        d.optional('askedByUserId', d.integer()),
        d.optional('approvedByUserId', d.integer()),
      ],
      [
        d.primaryKey('depositId', 'dormantOn'),
        d.foreignKey('fk_deposit_dormancy_deposit', ['depositId'], 'deposit', ['id']),
      ],
    ),
  ],
} satisfies Migration;
