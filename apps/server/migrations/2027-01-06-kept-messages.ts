import type { Migration } from '../src/platform/database/migration.ts';

/** How long it is kept what went out to whom: a rule of the society like any other. */
export default {
  name: '2027-01-06-kept-messages',
  steps: () => [
    'INSERT INTO setting (name, value, effectiveFrom, recordedAt) ' +
      "SELECT 'messages.keptMonths', '24', p.effectiveFrom, p.recordedAt FROM setting p WHERE p.name = 'society.preset'",
  ],
} satisfies Migration;
