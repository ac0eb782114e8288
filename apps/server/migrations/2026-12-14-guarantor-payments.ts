import type { Migration } from '../src/platform/database/migration.ts';

/** What guarantors paid of loans they answer for; an entry that is taken back takes its payment back. */
export default {
  name: '2026-12-14-guarantor-payments',
  steps: (d) => [
    d.table(
      'loan_guarantor_payment',
      [
        d.column('id', d.id()),
        d.column('loanId', d.integer()),
        d.column('memberId', d.integer()),
        d.column('entryId', d.integer()),
        d.column('amount', d.money()),
        d.column('principal', d.money()),
      ],
      [
        d.unique('uq_loan_guarantor_payment', ['entryId', 'loanId']),
        d.foreignKey('fk_loan_guarantor_payment_loan', ['loanId'], 'loan', ['id']),
        d.foreignKey('fk_loan_guarantor_payment_member', ['memberId'], 'member', ['id']),
        d.foreignKey('fk_loan_guarantor_payment_entry', ['entryId'], 'journal_entry', ['id']),
        d.check('ck_loan_guarantor_payment', 'amount > 0 and principal >= 0'),
      ],
    ),
    d.index('ix_loan_guarantor_payment', 'loan_guarantor_payment', ['loanId', 'id']),
  ],
} satisfies Migration;
