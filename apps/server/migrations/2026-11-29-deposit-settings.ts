import type { Migration } from '../src/platform/database/migration.ts';

/**
 * A society that stands already keeps the age of a senior that its rate card was read by, and counts interest on savings
 * from the day its books began, as it did; where interest was paid by vouchers, it says a later day.
 */
export default {
  name: '2026-11-29-deposit-settings',
  steps: () => [rule('deposits.seniorAge', "'60'"), rule('deposits.interestFrom', `CONCAT('"', p.effectiveFrom, '"')`)],
} satisfies Migration;

/** The first row of the preset was written at set-up and holds from the day the books begin. */
function rule(name: string, value: string): string {
  return (
    'INSERT INTO setting (name, value, effectiveFrom, recordedAt) ' +
    `SELECT '${name}', ${value}, p.effectiveFrom, p.recordedAt FROM setting p ` +
    `WHERE p.name = 'society.preset' AND NOT EXISTS (SELECT 1 FROM setting w WHERE w.name = '${name}')`
  );
}
