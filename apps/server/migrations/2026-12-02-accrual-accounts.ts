import type { Migration } from '../src/platform/database/migration.ts';

/** What the end of a month booked opens to its accounts, and the entry to what it booked. */
export default {
  name: '2026-12-02-accrual-accounts',
  steps: (d) => [
    d.index('ix_interest_accrual_account', 'interest_accrual', ['runId', 'id']),
    d.index('ix_accrual_run_entry', 'accrual_run', ['entryId']),
  ],
} satisfies Migration;
