import type { Migration } from '../src/platform/database/migration.ts';

/** A kind of loan may have a penal charge and days of grace of its own. What stands keeps the rule of the society. */
export default {
  name: '2027-01-07-product-penal',
  steps: (d) => [
    `ALTER TABLE loan_product ADD COLUMN ${d.optional('penalRate', d.text(16))}`,
    `ALTER TABLE loan_product ADD COLUMN ${d.optional('penalGraceDays', d.integer())}`,
  ],
} satisfies Migration;
