import type { Migration } from '../src/platform/database/migration.ts';

/**
 * A savings product has a card: other rates from an amount on, and for categories of its members. A version can hold for
 * accounts that are opened from its day on, while those that stand keep what they had.
 */
export default {
  name: '2026-11-30-savings-rates',
  steps: (d) => [
    `ALTER TABLE deposit_product ADD COLUMN ${d.column('slabMethod', d.text(16), { default: 'wholeBalance' })}`,
    `ALTER TABLE deposit_product ADD COLUMN ${d.column('appliesTo', d.text(8), { default: 'all' })}`,
    d.table(
      'deposit_rate',
      [
        d.column('id', d.id()),
        d.column('depositProductId', d.integer()),
        d.column('category', d.text(16)),
        d.column('amountFrom', d.money()),
        d.column('annualRate', d.text(16)),
      ],
      [
        d.unique('uq_deposit_rate', ['depositProductId', 'category', 'amountFrom']),
        d.foreignKey('fk_deposit_rate_product', ['depositProductId'], 'deposit_product', ['id']),
      ],
    ),
  ],
} satisfies Migration;
