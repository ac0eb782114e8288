import type { Migration } from '../src/platform/database/migration.ts';

/**
 * Interest that is earned and not given yet, by account: what the end of a month added, in a run for each kind of account
 * that becomes one entry, and what a credit, a payment or a closure took from it by an entry of its own. What is accrued on
 * an account is the sum of its rows, and all of them together are what these entries left on 2201. A society that stands
 * already accrues nothing until it says so.
 */
export default {
  name: '2026-11-29-interest-accrual',
  steps: (d) => [
    d.table(
      'accrual_run',
      [
        d.column('id', d.id()),
        d.column('accruedOn', d.day()),
        d.column('productCode', d.text(16)),
        d.column('accountCode', d.text(16)),
        d.column('amount', d.money()),
        d.optional('entryId', d.integer()),
      ],
      [
        d.foreignKey('fk_accrual_run_account', ['accountCode'], 'account', ['code']),
        d.foreignKey('fk_accrual_run_entry', ['entryId'], 'journal_entry', ['id']),
      ],
    ),
    d.index('ix_accrual_run_day', 'accrual_run', ['accruedOn', 'productCode', 'id']),
    d.table(
      'interest_accrual',
      [
        d.column('id', d.id()),
        d.column('depositId', d.integer()),
        // Null for what an entry of the account itself took.
        d.optional('runId', d.integer()),
        d.optional('entryId', d.integer()),
        d.column('amount', d.money()),
      ],
      [
        d.unique('uq_interest_accrual_run', ['depositId', 'runId']),
        d.foreignKey('fk_interest_accrual_deposit', ['depositId'], 'deposit', ['id']),
        d.foreignKey('fk_interest_accrual_run', ['runId'], 'accrual_run', ['id']),
        d.foreignKey('fk_interest_accrual_entry', ['entryId'], 'journal_entry', ['id']),
        d.check('ck_interest_accrual_of_one', '(runId IS NULL) <> (entryId IS NULL)'),
      ],
    ),
    d.index('ix_interest_accrual_entry', 'interest_accrual', ['entryId']),
    'INSERT INTO setting (name, value, effectiveFrom, recordedAt) ' +
      "SELECT 'deposits.accrueInterest', 'false', p.effectiveFrom, p.recordedAt FROM setting p " +
      "WHERE p.name = 'society.preset' AND NOT EXISTS (SELECT 1 FROM setting w WHERE w.name = 'deposits.accrueInterest')",
  ],
} satisfies Migration;
