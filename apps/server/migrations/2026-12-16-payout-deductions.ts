import type { Migration } from '../src/platform/database/migration.ts';

/**
 * What a version of a kind of loan is insured by, and the tax on its fee. What stands is not insured, and no tax is charged before
 * the society says so.
 */
export default {
  name: '2026-12-16-payout-deductions',
  steps: (d) => [
    `ALTER TABLE loan_product ADD COLUMN ${d.optional('insuranceRules', d.json())}`,
    'INSERT INTO setting (name, value, effectiveFrom, recordedAt) ' +
      "SELECT 'loans.feeTax', 'null', p.effectiveFrom, p.recordedAt FROM setting p WHERE p.name = 'society.preset' " +
      "AND NOT EXISTS (SELECT 1 FROM setting w WHERE w.name = 'loans.feeTax')",
  ],
} satisfies Migration;
