import type { Migration } from '../src/platform/database/migration.ts';

/** The entry that paid a deposit of a term out; where it is taken back, the deposit stands again. */
export default {
  name: '2026-11-29-term-closures',
  steps: (d) => [
    `ALTER TABLE term_deposit ADD COLUMN ${d.optional('closingEntryId', d.integer())}`,
    d.index('ix_term_deposit_closing', 'term_deposit', ['closingEntryId']),
  ],
} satisfies Migration;
