import type { Migration } from '../src/platform/database/migration.ts';

/**
 * What a day's end has done, so that it can be killed anywhere and run again: how far each step is, the interest that
 * each account was credited for which days, and the accounts that it could not do. A product says how its interest is
 * counted; what stands already counts days and is credited with the quarters.
 */
export default {
  name: '2026-11-29-day-end',
  steps: (d) => [
    `ALTER TABLE deposit_product ADD COLUMN ${d.column('interestBasis', d.text(20), { default: 'dailyProduct' })}`,
    `ALTER TABLE deposit_product ADD COLUMN ${d.column('interestDayCount', d.text(16), { default: 'actual/365' })}`,
    // The months whose last day the interest is credited on.
    `ALTER TABLE deposit_product ADD COLUMN ${d.column('interestMonths', d.text(32), { default: '3,6,9,12' })}`,
    // In minor units: 1 is to the paisa, 100 to the rupee.
    `ALTER TABLE deposit_product ADD COLUMN ${d.column('interestMultiple', d.integer(), { default: 1 })}`,

    d.table(
      'day_end_step',
      [
        d.column('businessDate', d.day()),
        d.column('step', d.text(24)),
        // The highest id that is done: the row is locked while the next accounts are.
        d.column('afterId', d.integer(), { default: 0 }),
        d.column('done', d.integer(), { default: 0 }),
        d.column('startedAt', d.instant()),
        d.optional('finishedAt', d.instant()),
      ],
      [d.primaryKey('businessDate', 'step')],
    ),
    d.table(
      'day_end_failure',
      [
        d.column('businessDate', d.day()),
        d.column('step', d.text(24)),
        d.column('depositId', d.integer()),
        d.column('code', d.text(64)),
        d.column('params', d.text(1000)),
        d.column('failedAt', d.instant()),
        d.optional('resolvedAt', d.instant()),
      ],
      [
        d.primaryKey('businessDate', 'step', 'depositId'),
        d.foreignKey('fk_day_end_failure_deposit', ['depositId'], 'deposit', ['id']),
      ],
    ),
    d.table(
      'interest_credit',
      [
        d.column('depositId', d.integer()),
        d.column('periodTo', d.day()),
        d.column('periodFrom', d.day()),
        d.column('interest', d.money()),
        // None where the days earned nothing.
        d.optional('entryId', d.integer()),
        // The newest entry that the figure knows of, so that it can be explained to the paisa for ever.
        d.column('knewEntryId', d.integer()),
      ],
      [
        d.primaryKey('depositId', 'periodTo'),
        d.foreignKey('fk_interest_credit_deposit', ['depositId'], 'deposit', ['id']),
        d.foreignKey('fk_interest_credit_entry', ['entryId'], 'journal_entry', ['id']),
        d.check('ck_interest_credit_interest', 'interest >= 0'),
      ],
    ),
  ],
} satisfies Migration;
