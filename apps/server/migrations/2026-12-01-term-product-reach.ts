import type { Migration } from '../src/platform/database/migration.ts';

/**
 * A product of a term says of which sum its amounts are multiples, and whether its fine, its days of grace, its lock-in and
 * its penalty hold for what is open too. What stands asks for no multiple and was for new deposits alone.
 */
export default {
  name: '2026-12-01-term-product-reach',
  steps: (d) => [
    `ALTER TABLE term_product ADD COLUMN ${d.optional('multipleOf', d.money())}`,
    `ALTER TABLE term_product ADD COLUMN ${d.column('appliesTo', d.text(8), { default: 'new' })}`,
  ],
} satisfies Migration;
