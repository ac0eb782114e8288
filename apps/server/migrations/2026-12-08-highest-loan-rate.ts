import type { Migration } from '../src/platform/database/migration.ts';

/** The highest rate of the law: where it names one, it is asked of every rate that is set from now on. */
export default {
  name: '2026-12-08-highest-loan-rate',
  steps: () => [highestRate('null', '<> \'"NP-SACCOS"\''), highestRate('"14.75"', '= \'"NP-SACCOS"\'')],
} satisfies Migration;

function highestRate(value: string, preset: string): string {
  return (
    'INSERT INTO setting (name, value, effectiveFrom, recordedAt) ' +
    `SELECT 'loans.highestRate', '${value}', p.effectiveFrom, p.recordedAt FROM setting p ` +
    `WHERE p.name = 'society.preset' AND p.value ${preset} ` +
    "AND NOT EXISTS (SELECT 1 FROM setting w WHERE w.name = 'loans.highestRate')"
  );
}
