import type { Migration } from '../src/platform/database/migration.ts';

/**
 * An event of a loan keeps what it says beyond its day and its amount: the choice of a part-prepayment, the fee of a
 * closing. What a closing costs stands with the product; what is lent already costs nothing to close.
 */
export default {
  name: '2026-12-07-loan-moves',
  steps: (d) => [
    `ALTER TABLE loan_event ADD COLUMN ${d.optional('detail', d.json())}`,
    `ALTER TABLE loan_product ADD COLUMN ${d.column('closingFeePercent', d.text(16), { default: '0' })}`,
    `ALTER TABLE loan_product ADD COLUMN ${d.column('flatRebate', d.text(16), { default: 'unbegun' })}`,
  ],
} satisfies Migration;
