import type { Migration } from '../src/platform/database/migration.ts';

/**
 * On which end of a day an instalment was found unpaid, and what a product says of it: days that may pass after the due
 * day, and how many in a row make a deposit irregular. A version that stands already grants none and calls none irregular;
 * what is open keeps the rules it was opened with.
 */
export default {
  name: '2026-11-29-missed-instalments',
  steps: (d) => [
    `ALTER TABLE term_instalment ADD COLUMN ${d.optional('missedOn', d.day())}`,
    d.index('ix_term_instalment_missed', 'term_instalment', ['missedOn', 'paidOn', 'dueOn']),
    `ALTER TABLE term_product ADD COLUMN ${d.column('graceDays', d.integer(), { default: 0 })}`,
    `ALTER TABLE term_product ADD COLUMN ${d.optional('irregularAfterMissed', d.integer())}`,
  ],
} satisfies Migration;
