import type { Migration } from '../src/platform/database/migration.ts';

/** A society that stands already goes on as it did: nothing moves until it says so. */
export default {
  name: '2026-11-30-holiday-rule',
  steps: () => [rule('deposits.holidayRule', '"same"'), rule('deposits.holidayInterest', 'false')],
} satisfies Migration;

function rule(name: string, value: string): string {
  return (
    'INSERT INTO setting (name, value, effectiveFrom, recordedAt) ' +
    `SELECT '${name}', '${value}', p.effectiveFrom, p.recordedAt FROM setting p ` +
    `WHERE p.name = 'society.preset' AND NOT EXISTS (SELECT 1 FROM setting w WHERE w.name = '${name}')`
  );
}
