import type { Migration } from '../src/platform/database/migration.ts';

/**
 * What a running loan is day by day: how good it is, the penal charge of each day, interest and charges that are booked and not
 * paid, what is put aside for it, from which account its instalments are taken, and whom the end of a day has told.
 */
export default {
  name: '2026-12-06-running-loans',
  steps: (d) => [
    d.table(
      'loan_standing',
      [
        d.column('loanId', d.integer()),
        d.column('classCode', d.text(16)),
        d.column('daysPastDue', d.integer()),
        d.optional('nonPerformingSince', d.day()),
        // Put aside, and the class it was put aside by.
        d.column('provision', d.money()),
        d.optional('providedAs', d.text(16)),
      ],
      [d.primaryKey('loanId'), d.foreignKey('fk_loan_standing_loan', ['loanId'], 'loan', ['id'])],
    ),
    d.table(
      'loan_class_change',
      [
        d.column('loanId', d.integer()),
        d.column('changedOn', d.day()),
        d.column('fromClass', d.text(16)),
        d.column('toClass', d.text(16)),
        d.column('daysPastDue', d.integer()),
        d.optional('entryId', d.integer()),
      ],
      [
        d.primaryKey('loanId', 'changedOn'),
        d.foreignKey('fk_loan_class_change_loan', ['loanId'], 'loan', ['id']),
        d.foreignKey('fk_loan_class_change_entry', ['entryId'], 'journal_entry', ['id']),
      ],
    ),
    d.index('ix_loan_class_change_day', 'loan_class_change', ['changedOn', 'loanId']),
    // One for each day and rate: the charge is that of all days so far, less what was charged before.
    d.table(
      'loan_penal_day',
      [
        d.column('loanId', d.integer()),
        d.column('chargedOn', d.day()),
        d.column('annualRate', d.text(16)),
        d.column('overdue', d.money()),
        d.column('amount', d.money()),
      ],
      [
        d.primaryKey('loanId', 'annualRate', 'chargedOn'),
        d.foreignKey('fk_loan_penal_day_loan', ['loanId'], 'loan', ['id']),
      ],
    ),
    // Interest and penal charges in the books before they are paid; less than nothing where an entry has taken some of it.
    d.table(
      'loan_receivable',
      [
        d.column('id', d.id()),
        d.column('loanId', d.integer()),
        d.column('part', d.text(8)),
        d.column('countedOn', d.day()),
        d.column('amount', d.money()),
        // Of it, what is no income yet and stands in the reserve for overdue interest.
        d.column('reserved', d.money()),
        d.optional('entryId', d.integer()),
      ],
      [
        d.foreignKey('fk_loan_receivable_loan', ['loanId'], 'loan', ['id']),
        d.foreignKey('fk_loan_receivable_entry', ['entryId'], 'journal_entry', ['id']),
        d.check('ck_loan_receivable_part', "part in ('interest','penalty')"),
      ],
    ),
    d.index('ix_loan_receivable_loan', 'loan_receivable', ['loanId', 'part']),
    d.index('ix_loan_receivable_entry', 'loan_receivable', ['entryId']),
    d.table(
      'loan_provision',
      [
        d.column('loanId', d.integer()),
        d.column('providedOn', d.day()),
        d.column('classCode', d.text(16)),
        d.column('principalOwed', d.money()),
        d.column('amount', d.money()),
        d.column('change', d.money()),
        d.optional('entryId', d.integer()),
      ],
      [
        d.primaryKey('loanId', 'providedOn'),
        d.foreignKey('fk_loan_provision_loan', ['loanId'], 'loan', ['id']),
        d.foreignKey('fk_loan_provision_entry', ['entryId'], 'journal_entry', ['id']),
      ],
    ),
    d.index('ix_loan_provision_day', 'loan_provision', ['providedOn', 'loanId']),
    // What a borrower has agreed to: instalments are taken from this account at the end of their days.
    d.table(
      'loan_debit_order',
      [
        d.column('loanId', d.integer()),
        d.column('fromDepositId', d.integer()),
        d.column('agreedByUserId', d.integer()),
        d.column('agreedAt', d.instant()),
        d.optional('stoppedAt', d.instant()),
      ],
      [
        d.primaryKey('loanId'),
        d.foreignKey('fk_loan_debit_order_loan', ['loanId'], 'loan', ['id']),
        d.foreignKey('fk_loan_debit_order_from', ['fromDepositId'], 'deposit', ['id']),
      ],
    ),
    d.table(
      'loan_debit',
      [
        d.column('loanId', d.integer()),
        d.column('triedOn', d.day()),
        d.column('due', d.money()),
        d.column('taken', d.money()),
        d.optional('code', d.text(64)),
        d.optional('entryId', d.integer()),
      ],
      [
        d.primaryKey('loanId', 'triedOn'),
        d.foreignKey('fk_loan_debit_loan', ['loanId'], 'loan', ['id']),
        d.foreignKey('fk_loan_debit_entry', ['entryId'], 'journal_entry', ['id']),
      ],
    ),
    d.table(
      'loan_reminder',
      [
        d.column('loanId', d.integer()),
        d.column('about', d.text(8)),
        d.column('dueOn', d.day()),
        d.column('remindedOn', d.day()),
      ],
      [
        d.primaryKey('loanId', 'about', 'dueOn'),
        d.foreignKey('fk_loan_reminder_loan', ['loanId'], 'loan', ['id']),
        d.check('ck_loan_reminder_about', "about in ('due','overdue')"),
      ],
    ),
    rule('loans.penalRate', '"2"'),
    rule('loans.penalGraceDays', '0'),
    rule('loans.accrueInterest', 'true'),
    rule('loans.debitPartly', 'true'),
    rule('loans.classRule', '"IN-UCB-IRAC"', '"IN-STATE"'),
    rule('loans.classRule', '"IN-UCB-IRAC"', '"IN-MSCS"'),
    rule('loans.classRule', '"NP-NRB-2081"', '"NP-SACCOS"'),
    rule('loans.classRule', '"PEARLS"', '"INTL-SACCO"'),
  ],
} satisfies Migration;

function rule(name: string, value: string, preset?: string): string {
  return (
    'INSERT INTO setting (name, value, effectiveFrom, recordedAt) ' +
    `SELECT '${name}', '${value}', p.effectiveFrom, p.recordedAt FROM setting p WHERE p.name = 'society.preset' ` +
    (preset === undefined ? '' : `AND p.value = '${preset}' `) +
    `AND NOT EXISTS (SELECT 1 FROM setting w WHERE w.name = '${name}')`
  );
}
