import type { Migration } from '../src/platform/database/migration.ts';

/** A society that stands already shows its members every language, as it did; a new one gets the same at set-up. */
export default {
  name: '2026-11-29-member-languages',
  steps: () => [
    'INSERT INTO setting (name, value, effectiveFrom, recordedAt) ' +
      "SELECT 'society.languages', '\"en, hi\"', p.effectiveFrom, p.recordedAt FROM setting p " +
      "WHERE p.name = 'society.preset' AND NOT EXISTS (SELECT 1 FROM setting w WHERE w.name = 'society.languages')",
  ],
} satisfies Migration;
