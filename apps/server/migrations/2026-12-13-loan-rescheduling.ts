import type { Migration } from '../src/platform/database/migration.ts';

/** A loan that was planned anew is held in its class for a while; how long, and whether it is lowered, are rules of the society. */
export default {
  name: '2026-12-13-loan-rescheduling',
  steps: (d) => [
    `ALTER TABLE loan_standing ADD COLUMN ${d.optional('heldUntil', d.day())}`,
    setting('loans.rescheduledDays', '365', 'IN (\'"IN-STATE"\', \'"IN-MSCS"\', \'"NP-SACCOS"\', \'"INTL-SACCO"\')'),
    setting('loans.rescheduledLowers', 'true', 'IN (\'"IN-STATE"\', \'"IN-MSCS"\')'),
    setting('loans.rescheduledLowers', 'false', 'IN (\'"NP-SACCOS"\', \'"INTL-SACCO"\')'),
  ],
} satisfies Migration;

function setting(name: string, value: string, preset: string): string {
  return (
    'INSERT INTO setting (name, value, effectiveFrom, recordedAt) ' +
    `SELECT '${name}', '${value}', p.effectiveFrom, p.recordedAt FROM setting p ` +
    `WHERE p.name = 'society.preset' AND p.value ${preset} ` +
    `AND NOT EXISTS (SELECT 1 FROM setting w WHERE w.name = '${name}')`
  );
}
