import type { Migration } from '../src/platform/database/migration.ts';

/** Papers of a loan belong to its borrower and stand with the loan. */
export default {
  name: '2026-12-15-loan-files',
  steps: (d) => [
    `ALTER TABLE person_file ADD COLUMN ${d.optional('loanId', d.integer())}`,
    d.index('ix_person_file_loan', 'person_file', ['loanId', 'status']),
  ],
} satisfies Migration;
