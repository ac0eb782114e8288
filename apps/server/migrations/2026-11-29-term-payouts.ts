import type { Migration } from '../src/platform/database/migration.ts';

/**
 * Interest of fixed deposits that is paid on the way: each part that was paid, and the day of the next. What stands
 * already is looked at by the next end of a day, which finds its parts.
 */
export default {
  name: '2026-11-29-term-payouts',
  steps: (d) => [
    `ALTER TABLE term_deposit ADD COLUMN ${d.optional('nextPayoutOn', d.day())}`,
    d.index('ix_term_deposit_payout', 'term_deposit', ['nextPayoutOn', 'depositId']),
    'UPDATE term_deposit SET nextPayoutOn = (SELECT openedOn FROM deposit WHERE deposit.id = term_deposit.depositId) ' +
      "WHERE termProductId IN (SELECT id FROM term_product WHERE payout <> 'maturity')",
    d.table(
      'term_payout',
      [
        d.column('depositId', d.integer()),
        d.column('dueOn', d.day()),
        d.column('amount', d.money()),
        d.column('entryId', d.integer()),
      ],
      [
        d.primaryKey('depositId', 'dueOn'),
        d.foreignKey('fk_term_payout_deposit', ['depositId'], 'term_deposit', ['depositId']),
        d.foreignKey('fk_term_payout_entry', ['entryId'], 'journal_entry', ['id']),
        d.check('ck_term_payout_amount', 'amount > 0'),
      ],
    ),
    d.index('ix_term_payout_entry', 'term_payout', ['entryId']),
  ],
} satisfies Migration;
