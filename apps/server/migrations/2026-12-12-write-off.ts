import type { Migration } from '../src/platform/database/migration.ts';

/**
 * A loan that was written off stands closed: since when, what was owed then, and how much of it has come in. It has no day on
 * which it was paid back until all of it has.
 */
export default {
  name: '2026-12-12-write-off',
  steps: (d) => [
    `ALTER TABLE loan ADD COLUMN ${d.optional('writtenOffOn', d.day())}`,
    `ALTER TABLE loan ADD COLUMN ${d.optional('writtenOffAmount', d.money())}`,
    `ALTER TABLE loan ADD COLUMN ${d.optional('recovered', d.money())}`,
    d.index('ix_loan_written_off', 'loan', ['writtenOffOn', 'id']),
  ],
} satisfies Migration;
