import type { Migration } from '../src/platform/database/migration.ts';

/** What the end of a day did with a deposit whose term was over: where its money went, and by which entry. */
export default {
  name: '2026-11-29-term-maturities',
  steps: (d) => [
    d.table(
      'term_maturity',
      [
        d.column('depositId', d.integer()),
        d.column('maturedOn', d.day()),
        d.column('renewed', d.money()),
        d.column('toSavings', d.money()),
        d.column('unclaimed', d.money()),
        d.optional('renewedDepositId', d.integer()),
        d.optional('savingsDepositId', d.integer()),
        d.optional('unclaimedDepositId', d.integer()),
        // Why a renewal that was agreed could not be.
        d.optional('refusalCode', d.text(64)),
        d.column('entryId', d.integer()),
      ],
      [
        d.primaryKey('depositId', 'maturedOn'),
        d.unique('uq_term_maturity_entry', ['entryId']),
        d.foreignKey('fk_term_maturity_deposit', ['depositId'], 'term_deposit', ['depositId']),
        d.foreignKey('fk_term_maturity_renewed', ['renewedDepositId'], 'deposit', ['id']),
        d.foreignKey('fk_term_maturity_savings', ['savingsDepositId'], 'deposit', ['id']),
        d.foreignKey('fk_term_maturity_unclaimed', ['unclaimedDepositId'], 'deposit', ['id']),
        d.foreignKey('fk_term_maturity_entry', ['entryId'], 'journal_entry', ['id']),
      ],
    ),
  ],
} satisfies Migration;
