import type { Migration } from '../src/platform/database/migration.ts';

/** What a step of a day's end came to, and why the last try of it did not get on. */
export default {
  name: '2026-11-29-day-end-results',
  steps: (d) => [
    `ALTER TABLE day_end_step ADD COLUMN ${d.column('amount', d.money(), { default: 0 })}`,
    `ALTER TABLE day_end_step ADD COLUMN ${d.optional('stopCode', d.text(64))}`,
    `ALTER TABLE day_end_step ADD COLUMN ${d.optional('stopParams', d.text(1000))}`,
    "UPDATE day_end_step SET amount = (SELECT COALESCE(SUM(interest), 0) FROM interest_credit WHERE periodTo = businessDate) WHERE step = 'credit-interest'",
  ],
} satisfies Migration;
