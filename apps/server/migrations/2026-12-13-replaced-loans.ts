import type { Migration } from '../src/platform/database/migration.ts';

/** A loan names the one that its payout closes. */
export default {
  name: '2026-12-13-replaced-loans',
  steps: (d) => [
    `ALTER TABLE loan ADD COLUMN ${d.optional('replacesLoanId', d.integer())}`,
    d.index('ix_loan_replaces', 'loan', ['replacesLoanId']),
  ],
} satisfies Migration;
