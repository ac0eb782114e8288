import type { Migration } from '../src/platform/database/migration.ts';

/** How many requests of one member can be open at once: a rule of the society like any other. */
export default {
  name: '2027-01-13-open-payment-requests',
  steps: () => [
    'INSERT INTO setting (name, value, effectiveFrom, recordedAt) ' +
      "SELECT 'payments.openRequests', '10', p.effectiveFrom, p.recordedAt FROM setting p WHERE p.name = 'society.preset'",
  ],
} satisfies Migration;
