import type { Migration } from '../src/platform/database/migration.ts';

/**
 * How much, and for how many loans, a member may stand surety, by the version of a product; and who takes the place of
 * whom. Whoever was released says `declined` too, so that nothing takes them for a guarantor. What stands has no limit.
 */
export default {
  name: '2026-12-05-guarantors',
  steps: (d) => [
    `ALTER TABLE loan_product ADD COLUMN ${d.optional('guarantorShareMultiple', d.text(16))}`,
    `ALTER TABLE loan_product ADD COLUMN ${d.optional('guarantorDepositMultiple', d.text(16))}`,
    `ALTER TABLE loan_product ADD COLUMN ${d.optional('guarantorMostLoans', d.integer())}`,
    `ALTER TABLE loan_guarantor ADD COLUMN ${d.optional('replacesMemberId', d.integer())}`,
    `ALTER TABLE loan_guarantor ADD COLUMN ${d.optional('releasedOn', d.day())}`,
  ],
} satisfies Migration;
